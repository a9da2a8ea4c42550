import { describe, expect, it } from 'vitest'
import { addressOf, mainScreens, routeOf, type Route } from '../../../renderer/state/routes.ts'

const places: Route[] = [
  ...mainScreens.map((screen) => ({ screen })),
  { screen: 'meeting', meetingId: 'm1', itemId: null },
  { screen: 'meeting', meetingId: 'm1', itemId: 'i1' },
  { screen: 'meeting-history', meetingId: 'm1' },
  { screen: 'proposal', proposalId: 'p1' },
  { screen: 'guide', sectionId: null },
  { screen: 'guide', sectionId: 'keys' },
]

describe('the address of the window', () => {
  it.each(places)('leads back to where it is from: $screen', (route) => {
    expect(routeOf(addressOf(route))).toEqual(route)
  })

  it.each(['', '#', '#/', '#/nowhere', '#/meetings/', '#/constructor'])('%j is the meetings', (hash) => {
    expect(routeOf(hash)).toEqual({ screen: 'meetings' })
  })

  it('takes an address that ends too early for what it still says', () => {
    expect(routeOf('#/meetings/m1/')).toEqual({ screen: 'meeting', meetingId: 'm1', itemId: null })
    expect(routeOf('#/register/')).toEqual({ screen: 'register' })
  })
})
