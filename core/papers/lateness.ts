import type { PaperDeadline } from '../contract/papers.ts'
import { calendarNames, type CalendarName } from '../contract/timetable.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { holidayWords } from '../timetable/count-in-words.ts'
import { shortDay } from '../timetable/day-in-words.ts'
import { addWorkingDays } from '../timetable/working-days.ts'

type Deadlined = Pick<MeetingRow, 'form' | 'starts_on' | 'paper_deadline_days' | 'calendar'>

/** No meeting of a code has its papers due before the years that a date can be written in. */
const firstDay = '0001-01-01'

/**
 * The last day on which a paper for a meeting is in time: so many working days before its first day, as its body lays
 * down, in the calendar of its code. It moves with the meeting. Null for a written resolution, which goes round with
 * its papers.
 */
export function paperDeadlineOf(meeting: Deadlined): PaperDeadline | null {
  if (meeting.form === 'written-resolution' || meeting.starts_on < firstDay) return null
  const days = meeting.paper_deadline_days
  const { date, skipped } = addWorkingDays({
    from: meeting.starts_on,
    days: -days,
    calendar: calendarNames.find((name): name is CalendarName => name === meeting.calendar),
  })
  const holidays = holidayWords(skipped)
  const before =
    days === 0 ? 'the day of the meeting' : `${days} working ${days === 1 ? 'day' : 'days'} before`
  return {
    day: date,
    sentence: `Papers are due ${shortDay(date)}, ${before}${holidays === '' ? '' : `; ${holidays}`}.`,
  }
}

/**
 * Whether a paper came late. The one rule: by the day on which it came in, wherever that and the deadline are known,
 * so that moving the meeting moves it; else as the secretary said.
 */
export function isPaperLate(
  paper: { received_on: string | null; is_late: number },
  deadline: PaperDeadline | null,
): boolean {
  if (paper.received_on === null || deadline === null) return paper.is_late === 1
  return paper.received_on > deadline.day
}
