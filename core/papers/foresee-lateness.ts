import type { Reader } from '../../db/store-types.ts'
import type { CallOutput, CheckedInput } from '../contract/calls.ts'
import type { BodyKind } from '../contract/words.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { shortDay } from '../timetable/day-in-words.ts'
import { paperDeadlineOf } from './lateness.ts'

/**
 * Whether what comes in on a day is late for a meeting, in words, and with which phrases bodies of its kind accept that.
 * @throws PanelbookError `not-found`
 */
export function foreseeLateness(
  db: Reader,
  { meetingId, receivedOn, what }: CheckedInput<'paper.lateness'>,
  now: string,
): CallOutput<'paper.lateness'> {
  const meeting = meetingRow(db, meetingId)
  const deadline = paperDeadlineOf(meeting)
  const kind = db.get<{ kind: BodyKind }>('SELECT kind FROM body WHERE id = ?', meeting.body_id)?.kind
  const acceptances = phrases(nouns[kind ?? 'committee'], what)
  if (deadline === null) return { isLate: false, sentence: '', acceptances }
  const isLate = (receivedOn ?? now.slice(0, 10)) > deadline.day
  const due = shortDay(deadline.day)
  return {
    isLate,
    sentence: isLate ? `Late: papers were due ${due}.` : `In time: papers are due ${due}.`,
    acceptances,
  }
}

/** What a body calls itself in its minutes. */
const nouns: Record<BodyKind, string> = {
  panel: 'Panel',
  'change-board': 'Change Board',
  'sub-committee': 'Sub-Committee',
  workgroup: 'Workgroup',
  committee: 'Committee',
}

/** The usual phrase first. They stand in the middle of a sentence. */
function phrases(body: string, what: 'paper' | 'item'): string[] {
  return [
    `accepted by the ${body} as a late ${what}`,
    `accepted by the ${body} at short notice, without objection`,
    'accepted by the chair before the meeting',
  ]
}
