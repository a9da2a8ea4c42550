import { readResolutions } from '../../resolutions/resolution-view.ts'
import type { Source } from './filling.ts'

/** Written resolutions of this body that were carried and wait for a meeting to ratify them, oldest first. */
export const writtenResolutions: Source = {
  isOfTheCode: false,
  find: ({ db, meeting, until }) =>
    readResolutions(db, meeting.body_id, `${until}T23:59:59Z`)
      .filter(({ state, circulatedOn }) => state === 'to-ratify' && circulatedOn <= until)
      .toReversed()
      .map(({ questionId, number, title }) => ({
        key: `resolution:${questionId}`,
        kind: 'general',
        // It belongs to what has happened since the last meeting.
        under: 'minutes',
        title: `Ratification of ${number}: ${title}`,
        reason: `written resolution ${number} carried, still to ratify`,
        purpose: 'decision',
      })),
}
