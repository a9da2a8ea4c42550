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
