import type { Reader } from '../../../db/store-types.ts'
import type { CheckedInput } from '../../contract/calls.ts'
import { badInput } from '../../contract/errors.ts'
import type { Meeting } from '../../contract/meetings.ts'
import type { CommandContext } from '../../handler.ts'
import type { MeetingRow } from '../meeting-row.ts'
import { findBeforeClosing } from './findings.ts'

/** What was left when a meeting closed, in the order of the check. */
export function readLeft(db: Reader, meetingId: string): Meeting['leftAtClosing'] {
  return db.all<Meeting['leftAtClosing'][number]>(
    'SELECT sentence, reason FROM left_at_closing WHERE meeting_id = ? ORDER BY position',
    meetingId,
  )
}

/**
 * Keeps what is left when a meeting closes, each with the reason that was given.
 * @throws PanelbookError `bad-input` where reasons are given, but not one for each of what is left, or for something
 *   that is not
 */
export function keepWhatIsLeft(
  { db, nextId, now }: CommandContext,
  meeting: MeetingRow,
  reasons: CheckedInput<'meeting.close'>['reasons'],
): void {
  const left = findBeforeClosing(db, meeting, now)
  const reasonOf = new Map(reasons?.map(({ finding, reason }) => [finding, reason]))
  reasons?.forEach(({ finding }, index) => {
    if (!left.some(({ key }) => key === finding)) {
      throw badInput(`reasons.${index}.finding`, 'is not found any more; check the meeting again')
    }
  })
  const unexplained =
    reasons === undefined
      ? undefined
      : left.find(({ key, mustBeMended }) => !mustBeMended && !reasonOf.has(key))
  if (unexplained !== undefined) throw badInput('reasons', `there is none for: ${unexplained.sentence}`)
  left.forEach(({ key, sentence }, position) => {
    db.insert('left_at_closing', {
      id: nextId(),
      meeting_id: meeting.id,
      finding: key,
      sentence,
      reason: reasonOf.get(key) ?? '',
      position,
    })
  })
}
