import { describe, expect, test } from 'vitest'
import type { EvaluationInput, VotingRule } from '../../../core/contract/voting-rule.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { ballots, byConstituency } from './ballots.ts'

type Votes = Parameters<typeof byConstituency>[0]
const take = (rule: VotingRule, votes: Votes, castingVote?: 'for' | 'against') =>
  evaluate({ rule, ...byConstituency(votes), ...(castingVote === undefined ? {} : { castingVote }) })

const block: VotingRule = { kind: 'block-by-constituency' }
const proportional: VotingRule = { kind: 'proportional-by-constituency' }
const weighted: VotingRule = { kind: 'weighted-by-constituency' }
const share = (numerator: number, denominator: number) =>
  ({ numerator, denominator, comparison: 'at-least' }) as const

/** The Change Board of DOMAIN.md. */
const changeBoard: Votes = {
  'Large Suppliers': [7, 2],
  'Small Suppliers': [0, 2],
  Networks: [3, 0],
  Other: [1, 1],
  Consumer: [1, 0],
}

describe('the worked example of the field', () => {
  test('block: three approve, one rejects, Other is neutral', () => {
    const found = take(block, changeBoard)
    expect(found).toMatchObject({ verdict: 'carried', unanimous: null, denominator: 4, toCarry: null })
    expect(found.byConstituency).toEqual([
      { constituency: 'Large Suppliers', for: 7, against: 2, abstain: 0, verdict: 'carried' },
      { constituency: 'Small Suppliers', for: 0, against: 2, abstain: 0, verdict: 'not-carried' },
      { constituency: 'Networks', for: 3, against: 0, abstain: 0, verdict: 'carried' },
      { constituency: 'Other', for: 1, against: 1, abstain: 0, verdict: 'tied' },
      { constituency: 'Consumer', for: 1, against: 0, abstain: 0, verdict: 'carried' },
    ])
    expect(found.arithmetic).toBe(
      'Approving: Large Suppliers (7 to 2), Networks (3 to 0), Consumer (1 to 0). Rejecting: Small Suppliers (0 to 2). ' +
        'Neutral, being tied: Other (1 to 1). 3 of the 4 party categories that decided approve; more than half of 4 ' +
        'is needed, which is 3 or more: carried.',
    )
  })

  test('proportional: 3.278 to 1.722', () => {
    const found = take(proportional, changeBoard)
    expect(found).toMatchObject({ verdict: 'carried', denominator: 5 })
    expect(found.arithmetic).toBe(
      'Each party category counts as one: Large Suppliers 7/9 to 2/9, Small Suppliers 0 to 1, Networks 1 to 0, ' +
        'Other 1/2 to 1/2, Consumer 1 to 0. The shares add up to 59/18 (about 3.278) for and 31/18 (about 1.722) ' +
        'against; more for than against is needed: carried.',
    )
  })

  test('weighted: more than half in the majority of them, not in all', () => {
    expect(take({ ...weighted, overall: 'majority' }, changeBoard)).toMatchObject({
      verdict: 'carried',
      denominator: 5,
    })
    const all = take(weighted, changeBoard)
    expect(all).toMatchObject({ verdict: 'not-carried', denominator: 5, toCarry: { votes: 3 } })
    expect(all.byConstituency?.map(({ verdict }) => verdict)).toEqual([
      'carried',
      'not-carried',
      'carried',
      'not-carried',
      'carried',
    ])
    expect(all.arithmetic).toBe(
      'Approving, with more than half of the votes cast: Large Suppliers (7 of 9), Networks (3 of 3), Consumer (1 of 1). ' +
        'Rejecting: Small Suppliers (0 of 2), Other (1 of 2). 3 of the 5 party categories in which votes were cast ' +
        'approve; all of them have to: not carried.',
    )
  })
})

