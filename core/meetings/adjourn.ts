import type { Reader } from '../../db/store-types.ts'
import { startClock, stopClock } from '../agenda/item-clock.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from './meeting-row.ts'

/** One stretch in which a meeting sat, or sits. */
export interface SittingRow {
  id: string
  started_at: string
  ended_at: string | null
  /** Why it was adjourned after this stretch. */
  reason: string
}

/** The sittings of a meeting, oldest first. */
export function sittingRows(db: Reader, meetingId: string): SittingRow[] {
  return db.all<SittingRow>(
    'SELECT id, started_at, ended_at, reason FROM sitting WHERE meeting_id = ? ORDER BY started_at, id',
    meetingId,
  )
}

/** Whether an open meeting does not sit at the moment. A written resolution has no sittings to adjourn. */
export function isAdjourned(
  meeting: Pick<MeetingRow, 'form' | 'state'>,
  sittings: readonly SittingRow[],
): boolean {
  return meeting.form === 'meeting' && meeting.state === 'open' && sittings.at(-1)?.ended_at !== null
}

/** When an adjourned meeting last sat: one that does not resume ended then. Null while it sits. */
export function endOfSitting(db: Reader, meeting: MeetingRow): string | null {
  const sittings = sittingRows(db, meeting.id)
  return isAdjourned(meeting, sittings) ? (sittings.at(-1)?.ended_at ?? null) : null
}

/** @throws PanelbookError `meeting-not-open` while the meeting is adjourned */
export function requireSitting(db: Reader, meeting: MeetingRow): void {
  if (!isAdjourned(meeting, sittingRows(db, meeting.id))) return
  throw new PanelbookError('meeting-not-open', `Meeting ${meeting.number} is adjourned.`, {
    safe: 'Nothing was changed.',
    remedy: 'Resume the meeting first.',
  })
}

/**
 * Ends the sitting. Votes that are open stay open, and who is in the room stays recorded as there.
 * @throws PanelbookError `meeting-not-open` where it is adjourned already, `bad-input` for an instant before this
 *   sitting or the item at hand began
 */
export function adjournMeeting(
  context: CommandContext,
  meeting: MeetingRow,
  { at, reason }: { at: string; reason: string },
): void {
  requireSitting(context.db, meeting)
  const sitting = sittingRows(context.db, meeting.id).at(-1)
  if (sitting === undefined) throw new PanelbookError('internal', 'An open meeting has no sitting.')
  refuseBefore(at, sitting.started_at, 'is before this sitting began')
  stopClock(context, meeting.id, at)
  context.db.update('sitting', sitting.id, { ended_at: at, reason })
}

/**
 * Begins another sitting, at the item at which the last one stopped.
 * @throws PanelbookError `already-exists` where the meeting sits, `bad-input` for an instant before it was adjourned
 */
export function resumeMeeting(context: CommandContext, meeting: MeetingRow, at: string): void {
  const { db, nextId } = context
  const last = sittingRows(db, meeting.id).at(-1)
  if (last === undefined || last.ended_at === null) {
    throw new PanelbookError('already-exists', `Meeting ${meeting.number} is sitting; it was not adjourned.`)
  }
  refuseBefore(at, last.ended_at, 'is before the meeting was adjourned')
  db.insert('sitting', { id: nextId(), meeting_id: meeting.id, started_at: at })
  if (meeting.current_item_id !== null) startClock(context, meeting, meeting.current_item_id, at)
}

function refuseBefore(at: string, earliest: string, problem: string): void {
  if (Date.parse(at) < Date.parse(earliest)) throw badInput('at', problem, `This time ${problem}.`)
}
