import { expect, test } from 'vitest'
import type { DocumentKind } from '../../../core/contract/words.ts'
import { calendarOf } from '../../../core/documents/calendar-events.ts'
import { toIcs } from '../../../core/documents/to-ics.ts'
import type { MeetingRecord } from '../../../core/minutes/record-types.ts'
import { meeting } from './written.ts'

const ics = (kind: DocumentKind, record: MeetingRecord) => toIcs(calendarOf(kind, record))

/** The events of a calendar file as fields, with folded lines joined again. */
function events(file: string): Record<string, string>[] {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n')
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const found: Record<string, string>[] = []
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') found.push({})
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
    const event = found.at(-1)
    if (event !== undefined && name !== '' && name !== 'BEGIN') event[name] ??= value
  }
  return found
}

test('an agenda is an event on each day of the meeting, and the next meeting', () => {
  const record = meeting()
  Object.assign(record.heading, {
    startsOn: '2016-12-15',
    endsOn: '2016-12-16',
    startTime: '10:30',
    endTime: '13:00',
    place: 'Room 1; second floor, left',
  })
  const [first, second, next] = events(ics('agenda', record))
  expect(first).toMatchObject({ DTSTART: '20161215T103000Z', DTEND: '20161215T130000Z' })
  expect(first?.['LOCATION']).toBe('Room 1\\; second floor\\, left')
  expect(first?.['DESCRIPTION']).toContain(record.items[0]?.title ?? 'none')
  expect(second).toMatchObject({ DTSTART: '20161216T103000Z' })
  expect(next?.['SUMMARY']).toContain(record.nextMeeting?.number ?? 'none')
})

test('in summer the clock of the room is an hour before that of the world', () => {
  const record = meeting()
  Object.assign(record.heading, {
    startsOn: '2026-07-16',
    endsOn: '2026-07-16',
    startTime: '10:30',
    endTime: '13:00',
  })
  expect(events(ics('agenda', record))[0]).toMatchObject({
    DTSTART: '20260716T093000Z',
    DTEND: '20260716T120000Z',
  })
})

test('an action log has what is open and due on a day, whole days', () => {
  const record = meeting()
  const due = [...record.actions.carriedIn, ...record.actions.raised].filter(
    ({ dueOn, status }) => dueOn !== null && (status === 'open' || status === 'carried-forward'),
  )
  expect(due.length).toBeGreaterThan(0)
  const found = events(ics('action-log', record))
  expect(found.map((event) => event['DTSTART'])).toEqual(due.map(({ dueOn }) => dueOn?.replaceAll('-', '')))
  expect(found[0]?.['SUMMARY']).toContain(due[0]?.reference ?? 'none')
})

test('the same record gives the same file', () => {
  expect(ics('agenda', meeting())).toBe(ics('agenda', meeting()))
})
