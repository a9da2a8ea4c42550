import type { Reader } from '../../db/store-types.ts'
import { layInRegister } from '../agenda/suggestions/lay-in.ts'
import { expectMembers } from '../attendance/attendance-row.ts'
import type { CheckedInput } from '../contract/calls.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { meetingRow, type MeetingRow } from './meeting-row.ts'

interface BodyRow {
  usual_start: string
  usual_end: string
  usual_place: string
  short_name: string
}

/**
 * Creates a meeting with the body's agenda template and everybody who belongs to the body as expected.
 * @returns its id
 * @throws PanelbookError `not-found`, `already-exists` for the number, `bad-input` naming the field
 */
export function createMeeting(context: CommandContext, input: CheckedInput<'meeting.create'>): string {
  const { db, nextId } = context
  const body = db.get<BodyRow>(
    'SELECT usual_start, usual_end, usual_place, short_name FROM body WHERE id = ?',
    input.bodyId,
  )
  if (body === undefined) throw new PanelbookError('not-found', 'There is no such body in this book.')
  const number = input.number ?? nextNumber(db, input.bodyId)
  refuseNumber(db, input.bodyId, number)
  const meetingId = nextId()
  const times = {
    starts_on: input.startsOn,
    ends_on: input.endsOn ?? input.startsOn,
    start_time: input.startTime ?? body.usual_start,
    end_time: input.endTime ?? body.usual_end,
  }
  checkTimes(times)
  db.insert('meeting', {
    id: meetingId,
    body_id: input.bodyId,
    number,
    title: input.title,
    ...times,
    place: input.place ?? body.usual_place,
    first_paragraph: firstParagraph(db, input.bodyId),
  })
  if (input.fromTemplate) layInTemplate(context, meetingId, input.bodyId)
  if (input.fromRegister) layInRegister(context, meetingRow(db, meetingId))
  expectMembers(context, meetingRow(db, meetingId))
  return meetingId
}

/** @throws PanelbookError `bad-input` where the end lies before the start */
export function checkTimes(times: {
  starts_on: string
  ends_on: string
  start_time: string
  end_time: string
}): void {
  if (times.ends_on < times.starts_on) throw badInput('endsOn', 'is before the first day')
  if (times.ends_on === times.starts_on && times.end_time < times.start_time) {
    throw badInput('endTime', `is before the start, ${times.start_time}`)
  }
}

/** @throws PanelbookError `already-exists` */
export function refuseNumber(db: Reader, bodyId: string, number: string, exceptId = ''): void {
  const other = db.get<Pick<MeetingRow, 'form' | 'number' | 'starts_on'>>(
    'SELECT form, number, starts_on FROM meeting WHERE body_id = ? AND number = ? AND id <> ?',
    bodyId,
    number,
    exceptId,
  )
  if (other === undefined) return
  throw new PanelbookError(
    'already-exists',
    `${other.form === 'meeting' ? 'Meeting' : 'Written resolution'} ${number} is in the book already, on ${other.starts_on}.`,
  )
}

/**
 * A written resolution is numbered beside the meetings: a bare number would be one of theirs.
 * @throws PanelbookError `bad-input`
 */
export function requireResolutionNumber(number: string): void {
  if (/^\d+$/.test(number)) {
    throw badInput('number', 'must not be a bare number: those are the numbers of meetings')
  }
}

/** One more than the highest number that is one; 1 where there is none. */
function nextNumber(db: Reader, bodyId: string): string {
  const highest = db.get<{ highest: number | null }>(
    `SELECT MAX(CAST(number AS INTEGER)) AS highest FROM meeting
     WHERE body_id = ? AND form = 'meeting' AND number <> '' AND length(number) <= 15 AND number NOT GLOB '*[^0-9]*'`,
    bodyId,
  )
  return String((highest?.highest ?? 0) + 1)
}

/**
 * The number of the first paragraph of a meeting's minutes: 1, or where the body's numbers run on, one more than
 * the last of the newest closed meeting that has any.
 */
export function firstParagraph(db: Reader, bodyId: string): number {
  const body = db.get<{ runs_on: number }>(
    'SELECT paragraphs_run_on AS runs_on FROM body WHERE id = ?',
    bodyId,
  )
  if (body?.runs_on !== 1) return 1
  const last = db.get<{ last: number }>(
    `SELECT MAX(note_paragraph.number) AS last
     FROM meeting
     JOIN agenda_item ON agenda_item.meeting_id = meeting.id
     JOIN note_paragraph ON note_paragraph.agenda_item_id = agenda_item.id
     WHERE meeting.body_id = ? AND meeting.form = 'meeting' AND meeting.state = 'closed'
       AND note_paragraph.number IS NOT NULL
     GROUP BY meeting.id ORDER BY meeting.starts_on DESC, meeting.start_time DESC, meeting.id DESC LIMIT 1`,
    bodyId,
  )
  return (last?.last ?? 0) + 1
}

function layInTemplate({ db, nextId }: CommandContext, meetingId: string, bodyId: string): void {
  const template = db.all<{
    kind: string
    title: string
    purpose: string
    planned_minutes: number
    presenter: string
  }>(
    `SELECT kind, title, purpose, planned_minutes, presenter
     FROM agenda_template_item WHERE body_id = ? ORDER BY position, id`,
    bodyId,
  )
  template.forEach((item, index) => {
    db.insert('agenda_item', {
      id: nextId(),
      meeting_id: meetingId,
      parent_id: null,
      position: index + 1,
      ...item,
    })
  })
}
