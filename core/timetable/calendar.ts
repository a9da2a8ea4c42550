import englandAndWales from '../../resources/calendars/england-and-wales.json' with { type: 'json' }
import type { CalendarName } from '../contract/timetable.ts'

/** A weekday that is not a working day, and why. */
export interface Holiday {
  /** YYYY-MM-DD. */
  date: string
  name: string
}

/** The bank holidays of one place. Data: a new year is an edit to the file and a new version. */
export interface Calendar {
  id: string
  name: string
  /** Kept with every date that was computed with it. */
  version: string
  /** First and last year whose holidays it holds, both included. */
  firstYear: number
  lastYear: number
  source: string
  holidays: readonly Holiday[]
}

const calendars: Record<CalendarName, Calendar> = { 'england-and-wales': englandAndWales }

/** A shipped calendar; England and Wales where none is named. */
export function calendarNamed(name: CalendarName = 'england-and-wales'): Calendar {
  return calendars[name]
}
