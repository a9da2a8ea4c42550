export function ActionsScreen() {
  return null
}
