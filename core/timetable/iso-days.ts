/**
 * Dates as whole days since 1 January 1970, in the Gregorian calendar. Integers only: no time of day, so no time
 * zone and no clock change can move a date. The arithmetic is the usual one of counting from 1 March, which puts
 * the leap day at the end of the year.
 */

const daysIn400Years = 146_097
const daysFromYear0To1970 = 719_468

/** As a week is counted here, Sunday first. */
export const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const
export type Weekday = (typeof weekdays)[number]

/** Day number of a date YYYY-MM-DD that has been checked to exist. 1970-01-01 is 0. */
export function dayOfIsoDate(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysIn400Years + dayOfEra - daysFromYear0To1970
}

/** The date YYYY-MM-DD of a day number of the years 0 to 9999. */
export function isoDateOfDay(day: number): string {
  const shifted = day + daysFromYear0To1970
  const era = Math.floor(shifted / daysIn400Years)
  const dayOfEra = shifted - era * daysIn400Years
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** The date so many days after another, or before it where they are negative. Dates YYYY-MM-DD. */
export function addDays(date: string, days: number): string {
  return isoDateOfDay(dayOfIsoDate(date) + days)
}

/** Day of the week of a day number. 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): Weekday {
  return weekdays[(((day + 4) % 7) + 7) % 7] as Weekday
}
