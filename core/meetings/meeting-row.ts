import type { Reader } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { MeetingForm, MeetingState } from '../contract/words.ts'
import { capital } from '../sentence.ts'

/** A meeting as it lies in the book, with what its body lays down for it. */
export interface MeetingRow {
  id: string
  body_id: string
  form: MeetingForm
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
  is_screen_cleared: number
  body_name: string
  body_short_name: string
  item_numbering: string
  sub_item_numbering: string
  chair_vote: 'none' | 'casting' | 'full'
  votes_per_person_cap: number | null
  paper_deadline_days: number
  /** The calendar of its code; null for a body without a code. */
  calendar: string | null
}

const select = `SELECT meeting.*, body.name AS body_name, body.short_name AS body_short_name,
    body.item_numbering, body.sub_item_numbering, body.chair_vote, body.votes_per_person_cap,
    body.paper_deadline_days, code.calendar
  FROM meeting JOIN body ON body.id = meeting.body_id LEFT JOIN code ON code.id = body.code_id`

/** @throws PanelbookError `not-found` */
export function meetingRow(db: Reader, meetingId: string): MeetingRow {
  const row = db.get<MeetingRow>(`${select} WHERE meeting.id = ?`, meetingId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such meeting in this book.')
  return row
}

/** What it is called in a sentence: "meeting 199", "written resolution WR1". */
export function meetingName({ form, number }: Pick<MeetingRow, 'form' | 'number'>): string {
  return form === 'meeting' ? `meeting ${number}` : `written resolution ${number}`
}

/** The same at the beginning of a sentence. */
function meetingNameFirst(meeting: Pick<MeetingRow, 'form' | 'number'>): string {
  return capital(meetingName(meeting))
}

/**
 * For what only a meeting in a room can have: people who come and go, a clock, an agenda of several items.
 * @param field the input's field that names the meeting, for a refusal
 * @throws PanelbookError `bad-input` for a written resolution
 */
export function requireRoom(meeting: Pick<MeetingRow, 'form' | 'number'>, field: string): void {
  if (meeting.form === 'meeting') return
  const problem =
    'is a written resolution: it goes round outside a meeting, with one question and nobody in a room'
  throw badInput(field, problem, `${meeting.number} ${problem}.`)
}

/**
 * The day of what is decided now, YYYY-MM-DD: of a meeting that spans several the day at hand, else its first. A
 * written resolution is decided on the day on which its result is written down.
 */
export function dayAtHand(meeting: Pick<MeetingRow, 'form' | 'starts_on' | 'ends_on'>, now: string): string {
  const today = now.slice(0, 10)
  if (meeting.form === 'written-resolution') return today
  return today >= meeting.starts_on && today <= meeting.ends_on ? today : meeting.starts_on
}

/** Which meetings are asked for; all where nothing is said. */
export interface MeetingFilter {
  bodyId?: string | undefined
  state?: MeetingState | undefined
  form?: MeetingForm | undefined
}

/** Meetings, newest first. */
export function meetingRows(db: Reader, { bodyId, state, form }: MeetingFilter): MeetingRow[] {
  return db.all<MeetingRow>(
    `${select} WHERE (:body IS NULL OR meeting.body_id = :body) AND (:state IS NULL OR meeting.state = :state)
       AND (:form IS NULL OR meeting.form = :form)
     ORDER BY meeting.starts_on DESC, meeting.start_time DESC, meeting.id DESC`,
    { body: bodyId ?? null, state: state ?? null, form: form ?? null },
  )
}

/** A meeting whose record is not final yet. @throws PanelbookError `not-found`, `meeting-closed` */
export function unclosedMeeting(db: Reader, meetingId: string): MeetingRow {
  const meeting = meetingRow(db, meetingId)
  if (meeting.state === 'closed') {
    throw new PanelbookError(
      'meeting-closed',
      `${meetingNameFirst(meeting)} is closed and its record is final.`,
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
