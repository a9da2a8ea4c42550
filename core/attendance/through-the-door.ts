import type { Reader } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { Presence } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import type { AttendanceRow } from './attendance-row.ts'

interface IntervalRow {
  id: string
  arrived_at: string
  left_at: string | null
}

/** What each presence is called in the history: "KB arrived". */
export const doorWords: Record<Presence, string> = {
  present: 'arrived',
  left: 'left',
  apologies: 'sent apologies',
  expected: 'expected',
}

/**
 * Records that an attendee arrived, left, sent apologies or is expected after all.
 * @throws PanelbookError `not-in-room` for the leaving of somebody who is not there, `bad-input` for an instant
 *   before the arrival or for apologies of somebody who is or was there, `conflict` for an arrival on which
 *   something rests
 */
export function throughTheDoor(
  context: Pick<CommandContext, 'db' | 'nextId'>,
  meeting: MeetingRow,
  attendance: AttendanceRow,
  presence: Presence,
  at: string,
): void {
  const { db } = context
  const intervals = db.all<IntervalRow>(
    'SELECT id, arrived_at, left_at FROM attendance_interval WHERE attendance_id = ? ORDER BY id',
    attendance.id,
  )
  const open = intervals.find(({ left_at }) => left_at === null)
  const who = attendance.initials
  switch (presence) {
    case 'present':
      setApologies(db, attendance, 0)
      if (open !== undefined) return
      refuseOverlap(intervals, who, at)
      db.insert('attendance_interval', {
        id: context.nextId(),
        attendance_id: attendance.id,
        arrived_at: at,
        arrived_item_id: meeting.current_item_id,
      })
      return
    case 'left':
      if (open === undefined)
        throw new PanelbookError('not-in-room', `${who} is not in the room and cannot leave it.`)
      if (Date.parse(at) < Date.parse(open.arrived_at)) {
        throw badInput('at', `is before ${who} arrived`, `${who} cannot leave before arriving.`)
      }
      db.update('attendance_interval', open.id, { left_at: at, left_item_id: meeting.current_item_id })
      return
    case 'apologies':
      if (intervals.length > 0) {
        const problem = `${who} has been in the room; take the arrival back first if it was wrong`
        throw badInput('presence', problem, `${problem}.`)
      }
      setApologies(db, attendance, 1)
      return
    case 'expected':
      setApologies(db, attendance, 0)
      if (open !== undefined) takeArrivalBack(db, attendance, open)
      else if (intervals.length > 0) {
        throw new PanelbookError('conflict', `${who} has been in the room and left again.`, {
          remedy: 'Undo the leaving, or record that they came back.',
        })
      }
  }
}

function setApologies(db: CommandContext['db'], attendance: AttendanceRow, apologies: 0 | 1): void {
  if (attendance.apologies !== apologies) db.update('attendance', attendance.id, { apologies })
}

function refuseOverlap(intervals: readonly IntervalRow[], who: string, at: string): void {
  const last = intervals.at(-1)?.left_at
  if (last !== null && last !== undefined && Date.parse(at) < Date.parse(last)) {
    throw badInput('at', `is before ${who} last left`, `${who} cannot come back before leaving.`)
  }
}

/** A wrong arrival goes as if it had not been, unless a position was cast since. */
function takeArrivalBack(db: CommandContext['db'], attendance: AttendanceRow, open: IntervalRow): void {
  if (hasVotedSince(db, attendance.id, open.arrived_at)) {
    throw new PanelbookError('conflict', `${attendance.initials} has voted since arriving.`, {
      safe: 'Nothing was changed.',
      remedy: 'Take the positions back first, or record that they left.',
    })
  }
  db.remove('attendance_interval', open.id)
}

function hasVotedSince(db: Reader, attendanceId: string, since: string): boolean {
  const positions = db.all<{ at: string }>(
    `SELECT recorded_at AS at FROM position WHERE cast_by_id = ? AND value <> 'pending'
     UNION ALL SELECT opened_at FROM vote_round WHERE cast_by_id = ?`,
    attendanceId,
    attendanceId,
  )
  return positions.some(({ at }) => Date.parse(at) >= Date.parse(since))
}
