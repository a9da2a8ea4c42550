import { describe, expect, test } from 'vitest'
import { PanelbookError } from '../../../core/contract/errors.ts'
import {
  evaluation,
  evaluationInput,
  type EvaluationInput,
  type PositionValue,
  type VotingRule,
} from '../../../core/contract/voting-rule.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { ballots, bareRule, preferences } from './ballots.ts'

type Numbers = Partial<Record<PositionValue, number>>
const take = (rule: VotingRule, numbers: Numbers, castingVote?: 'for' | 'against') =>
  evaluate({ rule, ...ballots(numbers), ...(castingVote === undefined ? {} : { castingVote }) })

function refusedField(input: EvaluationInput): string | undefined {
  try {
    evaluate(input)
  } catch (error) {
    if (error instanceof PanelbookError && error.code === 'bad-input') return error.fields?.[0]?.field
    throw error
  }
  return undefined
}

describe('the worked examples of the field', () => {
  const cases: [VotingRule['kind'], Numbers, string, 'for' | 'against' | null, number][] = [
    ['majority-of-cast', { for: 6, against: 5 }, 'carried', null, 11],
    ['majority-of-exercisable', { for: 6, against: 5 }, 'carried', null, 11],
    ['majority-of-cast', { for: 5, against: 4, none: 2 }, 'carried', null, 9],
    ['majority-of-exercisable', { for: 5, against: 4, none: 2 }, 'not-carried', null, 11],
    ['unanimous-of-cast', { for: 7, none: 2 }, 'carried', 'for', 7],
    ['unanimous-of-present', { for: 7, none: 2 }, 'not-carried', null, 9],
    ['supermajority', { for: 6, against: 3 }, 'carried', null, 9],
    ['supermajority', { for: 5, against: 4 }, 'not-carried', null, 9],
    ['supermajority', { for: 6, against: 2 }, 'carried', null, 8],
    ['supermajority', { for: 5, against: 3 }, 'not-carried', null, 8],
    ['supermajority', { for: 5, against: 2 }, 'carried', null, 7],
    ['supermajority', { for: 4, against: 3 }, 'not-carried', null, 7],
    ['supermajority', { for: 4, against: 2 }, 'carried', null, 6],
    ['supermajority', { for: 3, against: 3 }, 'not-carried', null, 6],
  ]
  test.each(cases)('%s of %o: %s', (kind, numbers, verdict, unanimous, denominator) => {
    expect(take({ kind }, numbers)).toMatchObject({ verdict, unanimous, denominator })
  })
})

describe('what each rule counts', () => {
  const room: Numbers = {
    for: 3,
    against: 2,
    abstain: 1,
    none: 1,
    'not-present': 2,
    recused: 1,
    'not-entitled': 1,
  }
  const cases: [VotingRule, number, string][] = [
    [{ kind: 'majority-of-cast' }, 5, 'carried'],
    [{ kind: 'majority-of-exercisable' }, 7, 'not-carried'],
    [{ kind: 'majority-of-seats' }, 11, 'not-carried'],
    [{ kind: 'unanimous-of-cast' }, 5, 'not-carried'],
    [{ kind: 'unanimous-of-present' }, 7, 'not-carried'],
    [{ kind: 'supermajority' }, 5, 'not-carried'],
    [
      { kind: 'supermajority', threshold: { numerator: 3, denominator: 5, comparison: 'at-least' } },
      5,
      'carried',
    ],
    [
      { kind: 'supermajority', threshold: { numerator: 3, denominator: 5, comparison: 'more-than' } },
      5,
      'not-carried',
    ],
    [
      { kind: 'majority-of-seats', threshold: { numerator: 3, denominator: 11, comparison: 'at-least' } },
      11,
      'carried',
    ],
  ]
  test.each(cases)('%o of a mixed room', (rule, denominator, verdict) => {
    const found = take(rule, room)
    expect(found).toMatchObject({ denominator, verdict, unanimous: null })
    expect(found.counts).toEqual({
      for: 3,
      against: 2,
      abstain: 1,
      none: 1,
      notPresent: 2,
      recused: 1,
      notEntitled: 1,
      pending: 0,
    })
    expect(found.reconciliation).toBe(
      '3 for + 2 against + 1 abstained + 1 no vote recorded + 1 recused + 2 not present + 1 not entitled = 11 votes of all seats',
    )
  })

  test('the votes of a seat are counted, not the seat', () => {
    const found = evaluate({
      rule: { kind: 'majority-of-cast' },
      seats: [{ id: 'a', weight: 3 }, { id: 'b' }, { id: 'c', constituency: 'Networks' }],
      positions: { a: 'for', b: 'against', c: 'against' },
    })
    expect(found).toMatchObject({ verdict: 'carried', denominator: 5, counts: { for: 3, against: 2 } })
  })

  test('a third is exact: 333,333 of 1,000,000 is less, 1 of 3 is not', () => {
    const rule = (numerator: number, denominator: number): VotingRule => ({
      kind: 'majority-of-cast',
      threshold: { numerator, denominator, comparison: 'more-than' },
    })
    expect(take(rule(333_333, 1_000_000), { for: 1, against: 2 }).verdict).toBe('carried')
    expect(take(rule(333_334, 1_000_000), { for: 1, against: 2 }).verdict).toBe('not-carried')
    expect(take(rule(1, 3), { for: 1, against: 2 }).verdict).toBe('not-carried')
  })
})

