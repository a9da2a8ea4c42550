import type { Reader } from '../../db/store-types.ts'
import { badInput } from '../contract/errors.ts'
import type { AgendaLine } from '../contract/meetings.ts'
import type { OnwardMeetings } from '../contract/onward.ts'
import { onwardOutcomes, outcomeWords, type Outcome } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import { meetingName, type MeetingRow } from '../meetings/meeting-row.ts'
import { meetingsToCome, type MeetingToCome } from '../meetings/next-meeting.ts'
import { capital } from '../sentence.ts'
import { shortDay } from '../timetable/day-in-words.ts'
import type { ItemRow } from './item-row.ts'

const theNext = 'the next meeting'

/** Where an item goes, in words; null for one that goes nowhere. */
export function goesTo(item: ItemRow): AgendaLine['goesTo'] {
  if (!onwardOutcomes.includes(item.outcome)) return null
  const { next_meeting_id: meetingId, next_number: number, next_starts_on: startsOn } = item
  const where =
    number === null || startsOn === null ? theNext : inWords({ form: 'meeting', number, startsOn })
  return { meetingId, sentence: `goes to ${where}` }
}

/** The meetings to which an item of this one can go on, as they are chosen. */
export function onwardChoices(db: Reader, meeting: MeetingRow): OnwardMeetings {
  const meetings = onwardMeetings(db, meeting)
  return {
    choices: [
      ...meetings.map((each) => ({ meetingId: each.id, label: capital(inWords(each)) })),
      { meetingId: null, label: `${capital(theNext)}, whichever that is` },
    ],
    usual: meetings[0]?.id ?? null,
  }
}

/** What becomes of items: with which outcome, why, and where they go. */
interface Becoming {
  outcome: Outcome | null
  reason: string
  nextMeetingId?: string | null | undefined
}

/**
 * Writes the outcome of items of one meeting.
 * @returns what became of them, in words: "deferred, to meeting 200"
 * @throws PanelbookError `bad-input` naming `nextMeetingId`
 */
export function writeOutcome(
  { db }: Pick<CommandContext, 'db'>,
  meeting: MeetingRow,
  items: readonly ItemRow[],
  { outcome, reason, nextMeetingId }: Becoming,
): string {
  const next = meetingToGoTo(db, meeting, outcome, nextMeetingId)
  const after = { outcome, outcome_reason: reason, next_meeting_id: next?.id ?? null }
  for (const item of items) {
    const isSame =
      item.outcome === after.outcome &&
      item.outcome_reason === after.outcome_reason &&
      item.next_meeting_id === after.next_meeting_id
    if (!isSame) db.update('agenda_item', item.id, after)
  }
  if (outcome === null) return ''
  return `${outcomeWords[outcome].toLowerCase()}${next === undefined ? '' : `, to ${meetingName(next)}`}`
}

function meetingToGoTo(
  db: Reader,
  meeting: MeetingRow,
  outcome: Outcome | null,
  id: string | null | undefined,
): MeetingToCome | undefined {
  if (!onwardOutcomes.includes(outcome)) {
    if (id === undefined) return undefined
    throw badInput(
      'nextMeetingId',
      'is only for what is deferred, not reached or returned',
      'Only an item that is deferred, not reached or returned goes on to another meeting.',
    )
  }
  if (id === null) return undefined
  const meetings = onwardMeetings(db, meeting)
  if (id === undefined) return meetings[0]
  const next = meetings.find((each) => each.id === id)
  if (next !== undefined) return next
  throw badInput(
    'nextMeetingId',
    'is not a meeting of this body that is still to come',
    `An item of ${meetingName(meeting)} can only go on to a later meeting of ${meeting.body_name} that is not closed.`,
  )
}

/** The body's meetings to which an item of this one can go on, soonest first. */
function onwardMeetings(db: Reader, meeting: MeetingRow): MeetingToCome[] {
  const { starts_on: day, start_time: time, id: meetingId } = meeting
  return meetingsToCome(db, meeting.body_id, { day, time, meetingId })
}

function inWords(meeting: Pick<MeetingToCome, 'form' | 'number' | 'startsOn'>): string {
  return `${meetingName(meeting)}, ${shortDay(meeting.startsOn)}`
}
