import type { Reader } from '../../db/store-types.ts'
import type { Attendee, Meeting, SeatInRoom } from '../contract/meetings.ts'
import type { RecordAttendance, RecordAttendee, RecordCarriedVote, RecordSeat } from './record-types.ts'

interface IntervalRow {
  attendance_id: string
  arrived_at: string
  arrived_item_id: string | null
  left_at: string | null
  left_item_id: string | null
}

interface Sources {
  meeting: Meeting
  labels: ReadonlyMap<string, string>
  intervals: ReadonlyMap<string, IntervalRow[]>
  organisations: ReadonlyMap<string, string>
}

/** Who attended a meeting, by seat and by capacity. `labels`: items by id, as a sentence names them. */
export function recordAttendance(
  db: Reader,
  meeting: Meeting,
  labels: ReadonlyMap<string, string>,
): RecordAttendance {
  const sources: Sources = {
    meeting,
    labels,
    intervals: readIntervals(db, meeting.id),
    organisations: readOrganisations(db, meeting),
  }
  const { seatList, attendees } = meeting.room
  const seats = seatList.map((seat) => ({
    constituencyId: seat.constituencyId,
    seat: recordSeat(seat, sources),
  }))
  const seated = new Set(seats.flatMap(({ seat }) => seat.attendees.map(({ attendanceId }) => attendanceId)))
  return {
    constituencies: groups(meeting).flatMap((group) => {
      const own = seats.filter(({ constituencyId }) => constituencyId === group.id).map(({ seat }) => seat)
      return own.length === 0 ? [] : [{ ...group, seats: own }]
    }),
    nonVoting: attendees
      .filter(
        ({ attendanceId, presence }) =>
          meeting.form === 'meeting' && !seated.has(attendanceId) && presence !== 'apologies',
      )
      .map((attendee) => recordAttendee(attendee, null, sources)),
    apologies: attendees
      .filter(({ presence }) => presence === 'apologies')
      .map(({ initials, name, organisation, seatId }) => ({
        initials,
        name,
        organisation,
        seat: seatList.find((seat) => seat.seatId === seatId)?.name ?? null,
      })),
    carriedVotes: recordCarriedVotes(db, sources),
  }
}

function groups(meeting: Meeting): { id: string | null; name: string; shortName: string }[] {
  const named = meeting.room.constituencies.map(({ id, name, shortName }) => ({ id, name, shortName }))
  return [...named, { id: null, name: '', shortName: '' }]
}

function recordSeat(seat: SeatInRoom, sources: Sources): RecordSeat {
  // Nobody attends a written resolution: it has seats and their members.
  const room = sources.meeting.form === 'meeting' ? sources.meeting.room.attendees : []
  const attendees = room.filter(({ seatId, presence }) => seatId === seat.seatId && presence !== 'apologies')
  return {
    seatId: seat.seatId,
    seat: seat.name,
    votes: seat.votes,
    member:
      seat.member === null
        ? null
        : { ...seat.member, organisation: sources.organisations.get(seat.member.personId) ?? '' },
    attendees: attendees.map((attendee) =>
      recordAttendee(
        attendee,
        attendee.capacity === 'alternate' ? (seat.member?.initials ?? null) : null,
        sources,
      ),
    ),
  }
}

function recordAttendee(attendee: Attendee, alternateFor: string | null, sources: Sources): RecordAttendee {
  const labelOf = (itemId: string | null) => (itemId === null ? null : (sources.labels.get(itemId) ?? null))
  const intervals = (sources.intervals.get(attendee.attendanceId) ?? []).map((row) => ({
    arrivedAt: row.arrived_at,
    arrivedAtItem: labelOf(row.arrived_item_id),
    leftAt: row.left_at,
    leftAtItem: labelOf(row.left_item_id),
  }))
  return {
    attendanceId: attendee.attendanceId,
    personId: attendee.personId,
    initials: attendee.initials,
    name: attendee.name,
    organisation: attendee.organisation,
    capacity: attendee.capacity,
    alternateFor,
    presence: attendee.presence,
    isRemote: attendee.isRemote,
    isPartMeeting: isPartMeeting(intervals, sources.meeting),
    intervals,
  }
}

/**
 * The roll is taken in the first minutes of a meeting: whoever is marked before or at the first item was there
 * from the beginning.
 */
function isPartMeeting(intervals: RecordAttendee['intervals'], meeting: Meeting): boolean {
  const first = intervals[0]
  const last = intervals.at(-1)
  if (first === undefined || last === undefined) return false
  const cameLate =
    first.arrivedAtItem !== null &&
    first.arrivedAtItem !== meeting.agenda[0]?.label &&
    isAfter(first.arrivedAt, meeting.openedAt)
  const leftEarly =
    last.leftAt !== null && (meeting.closedAt === null || isAfter(meeting.closedAt, last.leftAt))
  return cameLate || leftEarly || intervals.length > 1
}

function isAfter(instant: string, other: string | null): boolean {
  return other !== null && Date.parse(instant) > Date.parse(other)
}

function recordCarriedVotes(db: Reader, { meeting, labels }: Sources): RecordCarriedVote[] {
  const seats = new Map(meeting.room.seatList.map((seat) => [seat.seatId, seat]))
  const attendees = new Map(meeting.room.attendees.map((attendee) => [attendee.attendanceId, attendee]))
  const items = new Map(
    db
      .all<{ id: string; given_item_id: string | null }>(
        'SELECT id, given_item_id FROM carried_vote WHERE meeting_id = ?',
        meeting.id,
      )
      .map((row) => [row.id, row.given_item_id]),
  )
  return meeting.room.carriedVotes.map((carried) => ({
    seatId: carried.seatId,
    seat: carried.seat,
    of: carried.givenBy ?? seats.get(carried.seatId)?.member?.initials ?? null,
    by: { initials: carried.carrier.initials, name: attendees.get(carried.carrier.attendanceId)?.name ?? '' },
    givenAt: carried.givenAt,
    givenAtItem: labels.get(items.get(carried.id) ?? '') ?? null,
    endedAt: carried.endedAt,
    note: carried.note,
  }))
}

function readIntervals(db: Reader, meetingId: string): Map<string, IntervalRow[]> {
  return Map.groupBy(
    db.all<IntervalRow>(
      `SELECT attendance_id, arrived_at, arrived_item_id, left_at, left_item_id
       FROM attendance JOIN attendance_interval ON attendance_interval.attendance_id = attendance.id
       WHERE attendance.meeting_id = ? ORDER BY unixepoch(arrived_at, 'subsec'), attendance_interval.id`,
      meetingId,
    ),
    (row) => row.attendance_id,
  )
}

/** A member who is not on the list at all still has an organisation. */
function readOrganisations(db: Reader, meeting: Meeting): Map<string, string> {
  const people = meeting.room.seatList.flatMap(({ member }) => (member === null ? [] : [member.personId]))
  return new Map(
    db
      .all<{ id: string; organisation: string }>(
        'SELECT person.id, person.organisation FROM json_each(?) AS wanted JOIN person ON person.id = wanted.value',
        JSON.stringify(people),
      )
      .map((row) => [row.id, row.organisation]),
  )
}
