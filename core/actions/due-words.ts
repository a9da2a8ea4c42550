import { months, dayInWords } from '../timetable/day-in-words.ts'
import { addDays, dayOfIsoDate, isoDateOfDay, weekdayOfDay, weekdays } from '../timetable/iso-days.ts'
import { addWorkingDays } from '../timetable/working-days.ts'

/** When something is due, as it was written. */
export type Due = { on: string } | { meeting: string } | { problem: string }

/** What the words are read against. Dates YYYY-MM-DD. */
export interface DueContext {
  /** The day on which the action is raised. */
  raisedOn: string
  /** The body's next planned meeting, if there is one. */
  nextMeeting: { number: string; startsOn: string } | null
}

const weekdayNames = weekdays.map((weekday) => weekday.toLowerCase())
const monthNames = months.map((month) => month.toLowerCase())

/**
 * The date that a note-taker means: "12 Jan", "12/1/17", "2017-01-12", "Friday", "next panel", "in 10 WD", "in 2 weeks",
 * "end of January". A day without a year is the first such on or after the day of raising; "Friday" is the first
 * after it. Null where the words are no date at all.
 */
export function readDue(words: string, context: DueContext): Due | null {
  const said = words.trim().toLowerCase().replace(/[.,]$/, '').replace(/\s+/g, ' ')
  const named = /^meeting \S.*$/i.exec(words.trim())
  if (named !== null) return { meeting: named[0] }
  return byMeeting(said, context) ?? byCount(said, context) ?? byCalendar(said, context)
}

function byMeeting(said: string, { nextMeeting }: DueContext): Due | null {
  if (!/^(the )?next (panel|meeting|board)( meeting)?$/.test(said)) return null
  if (nextMeeting === null) return { meeting: 'next meeting' }
  return { meeting: `meeting ${nextMeeting.number}, ${dayInWords(nextMeeting.startsOn)}` }
}

function byCount(said: string, { raisedOn }: DueContext): Due | null {
  if (said === 'today') return { on: raisedOn }
  if (said === 'tomorrow') return { on: addDays(raisedOn, 1) }
  const counted = /^(?:in |within )?(\d{1,3}) ?(wd|working days?|days?|weeks?)$/.exec(said)
  if (counted === null) return null
  const count = Number(counted[1])
  const unit = counted[2] ?? ''
  if (unit.startsWith('w') && !unit.startsWith('week')) {
    return { on: addWorkingDays({ from: raisedOn, days: count, counting: 'exclusive' }).date }
  }
  return { on: addDays(raisedOn, unit.startsWith('week') ? 7 * count : count) }
}

function byCalendar(said: string, { raisedOn }: DueContext): Due | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(said)
  if (iso !== null) return dated(Number(iso[3]), Number(iso[2]), Number(iso[1]), said)
  const weekday = weekdayNames.findIndex((name) =>
    new RegExp(`^(next )?${name.slice(0, 3)}(${name.slice(3)})?$`).test(said),
  )
  if (weekday !== -1) return { on: nextWeekday(raisedOn, weekday) }
  const end = /^(?:the )?end of ([a-z]+)(?: (\d{4}))?$/.exec(said)
  if (end !== null) return endOfMonth(end[1] ?? '', end[2], raisedOn)
  const inWords = /^(?:[a-z]{3,9} )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})(?: (\d{4}|\d{2}))?$/.exec(
    said,
  )
  if (inWords !== null) {
    const month = monthNumber(inWords[2] ?? '')
    return month === 0 ? null : onDay(Number(inWords[1]), month, inWords[3], raisedOn, said)
  }
  const inFigures = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/.exec(said)
  if (inFigures === null) return null
  return onDay(Number(inFigures[1]), Number(inFigures[2]), inFigures[3], raisedOn, said)
}

function onDay(day: number, month: number, year: string | undefined, raisedOn: string, said: string): Due {
  if (year !== undefined) return dated(day, month, Number(year.length === 2 ? `20${year}` : year), said)
  const thisYear = Number(raisedOn.slice(0, 4))
  const due = dated(day, month, thisYear, said)
  if ('on' in due && due.on < raisedOn) return dated(day, month, thisYear + 1, said)
  return due
}

function dated(day: number, month: number, year: number, said: string): Due {
  const on = [String(year).padStart(4, '0'), two(month), two(day)].join('-')
  const exists = month >= 1 && month <= 12 && day >= 1 && isoDateOfDay(dayOfIsoDate(on)) === on
  if (exists) return { on }
  const name = months[month - 1]
  return { problem: `There is no day ${name === undefined ? said : `${String(day)} ${name}`}.` }
}

function endOfMonth(name: string, year: string | undefined, raisedOn: string): Due | null {
  const month = name === 'month' ? Number(raisedOn.slice(5, 7)) : monthNumber(name)
  if (month === 0) return null
  const from = Number(raisedOn.slice(0, 4))
  const chosen = year === undefined ? (month < Number(raisedOn.slice(5, 7)) ? from + 1 : from) : Number(year)
  const after = month === 12 ? `${chosen + 1}-01-01` : `${chosen}-${two(month + 1)}-01`
  return { on: addDays(after, -1) }
}

function nextWeekday(from: string, weekday: number): string {
  const today = weekdays.indexOf(weekdayOfDay(dayOfIsoDate(from)))
  return addDays(from, ((weekday - today + 6) % 7) + 1)
}

/** 1 to 12; 0 for what is no month. At least its first three letters. */
function monthNumber(name: string): number {
  return name.length < 3 ? 0 : monthNames.findIndex((month) => month.startsWith(name)) + 1
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