describe('unanimity', () => {
  const cases: [VotingRule['kind'], Numbers, 'for' | 'against' | null, string][] = [
    ['majority-of-cast', { for: 3, abstain: 2, recused: 1 }, 'for', 'carried'],
    ['majority-of-cast', { against: 1, none: 4 }, 'against', 'not-carried'],
    ['majority-of-cast', { for: 2, against: 1 }, null, 'carried'],
    ['majority-of-exercisable', { for: 3, 'not-present': 9, recused: 1 }, 'for', 'carried'],
    ['majority-of-exercisable', { for: 3, abstain: 1 }, null, 'carried'],
    ['majority-of-exercisable', { against: 3, 'not-present': 2 }, 'against', 'not-carried'],
    ['majority-of-seats', { for: 5, 'not-present': 4 }, 'for', 'carried'],
    ['majority-of-seats', { for: 4, 'not-present': 5 }, null, 'not-carried'],
    ['unanimous-of-cast', { against: 2, abstain: 3 }, 'against', 'not-carried'],
    ['unanimous-of-present', { for: 4, 'not-present': 1, 'not-entitled': 1 }, 'for', 'carried'],
    ['unanimous-of-present', { against: 4, recused: 1 }, 'against', 'not-carried'],
    ['unanimous-of-present', { for: 4, abstain: 1 }, null, 'not-carried'],
    ['supermajority', { for: 4, abstain: 9 }, 'for', 'carried'],
  ]
  test.each(cases)('%s of %o: %s', (kind, numbers, unanimous, verdict) => {
    expect(take({ kind }, numbers)).toMatchObject({ unanimous, verdict })
  })
})

const kinds = evaluationInput.shape.rule.shape.kind.options

describe('nothing cast', () => {
  test.each(kinds)('%s: no decision, never unanimous', (kind) => {
    for (const numbers of [
      { abstain: 3 },
      ...(kind === 'consensus' ? [] : [{ none: 2 }]),
      { recused: 1, 'not-present': 2 },
      { 'not-entitled': 1 },
    ]) {
      expect(take(bareRule(kind), numbers)).toMatchObject({ verdict: 'no-decision', unanimous: null })
    }
  })

  const forAndAgainst = kinds.filter((kind) => kind !== 'preference')
  test.each(forAndAgainst)('%s: waits for the last position, though the rest could not change it', (kind) => {
    const found = take({ kind }, { for: 9, pending: 1 })
    expect(found).toMatchObject({ verdict: 'pending', unanimous: null })
    expect(found.arithmetic).toBe('1 vote is still to come; 9 for and 0 against so far.')
    expect(found.reconciliation).toBe(
      '9 for + 0 against + 0 abstained + 0 no vote recorded + 0 recused + 0 not present + 1 still to come = 10 votes of all seats',
    )
  })

  test('a seat without a position is still to come, even one called like something every object has', () => {
    const rule: VotingRule = { kind: 'majority-of-cast' }
    const found = evaluate({ rule, seats: [{ id: 'a' }, { id: 'constructor' }], positions: { a: 'for' } })
    expect(found).toMatchObject({ verdict: 'pending', counts: { for: 1, pending: 1 } })
  })
})

