import { badInput } from '../contract/errors.ts'
import type { AddWorkingDays, WorkingDaysResult } from '../contract/timetable.ts'
import { calendarNamed, type Calendar, type Holiday } from './calendar.ts'
import { dayOfIsoDate, isoDateOfDay, weekdayOfDay } from './iso-days.ts'

const firstDay = dayOfIsoDate('0000-01-01')
const lastDay = dayOfIsoDate('9999-12-31')

/**
 * Counts working days from a date: not a Saturday, a Sunday or a holiday of the calendar.
 *
 * - Exclusive (the usual way): `from` is day 0, working day or not.
 * - Inclusive: `from` is day 1 if it is a working day; otherwise the next working day is day 1.
 * - Negative days count back in the same way: inclusive, `from` is day −1 if it is a working day.
 * - 0 days give `from` itself, working day or not, under both.
 *
 * @param extraHolidays days that the user added because they were announced after the calendar's version. The stamp
 *   says how many of them there are.
 * @throws PanelbookError `bad-input` naming `days` where the date would leave the years 0 to 9999.
 */
export function addWorkingDays(
  input: AddWorkingDays,
  calendar: Calendar = calendarNamed(input.calendar),
  extraHolidays: readonly Holiday[] = [],
): WorkingDaysResult {
  const reasonOf = reasons(calendar, extraHolidays)
  const step = input.days < 0 ? -1 : 1
  const from = dayOfIsoDate(input.from)
  const skipped: { date: string; reason: string }[] = []
  let left = Math.abs(input.days)
  let day = input.counting === 'inclusive' && left > 0 ? from - step : from
  while (left > 0) {
    day += step
    if (day < firstDay || day > lastDay) throw badInput('days', 'the date would leave the years 0 to 9999')
    const reason = reasonOf(day)
    if (reason === null) left -= 1
    else skipped.push({ date: isoDateOfDay(day), reason })
  }
  if (step < 0) skipped.reverse()
  return {
    date: isoDateOfDay(day),
    skipped,
    calendarVersion: versionStamp(calendar, extraHolidays),
    beyondCalendar: [from, day].some((end) => isBeyond(end, calendar)),
  }
}

/**
 * Working days after `from` up to and including `to`: what must be added to `from`, exclusively, to reach a working
 * day `to`. Negative where `to` is earlier: working days from `to` up to and excluding `from`.
 */
export function workingDaysBetween(
  from: string,
  to: string,
  calendar: Calendar = calendarNamed(),
  extraHolidays: readonly Holiday[] = [],
): number {
  const reasonOf = reasons(calendar, extraHolidays)
  const start = dayOfIsoDate(from)
  const end = dayOfIsoDate(to)
  const step = end < start ? -1 : 1
  let count = 0
  for (let day = start; day !== end;) {
    day += step
    if (reasonOf(day) === null) count += step
  }
  return count
}

/** Whether a date is a working day, and if not why: "Saturday", "Good Friday". Null for a working day. */
export function nonWorkingReason(
  date: string,
  calendar: Calendar = calendarNamed(),
  extraHolidays: readonly Holiday[] = [],
): string | null {
  return reasons(calendar, extraHolidays)(dayOfIsoDate(date))
}

const holidaysOfCalendars = new WeakMap<Calendar, ReadonlyMap<number, string>>()

/** A calendar's holidays by day number. Kept: a timetable asks for many dates of the same calendar. */
function holidaysOf(calendar: Calendar): ReadonlyMap<number, string> {
  const kept = holidaysOfCalendars.get(calendar)
  if (kept !== undefined) return kept
  const holidays = byDay(calendar.holidays)
  holidaysOfCalendars.set(calendar, holidays)
  return holidays
}

function byDay(holidays: readonly Holiday[]): ReadonlyMap<number, string> {
  return new Map(holidays.map((holiday) => [dayOfIsoDate(holiday.date), holiday.name]))
}

/** The calendar's own name for a day wins over the user's. */
function reasons(calendar: Calendar, extraHolidays: readonly Holiday[]): (day: number) => string | null {
  const shipped = holidaysOf(calendar)
  const added = byDay(extraHolidays)
  return (day) => {
    const weekday = weekdayOfDay(day)
    if (weekday === 'Saturday' || weekday === 'Sunday') return weekday
    return shipped.get(day) ?? added.get(day) ?? null
  }
}

// The days between lie between: both ends within the calendar's years put every day that was considered within them.
function isBeyond(day: number, calendar: Calendar): boolean {
  const year = Number(isoDateOfDay(day).slice(0, 4))
  return year < calendar.firstYear || year > calendar.lastYear
}

function versionStamp(calendar: Calendar, extraHolidays: readonly Holiday[]): string {
  const known = new Set(calendar.holidays.map((holiday) => holiday.date))
  const added = new Set(extraHolidays.map((holiday) => holiday.date).filter((date) => !known.has(date))).size
  if (added === 0) return calendar.version
  return `${calendar.version} with ${added} added ${added === 1 ? 'day' : 'days'}`
}
