import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Capacity } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import type { Standing } from './capacity.ts'
import { freeInitials } from './initials.ts'

export interface AttendanceRow {
  id: string
  person_id: string
  seat_id: string | null
  capacity: Capacity
  initials: string
  is_remote: number
  apologies: number
  leaves_at: string | null
}

/** A person's attendance at a meeting, or undefined for somebody who is not an attendee of it. */
export function attendanceOf(db: Reader, meetingId: string, personId: string): AttendanceRow | undefined {
  return db.get<AttendanceRow>(
    'SELECT * FROM attendance WHERE meeting_id = ? AND person_id = ?',
    meetingId,
    personId,
  )
}

/**
 * Makes somebody an attendee, expected until they arrive. Their initials are their own, numbered where somebody
 * at this meeting has them. @throws PanelbookError `not-found` for an unknown person
 */
export function addAttendee(
  { db, nextId }: Pick<CommandContext, 'db' | 'nextId'>,
  meeting: MeetingRow,
  personId: string,
  { capacity, seatId }: Standing,
): AttendanceRow {
  const person = db.get<{ initials: string }>('SELECT initials FROM person WHERE id = ?', personId)
  if (person === undefined) throw new PanelbookError('not-found', 'There is no such person in this book.')
  const row: AttendanceRow = {
    id: nextId(),
    person_id: personId,
    seat_id: seatId,
    capacity,
    initials: freeInitials(person.initials, takenInitials(db, meeting.id)),
    is_remote: 0,
    apologies: 0,
    leaves_at: null,
  }
  db.insert('attendance', { ...row, meeting_id: meeting.id })
  return row
}

export function takenInitials(db: Reader, meetingId: string): string[] {
  return db
    .all<{ initials: string }>('SELECT initials FROM attendance WHERE meeting_id = ?', meetingId)
    .map(({ initials }) => initials)
}

/**
 * Expects everybody who belongs to the body on the first day: members in the order of the seats, then the chair,
 * the secretary and the others without a vote. Standing alternates come onto the list when they arrive. Whoever
 * is on it already stays as they are. Of a written resolution it is those with a seat, who are asked for a position.
 */
export function expectMembers(context: Pick<CommandContext, 'db' | 'nextId'>, meeting: MeetingRow): void {
  const belonging = context.db.all<{ person_id: string; seat_id: string | null; role: Capacity }>(
    `SELECT membership.person_id, membership.seat_id, membership.role
     FROM membership
     LEFT JOIN seat ON seat.id = membership.seat_id
     LEFT JOIN constituency ON constituency.id = seat.constituency_id
     WHERE membership.body_id = ? AND membership.role <> 'alternate'
       AND membership.effective_from <= ? AND (membership.effective_to IS NULL OR membership.effective_to >= ?)
       AND (seat.id IS NULL OR
         seat.effective_from <= ? AND (seat.effective_to IS NULL OR seat.effective_to >= ?))
       AND (seat.id IS NOT NULL OR ? = 'meeting')
       AND NOT EXISTS (SELECT 1 FROM attendance
         WHERE attendance.meeting_id = ? AND attendance.person_id = membership.person_id)
     ORDER BY membership.role <> 'member', seat.constituency_id IS NULL, constituency.position, seat.position,
       CASE membership.role WHEN 'chair' THEN 1 WHEN 'deputy-chair' THEN 2 WHEN 'secretary' THEN 3
         WHEN 'authority' THEN 4 ELSE 5 END, membership.id`,
    meeting.body_id,
    ...Array<string>(4).fill(meeting.starts_on),
    meeting.form,
    meeting.id,
  )
  const added = new Set<string>()
  for (const { person_id, seat_id, role } of belonging) {
    // Of several memberships the first counts: a member who is also the chair sits as a member.
    if (added.has(person_id)) continue
    added.add(person_id)
    addAttendee(context, meeting, person_id, { capacity: role, seatId: seat_id })
  }
}
