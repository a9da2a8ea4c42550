import { describe, expect, test } from 'vitest'
import { ruleKinds, type VotingRule } from '../../../core/contract/voting-rule.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { fewestThatReach, reaches } from '../../../core/voting/rational.ts'
import { ruleExplanation, ruleName } from '../../../core/voting/rule-words.ts'
import { ballots } from './ballots.ts'

const atLeast = (numerator: number, denominator: number) =>
  ({ numerator, denominator, comparison: 'at-least' }) as const
const moreThan = (numerator: number, denominator: number) =>
  ({ numerator, denominator, comparison: 'more-than' }) as const

describe('the rule is named', () => {
  const names: [VotingRule, string][] = [
    [{ kind: 'majority-of-cast' }, 'majority of votes cast'],
    [{ kind: 'majority-of-cast', threshold: moreThan(2, 4) }, 'majority of votes cast'],
    [{ kind: 'majority-of-cast', threshold: atLeast(65, 100) }, 'at least 65% of votes cast'],
    [{ kind: 'majority-of-exercisable' }, 'majority of votes exercisable by those present'],
    [{ kind: 'majority-of-seats' }, 'majority of all seats'],
    [{ kind: 'majority-of-seats', threshold: atLeast(1, 1) }, 'all of all seats'],
    [{ kind: 'unanimous-of-cast' }, 'unanimous of votes cast'],
    [{ kind: 'unanimous-of-present' }, 'unanimous of those present'],
    [{ kind: 'supermajority' }, 'supermajority: at least two-thirds of votes cast'],
    [{ kind: 'block-by-constituency' }, 'block vote by party category'],
    [{ kind: 'proportional-by-constituency' }, 'proportional vote by party category'],
    [
      { kind: 'weighted-by-constituency' },
      'weighted vote by party category: more than half in every eligible party category',
    ],
    [
      { kind: 'weighted-by-constituency', threshold: atLeast(65, 100), overall: 'majority' },
      'weighted vote by party category: at least 65% in the majority of the eligible party categories',
    ],
    [{ kind: 'consensus' }, 'consensus'],
    [{ kind: 'preference' }, 'preference: the option with most votes'],
    [
      { kind: 'preference', threshold: atLeast(2, 3) },
      'preference: the option with at least two-thirds of the votes',
    ],
    [{ kind: 'written-resolution' }, 'written resolution: majority of all seats'],
    [
      { kind: 'written-resolution', threshold: atLeast(3, 4) },
      'written resolution: at least three-quarters of all seats',
    ],
    [{ kind: 'supermajority', threshold: moreThan(7, 11) }, 'supermajority: more than 7/11 of votes cast'],
  ]
  test.each(names)('%o: %s', (rule, name) => {
    expect(ruleName(rule)).toBe(name)
  })

  test('and explained in one sentence, the tie included', () => {
    expect(ruleExplanation({ kind: 'majority-of-cast' })).toBe(
      'Carried if the votes for are more than half of the votes cast; abstentions and missing votes are ignored; a tie fails.',
    )
    expect(ruleExplanation({ kind: 'majority-of-cast', tie: 'casting-vote' })).toContain('casting vote')
    expect(ruleExplanation({ kind: 'supermajority', tie: 'casting-vote' })).not.toContain('tie')
    expect(ruleExplanation({ kind: 'block-by-constituency', tie: 'recorded' })).toContain(
      'a tie between the categories is recorded as a tie',
    )
    expect(ruleExplanation({ kind: 'weighted-by-constituency', tie: 'recorded' })).not.toContain('tie')
    expect(ruleExplanation({ kind: 'written-resolution' })).toContain('by the deadline')
    expect(ruleExplanation({ kind: 'preference', tie: 'recorded' })).toBe(
      'An option is preferred if more votes name it than any other; abstentions and missing votes are ignored; a tie for the lead is recorded as a tie, without a recommendation.',
    )
    expect(ruleExplanation({ kind: 'preference', threshold: atLeast(2, 3) })).not.toContain('tie')
    expect(ruleExplanation({ kind: 'preference', threshold: moreThan(1, 2) })).toContain('a tie for the lead')
    for (const kind of ruleKinds) {
      expect(ruleExplanation({ kind })).toMatch(/^(Carried|An option is preferred) if [^.]+\.$/)
    }
  })
})

describe('the result is explained', () => {
  const sentences: [VotingRule, Parameters<typeof ballots>[0], string][] = [
    [
      { kind: 'majority-of-exercisable' },
      { for: 5, against: 4, none: 2 },
      '5 of 11 votes that could be exercised are for; more than half of 11 is needed, which is 6 votes or more: not carried.',
    ],
    [
      { kind: 'majority-of-cast' },
      { for: 1 },
      '1 of 1 vote cast is for; more than half of 1 is needed, which is that 1 vote: carried.',
    ],
    [
      { kind: 'supermajority' },
      { for: 2, against: 0 },
      '2 of 2 votes cast are for; at least two-thirds of 2 is needed, which is all 2 votes: carried.',
    ],
    [
      { kind: 'majority-of-seats', threshold: atLeast(1, 1) },
      { for: 2, recused: 1 },
      '2 of 3 votes of all seats are for; all 3 are needed: not carried.',
    ],
    [
      { kind: 'unanimous-of-cast' },
      { for: 7, abstain: 2 },
      '7 votes for and none against; at least one for and none against is needed: carried.',
    ],
    [
      { kind: 'unanimous-of-present' },
      { for: 7, none: 2 },
      '7 of 9 votes that could be exercised are for; all are needed: not carried.',
    ],
    [
      { kind: 'majority-of-cast' },
      { for: 2, against: 2 },
      '2 of 4 votes cast are for; more than half of 4 is needed, which is 3 votes or more. For and against are equal, 2 each: under this rule a tie fails, so it is not carried.',
    ],
    [
      { kind: 'unanimous-of-cast' },
      { abstain: 2 },
      'No vote was cast for or against, so there is no decision.',
    ],
  ]
  test.each(sentences)('%o of %o', (rule, numbers, sentence) => {
    expect(evaluate({ rule, ...ballots(numbers) }).arithmetic).toBe(sentence)
  })

  test('the fewest votes that the sentence gives are the fewest that reach the share', () => {
    for (let whole = 1; whole <= 30; whole += 1) {
      for (const share of [
        moreThan(1, 2),
        atLeast(1, 2),
        atLeast(2, 3),
        moreThan(2, 3),
        atLeast(65, 100),
        atLeast(1, 1),
      ]) {
        const fewest = fewestThatReach(whole, share)
        expect(reaches(fewest, whole, share)).toBe(true)
        expect(reaches(fewest - 1, whole, share)).toBe(false)
      }
    }
  })
})
