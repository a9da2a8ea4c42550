import type { Reader } from '../../db/store-types.ts'
import type { NumberedItem } from '../agenda/agenda-view.ts'
import type { ItemKind } from '../contract/words.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'

/** An item for decision that is still to be decided. */
export interface PlannedVote {
  itemId: string
  /** Its number as a sentence names it: 199.9 (a). */
  label: string
  /** Attendances that are recused from it. */
  recused: ReadonlySet<string>
  /** When it will come before the meeting: minutes after midnight; null where that cannot be told. */
  startsAt: number | null
}

/** Items of these kinds hold others: with nothing under them there is nothing to decide. */
const containers: ReadonlySet<ItemKind> = new Set<ItemKind>([
  'section',
  'urgent-proposals',
  'new-proposals',
  'reconsideration',
  'workgroup-issues',
  'workgroup-reports',
  'reporting-dates',
  'variation-requests',
  'final-reports',
  'any-other-business',
])

/**
 * The items for decision without an outcome and without a determination, in printed order. A section is not counted
 * beside the items that it holds.
 *
 * When each will be reached is told from the planned minutes: the item before the meeting takes what is left of its
 * own, then each item without an outcome takes its whole. Items before the current one that were passed over have no
 * time: nobody knows when they will be come back to. Before the meeting opens it is told from the planned start.
 * @param now the instant, ISO 8601 with the room's offset: its time of day is the time on the wall
 */
export function plannedVotes(
  db: Reader,
  meeting: MeetingRow,
  items: readonly NumberedItem[],
  now: string,
): PlannedVote[] {
  if (meeting.state === 'closed') return []
  const decided = new Set(
    db
      .all<{ id: string }>(
        `SELECT agenda_item.id FROM agenda_item
         JOIN determination ON determination.agenda_item_id = agenda_item.id
         WHERE agenda_item.meeting_id = ?`,
        meeting.id,
      )
      .map(({ id }) => id),
  )
  const recused = Map.groupBy(
    db.all<{ item_id: string; attendance_id: string }>(
      `SELECT agenda_item.id AS item_id, interest.attendance_id FROM agenda_item
       JOIN interest ON interest.agenda_item_id = agenda_item.id
       WHERE agenda_item.meeting_id = ? AND interest.kind = 'recused'`,
      meeting.id,
    ),
    (row) => row.item_id,
  )
  const starts = startsOf(db, meeting, items, now)
  const holding = new Set(items.map(({ item }) => item.parent_id))
  return items
    .filter(
      ({ item }) =>
        item.purpose === 'decision' &&
        item.outcome === null &&
        !decided.has(item.id) &&
        !holding.has(item.id) &&
        !(containers.has(item.kind) && item.parent_id === null && item.proposal_id === null),
    )
    .map(({ item, fullLabel }) => ({
      itemId: item.id,
      label: fullLabel,
      recused: new Set((recused.get(item.id) ?? []).map(({ attendance_id }) => attendance_id)),
      startsAt: starts.get(item.id) ?? null,
    }))
}

/** When each item that is still to come will be reached, in minutes after midnight. */
function startsOf(
  db: Reader,
  meeting: MeetingRow,
  items: readonly NumberedItem[],
  now: string,
): Map<string, number> {
  const starts = new Map<string, number>()
  const holding = new Set(items.map(({ item }) => item.parent_id))
  const current = items.findIndex(({ item }) => item.id === meeting.current_item_id)
  let clock = meeting.state === 'open' ? timeOfDay(now.slice(11, 16)) : timeOfDay(meeting.start_time)
  for (const { item } of items.slice(Math.max(0, current))) {
    if (holding.has(item.id) || item.outcome !== null) continue
    starts.set(item.id, clock)
    const taken = item.id === meeting.current_item_id ? minutesTaken(db, item.id, now) : 0
    clock += Math.max(0, item.planned_minutes - taken)
  }
  return starts
}

function minutesTaken(db: Reader, itemId: string, now: string): number {
  const timings = db.all<{ started_at: string; ended_at: string | null }>(
    'SELECT started_at, ended_at FROM item_timing WHERE agenda_item_id = ?',
    itemId,
  )
  const taken = timings.reduce(
    (sum, { started_at, ended_at }) =>
      sum + Math.max(0, Date.parse(ended_at ?? now) - Date.parse(started_at)),
    0,
  )
  return taken / 60_000
}

/** "12:30" as minutes after midnight. */
export function timeOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
