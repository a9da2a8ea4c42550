import { z } from 'zod'
import { pure } from './define.ts'
import { optionKey, votedOption } from './voted-option.ts'
import { countedPositions } from './words.ts'

/** The voting rules that Panelbook can count by. The names are stable: books and scripts hold them. */
export const ruleKinds = [
  'majority-of-cast',
  'majority-of-exercisable',
  'majority-of-seats',
  'unanimous-of-cast',
  'unanimous-of-present',
  'supermajority',
  'block-by-constituency',
  'proportional-by-constituency',
  'weighted-by-constituency',
  'consensus',
  'written-resolution',
  'preference',
] as const

export const ruleKind = z
  .enum(ruleKinds)
  .describe(
    'How votes are counted: a majority of the votes cast, of those that the members present can exercise, or ' +
      'of all seats; unanimity of the votes cast or of those present; a supermajority of the votes cast. By ' +
      'constituency (party category): block – a majority of the votes cast inside each, then of the ' +
      'constituencies that decided; proportional – the shares for and against of each, added up; weighted – ' +
      'a threshold of the votes cast inside each, then all of them or the majority. Consensus: carried without ' +
      'a count where nobody present is against; abstentions and silence are no objection, but at least one ' +
      'position must be for, or none. Written resolution: of all seats by a deadline outside the meeting, to be ' +
      'ratified at the next. Preference: each vote for names one of several options, and the option with the most ' +
      'votes, or with the share of them where a threshold is set, is the preferred one.',
  )
export type RuleKind = z.infer<typeof ruleKind>

const part = z.int().min(1, 'must be 1 or more').max(1_000_000, 'must not be above 1,000,000')

export const threshold = z
  .strictObject({
    numerator: part.describe('Numerator of the share, such as the 2 of two-thirds.'),
    denominator: part.describe('Denominator of the share, such as the 3 of two-thirds.'),
    comparison: z
      .enum(['at-least', 'more-than'])
      .describe('Whether the share itself is enough, or more than it is needed.'),
  })
  .refine((share) => share.numerator <= share.denominator, 'must not be above one')
  .refine(
    (share) => share.comparison === 'at-least' || share.numerator !== share.denominator,
    'more than all votes can never be reached',
  )
  .describe(
    'Share of the votes that is needed, in each constituency where the rule weighs by constituency. Left out: ' +
      'more than one half, and at least two-thirds for a supermajority.',
  )
export type Threshold = z.infer<typeof threshold>

export const tieRule = z
  .enum(['fails', 'casting-vote', 'recorded'])
  .describe(
    'What a tie means: it fails (also where left out), it waits for the chair’s casting vote, or it is ' +
      'recorded as a tie.',
  )
export type TieRule = z.infer<typeof tieRule>

/** The rules that count inside each constituency first: every seat must have one. */
export const constituencyRuleKinds: readonly RuleKind[] = [
  'block-by-constituency',
  'proportional-by-constituency',
  'weighted-by-constituency',
]

/** Whether `overall` means anything to a rule. Others are given it by scripts as well, and pay no heed to it. */
export function heedsOverall(kind: RuleKind): boolean {
  return kind === 'weighted-by-constituency'
}

/** Why a rule has no threshold of its own, for those that have none. */
const withoutThreshold: Partial<Record<RuleKind, string>> = {
  'unanimous-of-cast': 'a unanimous rule has no threshold',
  'unanimous-of-present': 'a unanimous rule has no threshold',
  'block-by-constituency': 'the block rule counts by majorities and has no threshold',
  'proportional-by-constituency': 'the proportional rule compares for with against and has no threshold',
  consensus: 'consensus is found without a count and has no threshold',
}

/** Whether positions under a rule name an option. */
export function asksForPreference(kind: RuleKind): boolean {
  return kind === 'preference'
}

/** A voting rule is data: it is kept with each vote, so that a later change of the body does not touch it. */
export const votingRule = z
  .strictObject({
    kind: ruleKind,
    threshold: threshold.optional(),
    tie: tieRule.optional(),
    overall: z
      .enum(['all', 'majority'])
      .optional()
      .describe(
        'For weighted-by-constituency: whether all the constituencies in which something was cast must reach the ' +
          'threshold (also where left out), or the majority of them. Other rules pay no heed to it.',
      ),
    options: z
      .array(votedOption)
      .max(30)
      .optional()
      .describe(
        'For preference: the options of which one is preferred; they are given when the question is put.',
      ),
  })
  .superRefine((rule, context) => {
    if (rule.options !== undefined) {
      const keys = rule.options.map(({ key }) => key)
      if (!asksForPreference(rule.kind))
        context.addIssue({
          code: 'custom',
          path: ['options'],
          message: 'only a vote by preference has options',
        })
      const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index)
      if (twice !== -1) {
        const message = `the option ${keys[twice] ?? ''} is named twice`
        context.addIssue({ code: 'custom', path: ['options', twice, 'key'], message })
      }
    }
    if (asksForPreference(rule.kind) && rule.tie === 'casting-vote') {
      const message = 'a vote by preference has no casting vote, which would have to name an option'
      context.addIssue({ code: 'custom', path: ['tie'], message })
    }
    const threshold = withoutThreshold[rule.kind]
    if (rule.threshold !== undefined && threshold !== undefined) {
      context.addIssue({ code: 'custom', path: ['threshold'], message: threshold })
    }
  })
  .describe('The rule by which a vote is counted.')
