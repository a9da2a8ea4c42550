import type { Reader } from '../../db/store-types.ts'
import type { Attendee, Room, SeatInRoom } from '../contract/meetings.ts'
import type { Presence } from '../contract/words.ts'
import type { NumberedItem } from '../agenda/agenda-view.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { electorate, type Entitlement } from '../voting/electorate.ts'
import {
  quorumAmong,
  quorumOfResolution,
  readBodyQuorum,
  readConstituencies,
  type ConstituencyRow,
} from './room-quorum.ts'
import { readRoll, type Roll, type RollRow } from './roll.ts'
import { warningsOf } from './warnings.ts'

interface IntervalRow {
  attendance_id: string
  arrived_at: string
  arrived_item_id: string | null
  left_at: string | null
  left_item_id: string | null
}

/**
 * Who is in the room, and what votes can be exercised there at the current item. Of a closed meeting it is the
 * room as it was when the meeting closed. A written resolution has seats and members and nobody in a room.
 * @param now the instant, from which it is told when each item will be reached
 */
export function roomOf(db: Reader, meeting: MeetingRow, items: readonly NumberedItem[], now: string): Room {
  const labels = new Map(items.map(({ item, fullLabel }) => [item.id, fullLabel]))
  const roll = readRoll(db, meeting, meeting.current_item_id)
  const constituencies = readConstituencies(db, meeting.body_id)
  const entitlements = electorate(roll.seats)
  const exercisable = entitlements.filter(({ canVote }) => canVote)
  const body = readBodyQuorum(db, meeting.body_id, constituencies)
  const met = quorumAmong(body, roll.seats)
  const isMeeting = meeting.form === 'meeting'
  return {
    people: roll.attendees.filter(({ is_present }) => is_present === 1).length,
    quorumPeople: met.people,
    seats: exercisable.length,
    votes: votesOf(exercisable),
    allVotes: votesOf(entitlements),
    quorum: isMeeting
      ? { isMet: met.met, needed: met.needed, counts: body.rule.counts, sentence: met.sentence }
      : { isMet: true, needed: 0, counts: body.rule.counts, sentence: quorumOfResolution },
    warnings: isMeeting ? warningsOf(db, meeting, items, roll, body, now) : [],
    constituencies: constituencies.map((row) => inConstituency(row, exercisable)),
    seatList: entitlements.map(seatInRoom),
    attendees: readAttendees(db, meeting, roll, entitlements, labels),
    carriedVotes: carriedVotes(roll),
  }
}

function votesOf(entitlements: readonly Entitlement[]): number {
  return entitlements.reduce((sum, { seat }) => sum + seat.votes, 0)
}

function inConstituency(
  row: ConstituencyRow,
  exercisable: readonly Entitlement[],
): Room['constituencies'][number] {
  const own = exercisable.filter(({ seat }) => seat.constituencyId === row.id)
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    present: new Set(own.map(({ holder }) => holder?.personId)).size,
    votes: votesOf(own),
  }
}

function seatInRoom({ seat, canVote, basis, holder }: Entitlement): SeatInRoom {
  return {
    seatId: seat.seatId,
    name: seat.name,
    constituencyId: seat.constituencyId,
    votes: seat.votes,
    standing: canVote && basis !== 'written' ? basis : 'nobody',
    castBy:
      canVote && holder !== null
        ? { attendanceId: holder.attendanceId, initials: holder.initials, name: holder.name }
        : null,
    member: seat.member,
  }
}

/** Those with a seat first, in the order of the seats; then the others as they came onto the list. */
function readAttendees(
  db: Reader,
  meeting: MeetingRow,
  roll: Roll,
  entitlements: readonly Entitlement[],
  labels: ReadonlyMap<string, string>,
): Attendee[] {
  const intervals = Map.groupBy(
    db.all<IntervalRow>(
      `SELECT attendance_id, arrived_at, arrived_item_id, left_at, left_item_id
       FROM attendance JOIN attendance_interval ON attendance_interval.attendance_id = attendance.id
       WHERE attendance.meeting_id = ? ORDER BY unixepoch(arrived_at, 'subsec'), attendance_interval.id`,
      meeting.id,
    ),
    (row) => row.attendance_id,
  )
  const order = new Map(roll.seats.map(({ seatId }, index) => [seatId, index]))
  const placeOf = (row: RollRow) =>
    row.seat_id === null
      ? order.size
      : (order.get(row.seat_id) ?? order.size) + (row.capacity === 'alternate' ? 0.5 : 0)
  const labelOf = (itemId: string | null) => (itemId === null ? null : (labels.get(itemId) ?? null))
  return roll.attendees
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((row) => ({
      attendanceId: row.id,
      personId: row.person_id,
      name: row.name,
      initials: row.initials,
      organisation: row.organisation,
      capacity: row.capacity,
      seatId: row.seat_id,
      presence: presenceOf(row),
      isRemote: row.is_remote === 1,
      leavesAt: row.leaves_at,
      intervals: (intervals.get(row.id) ?? []).map((interval) => ({
        arrivedAt: interval.arrived_at,
        arrivedAtItem: labelOf(interval.arrived_item_id),
        leftAt: interval.left_at,
        leftAtItem: labelOf(interval.left_item_id),
      })),
      carries: entitlements
        .filter(({ basis, holder }) => basis === 'carried' && holder?.attendanceId === row.id)
        .map(({ seat }) => seat.seatId),
    }))
}

/** What is known of somebody's presence; in the room counts before everything else. */
export function presenceOf(row: Pick<RollRow, 'is_present' | 'has_been' | 'apologies'>): Presence {
  if (row.is_present === 1) return 'present'
  if (row.has_been === 1) return 'left'
  return row.apologies === 1 ? 'apologies' : 'expected'
}

function carriedVotes(roll: Roll): Room['carriedVotes'] {
  const seats = new Map(roll.seats.map((seat) => [seat.seatId, seat]))
  const attendees = new Map(roll.attendees.map((row) => [row.id, row]))
  const initialsOf = (personId: string, member: SeatInRoom['member']) =>
    roll.attendees.find(({ person_id }) => person_id === personId)?.initials ??
    (member?.personId === personId ? member.initials : null)
  return roll.carried.map((row) => {
    const seat = seats.get(row.seat_id)
    return {
      id: row.id,
      seatId: row.seat_id,
      seat: seat?.name ?? '',
      givenBy:
        row.given_by_person_id === null ? null : initialsOf(row.given_by_person_id, seat?.member ?? null),
      carrier: { attendanceId: row.carrier_id, initials: attendees.get(row.carrier_id)?.initials ?? '' },
      givenAt: row.given_at,
      endedAt: row.ended_at,
      note: row.note,
    }
  })
}