describe('ties', () => {
  test('fails where nothing is said', () => {
    expect(take({ kind: 'majority-of-cast' }, { for: 5, against: 5, abstain: 1 }).verdict).toBe('not-carried')
    expect(take({ kind: 'majority-of-cast', tie: 'fails' }, { for: 1, against: 1 }).verdict).toBe(
      'not-carried',
    )
  })

  test('recorded as a tie', () => {
    const found = take({ kind: 'majority-of-cast', tie: 'recorded' }, { for: 4, against: 4 })
    expect(found).toMatchObject({ verdict: 'tied', unanimous: null })
    expect(found.arithmetic).toContain('For and against are equal, 4 each: recorded as a tie')
  })

  test('the casting vote is a second step that keeps the tied count', () => {
    const rule: VotingRule = { kind: 'majority-of-cast', tie: 'casting-vote' }
    const tied = take(rule, { for: 5, against: 5 })
    const carried = take(rule, { for: 5, against: 5 }, 'for')
    const fallen = take(rule, { for: 5, against: 5 }, 'against')
    expect([tied.verdict, carried.verdict, fallen.verdict]).toEqual(['tied', 'carried', 'not-carried'])
    expect(carried.counts).toEqual(tied.counts)
    expect(fallen.counts).toEqual(tied.counts)
    expect(tied.arithmetic).toContain('waits for the chair’s casting vote')
    expect(carried.arithmetic).toContain('casting vote for: carried')
    expect(fallen.arithmetic).toContain('casting vote against: not carried')
  })

  const cases: [VotingRule['kind'], Numbers, string][] = [
    ['majority-of-exercisable', { for: 5, against: 5 }, 'tied'],
    ['majority-of-exercisable', { for: 5, against: 4, none: 2 }, 'not-carried'],
    ['majority-of-exercisable', { for: 4, against: 4, abstain: 2 }, 'tied'],
    ['majority-of-seats', { for: 2, against: 2, 'not-present': 1 }, 'tied'],
    ['majority-of-seats', { for: 3, against: 2, 'not-present': 1 }, 'not-carried'],
    ['supermajority', { for: 3, against: 3 }, 'not-carried'],
    ['unanimous-of-cast', { for: 3, against: 3 }, 'not-carried'],
    ['unanimous-of-present', { for: 3, against: 3 }, 'not-carried'],
  ]
  test.each(cases)('%s of %o: %s', (kind, numbers, verdict) => {
    expect(take({ kind, tie: 'recorded' }, numbers).verdict).toBe(verdict)
  })

  test('equal votes that reach another share are carried, no tie', () => {
    const threshold = { numerator: 1, denominator: 2, comparison: 'at-least' } as const
    expect(
      take({ kind: 'majority-of-cast', tie: 'recorded', threshold }, { for: 2, against: 2 }).verdict,
    ).toBe('carried')
  })
})

