import type { MeetingSummary } from '../../../core/contract/meetings.ts'

export interface MeetingsOfBody {
  body: MeetingSummary['body']
  meetings: MeetingSummary[]
}

export interface GroupedMeetings {
  open: MeetingSummary[]
  /** Soonest first. */
  planned: MeetingsOfBody[]
  /** Newest first. */
  closed: MeetingsOfBody[]
}

/** @param newestFirst as the core lists them */
export function groupMeetings(newestFirst: readonly MeetingSummary[]): GroupedMeetings {
  const inState = (state: MeetingSummary['state']) => newestFirst.filter((meeting) => meeting.state === state)
  return {
    open: inState('open'),
    planned: byBody(inState('planned').toReversed()),
    closed: byBody(inState('closed')),
  }
}

/** The body whose meeting comes first comes first. */
function byBody(meetings: readonly MeetingSummary[]): MeetingsOfBody[] {
  return [...Map.groupBy(meetings, ({ body }) => body.id).values()].flatMap((group) =>
    group[0] === undefined ? [] : [{ body: group[0].body, meetings: group }],
  )
}
