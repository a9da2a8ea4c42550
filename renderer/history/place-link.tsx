import type { ReactNode } from 'react'
import type { EntryPlace } from '../../core/contract/history.ts'
import { bodies } from '../state/bodies.ts'
import { goTo } from '../state/navigation.ts'
import { addressOf } from '../state/routes.ts'
import { routeOfPlace } from './entry-words.ts'

/** Goes to where something was done. */
export function goToPlace(place: EntryPlace): void {
  choose(place)
  goTo(routeOfPlace(place))
}

/** The way to where something was done. */
export function PlaceLink({
  place,
  tabIndex,
  children,
}: {
  place: EntryPlace
  /** -1 in a row whose Enter goes there. */
  tabIndex?: number
  children: ReactNode
}) {
  return (
    <a
      href={addressOf(routeOfPlace(place))}
      title={place.title}
      tabIndex={tabIndex}
      onClick={() => choose(place)}
    >
      {children}
    </a>
  )
}

/** The screen of the bodies shows the one that was chosen last. */
function choose({ kind, id }: EntryPlace): void {
  if (kind === 'body') bodies.show(id)
}
