export function BodiesScreen() {
  return null
}
