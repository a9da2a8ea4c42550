import { goTo, useNavigation } from '../state/navigation.ts'
import type { Route } from '../state/routes.ts'

let before: Route = { screen: 'meetings' }
useNavigation.subscribe((_, { route }) => {
  if (route.screen !== 'guide') before = route
})

/** To the place from which one looked into the guide, whatever one read meanwhile. */
export function leaveGuide(): void {
  goTo(before)
}
