import { twoDigits } from './dates.ts'

/**
 * An instant of a day and a time of day by the clock on the laptop, with its offset there and then:
 * `2016-12-30T17:00:00.000+00:00`. What is no day or no time stays as it was typed, for the core to refuse.
 */
export function instantOf(day: string, time: string): string {
  const moment = new Date(`${day}T${time}:00`)
  if (Number.isNaN(moment.getTime())) return `${day}T${time}`
  const offset = -moment.getTimezoneOffset()
  const minutes = Math.abs(offset)
  const sign = offset < 0 ? '-' : '+'
  return `${day}T${time}:00.000${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}
