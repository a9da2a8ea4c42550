const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

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

/** "1:05" minutes and seconds, "12m" when only minutes matter. */
export function durationWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return `${minutes}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
}
