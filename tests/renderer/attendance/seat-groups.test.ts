import { describe, expect, it } from 'vitest'
import type { Attendee, Room, SeatInRoom } from '../../../core/contract/meetings.ts'
import { seatGroups } from '../../../renderer/attendance/seat-groups.ts'

const seat = (seatId: string, constituencyId: string | null, parts: Partial<SeatInRoom> = {}) =>
  ({ seatId, name: seatId, constituencyId, votes: 1, standing: 'member', ...parts }) as SeatInRoom
const attendee = (initials: string, seatId: string | null, capacity: Attendee['capacity'] = 'member') =>
  ({ attendanceId: initials, initials, seatId, capacity }) as Attendee
const room = (seatList: SeatInRoom[], attendees: Attendee[]) =>
  ({
    seatList,
    attendees,
    constituencies: [
      { id: 's', name: 'Shippers' },
      { id: 't', name: 'Transporters' },
    ],
  }) as Room

describe('the seats by constituency', () => {
  it('keeps the order of the seats and counts the votes that can be exercised', () => {
    const groups = seatGroups(
      room([seat('S1', 's', { votes: 2 }), seat('S2', 's', { standing: 'nobody' }), seat('T1', 't')], []),
    )
    expect(groups.map(({ name, votes, votesInRoom }) => [name, votes, votesInRoom])).toEqual([
      ['Shippers', 3, 2],
      ['Transporters', 1, 1],
    ])
    expect(groups[0]?.seats.map(({ seat: { seatId } }) => seatId)).toEqual(['S1', 'S2'])
  })

  it('puts the member of a seat before those who come in the member’s place', () => {
    const [group] = seatGroups(
      room(
        [seat('S1', 's')],
        [attendee('ZZ', 'S1', 'alternate'), attendee('AB', 'S1'), attendee('CH', null, 'chair')],
      ),
    )
    expect(group?.seats[0]?.attendees.map(({ initials }) => initials)).toEqual(['AB', 'ZZ'])
  })

  it('calls seats of no constituency seats, and a seat without anybody has no attendees', () => {
    expect(seatGroups(room([seat('X', null)], []))).toMatchObject([
      { id: '', name: 'Seats', seats: [{ attendees: [] }] },
    ])
  })
})
