import { dayOfIsoDate, weekdayOfDay } from './iso-days.ts'

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 2017-01-19 is "19 January 2017", as it stands within a sentence. */
export function dayInWords(date: string): string {
  return `${Number(date.slice(8, 10))} ${monthInWords(date)}`
}

/** 2016-11, or a day in it, is "November 2016". */
export function monthInWords(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`
}

/** 2016-12-15 is "Thu 15 Dec 2016", as it stands where a day is looked at rather than read. */
export function shortDay(date: string): string {
  const weekday = weekdayOfDay(dayOfIsoDate(date)).slice(0, 3)
  return `${weekday} ${dayAndMonth(date)} ${date.slice(0, 4)}`
}

/** 2016-12-26 is "26 Dec". */
export function dayAndMonth(date: string): string {
  return `${Number(date.slice(8, 10))} ${(months[Number(date.slice(5, 7)) - 1] ?? '').slice(0, 3)}`
}
