import type { MeetingRecord } from '../minutes/record-types.ts'
import type { EventCalendar } from './calendar-events.ts'
import type { CsvTable } from './to-csv.ts'

/** How whatever is written in a rehearsal says so of itself, on every page and in every row. */
export const rehearsalWords = 'Rehearsal – not a record'

type Marked = Pick<MeetingRecord, 'rehearsal'>

export function isOfRehearsal({ rehearsal }: Marked): boolean {
  return rehearsal === true
}

/** In a rehearsal no document has a status of its own. */
export function statusOrRehearsal(record: Marked, status: string): string {
  return isOfRehearsal(record) ? rehearsalWords : status
}

export function nameOrRehearsal(record: Marked, name: string): string {
  return isOfRehearsal(record) ? `Rehearsal ${name}` : name
}

/** A table that is sorted or copied from keeps the mark in each of its rows. */
export function tableOrRehearsal(record: Marked, { columns, rows }: CsvTable): CsvTable {
  if (!isOfRehearsal(record)) return { columns, rows }
  return {
    columns: [{ header: 'rehearsal', kind: 'text' }, ...columns],
    rows: rows.map((row) => [rehearsalWords, ...row]),
  }
}

/** Events of their own: a calendar would otherwise take them for a change of the real ones. */
export function calendarOrRehearsal(record: Marked, calendar: EventCalendar): EventCalendar {
  if (!isOfRehearsal(record)) return calendar
  return {
    ...calendar,
    name: nameOrRehearsal(record, calendar.name),
    events: calendar.events.map((event) => ({
      ...event,
      id: `rehearsal-${event.id}`,
      summary: `${rehearsalWords}: ${event.summary}`,
    })),
  }
}