describe('table by table', () => {
  const cases: [string, VotingRule, Votes, string, number, 'for' | 'against' | null][] = [
    ['one approves, one rejects', block, { A: [2, 1], B: [0, 1] }, 'not-carried', 2, null],
    ['the same, recorded', { ...block, tie: 'recorded' }, { A: [2, 1], B: [0, 1] }, 'tied', 2, null],
    ['one approves, one is neutral', block, { A: [2, 1], B: [1, 1] }, 'carried', 1, null],
    ['all neutral', { ...block, tie: 'recorded' }, { A: [1, 1], B: [2, 2] }, 'tied', 0, null],
    ['all neutral, a tie fails', block, { A: [1, 1], B: [2, 2] }, 'not-carried', 0, null],
    ['few votes carry over many', block, { A: [1, 0], B: [1, 0], C: [0, 9] }, 'carried', 3, null],
    ['one drops out', block, { A: [1, 0], B: [0, 0, { abstain: 3 }] }, 'carried', 1, 'for'],
    [
      'two drop out',
      block,
      { A: [0, 1], B: [0, 0, { none: 1 }], C: [0, 0, { 'not-present': 2 }] },
      'not-carried',
      1,
      'against',
    ],
    ['all drop out', block, { A: [0, 0, { abstain: 1 }], B: [0, 0, { recused: 1 }] }, 'no-decision', 0, null],
    ['one vote is to come', block, { A: [5, 0], B: [1, 0, { pending: 1 }] }, 'pending', 2, null],
    ['few against many', proportional, { A: [1, 0], B: [1, 0], C: [0, 9] }, 'carried', 3, null],
    [
      'thirds that add up to one',
      { ...proportional, tie: 'recorded' },
      { A: [1, 2], B: [2, 1] },
      'tied',
      2,
      null,
    ],
    ['the same where a tie fails', proportional, { A: [1, 2], B: [2, 1] }, 'not-carried', 2, null],
    ['a seventh more', proportional, { A: [1, 2], B: [5, 2] }, 'carried', 2, null],
    ['all drop out', proportional, { A: [0, 0, { abstain: 2 }] }, 'no-decision', 0, null],
    ['one drops out', proportional, { A: [0, 2], B: [0, 0, { abstain: 2 }] }, 'not-carried', 1, 'against'],
    ['half is not more than half', weighted, { A: [1, 1] }, 'not-carried', 1, null],
    ['half is at least half', { ...weighted, threshold: share(1, 2) }, { A: [1, 1] }, 'carried', 1, null],
    ['13 of 20 are 65%', { ...weighted, threshold: share(65, 100) }, { A: [13, 7] }, 'carried', 1, null],
    ['12 of 19 are not', { ...weighted, threshold: share(65, 100) }, { A: [12, 7] }, 'not-carried', 1, null],
    [
      'two of four',
      { ...weighted, overall: 'majority' },
      { A: [1, 0], B: [1, 0], C: [0, 1], D: [1, 1] },
      'not-carried',
      4,
      null,
    ],
    [
      'the same, recorded',
      { ...weighted, overall: 'majority', tie: 'recorded' },
      { A: [1, 0], B: [1, 0], C: [0, 1], D: [1, 1] },
      'tied',
      4,
      null,
    ],
    [
      'all of them, though one drops out',
      weighted,
      { A: [1, 0], B: [2, 1], C: [0, 0, { 'not-entitled': 1 }] },
      'carried',
      2,
      null,
    ],
    ['all drop out', weighted, { A: [0, 0, { none: 4 }] }, 'no-decision', 0, null],
  ]
  test.each(cases)('%s: %o of %o', (_what, rule, votes, verdict, denominator, unanimous) => {
    expect(take(rule, votes)).toMatchObject({ verdict, denominator, unanimous })
  })

  test('weights are votes: a seat of three outvotes two', () => {
    const input = (rule: VotingRule): EvaluationInput => ({
      rule,
      seats: [
        { id: 'a', constituency: 'DNO', weight: 3 },
        { id: 'b', constituency: 'DNO' },
        { id: 'c', constituency: 'DNO' },
      ],
      positions: { a: 'for', b: 'against', c: 'against' },
    })
    for (const rule of [block, proportional, weighted]) {
      expect(evaluate(input(rule))).toMatchObject({
        verdict: 'carried',
        byConstituency: [{ for: 3, against: 2 }],
      })
    }
  })

  test('a constituency waits for its own last position, and for no other', () => {
    const found = take(block, { A: [2, 0], B: [1, 0, { pending: 1 }], C: [0, 0, { pending: 1 }] })
    expect(found.byConstituency?.map(({ verdict }) => verdict)).toEqual(['carried', 'pending', 'pending'])
    expect(found.arithmetic).toBe('2 votes are still to come; 3 for and 0 against so far.')
  })
})

describe('ties', () => {
  test('the chair’s casting vote is a second step that keeps the tied count', () => {
    const votes: Votes = { A: [4, 1], B: [0, 3] }
    for (const rule of [block, proportional, { ...weighted, overall: 'majority' } as VotingRule]) {
      const chairs: VotingRule = { ...rule, tie: 'casting-vote' }
      const uneven = rule === proportional ? ({ A: [2, 1], B: [1, 2] } as Votes) : votes
      const tied = take(chairs, uneven)
      expect(tied).toMatchObject({ verdict: 'tied', unanimous: null })
      expect(tied.arithmetic).toContain('a tie, which waits for the chair’s casting vote.')
      expect(tied.toCarry?.sentence).toContain('So would the chair’s casting vote for.')
      expect(take(chairs, uneven, 'for')).toMatchObject({
        verdict: 'carried',
        counts: tied.counts,
        byConstituency: tied.byConstituency,
      })
      expect(take(chairs, uneven, 'against')).toMatchObject({ verdict: 'not-carried', counts: tied.counts })
    }
  })

  test('says what is equal', () => {
    expect(take({ ...block, tie: 'recorded' }, { A: [4, 1], B: [0, 3] }).arithmetic).toContain(
      'As many party categories approve as reject, 1 each: recorded as a tie',
    )
    expect(take(block, { A: [1, 1] }).arithmetic).toBe(
      'Neutral, being tied: A (1 to 1). No party category decided. None approves and none rejects: under this rule a ' +
        'tie fails, so it is not carried.',
    )
    expect(take(proportional, { A: [1, 2], B: [2, 1] }).arithmetic).toContain(
      'The shares add up to 1 for and 1 against; more for than against is needed. The sums are equal, 1 each: under',
    )
  })
})

