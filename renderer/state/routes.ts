/** The screens that one goes to from anywhere, in their order, and what they are called. */
export const screenNames = {
  meetings: 'Meetings',
  register: 'Register',
  actions: 'Actions',
  bodies: 'Bodies',
  share: 'Share',
  history: 'History',
} as const
export type MainScreen = keyof typeof screenNames
/** The same, one by one. */
export const mainScreens = Object.keys(screenNames) as MainScreen[]

/** A place in the window. */
export type Route =
  | { screen: MainScreen }
  | { screen: 'meeting'; meetingId: string; itemId: string | null }
  | { screen: 'meeting-history'; meetingId: string }
  | { screen: 'proposal'; proposalId: string }
  | { screen: 'guide'; sectionId: string | null }

/** The place that an address names; the meetings where it names none. */
export function routeOf(hash: string): Route {
  const [screen = '', id, sub] = hash.replace(/^#\/?/, '').split('/')
  if (screen === 'meetings' && id !== undefined && id !== '') {
    return { screen: 'meeting', meetingId: id, itemId: sub === undefined || sub === '' ? null : sub }
  }
  if (screen === 'register' && id !== undefined && id !== '') return { screen: 'proposal', proposalId: id }
  if (screen === 'history' && id !== undefined && id !== '') {
    return { screen: 'meeting-history', meetingId: id }
  }
  if (screen === 'guide') return { screen: 'guide', sectionId: id === undefined || id === '' ? null : id }
  return { screen: mainScreens.find((each) => each === screen) ?? 'meetings' }
}

/** The address of a place in the window, for a link. */
export function addressOf(route: Route): string {
  switch (route.screen) {
    case 'meeting':
      return `#/meetings/${route.meetingId}${route.itemId === null ? '' : `/${route.itemId}`}`
    case 'meeting-history':
      return `#/history/${route.meetingId}`
    case 'proposal':
      return `#/register/${route.proposalId}`
    case 'guide':
      return `#/guide${route.sectionId === null ? '' : `/${route.sectionId}`}`
    default:
      return `#/${route.screen}`
  }
}
