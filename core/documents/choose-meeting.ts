import type { Reader } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'

export interface MeetingChoice {
  meetingId?: string | undefined
  meetingNumber?: string | undefined
  bodyId?: string | undefined
}

interface Found {
  id: string
  body_id: string
  body: string
}

const select =
  'SELECT meeting.id, meeting.body_id, body.name AS body FROM meeting JOIN body ON body.id = meeting.body_id'

/**
 * The id of the meeting that is meant, by id or by number.
 * @throws PanelbookError `not-found`, or `bad-input` where neither is given, both, or a number that is not enough.
 */
export function chooseMeeting(db: Reader, { meetingId, meetingNumber, bodyId }: MeetingChoice): string {
  if (bodyId !== undefined && db.get('SELECT 1 FROM body WHERE id = ?', bodyId) === undefined) {
    throw new PanelbookError('not-found', 'There is no such body in this book.')
  }
  if (meetingId !== undefined) {
    if (meetingNumber !== undefined) throw badInput('meetingNumber', 'give either the meeting or its number')
    return meetingById(db, meetingId, bodyId).id
  }
  if (meetingNumber === undefined) throw badInput('meetingId', 'name the meeting, or give its number')
  return meetingByNumber(db, meetingNumber, bodyId).id
}

function meetingById(db: Reader, meetingId: string, bodyId: string | undefined): Found {
  const found = db.get<Found>(`${select} WHERE meeting.id = ?`, meetingId)
  if (found === undefined) throw new PanelbookError('not-found', 'There is no such meeting in this book.')
  if (bodyId !== undefined && found.body_id !== bodyId) {
    throw badInput('bodyId', `the meeting is one of ${found.body}`)
  }
  return found
}

function meetingByNumber(db: Reader, number: string, bodyId: string | undefined): Found {
  const found = db.all<Found>(
    `${select} WHERE meeting.number = ? AND (? IS NULL OR meeting.body_id = ?) ORDER BY body.name`,
    number,
    bodyId ?? null,
    bodyId ?? null,
  )
  const [only] = found
  if (only === undefined) {
    throw new PanelbookError('not-found', `There is no meeting with the number ${number} in this book.`)
  }
  if (found.length > 1) {
    const bodies = found.map(({ body, body_id }) => `${body} (${body_id})`).join(', ')
    throw badInput(
      'meetingNumber',
      `several bodies have a meeting ${number}: ${bodies}; give the bodyId as well`,
    )
  }
  return only
}
