import { z } from 'zod'
import { query } from './define.ts'
import { id } from './fields.ts'

/** Where an item goes that was deferred, not reached or returned with questions. */
export const goesTo = z
  .object({
    meetingId: id.nullable().describe('The meeting; null for the next one, whichever that is.'),
    sentence: z.string().describe('“goes to meeting 200, Thu 19 Jan 2017”, “goes to the next meeting”.'),
  })
  .nullable()
  .describe('Where it goes on; null for an item that goes nowhere.')

/** Where an outcome leads, as commands take it. */
export const nextMeetingId = id
  .nullable()
  .optional()
  .describe(
    'Where what is deferred, not reached or returned goes: a later meeting of the body; null for the next one, whichever that is; left out, the next that is planned.',
  )

export const onwardMeetings = z.object({
  choices: z
    .array(z.object({ meetingId: id.nullable(), label: z.string() }))
    .describe('Those that are planned, soonest first; last the next one, whichever that is.'),
  usual: id.nullable().describe('The one that is meant where nothing is said.'),
})
export type OnwardMeetings = z.infer<typeof onwardMeetings>

export const onwardCalls = {
  'agenda.onward-meetings': query('The meetings to which an item of this one can go on.', {
    input: z.strictObject({ meetingId: id }),
    output: onwardMeetings,
    topics: ['meetings'],
  }),
}
