import { z } from 'zod'
import { id, isoInstant } from './fields.ts'
import { optionResult, verdict, voteCounts } from './voting-rule.ts'

/** A position that was corrected after its vote had closed. */
export const votedCorrection = z.object({
  initials: z.string().describe('Heading of the position: who exercised it, or whose it is.'),
  from: z.string().describe('What it was, in words: For, or the option that it named.'),
  to: z.string().describe('What it became.'),
  correctedAt: isoInstant,
  correctedBy: z.string(),
  reason: z.string(),
})
export type VotedCorrection = z.infer<typeof votedCorrection>

const state = z
  .enum(['open', 'closed', 'superseded', 'withdrawn'])
  .describe('Superseded: it was taken again. Withdrawn: its question had been put by mistake.')
const reason = z.string().describe('Why it was taken again or withdrawn; empty for one that stands.')

/** A vote whether an option better facilitates an objective. */
export const objectiveVote = z.object({
  questionId: id,
  objective: z.string(),
  round: z.int(),
  state,
  reason,
  verdict,
  tally: voteCounts,
  counts: z.string().describe('The reconciliation.'),
  corrections: z.array(votedCorrection),
})

/** One vote of those ever taken on a proposal. */
export const proposalVote = z.object({
  questionId: id,
  meetingId: id,
  itemId: id,
  meeting: z.string().describe('Body, number and date.'),
  question: z.string(),
  round: z.int(),
  state,
  reason,
  result: z.string().describe('The result in words; empty while the vote is open, and of one withdrawn.'),
  counts: z.string().describe('The reconciliation.'),
  tally: z.object({
    ...voteCounts.shape,
    unnamed: z.int().min(0).describe('Votes declared on the voices, of which no name was taken.'),
  }),
  byOption: z
    .array(optionResult)
    .nullable()
    .describe('What each option got, in a vote by preference; null for all others.'),
  determination: z.string().nullable(),
  ratification: z.string().nullable().describe('Of a written resolution: where it was ratified, in words.'),
  corrections: z.array(votedCorrection).describe('In the order of the seats.'),
  joint: z
    .object({
      id,
      title: z.string(),
      option: z.string().nullable().describe('The option; null where it was taken together over items.'),
      objectives: z
        .array(objectiveVote)
        .describe(
          'The votes on the option against objectives, taken again or not; with the vote that counts on the option overall.',
        ),
    })
    .nullable()
    .describe('The votes with which it was taken together; null for one of its own.'),
})
export type ProposalVote = z.infer<typeof proposalVote>
