import type { RecordAttendance, RecordAttendee } from '../../core/minutes/record-types.ts'
import { at, constituencies, seatName } from './fixture-votes.ts'

function attendee(initials: string, more: Partial<RecordAttendee> = {}): RecordAttendee {
  return {
    attendanceId: `attendance-${initials}`,
    personId: `person-${initials}`,
    initials,
    name: `Member ${initials}`,
    organisation: 'Example Energy Supply and Trading Limited',
    capacity: 'member',
    alternateFor: null,
    presence: 'present',
    isRemote: false,
    isPartMeeting: false,
    intervals: [{ arrivedAt: at('10:30'), arrivedAtItem: null, leftAt: at('13:05'), leftAtItem: '199.14' }],
    ...more,
  }
}

/**
 * Thirteen seats: HA sits for GH, QR carries the vote of ST, YZ is missing, MN was there by telephone for a part. Three
 * people without a vote.
 */
export function fixtureAttendance(): RecordAttendance {
  return {
    constituencies: constituencies.map((constituency) => ({
      id: constituency.id,
      name: constituency.name,
      shortName: constituency.shortName,
      seats: constituency.seats.map((member, index) => ({
        seatId: `seat-${member}`,
        seat: seatName(constituency.id, index),
        votes: 1,
        member: {
          personId: `person-${member}`,
          initials: member,
          name: `Member ${member}`,
          organisation: 'Example Energy Supply and Trading Limited',
        },
        attendees:
          member === 'GH'
            ? [attendee('HA', { capacity: 'alternate', alternateFor: 'GH' })]
            : member === 'ST' || member === 'YZ'
              ? []
              : member === 'MN'
                ? [
                    attendee('MN', {
                      isRemote: true,
                      isPartMeeting: true,
                      presence: 'left',
                      intervals: [
                        {
                          arrivedAt: at('10:55'),
                          arrivedAtItem: '199.4',
                          leftAt: at('12:30'),
                          leftAtItem: '199.9 (a)',
                        },
                      ],
                    }),
                  ]
                : [attendee(member)],
      })),
    })),
    nonVoting: [
      attendee('PC', { name: 'Panel Chair', capacity: 'chair', organisation: 'Independent' }),
      attendee('JO', {
        name: 'Secretary',
        capacity: 'secretary',
        organisation: 'Joint Office of Gas Transporters',
      }),
      attendee('OF', {
        name: 'Authority representative',
        capacity: 'authority',
        organisation: 'Ofgem',
        isRemote: true,
      }),
    ],
    apologies: [
      { initials: 'GH', seat: 'Shipper representative 4' },
      { initials: 'ST', seat: 'Transporter representative 5' },
      { initials: 'YZ', seat: 'Consumers’ representative 2' },
    ].map(({ initials, seat }) => ({
      initials,
      name: `Member ${initials}`,
      organisation: 'Example Energy Supply and Trading Limited',
      seat,
    })),
    carriedVotes: [
      {
        seatId: 'seat-ST',
        seat: 'Transporter representative 5',
        of: 'ST',
        by: { initials: 'QR', name: 'Member QR' },
        givenAt: at('10:30'),
        givenAtItem: null,
        endedAt: null,
        note: 'notified by e-mail on 14 December 2016',
      },
    ],
  }
}
