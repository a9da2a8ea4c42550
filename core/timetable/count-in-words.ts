import type { CalendarName, Counting, WorkingDaysResult } from '../contract/timetable.ts'
import { calendarNamed } from './calendar.ts'
import { dayAndMonth, shortDay } from './day-in-words.ts'
import { addWorkingDays } from './working-days.ts'

export interface DateCount {
  /** YYYY-MM-DD. */
  from: string
  workingDays: number
  counting?: Counting | undefined
  calendar?: CalendarName | undefined
}

export interface CountedDate {
  /** YYYY-MM-DD. */
  date: string
  /**
   * "20 working days after Thu 15 Dec 2016; 26 Dec, 27 Dec and 2 Jan are bank holidays; calendar England and Wales
   * 2016–2027".
   */
  arithmetic: string
  /** What to look at; null for nothing. */
  warning: string | null
  /** The calendar and its version, to be kept with the date. */
  calendarVersion: string
}

/**
 * A date counted in working days, with the arithmetic in words: the bank holidays on the way are named, weekends are
 * not, because everybody knows where they lie.
 * @throws PanelbookError `bad-input` naming `days` where the date would leave the years 0 to 9999
 */
export function countInWords({ from, workingDays, counting, calendar: name }: DateCount): CountedDate {
  const calendar = calendarNamed(name)
  const counted = addWorkingDays({ from, days: workingDays, counting, calendar: name })
  const holidays = holidayWords(counted.skipped)
  const years = `${calendar.firstYear}–${calendar.lastYear}`
  const parts = [
    `${workingDays} working ${workingDays === 1 ? 'day' : 'days'} ` +
      (counting === 'inclusive'
        ? `from ${shortDay(from)}${givenDateWarning(from, name) === null ? ', which is itself counted' : ''}`
        : `after ${shortDay(from)}`),
    ...(holidays === '' ? [] : [holidays]),
    `calendar ${calendar.name} ${years}`,
  ]
  return {
    date: counted.date,
    arithmetic: parts.join('; '),
    warning: counted.beyondCalendar
      ? `This lies outside the calendar ${calendar.name} ${years}: its bank holidays are not known there.`
      : null,
    calendarVersion: counted.calendarVersion,
  }
}

/** What is odd about a date that was given rather than counted; null for nothing. */
export function givenDateWarning(date: string, calendar?: CalendarName): string | null {
  const first = addWorkingDays({ from: date, days: 1, counting: 'inclusive', calendar })
  if (first.date === date) return null
  return `${shortDay(date)} is no working day: ${first.skipped[0]?.reason ?? 'it does not count'}.`
}

/** "26 Dec, 27 Dec and 2 Jan are bank holidays", of the days passed over; empty where they were weekends. */
export function holidayWords(skipped: WorkingDaysResult['skipped']): string {
  const days = skipped
    .filter(({ reason }) => reason !== 'Saturday' && reason !== 'Sunday')
    .map(({ date }) => dayAndMonth(date))
  if (days.length === 0) return ''
  if (days.length === 1) return `${days[0] ?? ''} is a bank holiday`
  return `${days.slice(0, -1).join(', ')} and ${days.at(-1) ?? ''} are bank holidays`
}
