import { describe, expect, it } from 'vitest'
import { attendanceWords } from '../../../core/documents/attendance-blocks.ts'
import type { RecordAttendee } from '../../../core/minutes/record-types.ts'
import { at } from '../../support/fixture-votes.ts'
import { linesOf, meeting, model, rowsOf, tableNamed } from './written.ts'

const organisation = 'Example Energy Supply and Trading Limited'

describe('the attendance of those who vote', () => {
  const rows = rowsOf(tableNamed(model('minutes'), 'Voting'))

  it('stands by constituency, in the order of the seats', () => {
    expect(rows.map(([first]) => first)).toEqual([
      'Shippers',
      ...['AB', 'CD', 'EF', 'HA', 'IJ'],
      'Transporters',
      ...['KL', 'MN', 'OP', 'QR', 'ST'],
      'Independent gas transporter',
      'UV',
      'Consumers',
      ...['WX', 'YZ'],
    ])
    expect(rows.filter((row) => row.length === 1)).toHaveLength(4)
  })

  it('names initials, name, organisation, alternates, carried votes, absence, remote and part meeting', () => {
    expect(rows).toContainEqual(['AB', 'Member AB', organisation, 'Present'])
    expect(rows).toContainEqual(['HA', 'Member HA', organisation, 'Alternate for GH'])
    expect(rows).toContainEqual(['ST', 'Member ST', organisation, 'Vote carried by QR'])
    expect(rows).toContainEqual(['YZ', 'Member YZ', organisation, 'Apologies'])
    expect(rows.find(([initials]) => initials === 'MN')?.[3]?.replaceAll('\u00a0', ' ')).toBe(
      'Present, remote, part meeting: arrived 10:55 (item 199.4), left 12:30 (item 199.9 (a))',
    )
  })

  it('tells a vacant seat, a member who sent no word, and an alternate beside the member', () => {
    const record = meeting(({ attendance }) => {
      const [shippers, , igt] = attendance.constituencies
      if (shippers?.seats[0] === undefined || igt?.seats[0] === undefined) throw new Error('no seats')
      igt.seats[0].member = null
      igt.seats[0].attendees = []
      const [present] = shippers.seats[0].attendees
      if (present === undefined) throw new Error('nobody')
      shippers.seats[0].attendees = [
        present,
        { ...present, initials: 'XA', name: 'Alternate', alternateFor: 'AB' },
      ]
      shippers.seats[1]!.attendees = []
    })
    const changed = rowsOf(tableNamed(model('minutes', record), 'Voting'))
    expect(changed).toContainEqual(['–', 'Independent gas transporter representative 1 (vacant)', '', ''])
    expect(changed).toContainEqual(['CD', 'Member CD', organisation, 'Not present'])
    expect(changed.slice(1, 3).map(([initials, , , words]) => [initials, words])).toEqual([
      ['AB', 'Present'],
      ['XA', 'Alternate for AB'],
    ])
  })
})

describe('the others', () => {
  it('who have no vote stand in a table of their own with their capacity', () => {
    expect(rowsOf(tableNamed(model('minutes'), 'Non-voting'))).toEqual([
      ['PC', 'Panel Chair', 'Independent', 'Chair', 'Present'],
      ['JO', 'Secretary', 'Joint Office of Gas Transporters', 'Secretary', 'Present'],
      ['OF', 'Authority representative', 'Ofgem', 'Authority', 'Present, remote'],
    ])
  })

  it('who sent apologies are listed with their alternate, and every carried vote with its carrier', () => {
    const lines = linesOf(model('minutes'))
    expect(lines).toContain(
      `- Apologies from Member GH (GH), ${organisation}, Shipper representative 4; HA attended as alternate.`,
    )
    expect(lines).toContain(`- Apologies from Member YZ (YZ), ${organisation}, Consumers’ representative 2.`)
    expect(lines).toContain(
      '- The vote of ST (Transporter representative 5) was carried by Member QR (QR) from 10:30. Notified by e-mail on 14 December 2016.',
    )
  })

  it('a carried vote that ended says when', () => {
    const record = meeting(({ attendance }) => {
      for (const carried of attendance.carriedVotes) {
        Object.assign(carried, {
          givenAt: at('11:00'),
          givenAtItem: '199.6 (a)',
          endedAt: at('12:00'),
          note: '',
          of: null,
        })
      }
    })
    expect(linesOf(model('minutes', record)).map((line) => line.replaceAll('\u00a0', ' '))).toContain(
      '- The vote of Transporter representative 5 was carried by Member QR (QR) from 11:00 (item 199.6 (a)) until 12:00.',
    )
  })
})

describe('coming and going', () => {
  const record = meeting()
  const attendee = record.attendance.nonVoting[0]
  const words = (intervals: RecordAttendee['intervals'], more: Partial<RecordAttendee> = {}) => {
    if (attendee === undefined) throw new Error('nobody')
    return attendanceWords({ ...attendee, isPartMeeting: true, intervals, ...more }, record).replaceAll(
      '\u00a0',
      ' ',
    )
  }
  const interval = (
    from: string,
    to: string | null,
    items: [string | null, string | null] = [null, null],
  ) => ({
    arrivedAt: at(from),
    arrivedAtItem: items[0],
    leftAt: to === null ? null : at(to),
    leftAtItem: items[1],
  })

  it('tells only what was not with everybody else', () => {
    expect(words([interval('10:20', '12:00', [null, '199.8'])])).toBe(
      'Present, part meeting: left 12:00 (item 199.8)',
    )
    expect(words([interval('11:00', '13:05', ['199.5', '199.12'])])).toBe(
      'Present, part meeting: arrived 11:00 (item 199.5)',
    )
    // Marked while the roll was taken at the first item.
    expect(words([interval('10:34', '12:00', ['199.1', null])])).toBe('Present, part meeting: left 12:00')
    expect(words([interval('11:00', null)], { presence: 'present' })).toBe('Present, part meeting')
  })

  it('tells who was away in between', () => {
    expect(words([interval('10:30', '11:00'), interval('11:30', '13:05', ['199.8', null])])).toBe(
      'Present, part meeting: left 11:00, returned 11:30 (item 199.8)',
    )
  })

  it('tells whom a meeting that is still to come expects', () => {
    const planned = meeting(({ heading, attendance }) => {
      heading.state = 'planned'
      for (const one of attendance.nonVoting) one.presence = 'expected'
    })
    const rows = rowsOf(tableNamed(model('minutes', planned), 'Non-voting'))
    expect(rows.map((row) => row[4])).toEqual(['Expected', 'Expected', 'Expected'])
  })

  it('tells those who never came', () => {
    expect(words([], { presence: 'expected' })).toBe('Not present')
    expect(words([], { presence: 'apologies' })).toBe('Apologies')
  })
})
