const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
/** As they stand in dates, January first. */
export const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Thu 15 Dec 2016" for 2016-12-15; empty for nothing. */
export function dayWords(isoDate: string | null): string {
  if (isoDate === null) return ''
  const [year = 0, month = 1, day = 1] = isoDate.slice(0, 10).split('-').map(Number)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return `${days[weekday] ?? ''} ${day} ${months[month - 1] ?? ''} ${year}`
}

/** "11:43" of an instant, as the clock on the wall of the room showed it. */
export function timeWords(instant: string | null): string {
  return instant?.slice(11, 16) ?? ''
}

/** "11:43:07" of an instant. */
export function secondWords(instant: string | null): string {
  return instant?.slice(11, 19) ?? ''
}

/** "11:43" by the clock on the laptop. */
export function clockWords(moment: Date): string {
  return `${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`
}

/** "1:05" of 65 seconds: minutes, and seconds with two digits. */
export function durationWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${twoDigits(Math.floor(seconds % 60))}`
}

/** Today by the clock on the laptop, as the core writes dates. */
export function today(): string {
  return isoDay(new Date())
}

/** The day of a moment by the clock on the laptop, as the core writes dates. */
export function isoDay(moment: Date): string {
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
