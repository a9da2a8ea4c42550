import { z } from 'zod'
import { id, isoDate, isoInstant } from './fields.ts'

/** Where a written resolution was ratified. */
export const ratification = z.object({
  determinationId: id,
  meetingId: id,
  meeting: z.string().describe('Number of the meeting.'),
  itemId: id,
  item: z.string().describe('Number of the item with that of its section: 199.6 (b).'),
  on: isoDate.describe('Day of that meeting.'),
  text: z.string().describe('The words of the ratification.'),
  isStale: z
    .boolean()
    .describe(
      'Whether the vote was corrected since, so that the resolution that was ratified is not carried any more.',
    ),
})
export type Ratification = z.infer<typeof ratification>

/** One moving of the deadline of a written resolution. */
export const deadlineMove = z.object({
  from: isoInstant.describe('The deadline before.'),
  to: isoInstant.describe('The deadline from then on.'),
  movedAt: isoInstant,
  reason: z.string(),
})
export type DeadlineMove = z.infer<typeof deadlineMove>

/** The written resolution that a determination ratifies. */
export const ratifiedResolution = z.object({
  questionId: id,
  meetingId: id.describe('Where the resolution is kept.'),
  itemId: id,
  number: z.string().describe('Its number, such as WR3.'),
})
export type RatifiedResolution = z.infer<typeof ratifiedResolution>
