import type { DocumentKind } from '../contract/words.ts'
import type { MeetingRecord, RecordAction } from '../minutes/record-types.ts'
import { addDays } from '../timetable/iso-days.ts'
import { dayOf, timeOf } from './dates.ts'

/** The documents that have days in them. */
export const calendarDocuments: readonly DocumentKind[] = ['agenda', 'action-log']

/** Something in a calendar: with times of day by the clock of the room, or whole days where it has none. */
export interface CalendarEvent {
  /** The same in a later file, so that a calendar takes it for a change of the same event. */
  id: string
  /** YYYY-MM-DD. */
  day: string
  /** HH:MM from and to; null for the whole day. */
  times: { from: string; to: string } | null
  summary: string
  description: string
  place: string
}

export interface EventCalendar {
  name: string
  /** The day as which the file was made, YYYY-MM-DD: that of the meeting, so that one record gives one file. */
  made: string
  events: CalendarEvent[]
}

/** Of an agenda the meeting, day by day, and the next one; of an action log what is open and due on a day. */
export function calendarOf(document: DocumentKind, record: MeetingRecord): EventCalendar {
  const { heading } = record
  return {
    name: `${heading.body.name} ${heading.number}`,
    made: heading.startsOn,
    events: document === 'agenda' ? meetingEvents(record) : dueEvents(record),
  }
}

function meetingEvents({ heading, nextMeeting, items }: MeetingRecord): CalendarEvent[] {
  const body = heading.body.name
  const agenda = items.map(({ label, title, proposal }) =>
    proposal === null ? `${label} ${title}` : `${label} ${proposal.reference} ${proposal.title}`,
  )
  const id = heading.meetingId
  const event = { id, summary: `${body} ${heading.number}`, description: agenda.join('\n') }
  return [
    ...(heading.resolution === undefined
      ? daysOf(heading, event)
      : [deadlineEvent(event, heading.resolution.deadline)]),
    ...(nextMeeting === null
      ? []
      : daysOf(nextMeeting, { id: `${id}-next`, summary: `${body} ${nextMeeting.number}`, description: '' })),
  ]
}

/** A written resolution sits at no hour: it is in the calendar on the day of its deadline. */
function deadlineEvent(
  { id, summary, description }: Pick<CalendarEvent, 'id' | 'summary' | 'description'>,
  deadline: string,
): CalendarEvent {
  return {
    id: `${id}-deadline`,
    day: dayOf(deadline),
    times: null,
    summary: `${summary}: answer by ${timeOf(deadline)}`,
    description,
    place: '',
  }
}

/** A meeting of several days is an event on each of them, from its start to its end by the clock. */
function daysOf(
  meeting: { startsOn: string; endsOn: string; startTime: string; endTime: string; place: string },
  event: Pick<CalendarEvent, 'id' | 'summary' | 'description'>,
): CalendarEvent[] {
  const days: CalendarEvent[] = []
  for (let day = meeting.startsOn; day <= meeting.endsOn; day = addDays(day, 1)) {
    days.push({
      ...event,
      id: `${event.id}-${String(days.length + 1)}`,
      day,
      times: { from: meeting.startTime, to: meeting.endTime },
      place: meeting.place,
    })
  }
  return days
}

function dueEvents({ actions }: MeetingRecord): CalendarEvent[] {
  return [...actions.carriedIn, ...actions.raised].flatMap((action) => {
    const isOpen = action.status === 'open' || action.status === 'carried-forward'
    if (!isOpen || action.dueOn === null) return []
    return [
      {
        id: action.id,
        day: action.dueOn,
        times: null,
        summary: `${action.reference} due: ${action.text}`,
        description: ownersWords(action),
        place: '',
      },
    ]
  })
}

function ownersWords({ owners, proposal }: RecordAction): string {
  return [owners.join(', '), proposal ?? ''].filter((part) => part !== '').join('\n')
}
