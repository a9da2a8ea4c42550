export function RoomPanel(_: { meeting: unknown; isEditable: boolean }) {
  return null
}
