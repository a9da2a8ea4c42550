import type { Attendee, Meeting } from '../../core/contract/meetings.ts'
import { capacityWords } from '../../core/contract/words.ts'

/** Somebody at the meeting, as the note-taker looks for them. */
export interface PersonHere {
  initials: string
  name: string
  /** Their seat, or in what capacity they come: "Shipper seat 1", "Authority". */
  part: string
  isInRoom: boolean
}

/** Everybody at the meeting, those in the room first, else in the order of the room. */
export function peopleHere({ attendees, seatList }: Meeting['room']): PersonHere[] {
  return attendees
    .map((attendee) => ({
      initials: attendee.initials,
      name: attendee.name,
      part: partOf(attendee, seatList),
      isInRoom: attendee.presence === 'present',
    }))
    .sort((one, other) => Number(other.isInRoom) - Number(one.isInRoom))
}

/** A seat is often called as its member is: then it is the capacity that tells something. */
function partOf({ capacity, seatId, name }: Attendee, seats: Meeting['room']['seatList']): string {
  const seat = seats.find((each) => each.seatId === seatId)
  if (seat === undefined || seat.name === name) return capacityWords[capacity]
  return capacity === 'member' ? seat.name : `${capacityWords[capacity]}, ${seat.name}`
}

/** Those whose initials, or any of whose names, begin with what is typed; initials go first. */
export function findPeople(people: readonly PersonHere[], typed: string): PersonHere[] {
  const wanted = typed.toLowerCase()
  const byInitials = people.filter(({ initials }) => initials.toLowerCase().startsWith(wanted))
  const byName = people.filter(
    (person) => !byInitials.includes(person) && ` ${person.name.toLowerCase()}`.includes(` ${wanted}`),
  )
  return [...byInitials, ...byName]
}
