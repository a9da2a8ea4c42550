import type { Attendee, Room, SeatInRoom } from '../../core/contract/meetings.ts'

export interface SeatGroup {
  id: string
  name: string
  votes: number
  votesInRoom: number
  /** In order; a seat for which nobody is on the list has no attendees. */
  seats: { seat: SeatInRoom; attendees: Attendee[] }[]
}

/** The seats by constituency, in their order, each with its member first and then those who come in the member's place. */
export function seatGroups(room: Room): SeatGroup[] {
  const names = new Map(room.constituencies.map(({ id, name }) => [id, name]))
  const groups: SeatGroup[] = []
  for (const seat of room.seatList) {
    const id = seat.constituencyId ?? ''
    let group = groups.find((each) => each.id === id)
    if (group === undefined) {
      group = { id, name: names.get(id) ?? 'Seats', votes: 0, votesInRoom: 0, seats: [] }
      groups.push(group)
    }
    group.votes += seat.votes
    if (seat.standing !== 'nobody') group.votesInRoom += seat.votes
    group.seats.push({
      seat,
      attendees: room.attendees.filter(({ seatId }) => seatId === seat.seatId).sort(membersFirst),
    })
  }
  return groups
}

function membersFirst(one: Attendee, other: Attendee): number {
  return Number(other.capacity === 'member') - Number(one.capacity === 'member')
}
