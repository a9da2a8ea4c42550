export function ItemActions(_: { item: unknown; isEditable: boolean }) {
  return null
}
