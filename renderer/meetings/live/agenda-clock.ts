import type { AgendaLine, Meeting } from '../../../core/contract/meetings.ts'
import { isoDay } from '../../ui/dates.ts'

/** How the rest of the meeting goes if every item takes the time that is planned for it. */
export interface AgendaForecast {
  end: Date
  /** Whether that is after the planned end. */
  isLate: boolean
  /** Items that would begin at the planned end or later. */
  notReached: AgendaLine[]
}

/** Seconds that an item has been before the meeting, the stretch that is running included. */
export function taken(line: Pick<AgendaLine, 'secondsTaken' | 'runningSince'>, now: Date): number {
  const running = line.runningSince === null ? 0 : (now.getTime() - Date.parse(line.runningSince)) / 1000
  return line.secondsTaken + Math.max(0, running)
}

/** The planned end; of a meeting that sits on another day than was planned, that time of the day at hand. */
export function plannedEndOf(meeting: Pick<Meeting, 'startsOn' | 'endsOn' | 'endTime'>, now: Date): Date {
  const today = isoDay(now)
  const isBeforeLastDay = today >= meeting.startsOn && today < meeting.endsOn
  return new Date(`${isBeforeLastDay ? meeting.endsOn : today}T${meeting.endTime}:00`)
}

/** Items that hold others are counted by what they hold; those with an outcome are over. */
export function forecast(
  meeting: Pick<Meeting, 'agenda' | 'startsOn' | 'endsOn' | 'endTime'>,
  now: Date,
): AgendaForecast {
  const sections = new Set(meeting.agenda.map(({ parentId }) => parentId))
  const plannedEnd = plannedEndOf(meeting, now)
  const notReached: AgendaLine[] = []
  let at = now.getTime()
  for (const line of meeting.agenda) {
    if (line.outcome !== null || sections.has(line.id)) continue
    if (at >= plannedEnd.getTime() && line.runningSince === null) notReached.push(line)
    at += Math.max(0, line.plannedMinutes * 60 - taken(line, now)) * 1000
  }
  return { end: new Date(at), isLate: at > plannedEnd.getTime(), notReached }
}
