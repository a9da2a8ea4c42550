import type { Meeting } from '../../core/contract/meetings.ts'
import { act } from '../state/live.ts'
import { notice } from '../state/notice.ts'
import { focusOnceDrawn } from '../ui/focus-on.ts'
import { countWords } from '../ui/words.ts'
import { indentPlace, outdentPlace, stepPlace, type Place } from './places.ts'

/** Ways to move items without saying where to: one step, or a level. */
export const moves = {
  up: {
    place: (meeting: Meeting, ids: readonly string[]) => stepPlace(meeting.agenda, ids, -1),
    words: 'up',
  },
  down: {
    place: (meeting: Meeting, ids: readonly string[]) => stepPlace(meeting.agenda, ids, 1),
    words: 'down',
  },
  in: {
    place: (meeting: Meeting, ids: readonly string[]) => indentPlace(meeting.agenda, ids),
    words: 'into the section above',
  },
  out: {
    place: (meeting: Meeting, ids: readonly string[]) => outdentPlace(meeting.agenda, ids),
    words: 'out of the section',
  },
} as const
export type Move = keyof typeof moves

/** Moves items in one step, and says their new number. */
export async function moveItems(ids: readonly string[], place: Place): Promise<void> {
  const [first, ...others] = ids
  if (first === undefined) return
  const answer = await (others.length === 0
    ? act('agenda.move', { itemId: first, ...place })
    : act('agenda.move-many', { itemIds: [...ids], ...place }))
  const label = answer.ok ? answer.value.agenda.find(({ id }) => id === first)?.fullLabel : undefined
  if (label !== undefined)
    notice.announce(
      others.length === 0 ? `Now ${label}` : `${countWords(ids.length, 'item')}, the first is now ${label}`,
    )
}

/** One of the ways, where it leads anywhere. */
export async function move(meeting: Meeting, ids: readonly string[], way: Move): Promise<void> {
  const place = moves[way].place(meeting, ids)
  if (place !== null) await moveItems(ids, place)
}

/** Takes items off the agenda in one step; undo brings them back. */
export async function removeItems(ids: readonly string[]): Promise<void> {
  const [first, ...others] = ids
  if (first === undefined) return
  const answer = await (others.length === 0
    ? act('agenda.remove', { itemId: first })
    : act('agenda.remove-many', { itemIds: [...ids] }))
  // The row that had the focus has gone.
  if (answer.ok) focusOnceDrawn('agenda')
}
