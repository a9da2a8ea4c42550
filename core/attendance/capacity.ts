import type { Reader } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import { membershipRoles, type Capacity, type MembershipRole } from '../contract/words.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'

export interface Standing {
  capacity: Capacity
  seatId: string | null
}

interface MembershipRow {
  role: MembershipRole
  seat_id: string | null
  member_present: number
}

/**
 * In what capacity somebody attends, by the memberships in force on the first day: as member, else as standing
 * alternate, else by role, else as an invitee. Who is alternate for several seats stands for the first whose
 * member is not in the room; the others they carry.
 */
export function usualStanding(db: Reader, meeting: MeetingRow, personId: string): Standing {
  const memberships = db.all<MembershipRow>(
    `SELECT membership.role, membership.seat_id, EXISTS (
         SELECT 1 FROM attendance JOIN attendance_interval ON attendance_interval.attendance_id = attendance.id
         WHERE attendance.meeting_id = ? AND attendance.seat_id = membership.seat_id
           AND attendance.capacity = 'member' AND attendance_interval.left_at IS NULL) AS member_present
     FROM membership LEFT JOIN seat ON seat.id = membership.seat_id
     WHERE membership.body_id = ? AND membership.person_id = ?
       AND membership.effective_from <= ? AND (membership.effective_to IS NULL OR membership.effective_to >= ?)
       AND (seat.id IS NULL OR
         seat.effective_from <= ? AND (seat.effective_to IS NULL OR seat.effective_to >= ?))
     ORDER BY member_present, seat.position, membership.id`,
    meeting.id,
    meeting.body_id,
    personId,
    ...Array<string>(4).fill(meeting.starts_on),
  )
  // The list of roles is in the order of their weight.
  for (const role of membershipRoles) {
    const membership = memberships.find((row) => row.role === role)
    if (membership !== undefined) return { capacity: role, seatId: membership.seat_id }
  }
  return { capacity: 'invitee', seatId: null }
}

/**
 * The capacity that is asked for, filled up from the usual one: a seat alone makes whoever is not its member an
 * alternate for it; a capacity alone keeps the seat where it needs one.
 * @throws PanelbookError `bad-input` for a member or alternate without a seat, `not-found` for a seat that is not
 *   the body's or not in force
 */
export function chosenStanding(
  db: Reader,
  meeting: MeetingRow,
  usual: Standing,
  asked: { capacity?: Capacity | undefined; seatId?: string | null | undefined },
): Standing {
  const isForSeat = (capacity: Capacity) => capacity === 'member' || capacity === 'alternate'
  const seatId =
    asked.seatId !== undefined
      ? asked.seatId
      : asked.capacity === undefined || isForSeat(asked.capacity) || asked.capacity === usual.capacity
        ? usual.seatId
        : null
  const isAnotherSeat = seatId !== null && seatId !== usual.seatId
  const capacity = asked.capacity ?? (isAnotherSeat ? 'alternate' : usual.capacity)
  if (isForSeat(capacity) && seatId === null)
    throw badInput('seatId', `a ${capacity} sits for a seat; name it`)
  if (seatId !== null) requireSeat(db, meeting, seatId)
  return { capacity, seatId }
}

/** A seat of the body in force on the first day. @throws PanelbookError `not-found` */
export function requireSeat(db: Reader, meeting: MeetingRow, seatId: string): void {
  const seat = db.get(
    `SELECT 1 FROM seat WHERE id = ? AND body_id = ? AND effective_from <= ?
       AND (effective_to IS NULL OR effective_to >= ?)`,
    seatId,
    meeting.body_id,
    meeting.starts_on,
    meeting.starts_on,
  )
  if (seat === undefined) {
    throw new PanelbookError(
      'not-found',
      `${meeting.body_short_name} has no such seat on the day of the meeting.`,
    )
  }
}