export type VotingRule = z.infer<typeof votingRule>

export const positionValue = z.enum(countedPositions).describe('The position of one seat.')
export type PositionValue = z.infer<typeof positionValue>

const seatKey = z
  .string()
  .min(1, 'must not be empty')
  .max(64, 'must not be longer than 64 characters')
  .refine((key) => key !== '__proto__', 'is a name that cannot be used')
  .describe('Name of a seat, free within one evaluation.')

/** What `voting.evaluate` is asked. */
export const evaluationInput = z.strictObject({
  rule: votingRule,
  seats: z
    .array(
      z.strictObject({
        id: seatKey,
        constituency: z
          .string()
          .min(1)
          .max(120)
          .optional()
          .describe(
            'Constituency (party category) of the seat; needed by the rules that decide by constituency.',
          ),
        weight: z
          .int('must be a whole number of votes')
          .min(1, 'must be 1 or more')
          .max(1000, 'must not be above 1,000')
          .optional()
          .describe('Votes of the seat; 1 where left out.'),
      }),
    )
    .min(1, 'must name at least one seat')
    .max(1000, 'must not be more than 1,000')
    .describe('Every seat, whether or not its vote can be exercised.'),
  positions: z
    .record(seatKey, positionValue)
    .describe('Position of each seat, by its id. A seat without one is pending: still to come.'),
  preferences: z
    .record(seatKey, optionKey)
    .optional()
    .describe('For preference: the key of the option that each seat whose position is for names.'),
  castingVote: z
    .enum(['for', 'against'])
    .optional()
    .describe('The chair’s casting vote. Only for a tie under a rule that gives the chair one.'),
})
export type EvaluationInput = z.infer<typeof evaluationInput>

export const verdict = z
  .enum(['carried', 'not-carried', 'tied', 'no-decision', 'pending'])
  .describe(
    'The verdict. It is pending until the last position is in, even where the rest could not change it.',
  )
export type Verdict = z.infer<typeof verdict>

const votes = z.int().min(0)

export const voteCounts = z
  .object({
    for: votes.describe('Votes for.'),
    against: votes.describe('Votes against.'),
    abstain: votes.describe('Votes abstained.'),
    none: votes.describe('Votes of which none was recorded, though they could be exercised.'),
    notPresent: votes.describe('Votes that nobody present can exercise.'),
    recused: votes.describe('Votes recused from this item.'),
    notEntitled: votes.describe('Votes without entitlement on this item.'),
    pending: votes.describe('Votes still to come.'),
  })
  .describe('The count in votes, not in seats.')
export type VoteCounts = z.infer<typeof voteCounts>

export const constituencyResult = z
  .object({
    constituency: z.string().describe('Name of the constituency (party category).'),
    for: votes.describe('Votes for.'),
    against: votes.describe('Votes against.'),
    abstain: votes.describe('Votes abstained.'),
    verdict: verdict.describe(
      'carried: it approves; not-carried: it rejects; tied: it is neutral; no-decision: nothing was cast in it, ' +
        'so it drops out; pending: it waits for a position.',
    ),
  })
  .describe('What one constituency decided.')
export type ConstituencyResult = z.infer<typeof constituencyResult>

export const optionResult = z
  .object({
    ...votedOption.shape,
    votes: votes.describe('Votes that name it.'),
    isPreferred: z
      .boolean()
      .describe('Whether it is the preferred one; of none while positions are to come.'),
  })
  .describe('The votes that one option got.')
export type OptionResult = z.infer<typeof optionResult>

export const toCarry = z
  .object({
    votes: votes
      .nullable()
      .describe(
        'While positions are still to come: how many of those votes must be for, whatever the others are. ' +
          'Afterwards: how many votes, for instead of against or not cast, would carry it. Votes, as if each ' +
          'could be recorded alone. Null where no number would carry it.',
      ),
    sentence: z.string().describe('The same in a sentence, with the constituencies where that matters.'),
  })
  .describe('What would be needed still to carry the question.')
export type ToCarry = z.infer<typeof toCarry>

export const evaluation = z.object({
  verdict,
  unanimous: z
    .enum(['for', 'against'])
    .nullable()
    .describe(
      'Which way the vote was unanimous, by the votes that the rule looks at; null where it was not.',
    ),
  counts: voteCounts,
  denominator: votes.describe(
    'The votes of which the rule needs a share; for rules that decide by constituency, the constituencies.',
  ),
  arithmetic: z.string().describe('How the verdict follows from the counts, in a few sentences to read out.'),
  reconciliation: z.string().describe('The counts adding up to the votes of all seats.'),
  byConstituency: z
    .array(constituencyResult)
    .nullable()
    .describe(
      'The constituencies in the order in which the seats name them, for rules that decide by constituency; ' +
        'null for all others.',
    ),
  byOption: z
    .array(optionResult)
    .nullable()
    .describe('The options in their order, for a vote by preference; null for all others.'),
  toCarry: toCarry
    .nullable()
    .describe('A what-if, never a verdict. Null where it is carried, and where it makes no sense.'),
})
export type Evaluation = z.infer<typeof evaluation>

export const evaluationCalls = {
  'voting.evaluate': pure('Counts positions by a voting rule and explains the verdict. Needs no book.', {
    input: evaluationInput,
    output: evaluation,
  }),
}
