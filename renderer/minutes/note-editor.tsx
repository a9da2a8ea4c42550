export function NoteEditor(_: { item: unknown; isEditable: boolean }) {
  return null
}
