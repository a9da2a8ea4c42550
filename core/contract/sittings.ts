import { z } from 'zod'
import { command } from './define.ts'
import { id, isoInstant, text } from './fields.ts'
import { meeting } from './meetings.ts'

/** A meeting may sit more than once, also over two days. */
export const sittingCalls = {
  'meeting.adjourn': command(
    'Adjourns the meeting: its clock and that of the item stand still, and no vote is put until it resumes.',
    {
      input: z.strictObject({
        meetingId: id,
        at: isoInstant.optional().describe('When; now where left out.'),
        reason: text('Why, or until when, as the minutes shall say it.', 300).default(''),
      }),
      output: meeting,
      topics: ['meetings', 'agenda', 'room', 'items'],
    },
  ),
  'meeting.resume': command(
    'Resumes an adjourned meeting at the item at which it stopped. Who has gone since is recorded at the door.',
    {
      input: z.strictObject({
        meetingId: id,
        at: isoInstant.optional().describe('When; now where left out.'),
      }),
      output: meeting,
      topics: ['meetings', 'agenda', 'room', 'items'],
    },
  ),
}
