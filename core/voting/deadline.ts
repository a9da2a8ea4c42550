import { badInput, PanelbookError } from '../contract/errors.ts'
import type { PositionValue } from '../contract/words.ts'
import { shortDay } from '../timetable/day-in-words.ts'
import type { QuestionView } from '../contract/voting.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

/** What somebody can answer; everything else says why there is no answer. */
const answers: readonly PositionValue[] = ['for', 'against', 'abstain']

/** An instant as a deadline is written: "Fri 30 Dec 2016, 17:00". */
export function deadlineWords(deadline: string): string {
  return `${shortDay(deadline.slice(0, 10))}, ${deadline.slice(11, 16)}`
}

/** Whether a deadline had passed at some instant. What comes at its very minute is in time. */
export function isPast(deadline: string, at: string): boolean {
  return Date.parse(at) > Date.parse(deadline)
}

/**
 * Why nobody gives a position on a question any more, in a sentence; null while positions are taken. After a deadline
 * that is so of what somebody can answer alone.
 */
export function whyNoPositions({ withdrawn, round }: QuestionView, now: string): string | null {
  if (withdrawn !== null) return 'The question was withdrawn.'
  if (round.state !== 'open')
    return 'The vote is closed: a position in it can only be corrected, with the reason.'
  if (round.deadline === null || !isPast(round.deadline, now)) return null
  const deadline = deadlineWords(round.deadline)
  return `The deadline was ${deadline}: for, against and abstain are not taken any more.`
}

/**
 * After the deadline of a written resolution nobody answers any more (rule 11 of the field). That no vote was recorded
 * can always be said, and a position that did come in time is held as a written one, with the time when it came.
 * @throws PanelbookError `vote-closed`
 */
export function refuseLateAnswer({ round, name }: VoteAtHand, value: PositionValue, now: string): void {
  const { deadline } = round
  if (deadline === null || !isPast(deadline, now) || !answers.includes(value)) return
  const problem = `the deadline was ${deadlineWords(deadline)}`
  throw new PanelbookError('vote-closed', `Positions on ${name} are not taken any more: ${problem}.`, {
    safe: 'Nothing was changed.',
    remedy:
      'Hold a position that came in time as a written one, with the time when it came. For the others record that no vote was recorded, or move the deadline.',
  })
}

/**
 * A letter that answers a written resolution came after it went round and by its deadline.
 * @throws PanelbookError `vote-closed` for one that came too late, `bad-input` naming the field
 */
export function requireLetterInTime(
  { meeting, question, round, name }: VoteAtHand,
  letter: { kind: string; receivedAt: string },
  now: string,
): void {
  const { kind, receivedAt } = letter
  const { deadline } = round
  if (deadline === null) return
  if (kind !== '' && kind !== question.kind_key) {
    throw badInput(
      'kind',
      `${meeting.number} asks another question`,
      `${meeting.number} asks another question.`,
    )
  }
  if (Date.parse(receivedAt) > Date.parse(now)) throw badInput('receivedAt', 'lies in the future')
  if (receivedAt.slice(0, 10) < meeting.starts_on) {
    throw badInput('receivedAt', `is before it went round, on ${shortDay(meeting.starts_on)}`)
  }
  if (!isPast(deadline, receivedAt)) return
  const problem = `it came after the deadline, ${deadlineWords(deadline)}`
  throw new PanelbookError('vote-closed', `The position on ${name} came too late: ${problem}.`, {
    safe: 'Nothing was changed.',
    remedy: 'Record that no vote was recorded, or move the deadline.',
    fields: [{ field: 'receivedAt', problem }],
  })
}
