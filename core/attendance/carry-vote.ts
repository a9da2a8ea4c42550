import { PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { electorate, type ElectorateSeat } from '../voting/electorate.ts'
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
 * does so no longer.
 * @returns what was done, in words
 * @throws PanelbookError `not-found`, `not-in-room`, `not-entitled`
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
    throw new PanelbookError('not-entitled', `${filling.initials} is in the room and votes for the seat.`, {
      remedy: 'A vote can be carried once member and alternate have left.',
    })
  }
  const carrier = attendanceOf(db, meeting.id, personId)
  const known = roll.attendees.find(({ id }) => id === carrier?.id)
  if (carrier === undefined || known?.is_present !== 1) {
    const who = known?.initials ?? nameOf(db, personId)
    throw new PanelbookError('not-in-room', `${who} is not in the room, so no vote can be carried.`)
  }
  const body = db.get<{ cap: number | null; carriers: 'anyone' | 'members' }>(
    'SELECT votes_per_person_cap AS cap, carriers FROM body WHERE id = ?',
    meeting.body_id,
  )
  if (body?.carriers === 'members' && carrier.capacity !== 'member' && carrier.capacity !== 'alternate') {
    throw new PanelbookError(
      'not-entitled',
      `${carrier.initials} sits for no seat, and at ${meeting.body_short_name} only members carry votes.`,
    )
  }
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
  const votes = electorate(roll.seats)
    .filter(
      ({ seat: other, holder, basis }) =>
        carried.has(other.seatId) || (holder?.attendanceId === carrier.id && basis !== 'carried'),
    )
    .reduce((sum, { seat: other }) => sum + other.votes, 0)
  if (votes + seat.votes <= cap) return
  const most = cap === 1 ? '1 vote' : `${cap} votes`
  throw new PanelbookError(
    'not-entitled',
    `${carrier.initials} would exercise ${votes + seat.votes} votes; at ${meeting.body_short_name} nobody may exercise more than ${most}.`,
  )
}

/** @throws PanelbookError `not-found` */
function nameOf(db: CommandContext['db'], personId: string): string {
  const person = db.get<{ initials: string }>('SELECT initials FROM person WHERE id = ?', personId)
  if (person === undefined) throw new PanelbookError('not-found', 'There is no such person in this book.')
  return person.initials
}
