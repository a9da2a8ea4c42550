import { create } from 'zustand'

export type Route =
  | { screen: 'meetings' }
  | { screen: 'meeting'; meetingId: string; itemId: string | null }
  | { screen: 'register' }
  | { screen: 'proposal'; proposalId: string }
  | { screen: 'actions' }
  | { screen: 'bodies' }
  | { screen: 'share' }
  | { screen: 'history' }

/** Where the window is. The address says it, so that back and forward work. */
export function routeOf(hash: string): Route {
  const [screen = '', id, sub] = hash.replace(/^#\/?/, '').split('/')
  if (screen === 'meetings' && id !== undefined && id !== '') {
    return { screen: 'meeting', meetingId: id, itemId: sub === undefined || sub === '' ? null : sub }
  }
  if (screen === 'register' && id !== undefined && id !== '') return { screen: 'proposal', proposalId: id }
  if (
    screen === 'register' ||
    screen === 'actions' ||
    screen === 'bodies' ||
    screen === 'share' ||
    screen === 'history'
  ) {
    return { screen }
  }
  return { screen: 'meetings' }
}

export function addressOf(route: Route): string {
  switch (route.screen) {
    case 'meeting':
      return `#/meetings/${route.meetingId}${route.itemId === null ? '' : `/${route.itemId}`}`
    case 'proposal':
      return `#/register/${route.proposalId}`
    default:
      return `#/${route.screen}`
  }
}

export const useNavigation = create<{ route: Route }>(() => ({ route: routeOf(window.location.hash) }))

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