describe('what is refused, by name of the field', () => {
  const one = { seats: [{ id: 's1' }], positions: { s1: 'for' as const } }
  const chair: VotingRule = { kind: 'majority-of-cast', tie: 'casting-vote' }
  const cases: [string, EvaluationInput, string][] = [
    ['no seat', { rule: chair, seats: [], positions: {} }, 'seats'],
    [
      'a seat twice',
      { rule: chair, seats: [{ id: 'a' }, { id: 'b' }, { id: 'a' }], positions: {} },
      'seats.2.id',
    ],
    ['an unknown seat', { rule: chair, ...one, positions: { s1: 'for', s9: 'against' } }, 'positions.s9'],
    ['a casting vote without a tie', { rule: chair, ...one, castingVote: 'for' }, 'castingVote'],
    [
      'a casting vote while votes are to come',
      { rule: chair, ...ballots({ for: 1, against: 1, pending: 1 }), castingVote: 'for' },
      'castingVote',
    ],
    [
      'a casting vote where nothing was cast',
      { rule: chair, ...ballots({ abstain: 2 }), castingVote: 'against' },
      'castingVote',
    ],
    [
      'a casting vote that the rule does not give',
      {
        rule: { kind: 'majority-of-cast', tie: 'recorded' },
        ...ballots({ for: 1, against: 1 }),
        castingVote: 'for',
      },
      'castingVote',
    ],
    [
      'a casting vote where a tie fails',
      { rule: { kind: 'majority-of-cast' }, ...ballots({ for: 1, against: 1 }), castingVote: 'for' },
      'castingVote',
    ],
    [
      'a seat without a constituency where the block rule asks for it',
      {
        rule: { kind: 'block-by-constituency' },
        seats: [{ id: 'a', constituency: 'Networks' }, { id: 'b' }],
        positions: {},
      },
      'seats.1.constituency',
    ],
    [
      'the same, proportionally',
      { rule: { kind: 'proportional-by-constituency' }, ...one },
      'seats.0.constituency',
    ],
    ['the same, by weight', { rule: { kind: 'weighted-by-constituency' }, ...one }, 'seats.0.constituency'],
    [
      'a casting vote for consensus',
      {
        rule: { kind: 'consensus', tie: 'casting-vote' },
        ...ballots({ for: 1, against: 1 }),
        castingVote: 'for',
      },
      'castingVote',
    ],
    [
      'a casting vote for unanimity',
      {
        rule: { kind: 'unanimous-of-cast', tie: 'casting-vote' },
        ...ballots({ for: 1, against: 1 }),
        castingVote: 'for',
      },
      'castingVote',
    ],
  ]
  test.each(cases)('%s', (_what, input, field) => {
    expect(refusedField(input)).toBe(field)
  })

  const share = (numerator: number, denominator: number, comparison = 'at-least') => ({
    rule: { kind: 'supermajority', threshold: { numerator, denominator, comparison } },
    ...one,
  })
  const malformed: [string, unknown, string][] = [
    ['a share above one', share(3, 2), 'rule.threshold'],
    ['more than all', share(2, 2, 'more-than'), 'rule.threshold'],
    ['a share of nothing', share(0, 2), 'rule.threshold.numerator'],
    ['a share that is no fraction', share(1, 1.5), 'rule.threshold.denominator'],
    [
      'a share of the block rule',
      { rule: { ...share(1, 2).rule, kind: 'block-by-constituency' }, ...one },
      'rule.threshold',
    ],
    [
      'a share of the proportional rule',
      { rule: { ...share(1, 2).rule, kind: 'proportional-by-constituency' }, ...one },
      'rule.threshold',
    ],
    ['a share of consensus', { rule: { ...share(1, 2).rule, kind: 'consensus' }, ...one }, 'rule.threshold'],
    [
      'some of the categories',
      { rule: { kind: 'weighted-by-constituency', overall: 'some' }, ...one },
      'rule.overall',
    ],
    ['an unknown rule', { rule: { kind: 'first-past-the-post' }, ...one }, 'rule.kind'],
    [
      'a share of unanimity',
      { rule: { ...share(1, 2).rule, kind: 'unanimous-of-cast' }, ...one },
      'rule.threshold',
    ],
    ['half a vote', { rule: chair, ...one, seats: [{ id: 's1', weight: 0.5 }] }, 'seats.0.weight'],
    ['an unknown position', { rule: chair, ...one, positions: { s1: 'yes' } }, 'positions.s1'],
    ['an extra key', { rule: chair, ...one, quorum: 3 }, ''],
    ['a seat called __proto__', { rule: chair, seats: [{ id: '__proto__' }], positions: {} }, 'seats.0.id'],
  ]
  test.each(malformed)('by the schema: %s', (_what, input, field) => {
    const parsed = evaluationInput.safeParse(input)
    expect(parsed.error?.issues[0]?.path.join('.')).toBe(field)
  })

  test('the schema lets through what scripts send, and the answer fits the schema of the output', () => {
    for (const kind of kinds) {
      const votes = kind === 'preference' ? preferences({ a: 1 }) : ballots({ for: 1 })
      const input = evaluationInput.parse({ rule: bareRule(kind), ...votes })
      expect(evaluation.strict().parse(evaluate(input)).verdict).toBe('carried')
    }
  })
})
