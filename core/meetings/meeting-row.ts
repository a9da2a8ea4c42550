import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { MeetingState } from '../contract/words.ts'

/** A meeting as it lies in the book, with what its body lays down for it. */
export interface MeetingRow {
  id: string
  body_id: string
  number: string
  title: string
  starts_on: string
  ends_on: string
  start_time: string
  end_time: string
  place: string
  state: MeetingState
  opened_at: string | null
  closed_at: string | null
  current_item_id: string | null
  first_paragraph: number
  record_hash: string | null
  body_name: string
  body_short_name: string
  item_numbering: string
  sub_item_numbering: string
  chair_vote: 'none' | 'casting' | 'full'
  votes_per_person_cap: number | null
}

const select = `SELECT meeting.*, body.name AS body_name, body.short_name AS body_short_name,
    body.item_numbering, body.sub_item_numbering, body.chair_vote, body.votes_per_person_cap
  FROM meeting JOIN body ON body.id = meeting.body_id`

/** @throws PanelbookError `not-found` */
export function meetingRow(db: Reader, meetingId: string): MeetingRow {
  const row = db.get<MeetingRow>(`${select} WHERE meeting.id = ?`, meetingId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such meeting in this book.')
  return row
}

/** The day of what is decided now, YYYY-MM-DD: of a meeting that spans several the day at hand, else its first. */
export function dayAtHand(meeting: Pick<MeetingRow, 'starts_on' | 'ends_on'>, now: string): string {
  const today = now.slice(0, 10)
  return today >= meeting.starts_on && today <= meeting.ends_on ? today : meeting.starts_on
}

/** Meetings, newest first. */
export function meetingRows(db: Reader, bodyId: string | undefined, state: string | undefined): MeetingRow[] {
  return db.all<MeetingRow>(
    `${select} WHERE (? IS NULL OR meeting.body_id = ?) AND (? IS NULL OR meeting.state = ?)
     ORDER BY meeting.starts_on DESC, meeting.start_time DESC, meeting.id DESC`,
    bodyId ?? null,
    bodyId ?? null,
    state ?? null,
    state ?? null,
  )
}

/** A meeting whose record is not final yet. @throws PanelbookError `not-found`, `meeting-closed` */
export function unclosedMeeting(db: Reader, meetingId: string): MeetingRow {
  const meeting = meetingRow(db, meetingId)
  if (meeting.state === 'closed') {
    throw new PanelbookError(
      'meeting-closed',
      `Meeting ${meeting.number} is closed and its record is final.`,
      {
        safe: 'Nothing was changed.',
        remedy: 'Undo the closing if it was a slip, or bring the correction to the next meeting.',
      },
    )
  }
  return meeting
}

/** A meeting that is sitting. @throws PanelbookError `not-found`, `meeting-closed`, `meeting-not-open` */
export function openMeeting(db: Reader, meetingId: string): MeetingRow {
  const meeting = unclosedMeeting(db, meetingId)
  if (meeting.state !== 'open') {
    throw new PanelbookError('meeting-not-open', `Meeting ${meeting.number} has not been opened yet.`, {
      remedy: 'Open the meeting first.',
    })
  }
  return meeting
}
