import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  evaluationInput,
  ruleKinds,
  type EvaluationInput,
  type PositionValue,
  type Threshold,
  type VotingRule,
} from '../../../core/contract/voting-rule.ts'
import { positionValues } from '../../../core/contract/words.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'

const runs = { numRuns: 3000 }
type Oracle = { verdict: string; unanimous: string | null; denominator: number }

const threshold: fc.Arbitrary<Threshold> = fc
  .record({
    denominator: fc.integer({ min: 1, max: 12 }),
    numerator: fc.integer({ min: 1, max: 12 }),
    comparison: fc.constantFrom('at-least' as const, 'more-than' as const),
  })
  .filter(
    (share) =>
      share.numerator < share.denominator ||
      (share.numerator === share.denominator && share.comparison === 'at-least'),
  )

const rule: fc.Arbitrary<VotingRule> = fc
  .record(
    {
      kind: fc.constantFrom(...ruleKinds),
      threshold,
      tie: fc.constantFrom('fails' as const, 'recorded' as const, 'casting-vote' as const),
    },
    { requiredKeys: ['kind'] },
  )
  .map((drawn) => {
    if (!drawn.kind.startsWith('unanimous')) return drawn
    const { threshold: _none, ...withoutThreshold } = drawn
    return withoutThreshold
  })

const opposite: Partial<Record<PositionValue, PositionValue>> = { for: 'against', against: 'for' }

/**
 * Votes in which ties, silence and unanimity come up often: the positions of each are drawn from a few, and in
 * every third vote each ballot for or against meets its opposite.
 */
const vote = (
  values: readonly PositionValue[],
  rules: fc.Arbitrary<VotingRule> = rule,
): fc.Arbitrary<EvaluationInput> =>
  fc
    .subarray([...values], { minLength: 1 })
    .chain((palette) =>
      fc.record({
        rule: rules,
        isBalanced: fc.constantFrom(true, false, false),
        drawn: fc.array(
          fc.record({ position: fc.constantFrom(...palette), weight: fc.constantFrom(1, 1, 1, 2, 3) }),
          { minLength: 1, maxLength: 14 },
        ),
      }),
    )
    .map(({ rule: asked, isBalanced, drawn }) => {
      const answers = drawn.flatMap(({ position, weight }) => {
        const answer = opposite[position]
        return isBalanced && answer !== undefined ? [{ position: answer, weight }] : []
      })
      const ballots = [...drawn, ...answers]
      return {
        rule: asked,
        seats: ballots.map(({ weight }, index) => ({ id: `s${index + 1}`, weight })),
        positions: Object.fromEntries(ballots.map(({ position }, index) => [`s${index + 1}`, position])),
      }
    })

const decided = positionValues.filter((value) => value !== 'pending')

/**
 * The rules over again, by pairing counters off instead of by arithmetic: each vote is one ballot in a heap, the
 * shares are compared by laying out `denominator` tokens for each vote for and `numerator` for each vote of the whole.
 */
function oracle({ rule: asked, seats, positions }: EvaluationInput): Oracle {
  const heap = seats.flatMap((seat) =>
    Array.from({ length: seat.weight ?? 1 }, () => positions[seat.id] ?? 'pending'),
  )
  const only = (...wanted: string[]) => heap.filter((ballot) => wanted.includes(ballot))
  const cast = only('for', 'against')
  const exercisable = heap.filter((ballot) => !['not-present', 'recused', 'not-entitled'].includes(ballot))
  const whole = asked.kind.endsWith('seats')
    ? heap
    : asked.kind.endsWith('exercisable') || asked.kind.endsWith('present')
      ? exercisable
      : cast
  const looksAt = whole === cast ? cast : exercisable
  const denominator = whole.length
  if (only('pending').length > 0) return { verdict: 'pending', unanimous: null, denominator }
  if (cast.length === 0) return { verdict: 'no-decision', unanimous: null, denominator }
  const isAll = (side: string) => looksAt.every((ballot) => ballot === side)
  const unanimous = isAll('for') ? 'for' : isAll('against') ? 'against' : null
  if (asked.kind.startsWith('unanimous')) {
    return { verdict: unanimous === 'for' ? 'carried' : 'not-carried', unanimous, denominator }
  }
  const usual = asked.kind === 'supermajority' ? [2, 3, 'at-least'] : [1, 2, 'more-than']
  const [p, q, comparison] = asked.threshold
    ? [asked.threshold.numerator, asked.threshold.denominator, asked.threshold.comparison]
    : (usual as [number, number, string])
  const have = only('for').flatMap(() => Array.from({ length: q }, () => 'token'))
  const need = whole.flatMap(() => Array.from({ length: p }, () => 'token'))
  while (have.length > 0 && need.length > 0) {
    have.pop()
    need.pop()
  }
  const isReached = need.length === 0 && (comparison === 'at-least' || have.length > 0)
  if (isReached && only('for').length > 0) return { verdict: 'carried', unanimous, denominator }
  const isHalf = p + p === q && comparison === 'more-than'
  const isTie = isHalf && only('for').length === only('against').length
  const verdict = isTie && asked.tie !== undefined && asked.tie !== 'fails' ? 'tied' : 'not-carried'
  return { verdict, unanimous: unanimous === 'for' ? null : unanimous, denominator }
}

