import { z } from 'zod'
import { consequences } from './consequences.ts'
import { line, text } from './fields.ts'
import { votedOption } from './voted-option.ts'
import { votingRule } from './voting-rule.ts'
import { decisionMakers } from './words.ts'

/**
 * The body’s words for each result of a question. `{count}` stands for "(8 for, 2 against, 1 no vote)", and in a vote by
 * preference for "(Original 3, A 7, B 2)".
 */
export const phrases = z
  .strictObject({
    unanimousFor: text('Every position was for, or for the same option.', 500),
    unanimousAgainst: text('Every position was against.', 500),
    carried: text('Carried by majority.', 500),
    notCarried: text('Not carried.', 500),
    tied: text('Recorded as a tie.', 500),
    noDecision: text('No vote was cast.', 500),
  })
  .describe(
    'The body’s words for each result. {count} stands for the numbers in brackets, {proposal} for the reference, {workgroup}, {date} and {closingDate} for parameters; in a vote by preference {preferred} for the option that is preferred, or in a tie for those that share the lead.',
  )
export type Phrases = z.infer<typeof phrases>

export const questionKind = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'lower-case words joined by hyphens')
    .describe('Stable name of the kind of question within the body.'),
  label: line('What the secretary picks it by.', 120),
  text: text('The question as it is put. {proposal} stands for the reference.', 1000),
  rule: votingRule.refine(({ options }) => options === undefined, {
    path: ['options'],
    message: 'the options are named when the question is put',
  }),
  polarity: z
    .enum(['for-carries', 'against-expected'])
    .describe(
      'Whether a vote against is the usual answer, as with the relation to a Significant Code Review.',
    ),
  phrases,
  determinationKind: line(
    'What kind of determination the answer makes, such as self-governance or to-workgroup.',
    60,
  ),
  decisionMaker: z
    .enum(decisionMakers)
    .describe('Whether the body decides, recommends to the Authority, or gives a view.'),
  sourceNote: text('Where the rule is from, and whether it is still to be checked against the code.', 1000),
  consequences: consequences.default([]),
  objectives: z
    .array(votedOption)
    .max(12)
    .default([])
    .describe('The objectives against which the options of a proposal are usually voted, one by one.'),
})
export type QuestionKind = z.infer<typeof questionKind>
