import type { Reader } from '../../db/store-types.ts'

/** The body's first meeting after a day, YYYY-MM-DD; null where none is planned. */
export function nextMeeting(
  db: Reader,
  bodyId: string,
  after: string,
): { number: string; startsOn: string } | null {
  const row = db.get<{ number: string; startsOn: string }>(
    `SELECT number, starts_on AS startsOn FROM meeting
     WHERE body_id = ? AND form = 'meeting' AND starts_on > ? ORDER BY starts_on, start_time, id LIMIT 1`,
    bodyId,
    after,
  )
  return row === undefined ? null : { ...row }
}
