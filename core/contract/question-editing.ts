import { z } from 'zod'
import { phrases } from './question-kinds.ts'
import { pure } from './define.ts'
import { nothing, text } from './fields.ts'
import { ruleKind, threshold, votingRule } from './voting-rule.ts'

const sentence = z.string().describe('The sentence as it would stand in the minutes.')

/** What a window needs to let somebody change the questions of a body without knowing the rules itself. */
export const questionEditingCalls = {
  'voting.rules': pure(
    'The kinds of voting rule, in words, and which parameters each takes. Needs no book.',
    {
      input: nothing,
      output: z.object({
        rules: z.array(
          z.object({
            kind: ruleKind,
            name: z.string().describe('Its name without parameters: "majority of votes cast".'),
            explanation: z.string().describe('When a question is carried by it, in a sentence.'),
            takesThreshold: z.boolean().describe('Whether a share can be set.'),
            usualThreshold: threshold
              .nullable()
              .describe('The share where none is set; null where it takes none, or needs none.'),
            takesCastingVote: z.boolean().describe('Whether a tie can be left to the chair’s casting vote.'),
            asksForPreference: z.boolean().describe('Whether it asks which of several options is preferred.'),
            takesOverall: z
              .boolean()
              .describe('Whether it can be set how many of the constituencies must agree.'),
            needsConstituencies: z.boolean().describe('Whether every seat must have a constituency.'),
          }),
        ),
      }),
    },
  ),
  'determination.preview': pure(
    'The sentence of a determination for each result, with an invented vote. Needs no book.',
    {
      input: z.strictObject({
        phrases,
        rule: votingRule,
        proposal: text('Reference of the proposal in the example.', 60).default('0621A'),
      }),
      output: z.object({
        sentences: z
          .object({
            unanimousFor: sentence,
            unanimousAgainst: sentence,
            carried: sentence,
            notCarried: sentence,
            tied: sentence,
            noDecision: sentence,
          })
          .describe('By the name of the phrase.'),
        unknownPlaces: z
          .array(z.string())
          .describe('Places that nothing ever fills: they would be printed in square brackets.'),
        ruleName: z.string(),
        ruleExplanation: z.string(),
        canTie: z.boolean().describe('Whether the rule, with its parameters, can end in a tie.'),
      }),
    },
  ),
}
