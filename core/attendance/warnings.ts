import type { Reader } from '../../db/store-types.ts'
import type { NumberedItem } from '../agenda/agenda-view.ts'
import type { Room } from '../contract/meetings.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { listed } from '../voting/vote-words.ts'
import { plannedVotes, timeOfDay, type PlannedVote } from './planned-votes.ts'
import { quorumAmong, type BodyQuorum } from './room-quorum.ts'
import type { Roll, RollRow } from './roll.ts'
import { supposing } from './what-if.ts'

type Warning = Room['warnings'][number]

/** How many items a sentence names; of the others it says how many there are. */
const mostNamed = 4

/**
 * Which votes on the agenda would be inquorate, in sentences: those that are left while there is no quorum now, and
 * those that will be reached after somebody has left as they said they would. Of those who leave, the sentence names
 * those with whom the quorum goes. Before the meeting opens everybody who is expected counts as there.
 */
export function warningsOf(
  db: Reader,
  meeting: MeetingRow,
  items: readonly NumberedItem[],
  roll: Roll,
  body: BodyQuorum,
  now: string,
): Warning[] {
  if (meeting.state === 'closed') return []
  const there = roll.attendees.filter((row) => isCounted(meeting, row))
  const leaving = there.filter((row) => row.leaves_at !== null)
  if (meeting.state === 'planned' && leaving.length === 0) return []
  const isQuorate = quorumAmong(body, roll.seats).met
  const counted = new Set(there.map(({ person_id }) => person_id))
  const votes = plannedVotes(db, meeting, items, now)
  const stays = (gone: ReadonlySet<string>) => (vote: PlannedVote) =>
    quorumAmong(
      body,
      supposing(roll.seats, {
        isPresent: (personId) => counted.has(personId) && !gone.has(personId),
        isRecused: (attendanceId) => vote.recused.has(attendanceId),
      }),
    ).met
  const isQuorateNow = stays(new Set())
  const lostNow = meeting.state === 'open' ? votes.filter((vote) => !isQuorateNow(vote)) : []
  const warnings: Warning[] =
    lostNow.length === 0
      ? []
      : [
          {
            sentence: `${isQuorate ? 'Not quorate on' : 'Left for decision without a quorum:'} ${itemWords(lostNow)}.`,
            itemIds: lostNow.map(({ itemId }) => itemId),
          },
        ]
  let open = votes.filter((vote) => vote.startsAt !== null && isQuorateNow(vote))
  const gone = new Set<string>()
  const byTime = Map.groupBy(
    leaving.toSorted((one, other) => (one.leaves_at ?? '').localeCompare(other.leaves_at ?? '')),
    (row) => row.leaves_at ?? '',
  )
  for (const [time, rows] of byTime) {
    for (const row of rows) gone.add(row.person_id)
    const isKept = stays(gone)
    const lost = open.filter(
      (vote) =>
        vote.itemId !== meeting.current_item_id && (vote.startsAt ?? 0) >= timeOfDay(time) && !isKept(vote),
    )
    if (lost.length === 0) continue
    open = open.filter((vote) => !lost.includes(vote))
    warnings.push({
      sentence: `${leaveWords(rows)} ${time}: ${itemsWouldBe(lost)} inquorate.`,
      itemIds: lost.map(({ itemId }) => itemId),
    })
  }
  return warnings
}

/** Whether somebody counts as there: in the room, or expected while the meeting has not begun. */
function isCounted(meeting: MeetingRow, row: RollRow): boolean {
  if (row.is_present === 1) return true
  return meeting.state === 'planned' && row.has_been === 0 && row.apologies === 0
}

function leaveWords(rows: readonly RollRow[]): string {
  return `${listed(rows.map(({ initials }) => initials))} ${rows.length === 1 ? 'leaves' : 'leave'}`
}

/** "items 199.9 (a) and 199.12 (a) would be". */
export function itemsWouldBe(votes: readonly PlannedVote[]): string {
  return `${votes.length === 1 ? 'item' : 'items'} ${itemWords(votes)} would be`
}

/** "199.9 (a) and 199.12 (a)", "199.6 (a), 199.6 (b), 199.9 (a), 199.9 (b) and 3 more". */
export function itemWords(votes: readonly PlannedVote[]): string {
  const labels = votes.map(({ label }) => label)
  if (labels.length <= mostNamed + 1) return listed(labels)
  return listed([...labels.slice(0, mostNamed), `${labels.length - mostNamed} more`])
}
