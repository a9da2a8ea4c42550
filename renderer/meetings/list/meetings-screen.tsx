export function MeetingsScreen() {
  return null
}
