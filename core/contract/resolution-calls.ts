import { z } from 'zod'
import { command, query } from './define.ts'
import { id, isoDate, isoInstant, line, text } from './fields.ts'
import { deadlineMove, ratification } from './resolutions.ts'
import { item } from './voting.ts'
import { votingRule } from './voting-rule.ts'

const questionId = id.describe('The question of the resolution.')

export const resolution = z.object({
  questionId,
  meetingId: id.describe('Where it is kept: a record of its own, like a meeting with one item.'),
  itemId: id,
  body: z.object({ id, name: z.string(), shortName: z.string() }),
  number: z.string().describe('Its number, such as WR3.'),
  title: z.string(),
  text: z.string().describe('The question as it went round.'),
  circulatedOn: isoDate,
  deadline: isoInstant.describe('Until when positions are taken.'),
  deadlineMoves: z.array(deadlineMove).describe('How the deadline was moved, oldest first.'),
  state: z
    .enum(['out', 'past-deadline', 'decided', 'to-ratify', 'ratified', 'withdrawn'])
    .describe(
      'Out: positions are awaited. Past deadline: it waits for its vote to be closed. Decided: not carried, so there ' +
        'is nothing to ratify. To ratify: carried, and the next meeting ratifies it. Withdrawn: it went round by mistake.',
    ),
  stillToCome: z.array(z.string()).describe('Initials of those whose position is still to come.'),
  result: z.string().nullable().describe('In words; null while positions are still to come.'),
  determination: z.string().nullable(),
  ratification: ratification.nullable(),
})
export type Resolution = z.infer<typeof resolution>

export const resolutionCalls = {
  'resolution.circulate': command(
    'Sends a question round as a written resolution, outside a meeting: every seat is in the denominator and answers in writing by the deadline.',
    {
      input: z.strictObject({
        bodyId: id,
        kind: z
          .string()
          .regex(/^[a-z0-9-]{1,60}$/, 'the key of a question of the body')
          .describe('Key of one of the body’s kinds of question.'),
        title: text('What it is about; the proposal’s title where left out.', 300).default(''),
        proposalId: id.nullable().default(null).describe('The proposal that it is about; null for none.'),
        text: line('The question as it goes round; the usual words where left out.', 1000).optional(),
        rule: votingRule
          .optional()
          .describe('Another threshold than a majority of all seats; of the kind written-resolution.'),
        deadline: isoInstant.describe('Until when positions are taken.'),
        circulatedOn: isoDate.optional().describe('The day on which it goes round; today where left out.'),
        number: line('Its number; WR and one more than the last where left out.', 30).optional(),
      }),
      output: z.object({ meetingId: id, itemId: id, questionId }),
      topics: ['meetings', 'agenda', 'items', 'register', 'room'],
    },
  ),
  'resolution.list': query('The written resolutions, newest first, with what each waits for.', {
    input: z.strictObject({
      bodyId: id.optional().describe('Only those of one body.'),
      state: resolution.shape.state.optional(),
    }),
    output: z.object({ resolutions: z.array(resolution) }),
    topics: ['meetings', 'items', 'register', 'bodies', 'people'],
  }),
  'resolution.move-deadline': command('Moves the deadline of a written resolution that is still out.', {
    input: z.strictObject({
      questionId,
      deadline: isoInstant.describe('The new deadline.'),
      reason: line('Why it is moved.', 500),
    }),
    output: item,
    topics: ['items', 'meetings', 'agenda'],
  }),
  'resolution.ratify': command(
    'Ratifies a carried written resolution at an item of a later meeting of its body, and writes the determination there.',
    {
      input: z.strictObject({
        itemId: id.describe('The item of the meeting that ratifies it.'),
        questionId,
        text: text('The words of the ratification; composed where left out.', 2000).default(''),
      }),
      output: item,
      topics: ['items', 'agenda', 'meetings', 'register'],
    },
  ),
}
