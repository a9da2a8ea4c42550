import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import { addDays, dayOfIsoDate, weekdayOfDay } from '../timetable/iso-days.ts'
import { addWorkingDays } from '../timetable/working-days.ts'

interface Held {
  number: string
  starts_on: string
}

/** A day, and in a phrase why it is that one. */
export interface Suggestion {
  startsOn: string
  reason: string
}

/** Days between two meetings up to which a body is taken to meet every so many days, and not once a month. */
const closest = 21
/** For a first meeting: time enough for papers to be called for and sent out. */
const untilFirst = 28

/**
 * When the next meeting of a body would be: as its last ones were, after today and on a working day. A body that
 * meets every week or two goes on so; any other keeps its weekday of the month.
 * @throws PanelbookError `not-found`
 */
export function suggestDate(db: Reader, bodyId: string, now: string): Suggestion {
  if (db.get('SELECT 1 FROM body WHERE id = ?', bodyId) === undefined) {
    throw new PanelbookError('not-found', 'There is no such body in this book.')
  }
  const [last, before] = db.all<Held>(
    `SELECT number, starts_on FROM meeting WHERE body_id = ? AND form = 'meeting'
     ORDER BY starts_on DESC, start_time DESC, id DESC LIMIT 2`,
    bodyId,
  )
  return onWorkingDay(usualDay(last, before, now.slice(0, 10)))
}

function usualDay(last: Held | undefined, before: Held | undefined, today: string): Suggestion {
  if (last === undefined) {
    return { startsOn: addDays(today, untilFirst), reason: 'four weeks from today, for the first meeting' }
  }
  const gap = before === undefined ? Infinity : dayOfIsoDate(last.starts_on) - dayOfIsoDate(before.starts_on)
  return gap > 0 && gap <= closest ? everySoManyDays(last, gap, today) : onceAMonth(last, today)
}

function everySoManyDays({ number, starts_on }: Held, gap: number, today: string): Suggestion {
  let startsOn = addDays(starts_on, gap)
  while (startsOn <= today) startsOn = addDays(startsOn, gap)
  return { startsOn, reason: `every ${gap} days, as up to meeting ${number}` }
}

const ordinals = ['first', 'second', 'third', 'fourth', 'last']

function onceAMonth({ number, starts_on }: Held, today: string): Suggestion {
  const which = Math.ceil(Number(starts_on.slice(8, 10)) / 7)
  const weekday = weekdayOfDay(dayOfIsoDate(starts_on))
  let month = nextMonth(starts_on)
  let startsOn = weekdayOfMonth(month, starts_on, which)
  while (startsOn <= today) {
    month = nextMonth(month)
    startsOn = weekdayOfMonth(month, starts_on, which)
  }
  return {
    startsOn,
    reason: `the ${ordinals[which - 1] ?? ''} ${weekday} of the month, as meeting ${number} was`,
  }
}

/** The first day of the month after that of a date. */
function nextMonth(date: string): string {
  return `${addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}

/** The day of a month that has the weekday of another date, the nth of them or the last where there are fewer. */
function weekdayOfMonth(month: string, like: string, which: number): string {
  const first = dayOfIsoDate(`${month.slice(0, 7)}-01`)
  const ahead = (((dayOfIsoDate(like) - first) % 7) + 7) % 7
  const wanted = addDays(`${month.slice(0, 7)}-01`, ahead + (which - 1) * 7)
  return wanted.slice(0, 7) === month.slice(0, 7) ? wanted : addDays(wanted, -7)
}

function onWorkingDay({ startsOn, reason }: Suggestion): Suggestion {
  const { date, skipped } = addWorkingDays({ from: addDays(startsOn, -1), days: 1, counting: 'exclusive' })
  const [first] = skipped
  return {
    startsOn: date,
    reason: first === undefined ? reason : `${reason}; moved on from ${first.reason}`,
  }
}
