import { describe, expect, test } from 'vitest'
import { PanelbookError } from '../../../core/contract/errors.ts'
import {
  evaluationInput,
  type EvaluationInput,
  type PositionValue,
  type Threshold,
  type VotingRule,
} from '../../../core/contract/voting-rule.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { preferences, threeOptions } from './ballots.ts'

type Votes = [original: number, a: number, b: number]
type Others = Partial<Record<PositionValue, number>>
const take = ([original, a, b]: Votes, rule: Partial<VotingRule> = {}, others: Others = {}) =>
  evaluate({
    rule: { kind: 'preference', tie: 'recorded', options: threeOptions, ...rule },
    ...preferences({ original, a, b }, others),
  })
const preferredOf = (found: ReturnType<typeof evaluate>) =>
  found.byOption?.filter(({ isPreferred }) => isPreferred).map(({ label }) => label)

const atLeast = (numerator: number, denominator: number): Threshold => ({
  numerator,
  denominator,
  comparison: 'at-least',
})
const moreThan = (numerator: number, denominator: number): Threshold => ({
  numerator,
  denominator,
  comparison: 'more-than',
})

describe('which option is preferred', () => {
  const cases: [Votes, Threshold | undefined, string, string[], 'for' | null][] = [
    [[3, 7, 2], undefined, 'carried', ['A'], null],
    [[0, 12, 0], undefined, 'carried', ['A'], 'for'],
    [[1, 0, 0], undefined, 'carried', ['Original'], 'for'],
    [[4, 4, 3], undefined, 'tied', [], null],
    [[4, 4, 4], undefined, 'tied', [], null],
    [[4, 5, 3], undefined, 'carried', ['A'], null],
    [[4, 5, 3], moreThan(1, 2), 'not-carried', [], null],
    [[3, 7, 2], moreThan(1, 2), 'carried', ['A'], null],
    [[3, 6, 3], moreThan(1, 2), 'not-carried', [], null],
    [[3, 6, 3], atLeast(1, 2), 'carried', ['A'], null],
    // One half each is a tie where more than one half is asked for, as between for and against.
    [[6, 6, 0], moreThan(1, 2), 'tied', [], null],
    [[6, 6, 0], atLeast(1, 2), 'tied', [], null],
    [[5, 5, 2], moreThan(1, 2), 'not-carried', [], null],
    [[6, 6, 0], atLeast(2, 3), 'not-carried', [], null],
    [[4, 8, 0], atLeast(2, 3), 'carried', ['A'], null],
    [[4, 7, 1], atLeast(2, 3), 'not-carried', [], null],
    [[4, 4, 4], atLeast(1, 3), 'tied', [], null],
    [[4, 4, 4], moreThan(1, 3), 'not-carried', [], null],
    [[0, 5, 0], atLeast(1, 1), 'carried', ['A'], 'for'],
    [[1, 5, 0], atLeast(1, 1), 'not-carried', [], null],
  ]
  test.each(cases)('of %j with %o: %s %j', (votes, threshold, verdict, preferred, unanimous) => {
    const found = take(votes, threshold === undefined ? {} : { threshold })
    expect(found).toMatchObject({ verdict, unanimous, byConstituency: null, toCarry: null })
    expect(preferredOf(found)).toEqual(preferred)
    expect(found.byOption?.map((option) => option.votes)).toEqual(votes)
    expect(found.denominator).toBe(votes[0] + votes[1] + votes[2])
  })

  test('abstentions and missing votes are ignored, and break no unanimity', () => {
    const found = take([0, 2, 0], { threshold: atLeast(1, 1) }, { abstain: 5, none: 1, recused: 1 })
    expect(found).toMatchObject({ verdict: 'carried', unanimous: 'for', denominator: 2 })
  })

  test('the votes of a seat are counted, not the seat', () => {
    const found = evaluate({
      rule: { kind: 'preference', options: threeOptions },
      seats: [{ id: 'x', weight: 3 }, { id: 'y' }, { id: 'z' }],
      positions: { x: 'for', y: 'for', z: 'for' },
      preferences: { x: 'b', y: 'a', z: 'a' },
    })
    expect(preferredOf(found)).toEqual(['B'])
  })

  test('a tie fails where the rule does not say, and where it says so', () => {
    expect(
      evaluate({ rule: { kind: 'preference', options: threeOptions }, ...preferences({ a: 1, b: 1 }) })
        .verdict,
    ).toBe('not-carried')
    expect(take([2, 2, 0], { tie: 'fails' }).verdict).toBe('not-carried')
  })

  test('nobody named one: no decision; one still to come: none is preferred yet', () => {
    expect(take([0, 0, 0], {}, { abstain: 4, none: 1 })).toMatchObject({
      verdict: 'no-decision',
      unanimous: null,
      arithmetic: 'No vote names an option, so none is preferred.',
    })
    const waiting = take([0, 9, 0], {}, { pending: 1 })
    expect(waiting).toMatchObject({ verdict: 'pending', unanimous: null })
    expect(preferredOf(waiting)).toEqual([])
  })
})

