import type { Reader } from '../../db/store-types.ts'
import { agendaOf, numberedItems } from '../agenda/agenda-view.ts'
import { roomOf } from '../attendance/room.ts'
import type { Meeting, MeetingSummary } from '../contract/meetings.ts'
import { paperDeadlineOf } from '../papers/lateness.ts'
import { isAdjourned, sittingRows } from './adjourn.ts'
import { readLeft } from './close-out/leave.ts'
import { meetingRow, meetingRows, type MeetingFilter, type MeetingRow } from './meeting-row.ts'

interface Numbers {
  meetingId: string
  items: number
  itemsWithOutcome: number
  actionsRaised: number
}

/** One meeting: its agenda and its room. @throws PanelbookError `not-found` */
export function readMeeting(db: Reader, meetingId: string, now: string): Meeting {
  const meeting = meetingRow(db, meetingId)
  const items = numberedItems(db, meeting)
  const sittings = sittingRows(db, meetingId)
  return {
    ...summaryOf(meeting, readNumbers(db, [meeting])[0]),
    sittings: sittings.map(({ started_at, ended_at, reason }) => ({
      startedAt: started_at,
      endedAt: ended_at,
      reason,
    })),
    isAdjourned: isAdjourned(meeting, sittings),
    currentItemId: meeting.current_item_id,
    firstParagraph: meeting.first_paragraph,
    paperDeadline: paperDeadlineOf(meeting),
    leftAtClosing: readLeft(db, meetingId),
    recordHash: meeting.record_hash,
    agenda: agendaOf(db, meeting, items),
    room: roomOf(db, meeting, items, now),
  }
}

/** The meetings of a body or of all, in one state or in any, newest first. */
export function readMeetingSummaries(db: Reader, only: MeetingFilter = {}): MeetingSummary[] {
  const meetings = meetingRows(db, only)
  const numbers = new Map(readNumbers(db, meetings).map((row) => [row.meetingId, row]))
  return meetings.map((meeting) => summaryOf(meeting, numbers.get(meeting.id)))
}

/** A section is not counted beside the items that it holds. */
function readNumbers(db: Reader, meetings: readonly MeetingRow[]): Numbers[] {
  return db.all<Numbers>(
    `SELECT meeting.id AS meetingId,
       (SELECT COUNT(*) FROM agenda_item AS item WHERE item.meeting_id = meeting.id
         AND NOT EXISTS (SELECT 1 FROM agenda_item AS under WHERE under.parent_id = item.id)) AS items,
       (SELECT COUNT(*) FROM agenda_item AS item WHERE item.meeting_id = meeting.id AND item.outcome IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM agenda_item AS under WHERE under.parent_id = item.id)) AS itemsWithOutcome,
       (SELECT COUNT(*) FROM action WHERE action.meeting_id = meeting.id) AS actionsRaised
     FROM json_each(?) AS wanted JOIN meeting ON meeting.id = wanted.value`,
    JSON.stringify(meetings.map(({ id }) => id)),
  )
}

function summaryOf(meeting: MeetingRow, numbers: Numbers | undefined): MeetingSummary {
  return {
    id: meeting.id,
    body: { id: meeting.body_id, name: meeting.body_name, shortName: meeting.body_short_name },
    form: meeting.form,
    number: meeting.number,
    title: meeting.title,
    startsOn: meeting.starts_on,
    endsOn: meeting.ends_on,
    startTime: meeting.start_time,
    endTime: meeting.end_time,
    place: meeting.place,
    state: meeting.state,
    openedAt: meeting.opened_at,
    closedAt: meeting.closed_at,
    items: numbers?.items ?? 0,
    itemsWithOutcome: numbers?.itemsWithOutcome ?? 0,
    actionsRaised: numbers?.actionsRaised ?? 0,
  }
}
