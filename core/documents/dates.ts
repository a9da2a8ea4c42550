import { months } from '../timetable/day-in-words.ts'
import { weekdays } from '../timetable/iso-days.ts'

/** 2016-12-15 is "Thursday 15 December 2016". A text that is no date stays as it is. */
export function longDate(date: string): string {
  const parts = partsOf(date)
  return parts === null ? date : `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`
}

/** 2016-12-15 is "Thu 15 Dec 2016". */
export function shortDate(date: string): string {
  const parts = partsOf(date)
  return parts === null
    ? date
    : `${parts.weekday.slice(0, 3)} ${parts.day} ${parts.month.slice(0, 3)} ${parts.year}`
}

/** One day, or "Wednesday 14 December 2016 to Thursday 15 December 2016". */
export function dateSpan(from: string, to: string): string {
  return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`
}

/** The time of day of an instant as it was on the wall of the room: "10:32". */
export function timeOf(instant: string): string {
  return instant.slice(11, 16)
}

/** The day of an instant, YYYY-MM-DD, as it was in the room. */
export function dayOf(instant: string): string {
  return instant.slice(0, 10)
}

/** "10:30" and 75 minutes is "11:45"; past midnight it begins again at 00:00. */
export function timeAfter(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const total = (((hour * 60 + minute + minutes) % 1440) + 1440) % 1440
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

/** The instant in words of a document of one day: "12:10", or with its date on another day. */
export function instantWords(instant: string, meetingDay: string): string {
  const day = dayOf(instant)
  return day === meetingDay ? timeOf(instant) : `${timeOf(instant)} on ${shortDate(day)}`
}

function partsOf(date: string): { weekday: string; day: number; month: string; year: string } | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (match === null) return null
  const [, year = '', month = '', day = ''] = match
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const weekday = weekdays[instant.getUTCDay()]
  const monthName = months[Number(month) - 1]
  if (weekday === undefined || monthName === undefined) return null
  return { weekday, day: Number(day), month: monthName, year }
}
