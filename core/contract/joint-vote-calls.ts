import { z } from 'zod'
import { command } from './define.ts'
import { id, initials, line, text } from './fields.ts'
import { optionKey, votedOption } from './voted-option.ts'
import { item } from './voting.ts'
import { voteMethods } from './words.ts'

const kind = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'the key of a question of the body')
  .describe('Key of one of the body’s kinds of question.')
const method = z.enum(voteMethods).default('roll-call').describe('How the votes are taken.')
const isIndicative = z
  .boolean()
  .default(false)
  .describe('Take them although there is no quorum, as an indication only.')
const recordable = z
  .enum(['for', 'against', 'abstain', 'none', 'not-present', 'recused', 'pending'])
  .describe(
    'The position; pending takes it back. Against an objective: for is yes, against no, abstain neutral.',
  )
const title = text('What the votes are called together; composed where left out.', 200).default('')
const given = {
  key: optionKey.optional().describe('Its name within the vote; composed from the label where left out.'),
  label: votedOption.shape.label,
}
const jointVoteId = id.describe('The joint vote.')
const topics = ['items', 'agenda', 'register'] as const

export const jointVoteCalls = {
  'joint-vote.put-on-items': command(
    'Puts the same question on several items and takes their votes together; each item keeps its own vote, electorate and result.',
    {
      input: z.strictObject({
        itemIds: z
          .array(id)
          .min(2, 'must name at least two items')
          .max(60)
          .describe('The items, of one meeting.'),
        kind,
        title,
        method,
        isIndicative,
      }),
      output: z.object({ jointVoteId: id, item: item.describe('The first of the items.') }),
      topics,
    },
  ),
  'joint-vote.put-on-options': command(
    'Puts a question on each option of a proposal, and for each objective whether the option better facilitates it. None, one or many options may pass.',
    {
      input: z.strictObject({
        itemId: id,
        kind,
        title,
        options: z
          .array(
            z.strictObject({
              ...given,
              proposalId: id.nullable().default(null).describe('The proposal of the register that it is.'),
            }),
          )
          .min(1, 'must name at least one option')
          .max(20)
          .describe('The options in order: the original, then its alternatives.'),
        objectives: z
          .array(
            z.strictObject({
              ...given,
            }),
          )
          .max(12)
          .default([])
          .describe('The objectives; none where each option has only its own outcome.'),
        baseline: text('What the options are compared with, such as the baseline.', 120).default(''),
        method,
        isIndicative,
      }),
      output: z.object({ jointVoteId: id, item }),
      topics,
    },
  ),
  'joint-vote.record': command(
    'Records positions in votes that are taken together, cell by cell in their order. A cell without a question means every open row in which the seat has a vote. A seat that is named is overwritten; a cell without one fills every position that is still to come.',
    {
      input: z.strictObject({
        jointVoteId,
        cells: z
          .array(
            z.strictObject({
              questionId: id.optional().describe('The row; every row where left out.'),
              seatId: id.optional().describe('The seat. It, the initials, or neither for every seat.'),
              initials: initials
                .optional()
                .describe('Initials, at this meeting, of who exercises the seat’s vote.'),
              value: recordable,
            }),
          )
          .min(1, 'must name at least one cell')
          .max(1000)
          .describe('The cells to fill, in order.'),
      }),
      output: item,
      topics,
    },
  ),
  'joint-vote.copy': command(
    'Gives other options the positions of one, objective by objective: the same as the original.',
    {
      input: z.strictObject({
        jointVoteId,
        from: optionKey.describe('The option whose positions are taken.'),
        to: z
          .array(optionKey)
          .max(20)
          .default([])
          .describe('The options that get them; every other one where left out.'),
        seatId: id.optional().describe('Only the positions of this seat; of every seat where left out.'),
      }),
      output: item,
      topics,
    },
  ),
  'joint-vote.close': command('Closes all the votes that were taken together; every position must be in.', {
    input: z.strictObject({ jointVoteId }),
    output: item,
    topics,
  }),
  'joint-vote.withdraw': command(
    'Withdraws every question of votes that are taken together, put by mistake: nothing more is recorded on them and their votes count nowhere. They stay on record with their positions and the reason.',
    {
      input: z.strictObject({ jointVoteId, reason: line('Why they are withdrawn.', 500) }),
      output: item,
      topics,
    },
  ),
  'joint-vote.rename': command('Changes what votes that are taken together are called.', {
    input: z.strictObject({ jointVoteId, title: line('What the votes are called together.', 200) }),
    output: item,
    topics,
  }),
}