describe('said exactly', () => {
  test('short sums without a rounded figure', () => {
    expect(take(proportional, { A: [1, 1], B: [3, 1], C: [5, 3] }).arithmetic).toContain(
      'The shares add up to 1.875 for and 1.125 against',
    )
  })

  test('a rounded figure never decides: sums that look alike are told apart', () => {
    const close = take(proportional, { A: [500, 499], B: [498, 499], C: [1, 1] })
    expect(close.verdict).toBe('not-carried')
    expect(close.arithmetic).toContain(
      'about 1.500 for and about 1.500 against, and exactly those against are more; more',
    )
  })

  test('says why a category drops out', () => {
    const found = take(block, {
      A: [1, 0],
      B: [0, 0, { abstain: 2, 'not-present': 1, recused: 1 }],
      C: [0, 0, { none: 1 }],
    })
    expect(found.arithmetic).toContain(
      'Dropped out, as nothing was cast: B (only abstentions, absences and recusals), C (only missing votes).',
    )
    expect(found.arithmetic).toContain('1 of the 1 party category that decided approves')
  })
})

describe('rules that do not ask the constituencies', () => {
  test('have none, whatever the seats say', () => {
    for (const kind of ['majority-of-cast', 'consensus', 'written-resolution'] as const) {
      expect(take({ kind }, changeBoard).byConstituency).toBeNull()
    }
  })
})

describe('consensus', () => {
  const cases: [Parameters<typeof ballots>[0], string, 'for' | 'against' | null][] = [
    [{ for: 3, none: 5, abstain: 1 }, 'carried', null],
    [{ for: 3 }, 'carried', 'for'],
    [{ for: 3, 'not-present': 2, recused: 1 }, 'carried', 'for'],
    [{ none: 4 }, 'carried', null],
    [{ none: 1, abstain: 9 }, 'carried', null],
    [{ abstain: 9 }, 'no-decision', null],
    [{ recused: 1, 'not-present': 2 }, 'no-decision', null],
    [{ for: 12, against: 1 }, 'not-carried', null],
    [{ against: 2, abstain: 1 }, 'not-carried', null],
    [{ against: 2 }, 'not-carried', 'against'],
    [{ for: 2, pending: 1 }, 'pending', null],
  ]
  test.each(cases)('%o: %s', (numbers, verdict, unanimous) => {
    const found = evaluate({ rule: { kind: 'consensus' }, ...ballots(numbers) })
    expect(found).toMatchObject({ verdict, unanimous, toCarry: null })
  })

  test('is explained without a count', () => {
    const say = (numbers: Parameters<typeof ballots>[0]) =>
      evaluate({ rule: { kind: 'consensus' }, ...ballots(numbers) }).arithmetic
    expect(say({ for: 3, none: 5, abstain: 1 })).toBe(
      'Nobody present is against, with 3 for, 5 silent and 1 abstained; consensus needs no more: carried.',
    )
    expect(say({ for: 3, against: 1 })).toBe(
      '1 vote is against, with 3 for; consensus needs none against: not carried.',
    )
    expect(say({ abstain: 2 })).toBe(
      'Nobody present was for it or silent, so there is no consensus and no decision.',
    )
  })
})

describe('a written resolution', () => {
  const rule: VotingRule = { kind: 'written-resolution' }
  const cases: [VotingRule, Parameters<typeof ballots>[0], string, number][] = [
    [rule, { for: 6, none: 5 }, 'carried', 11],
    [rule, { for: 5, none: 6 }, 'not-carried', 11],
    [rule, { for: 5, against: 1, 'not-present': 4 }, 'not-carried', 10],
    [rule, { for: 6, recused: 5 }, 'carried', 11],
    [rule, { none: 3 }, 'no-decision', 3],
    [{ ...rule, threshold: share(3, 4) }, { for: 6, against: 2 }, 'carried', 8],
    [{ ...rule, threshold: share(1, 1) }, { for: 6, none: 1 }, 'not-carried', 7],
    [rule, { for: 9, pending: 1 }, 'pending', 10],
  ]
  test.each(cases)('%o of %o: %s', (asked, numbers, verdict, denominator) => {
    expect(evaluate({ rule: asked, ...ballots(numbers) })).toMatchObject({ verdict, denominator })
  })

  test('is to be ratified where it is carried, and only there', () => {
    const say = (numbers: Parameters<typeof ballots>[0]) => evaluate({ rule, ...ballots(numbers) }).arithmetic
    expect(say({ for: 6, none: 5 })).toBe(
      '6 of 11 votes of all seats are for; more than half of 11 is needed, which is 6 votes or more: carried, to be ' +
        'ratified at the next meeting.',
    )
    expect(say({ for: 5, none: 6 })).not.toContain('ratified')
  })
})
