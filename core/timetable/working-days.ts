import { badInput } from '../contract/errors.ts'
import type { AddWorkingDays, WorkingDaysResult } from '../contract/timetable.ts'
import { calendarNamed, type Calendar } from './calendar.ts'
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
 * @throws PanelbookError `bad-input` naming `days` where the date would leave the years 0 to 9999.
 */
export function addWorkingDays(input: AddWorkingDays): WorkingDaysResult {
  const calendar = calendarNamed(input.calendar)
  const step = input.days < 0 ? -1 : 1
  const from = dayOfIsoDate(input.from)
  const skipped: { date: string; reason: string }[] = []
  let left = Math.abs(input.days)
  let day = input.counting === 'inclusive' && left > 0 ? from - step : from
  while (left > 0) {
    day += step
    if (day < firstDay || day > lastDay) throw badInput('days', 'the date would leave the years 0 to 9999')
    const reason = nonWorkingReason(day, calendar)
    if (reason === null) left -= 1
    else skipped.push({ date: isoDateOfDay(day), reason })
  }
  if (step < 0) skipped.reverse()
  return {
    date: isoDateOfDay(day),
    skipped,
    calendarVersion: calendar.version,
    beyondCalendar: [from, day].some((end) => isBeyond(end, calendar)),
  }
}

/** Working days after `from` up to and with `to`; 0 where `to` is not after it. Dates YYYY-MM-DD. */
export function workingDaysUntil(from: string, to: string): number {
  const [after, until] = [dayOfIsoDate(from), dayOfIsoDate(to)]
  if (until <= after) return 0
  // Any seven days hold five of the week's; what is left over is looked at day by day, and a holiday at a weekend is none.
  const weeks = Math.floor((until - after) / 7)
  let count = weeks * 5
  for (let day = after + weeks * 7 + 1; day <= until; day += 1) if (!isWeekend(day)) count += 1
  const holidays = [...holidaysOf(calendarNamed()).keys()]
  return count - holidays.filter((day) => day > after && day <= until && !isWeekend(day)).length
}

const holidaysOfCalendars = new WeakMap<Calendar, ReadonlyMap<number, string>>()

/** A calendar's holidays by day number. Kept: a timetable asks for many dates of the same calendar. */
function holidaysOf(calendar: Calendar): ReadonlyMap<number, string> {
  const kept = holidaysOfCalendars.get(calendar)
  if (kept !== undefined) return kept
  const holidays = new Map(calendar.holidays.map(({ date, name }) => [dayOfIsoDate(date), name]))
  holidaysOfCalendars.set(calendar, holidays)
  return holidays
}

function isWeekend(day: number): boolean {
  const weekday = weekdayOfDay(day)
  return weekday === 'Saturday' || weekday === 'Sunday'
}

/** Why a day is no working day: "Saturday", "Good Friday". Null for a working day. */
function nonWorkingReason(day: number, calendar: Calendar): string | null {
  if (isWeekend(day)) return weekdayOfDay(day)
  return holidaysOf(calendar).get(day) ?? null
}

// The days between lie between: both ends within the calendar's years put every day that was considered within them.
function isBeyond(day: number, calendar: Calendar): boolean {
  const year = Number(isoDateOfDay(day).slice(0, 4))
  return year < calendar.firstYear || year > calendar.lastYear
}
