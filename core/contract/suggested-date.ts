import { z } from 'zod'
import { query } from './define.ts'
import { id, isoDate } from './fields.ts'

export const suggestedDateCalls = {
  'meeting.suggest-date': query('The day on which the next meeting of a body would usually be.', {
    input: z.strictObject({ bodyId: id.describe('The body.') }),
    output: z.object({
      startsOn: isoDate,
      reason: z.string().describe('Why that day, as a phrase: "the third Thursday, as meeting 199 was".'),
    }),
    topics: ['meetings', 'bodies'],
  }),
}
