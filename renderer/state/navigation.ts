import { create } from 'zustand'
import { addressOf, routeOf, type Route } from './routes.ts'

/** Where the window is. The address says it, so that back and forward work. */
export const useNavigation = create<{ route: Route }>(() => ({ route: routeOf(window.location.hash) }))

/** Goes to a place; one that replaces leaves nothing to go back to. */
export function goTo(route: Route, options: { replaces?: boolean } = {}): void {
  const address = addressOf(route)
  if (address === window.location.hash) return
  if (options.replaces === true) {
    window.history.replaceState(null, '', address)
    useNavigation.setState({ route })
  } else window.location.hash = address
}

window.addEventListener('hashchange', () => {
  useNavigation.setState({ route: routeOf(window.location.hash) })
})
