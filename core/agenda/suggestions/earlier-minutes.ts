import type { Reader } from '../../../db/store-types.ts'
import type { Source } from './filling.ts'

/**
 * Minutes of earlier meetings of this body whose newest version is not an approved one. Several may be pending; those
 * that an item of this agenda names are not among them.
 */
export const earlierMinutes: Source = {
  isOfTheCode: false,
  find: ({ db, meeting }) => {
    const named = wordsOfMinutes(db, meeting.id)
    return db
      .all<{ id: string; number: string }>(
        `SELECT earlier.id, earlier.number FROM meeting AS earlier
         WHERE earlier.body_id = :body AND earlier.form = 'meeting' AND earlier.state = 'closed'
           AND (earlier.starts_on, earlier.start_time, earlier.id) < (:on, :time, :meeting)
           AND COALESCE((SELECT status FROM minutes_version WHERE meeting_id = earlier.id
             ORDER BY made_at DESC, minutes_version.id DESC LIMIT 1), 'draft') <> 'approved'
         ORDER BY earlier.starts_on, earlier.start_time, earlier.id`,
        {
          body: meeting.body_id,
          on: meeting.starts_on,
          time: meeting.start_time,
          meeting: meeting.id,
        },
      )
      .filter(({ number }) => !named.has(number))
      .map(({ id, number }) => ({
        key: `minutes:${id}`,
        kind: 'minutes',
        title: minutesTitle(number),
        reason: `minutes of ${number} still to approve`,
        purpose: 'decision',
      }))
  },
}

/** The words in the titles of the items for minutes, the numbers of meetings among them. */
function wordsOfMinutes(db: Reader, meetingId: string): Set<string> {
  const items = db.all<{ title: string }>(
    `SELECT title FROM agenda_item WHERE meeting_id = ? AND kind = 'minutes'`,
    meetingId,
  )
  return new Set(items.flatMap(({ title }) => title.split(/[\s,;:()]+/u)))
}

/** What the item is called at which the minutes of a meeting are approved. */
export function minutesTitle(number: string): string {
  return `Minutes of meeting ${number}`
}