test('agrees with a count by pairing off ballots', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(vote(positionValues), vote(decided), (any, complete) => {
      for (const input of [any, complete]) {
        const { verdict, unanimous, denominator } = evaluate(evaluationInput.parse(input))
        expect({ verdict, unanimous, denominator }).toEqual(oracle(input))
        seen.add(verdict)
        seen.add(`unanimous ${unanimous}`)
      }
    }),
    runs,
  )
  // Every outcome came up, so that none was compared by silence.
  expect([...seen].sort()).toEqual(
    [
      'carried',
      'not-carried',
      'tied',
      'no-decision',
      'pending',
      'unanimous for',
      'unanimous against',
      'unanimous null',
    ].sort(),
  )
})

test('one vote more for never turns carried into not carried', () => {
  const turnable = ['against', 'abstain', 'none'] as const
  let turned = 0
  fc.assert(
    fc.property(vote(decided), (input) => {
      const before = evaluate(input)
      if (before.verdict !== 'carried') return
      for (const { id } of input.seats) {
        if (!turnable.some((value) => value === input.positions[id])) continue
        turned += 1
        const after = evaluate({ ...input, positions: { ...input.positions, [id]: 'for' } })
        expect(after.verdict).toBe('carried')
      }
    }),
    runs,
  )
  expect(turned).toBeGreaterThan(500)
})

test('the reconciliation adds up to the votes of all seats', () => {
  fc.assert(
    fc.property(vote(positionValues), (input) => {
      const { reconciliation, counts } = evaluate(input)
      const [parts = '', total = ''] = reconciliation.split(' = ')
      const all = input.seats.reduce((sum, seat) => sum + (seat.weight ?? 1), 0)
      expect(total).toMatch(/^\d+ votes? of all seats$/)
      expect(Number.parseInt(total, 10)).toBe(all)
      expect(parts.split(' + ').reduce((sum, part) => sum + Number.parseInt(part, 10), 0)).toBe(all)
      expect(Object.values(counts).reduce((sum, votes) => sum + votes, 0)).toBe(all)
    }),
    runs,
  )
})

test('one vote still to come makes any vote wait', () => {
  fc.assert(
    fc.property(vote(decided), fc.nat(), (input, chosen) => {
      const seat = input.seats[chosen % input.seats.length]
      const { [seat?.id ?? '']: _taken, ...positions } = input.positions
      expect(evaluate({ ...input, positions })).toMatchObject({ verdict: 'pending', unanimous: null })
    }),
    runs,
  )
})

test('neither the order of the seats nor cutting a seat into single votes changes anything', () => {
  fc.assert(
    fc.property(vote(positionValues), (input) => {
      const whole = evaluate(input)
      expect(evaluate({ ...input, seats: [...input.seats].reverse() })).toEqual(whole)
      const cut = input.seats.flatMap((seat) =>
        Array.from({ length: seat.weight ?? 1 }, (_, index) => ({
          id: `${seat.id}.${index}`,
          position: input.positions[seat.id] ?? ('pending' as const),
        })),
      )
      const positions = Object.fromEntries(cut.map(({ id, position }) => [id, position]))
      expect(evaluate({ rule: input.rule, seats: cut.map(({ id }) => ({ id })), positions })).toEqual(whole)
    }),
    runs,
  )
})

test('a casting vote decides exactly the ties that wait for it', () => {
  let ties = 0
  let refusals = 0
  const chairDecides: fc.Arbitrary<VotingRule> = fc.record({
    kind: fc.constantFrom('majority-of-cast', 'majority-of-exercisable', 'majority-of-seats'),
    tie: fc.constant('casting-vote'),
  })
  const side = fc.constantFrom('for' as const, 'against' as const)
  const anyRule = fc.oneof(rule, chairDecides)
  fc.assert(
    fc.property(vote(['for', 'against', 'abstain'], anyRule), side, (input, castingVote) => {
      const before = evaluate(input)
      if (before.verdict === 'tied' && input.rule.tie === 'casting-vote') {
        ties += 1
        const after = evaluate({ ...input, castingVote })
        expect(after.verdict).toBe(castingVote === 'for' ? 'carried' : 'not-carried')
        expect(after.counts).toEqual(before.counts)
      } else {
        refusals += 1
        expect(() => evaluate({ ...input, castingVote })).toThrow(/castingVote/)
      }
    }),
    runs,
  )
  expect(ties).toBeGreaterThan(100)
  expect(refusals).toBeGreaterThan(100)
})
