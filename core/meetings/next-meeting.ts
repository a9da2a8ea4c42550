import type { Reader } from '../../db/store-types.ts'

export interface MeetingToCome {
  id: string
  form: 'meeting'
  number: string
  startsOn: string
  endsOn: string
  startTime: string
  endTime: string
  place: string
}

/** A moment as meetings are ordered. Without a time it is the end of the day; without a meeting, the last of that time. */
export interface Moment {
  day: string
  time?: string
  meetingId?: string
}

/** Sorts after every time and every id. */
const last = '~'

/** The body's meetings that come after a moment and are not closed, soonest first; no written resolutions. */
export function meetingsToCome(db: Reader, bodyId: string, after: Moment): MeetingToCome[] {
  return db.all<MeetingToCome>(
    `SELECT id, form, number, starts_on AS startsOn, ends_on AS endsOn, start_time AS startTime,
       end_time AS endTime, place
     FROM meeting
     WHERE body_id = :body AND form = 'meeting' AND state <> 'closed'
       AND (starts_on, start_time, id) > (:day, :time, :meeting)
     ORDER BY starts_on, start_time, id`,
    { body: bodyId, day: after.day, time: after.time ?? last, meeting: after.meetingId ?? last },
  )
}

/** The first of them; null where none is planned. */
export function nextMeeting(db: Reader, bodyId: string, after: Moment): MeetingToCome | null {
  return meetingsToCome(db, bodyId, after)[0] ?? null
}