describe('the words', () => {
  const words: [Votes, Partial<VotingRule>, Others, string][] = [
    [
      [3, 7, 2],
      {},
      {},
      'Original 3, A 7, B 2 of 12 votes; the option with most votes is preferred: A is preferred.',
    ],
    [
      [3, 7, 2],
      { threshold: moreThan(1, 2) },
      {},
      'Original 3, A 7, B 2 of 12 votes; more than half of 12 is needed, which is 7 votes or more: A is preferred.',
    ],
    [
      [3, 7, 2],
      { threshold: atLeast(2, 3) },
      {},
      'Original 3, A 7, B 2 of 12 votes; at least two-thirds of 12 is needed, which is 8 votes or more: no option is preferred.',
    ],
    [
      [5, 5, 1],
      {},
      {},
      'Original 5, A 5, B 1 of 11 votes; the option with most votes is preferred. Original and A share the lead, 5 each: recorded as a tie, so no option is preferred.',
    ],
    [
      [2, 2, 2],
      { tie: 'fails' },
      {},
      'Original 2, A 2, B 2 of 6 votes; the option with most votes is preferred. Original, A and B share the lead, 2 each: under this rule a tie fails, so no option is preferred.',
    ],
    [
      [1, 1, 0],
      { threshold: atLeast(1, 1) },
      {},
      'Original 1, A 1, B 0 of 2 votes; all 2 are needed: no option is preferred.',
    ],
    [[3, 7, 0], {}, { pending: 2 }, '2 votes are still to come; Original 3, A 7, B 0 so far.'],
  ]
  test.each(words)('of %j with %o and %o', (votes, rule, others, arithmetic) => {
    expect(take(votes, rule, others).arithmetic).toBe(arithmetic)
  })

  test('a label that ends in a digit does not run into its number', () => {
    const options = [
      { key: 'original', label: 'Original' },
      { key: 'wacm-1', label: 'WACM 1' },
    ]
    const found = evaluate({
      rule: { kind: 'preference', options },
      ...preferences({ original: 2, 'wacm-1': 7 }),
    })
    expect(found.arithmetic).toMatch(/^Original: 2, WACM 1: 7 of 9 votes;/)
  })

  test('the options add up to the votes of all seats', () => {
    expect(take([3, 7, 2], {}, { abstain: 1, 'not-present': 2 }).reconciliation).toBe(
      '3 for Original + 7 for A + 2 for B + 1 abstained + 0 no vote recorded + 0 recused + 2 not present = 15 votes of all seats',
    )
  })
})

describe('what is refused, by name of the field', () => {
  const rule: VotingRule = { kind: 'preference', options: threeOptions }
  const seats = [{ id: 's1' }, { id: 's2' }]
  const both = { s1: 'for', s2: 'for' } as const
  const cases: [string, EvaluationInput, string][] = [
    ['a rule without options', { rule: { kind: 'preference' }, seats, positions: {} }, 'rule.options'],
    [
      'a rule with one option',
      { rule: { ...rule, options: threeOptions.slice(0, 1) }, seats, positions: {} },
      'rule.options',
    ],
    ['somebody against', { rule, seats, positions: { s1: 'against' } }, 'positions.s1'],
    ['a vote for nothing', { rule, seats, positions: both, preferences: { s1: 'a' } }, 'preferences.s2'],
    [
      'an unknown option',
      { rule, seats, positions: both, preferences: { s1: 'a', s2: 'c' } },
      'preferences.s2',
    ],
    [
      'an abstention for an option',
      { rule, seats, positions: { s1: 'abstain' }, preferences: { s1: 'a' } },
      'preferences.s1',
    ],
    [
      'an option of a seat that is still to come',
      { rule, seats, positions: {}, preferences: { s2: 'a' } },
      'preferences.s2',
    ],
    ['an unknown seat', { rule, seats, positions: {}, preferences: { s9: 'a' } }, 'preferences.s9'],
    [
      'an option in a vote for and against',
      { rule: { kind: 'majority-of-cast' }, seats, positions: both, preferences: { s1: 'a' } },
      'preferences.s1',
    ],
    [
      'a casting vote',
      {
        rule,
        seats,
        positions: both,
        preferences: { s1: 'a', s2: 'b' },
        castingVote: 'for',
      },
      'castingVote',
    ],
  ]
  test.each(cases)('%s', (_what, input, field) => {
    try {
      evaluate(input)
    } catch (error) {
      if (!(error instanceof PanelbookError)) throw error
      expect([error.code, error.fields?.[0]?.field]).toEqual(['bad-input', field])
      return
    }
    throw new Error('It was not refused.')
  })

  const malformed: [string, unknown, string][] = [
    ['a casting vote for ties', { rule: { ...rule, tie: 'casting-vote' } }, 'rule.tie'],
    [
      'options of another rule',
      { rule: { kind: 'majority-of-cast', options: threeOptions } },
      'rule.options',
    ],
    [
      'an option twice',
      { rule: { ...rule, options: [...threeOptions, { key: 'a', label: 'Another' }] } },
      'rule.options.3.key',
    ],
    ['a key that is none', { rule, preferences: { s1: 'Option A' } }, 'preferences.s1'],
  ]
  test.each(malformed)('by the schema: %s', (_what, given, field) => {
    const parsed = evaluationInput.safeParse({ seats, positions: {}, ...(given as object) })
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(field)
  })
})
