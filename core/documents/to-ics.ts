import ical, { ICalCalendarMethod } from 'ical-generator'
import type { EventCalendar } from './calendar-events.ts'
import { cleanText } from './clean-text.ts'

/** The clock of the rooms in which GB panels meet. */
const timeZone = 'Europe/London'

/** A calendar file (RFC 5545). The same events give the same bytes. */
export function toIcs({ name, made, events }: EventCalendar): string {
  const calendar = ical({
    prodId: { company: 'Panelbook', product: 'Panelbook', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: cleanText(name),
  })
  for (const { id, day, times, summary, description, place } of events) {
    const midnight = new Date(`${day}T00:00:00Z`)
    calendar.createEvent({
      id: `${id}@panelbook`,
      stamp: instantOf(made, '00:00'),
      ...(times === null
        ? { start: midnight, end: new Date(midnight.getTime() + 86_400_000), allDay: true, timezone: 'UTC' }
        : { start: instantOf(day, times.from), end: instantOf(day, times.to) }),
      summary: cleanText(summary),
      description: cleanText(description),
      location: cleanText(place),
    })
  }
  return calendar.toString()
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** The instant at which the clocks of the room show this time on this day. */
function instantOf(day: string, time: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  const shown = Object.fromEntries(clock.formatToParts(asIfUtc).map(({ type, value }) => [type, value]))
  const { year = '', month = '', day: date = '', hour = '', minute = '' } = shown
  return new Date(asIfUtc - (Date.parse(`${year}-${month}-${date}T${hour}:${minute}:00Z`) - asIfUtc))
}
