import { describe, expect, test } from 'vitest'
import type { PositionValue, VotingRule } from '../../../core/contract/voting-rule.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { ballots, byConstituency } from './ballots.ts'

type Numbers = Partial<Record<PositionValue, number>>
type ByConstituency = Parameters<typeof byConstituency>[0]
const twoThirds = { numerator: 2, denominator: 3, comparison: 'at-least' } as const

/**
 * The rules of the codes, each at its border: what is just enough, and what just is not. The rule for several
 * options against objectives is of votes that are taken together, and is tested there.
 */
describe('each rule at its border', () => {
  const rows: [string, VotingRule, enough: Numbers, tooFew: Numbers][] = [
    [
      'majority of votes cast: abstentions and missing votes are ignored',
      { kind: 'majority-of-cast' },
      { for: 2, against: 1, abstain: 5, none: 4, recused: 1, 'not-present': 3 },
      { for: 2, against: 2, abstain: 5, none: 4 },
    ],
    [
      'majority of votes exercisable: an abstention counts against',
      { kind: 'majority-of-exercisable' },
      { for: 6, against: 5, 'not-present': 2 },
      { for: 6, against: 5, abstain: 1, 'not-present': 1 },
    ],
    [
      'majority of votes exercisable: so does a missing vote, but not whoever is away, recused or not entitled',
      { kind: 'majority-of-exercisable' },
      { for: 3, none: 2, 'not-present': 4, recused: 3, 'not-entitled': 2 },
      { for: 3, none: 3 },
    ],
    [
      'majority of all seats',
      { kind: 'majority-of-seats' },
      { for: 7, 'not-present': 6 },
      { for: 6, 'not-present': 7 },
    ],
    [
      'majority of all seats, of an even number: half is not enough',
      { kind: 'majority-of-seats' },
      { for: 7, against: 1, 'not-present': 4 },
      { for: 6, 'not-present': 6 },
    ],
    [
      'unanimous of votes cast: abstentions are tolerated',
      { kind: 'unanimous-of-cast' },
      { for: 1, abstain: 8, none: 2 },
      { for: 8, against: 1 },
    ],
    [
      'unanimous of those present: every vote that can be exercised is for',
      { kind: 'unanimous-of-present' },
      { for: 9, 'not-present': 2, recused: 1 },
      { for: 9, abstain: 1 },
    ],
    ['two-thirds of 9', { kind: 'supermajority' }, { for: 6, against: 3 }, { for: 5, against: 4 }],
    ['two-thirds of 8', { kind: 'supermajority' }, { for: 6, against: 2 }, { for: 5, against: 3 }],
    ['two-thirds of 7', { kind: 'supermajority' }, { for: 5, against: 2 }, { for: 4, against: 3 }],
    ['two-thirds of 6', { kind: 'supermajority' }, { for: 4, against: 2 }, { for: 3, against: 3 }],
    [
      'two-thirds said exactly, not as 66.7 per cent',
      { kind: 'supermajority', threshold: twoThirds },
      { for: 666, against: 333 },
      { for: 665, against: 334 },
    ],
    [
      'consensus: silence is no objection',
      { kind: 'consensus' },
      { for: 1, none: 9 },
      { for: 9, against: 1 },
    ],
    [
      'written resolution: every seat is in the denominator',
      { kind: 'written-resolution' },
      { for: 7, none: 6 },
      { for: 6, none: 7 },
    ],
  ]
  test.each(rows)('%s', (_what, rule, enough, tooFew) => {
    expect(evaluate({ rule, ...ballots(enough) }).verdict).toBe('carried')
    expect(evaluate({ rule, ...ballots(tooFew) }).verdict).toBe('not-carried')
  })

  const categories: [string, VotingRule, enough: ByConstituency, tooFew: ByConstituency][] = [
    [
      'block: the tied is neutral, one with only abstentions or absences drops out',
      { kind: 'block-by-constituency' },
      { A: [2, 1], B: [1, 1], C: [0, 0, { abstain: 3 }], D: [0, 0, { 'not-present': 2 }] },
      { A: [2, 1], B: [0, 1], C: [1, 1] },
    ],
    [
      'proportional: a third and two-thirds are no more than one',
      { kind: 'proportional-by-constituency' },
      { A: [1, 2], B: [3, 1] },
      { A: [1, 2], B: [2, 1] },
    ],
    [
      'weighted, more than half in all of them',
      { kind: 'weighted-by-constituency' },
      { A: [2, 1], B: [3, 2] },
      { A: [2, 1], B: [2, 2] },
    ],
    [
      'weighted, 65 per cent in the majority of them',
      {
        kind: 'weighted-by-constituency',
        overall: 'majority',
        threshold: { numerator: 65, denominator: 100, comparison: 'at-least' },
      },
      { A: [13, 7], B: [13, 7], C: [0, 9] },
      { A: [13, 7], B: [12, 8], C: [0, 9] },
    ],
  ]
  test.each(categories)('%s', (_what, rule, enough, tooFew) => {
    expect(evaluate({ rule, ...byConstituency(enough) }).verdict).toBe('carried')
    expect(evaluate({ rule, ...byConstituency(tooFew) }).verdict).toBe('not-carried')
  })
})

describe('one vote, every rule', () => {
  test('the same positions are carried or not by the rule alone', () => {
    const positions = ballots({ for: 6, against: 5, abstain: 1, 'not-present': 1 })
    const verdict = (kind: VotingRule['kind']) => evaluate({ rule: { kind }, ...positions }).verdict
    expect({
      cast: verdict('majority-of-cast'),
      exercisable: verdict('majority-of-exercisable'),
      seats: verdict('majority-of-seats'),
      unanimous: verdict('unanimous-of-cast'),
      present: verdict('unanimous-of-present'),
      twoThirds: verdict('supermajority'),
      consensus: verdict('consensus'),
      written: verdict('written-resolution'),
      block: verdict('block-by-constituency'),
      proportional: verdict('proportional-by-constituency'),
      weighted: verdict('weighted-by-constituency'),
    }).toEqual({
      cast: 'carried',
      exercisable: 'not-carried',
      seats: 'not-carried',
      unanimous: 'not-carried',
      present: 'not-carried',
      twoThirds: 'not-carried',
      consensus: 'not-carried',
      written: 'not-carried',
      block: 'carried',
      proportional: 'carried',
      weighted: 'carried',
    })
  })

  test('an abstention decides a Panel Majority, and the arithmetic says so', () => {
    const rule: VotingRule = { kind: 'majority-of-exercisable' }
    const abstained = evaluate({ rule, ...ballots({ for: 6, against: 5, abstain: 1, 'not-present': 1 }) })
    expect(abstained.arithmetic).toBe(
      '6 of 12 votes that could be exercised are for; more than half of 12 is needed, which is 7 votes or more: not carried.',
    )
    expect(abstained.toCarry?.votes).toBe(1)
    const changed = evaluate({ rule, ...ballots({ for: 7, against: 5, 'not-present': 1 }) })
    expect(changed).toMatchObject({ verdict: 'carried', denominator: 12 })
    // Had the same member been recused or away, the six would have been enough.
    for (const away of ['recused', 'not-present', 'not-entitled'] as const) {
      expect(evaluate({ rule, ...ballots({ for: 6, against: 5, [away]: 1 }) }).verdict).toBe('carried')
    }
  })
})
