import type { Reader } from '../../db/store-types.ts'
import type { Capacity } from '../contract/words.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import type { ElectorateSeat, Sitter } from '../voting/electorate.ts'
import { sleepAboveCap } from '../voting/votes-cap.ts'
import type { AttendanceRow } from './attendance-row.ts'

/** One attendee as the book has them. */
export interface RollRow extends AttendanceRow {
  name: string
  organisation: string
  /** In the room now; of a closed meeting, when it closed. */
  is_present: number
  /** Has been in the room. */
  has_been: number
  /** Recused from the item that was asked for. */
  is_recused: number
}

export interface CarriedRow {
  id: string
  seat_id: string
  carrier_id: string
  given_by_person_id: string | null
  given_at: string
  ended_at: string | null
  note: string
}

/** Who attends a meeting, and who could exercise the vote of which seat. */
export interface Roll {
  attendees: readonly RollRow[]
  /** Seats in force on the first day, grouped by constituency, in their order. */
  seats: readonly ElectorateSeat[]
  carried: readonly CarriedRow[]
}

interface SeatRow {
  id: string
  name: string
  constituency_id: string | null
  votes: number
}

interface MemberRow {
  seat_id: string
  person_id: string
  initials: string
  name: string
}

/** The roll of a meeting as it stands at an item. Four queries, however many seats there are. */
export function readRoll(db: Reader, meeting: MeetingRow, itemId: string | null): Roll {
  const attendees = db.all<RollRow>(
    `SELECT attendance.id, attendance.person_id, attendance.seat_id, attendance.capacity, attendance.initials,
       attendance.is_remote, attendance.apologies, attendance.leaves_at, person.name, person.organisation,
       EXISTS (SELECT 1 FROM attendance_interval WHERE attendance_id = attendance.id
         AND (left_at IS NULL OR left_at = ?)) AS is_present,
       EXISTS (SELECT 1 FROM attendance_interval WHERE attendance_id = attendance.id) AS has_been,
       EXISTS (SELECT 1 FROM interest WHERE attendance_id = attendance.id
         AND agenda_item_id = ? AND kind = 'recused') AS is_recused
     FROM attendance JOIN person ON person.id = attendance.person_id
     WHERE attendance.meeting_id = ? ORDER BY attendance.id`,
    meeting.closed_at,
    itemId,
    meeting.id,
  )
  const carried = db.all<CarriedRow>(
    `SELECT id, seat_id, carrier_id, given_by_person_id, given_at, ended_at, note
     FROM carried_vote WHERE meeting_id = ? ORDER BY id`,
    meeting.id,
  )
  const seats = readSeats(db, meeting, attendees, carried)
  const given = carried.filter(({ ended_at }) => ended_at === null).map(({ seat_id }) => seat_id)
  return { attendees, seats: sleepAboveCap(seats, given, meeting.votes_per_person_cap), carried }
}

function readSeats(
  db: Reader,
  meeting: MeetingRow,
  attendees: readonly RollRow[],
  carried: readonly CarriedRow[],
): ElectorateSeat[] {
  const seats = db.all<SeatRow>(
    `SELECT seat.id, seat.name, seat.constituency_id, seat.votes
     FROM seat LEFT JOIN constituency ON constituency.id = seat.constituency_id
     WHERE seat.body_id = ? AND seat.effective_from <= ? AND (seat.effective_to IS NULL OR seat.effective_to >= ?)
     ORDER BY seat.constituency_id IS NULL, constituency.position, seat.position, seat.id`,
    meeting.body_id,
    meeting.starts_on,
    meeting.starts_on,
  )
  const members = db.all<MemberRow>(
    `SELECT membership.seat_id, membership.person_id, person.initials, person.name
     FROM membership JOIN person ON person.id = membership.person_id
     WHERE membership.body_id = ? AND membership.role = 'member'
       AND membership.effective_from <= ? AND (membership.effective_to IS NULL OR membership.effective_to >= ?)
     ORDER BY membership.id`,
    meeting.body_id,
    meeting.starts_on,
    meeting.starts_on,
  )
  const memberOf = new Map(members.toReversed().map((member) => [member.seat_id, member]))
  const sitting = Map.groupBy(attendees, (attendee) => attendee.seat_id)
  const byId = new Map(attendees.map((attendee) => [attendee.id, attendee]))
  const carrierOf = new Map(
    carried.filter(({ ended_at }) => ended_at === null).map((row) => [row.seat_id, byId.get(row.carrier_id)]),
  )
  return seats.map((seat) => {
    const own = sitting.get(seat.id) ?? []
    const principals = own.filter(({ capacity }) => isPrincipal(capacity, meeting.chair_vote)).map(sitterOf)
    const carrier = carrierOf.get(seat.id)
    return {
      seatId: seat.id,
      name: seat.name,
      constituencyId: seat.constituency_id,
      votes: seat.votes,
      member: memberAt(principals[0], memberOf.get(seat.id), attendees),
      principals,
      alternates: own.filter(({ capacity }) => capacity === 'alternate').map(sitterOf),
      carrier: carrier === undefined ? null : sitterOf(carrier),
    }
  })
}

/** A member, or a chair with a vote of their own where the body gives the chair a full one. */
function isPrincipal(capacity: Capacity, chairVote: MeetingRow['chair_vote']): boolean {
  if (capacity === 'member') return true
  return chairVote === 'full' && (capacity === 'chair' || capacity === 'deputy-chair')
}

function memberAt(
  principal: Sitter | undefined,
  member: MemberRow | undefined,
  attendees: readonly RollRow[],
): ElectorateSeat['member'] {
  if (principal !== undefined) {
    return { personId: principal.personId, initials: principal.initials, name: principal.name }
  }
  if (member === undefined) return null
  const attendee = attendees.find(({ person_id }) => person_id === member.person_id)
  return { personId: member.person_id, initials: attendee?.initials ?? member.initials, name: member.name }
}

function sitterOf(attendee: RollRow): Sitter {
  return {
    attendanceId: attendee.id,
    personId: attendee.person_id,
    initials: attendee.initials,
    name: attendee.name,
    isPresent: attendee.is_present === 1,
    isRecused: attendee.is_recused === 1,
  }
}
