import { PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { electorate, type ElectorateSeat } from '../voting/electorate.ts'
import { ownVotes } from '../voting/votes-cap.ts'
import { attendanceOf } from './attendance-row.ts'
import { requireSeat } from './capacity.ts'
import { readRoll, type CarriedRow, type Roll } from './roll.ts'

export interface Carrying {
  seatId: string
  carrierPersonId: string | null
  note: string
  at: string
}

/**
 * Lets somebody in the room carry the vote of a seat that nobody fills, or ends that. Whoever carried it before
 * does so no longer. Who may carry (`carriers`) and how much (`votesPerPersonCap`, the own vote included) are the
 * body's rules: under the BSC since April 2020 nobody exercises more than two votes; under the CUSC members pass
 * their votes to other members. A vote that was carried sleeps while its carrier is out of the room.
 * @returns what was done, in words
 * @throws PanelbookError `not-found`, `not-in-room`, `not-entitled` naming the field, with nothing changed
 */
export function carryVote(context: CommandContext, meeting: MeetingRow, carrying: Carrying): string {
  const { db, nextId } = context
  requireSeat(db, meeting, carrying.seatId)
  const roll = readRoll(db, meeting, meeting.current_item_id)
  const seat = roll.seats.find(({ seatId }) => seatId === carrying.seatId)
  if (seat === undefined) throw new PanelbookError('not-found', 'There is no such seat in this book.')
  const before = roll.carried.find(({ seat_id, ended_at }) => seat_id === seat.seatId && ended_at === null)
  const whose = seat.member?.initials ?? seat.name
  if (carrying.carrierPersonId === null) {
    if (before === undefined) throw new PanelbookError('not-found', `Nobody carries the vote of ${whose}.`)
    db.update('carried_vote', before.id, { ended_at: carrying.at })
    return `${whose}’s vote carried no more`
  }
  const carrier = requireCarrier(context, meeting, roll, seat, carrying.carrierPersonId)
  const words = `${carrier.initials} carries ${whose}’s vote`
  if (before !== undefined && before.carrier_id === carrier.id) {
    if (before.note !== carrying.note) db.update('carried_vote', before.id, { note: carrying.note })
    return words
  }
  if (before !== undefined) db.update('carried_vote', before.id, { ended_at: carrying.at })
  db.insert('carried_vote', {
    id: nextId(),
    meeting_id: meeting.id,
    seat_id: seat.seatId,
    carrier_id: carrier.id,
    given_by_person_id: seat.member?.personId ?? null,
    given_at: carrying.at,
    given_item_id: meeting.current_item_id,
    note: carrying.note,
  })
  return words
}

function requireCarrier(
  { db }: Pick<CommandContext, 'db'>,
  meeting: MeetingRow,
  roll: Roll,
  seat: ElectorateSeat,
  personId: string,
): { id: string; initials: string } {
  const filling = [...seat.principals, ...seat.alternates].find(({ isPresent }) => isPresent)
  if (filling !== undefined) {
    throw notEntitled('seatId', `${filling.initials} is in the room and votes for the seat.`, {
      remedy: 'A vote can be carried once member and alternate have left.',
    })
  }
  if (seat.member === null) {
    throw notEntitled('seatId', `The seat ${seat.name} is vacant, so nobody can give its vote to be carried.`)
  }
  const carrier = attendanceOf(db, meeting.id, personId)
  const known = roll.attendees.find(({ id }) => id === carrier?.id)
  if (carrier === undefined || known?.is_present !== 1) {
    const who = known?.initials ?? nameOf(db, personId)
    const sentence = `${who} is not in the room, so no vote can be carried.`
    throw new PanelbookError('not-in-room', sentence, {
      safe: 'Nothing was changed.',
      fields: [{ field: 'carrierPersonId', problem: sentence }],
    })
  }
  const body = db.get<{ cap: number | null; carriers: 'anyone' | 'members' }>(
    'SELECT votes_per_person_cap AS cap, carriers FROM body WHERE id = ?',
    meeting.body_id,
  )
  if (body?.carriers === 'members' && carrier.capacity !== 'member' && carrier.capacity !== 'alternate') {
    throw notEntitled(
      'carrierPersonId',
      `${carrier.initials} sits for no seat, and at ${meeting.body_short_name} only members carry votes.`,
    )
  }
  refuseCircle(roll, seat, carrier)
  refuseAboveCap(meeting, roll, seat, carrier, body?.cap ?? null)
  return carrier
}

/** Own votes and those carried, this one included, may not exceed the most that one person may exercise. */
function refuseAboveCap(
  meeting: MeetingRow,
  roll: Roll,
  seat: ElectorateSeat,
  carrier: { id: string; initials: string },
  cap: number | null,
): void {
  if (cap === null) return
  const carries = (row: CarriedRow) =>
    row.carrier_id === carrier.id && row.ended_at === null && row.seat_id !== seat.seatId
  const carried = new Set(roll.carried.filter(carries).map(({ seat_id }) => seat_id))
  const votes = roll.seats
    .filter(({ seatId }) => carried.has(seatId))
    .reduce((sum, other) => sum + other.votes, ownVotes(electorate(roll.seats)).get(carrier.id) ?? 0)
  if (votes + seat.votes <= cap) return
  const most = cap === 1 ? '1 vote' : `${cap} votes`
  throw notEntitled(
    'carrierPersonId',
    `${carrier.initials} would exercise ${votes + seat.votes} votes; at ${meeting.body_short_name} nobody may exercise more than ${most}.`,
    { remedy: 'Choose somebody else, or end a vote that they carry.' },
  )
}

/**
 * Votes may not be carried in a circle: that of the carrier's own seat, though it sleeps while they are here, may not
 * have been given to the seat whose vote they are to carry, nor by way of others to it.
 */
function refuseCircle(roll: Roll, seat: ElectorateSeat, carrier: { id: string; initials: string }): void {
  const attendees = new Map(roll.attendees.map((row) => [row.id, row]))
  const carrierOf = new Map(
    roll.carried.filter(({ ended_at }) => ended_at === null).map((row) => [row.seat_id, row.carrier_id]),
  )
  const seen = new Set<string>()
  let holder = attendees.get(carrier.id)
  while (holder !== undefined && !seen.has(holder.id)) {
    seen.add(holder.id)
    const next = attendees.get(carrierOf.get(holder.seat_id ?? '') ?? '')
    if (next?.seat_id === seat.seatId) {
      const byWay = holder.id === carrier.id ? '' : ' by way of others'
      throw notEntitled(
        'carrierPersonId',
        `The vote of ${carrier.initials} was given to ${next.initials}${byWay}, so it would be carried in a circle.`,
        { remedy: `End the carrying of ${carrier.initials}’s vote first.` },
      )
    }
    holder = next
  }
}

function notEntitled(field: string, sentence: string, more: { remedy?: string } = {}): PanelbookError {
  return new PanelbookError('not-entitled', sentence, {
    safe: 'Nothing was changed.',
    ...more,
    fields: [{ field, problem: sentence }],
  })
}

/** @throws PanelbookError `not-found` */
function nameOf(db: CommandContext['db'], personId: string): string {
  const person = db.get<{ initials: string }>('SELECT initials FROM person WHERE id = ?', personId)
  if (person === undefined) throw new PanelbookError('not-found', 'There is no such person in this book.')
  return person.initials
}
