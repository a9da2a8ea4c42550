import type { ItemKind } from '../../contract/words.ts'
import type { NumberedItem } from '../agenda-view.ts'
import { minutesTitle } from './earlier-minutes.ts'

/** Where an item of a kind can stand when the agenda has no section of that kind, in the order of preference. */
const alsoUnder: Partial<Record<ItemKind, readonly ItemKind[]>> = {
  actions: ['minutes'],
  'urgent-proposals': ['new-proposals'],
  'variation-requests': ['reconsideration', 'new-proposals'],
  'reporting-dates': ['workgroup-issues', 'workgroup-reports'],
  'final-reports': ['workgroup-reports'],
}

function placesOf(kind: ItemKind): readonly ItemKind[] {
  return [kind, ...(alsoUnder[kind] ?? [])]
}

/** The item of an agenda under which one of that kind stands; undefined where it gets a place of its own. */
export function sectionFor(kind: ItemKind, items: readonly NumberedItem[]): NumberedItem | undefined {
  const candidates = items.filter(({ item }) => canHold(item))
  for (const place of placesOf(kind)) {
    const section = candidates.find(({ item }) => item.kind === place)
    if (section !== undefined) return section
  }
  return undefined
}

/** What is about one proposal, or the minutes of one meeting, holds no others. */
function canHold({ parent_id, proposal_id, title }: NumberedItem['item']): boolean {
  return parent_id === null && proposal_id === null && !title.startsWith(minutesTitle(''))
}

/**
 * Whether it is this body of a code that considers what is of that kind: one whose usual agenda has the first place for
 * it that any body of the code has; every one where none has a place.
 */
export function considers(
  bodyId: string,
  kind: ItemKind,
  templates: readonly { bodyId: string; kind: ItemKind }[],
): boolean {
  const first = placesOf(kind).find((place) => templates.some((item) => item.kind === place))
  return first === undefined || templates.some((item) => item.kind === first && item.bodyId === bodyId)
}
