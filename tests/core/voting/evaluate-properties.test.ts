import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  evaluationInput,
  ruleKinds,
  type Evaluation,
  type EvaluationInput,
  type PositionValue,
  type RuleKind,
} from '../../../core/contract/voting-rule.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { oracle, type Counted } from './oracle.ts'
import { randomVotes } from './random-vote.ts'

const runs = { numRuns: 10_000 }

/** What every rule must come to in ten thousand votes, so that nothing is compared by silence. */
function everyOutcome(kind: RuleKind): string[] {
  const canTie = !kind.startsWith('unanimous') && kind !== 'consensus'
  return [
    'carried',
    'not-carried',
    'no-decision',
    'pending',
    ...(canTie ? ['tied'] : []),
    'unanimous for',
    'unanimous against',
    'unanimous null',
  ].sort()
}

/**
 * What stays the same in whatever order the seats are given, as text: comparing text is quicker than matching objects,
 * and this is done a hundred thousand times.
 */
function withoutOrder(found: Evaluation): string {
  const { verdict, unanimous, counts, denominator, reconciliation, byConstituency, toCarry } = found
  const sorted = byConstituency?.map((each) => JSON.stringify(each)).sort()
  return JSON.stringify([verdict, unanimous, counts, denominator, reconciliation, sorted, toCarry?.votes])
}

function asText({ verdict, unanimous, denominator, byConstituency }: Counted): string {
  const verdicts = byConstituency === null ? null : Object.entries(byConstituency).sort()
  return JSON.stringify([verdict, unanimous, denominator, verdicts])
}

describe.each(ruleKinds)('%s, in 10,000 votes', (kind) => {
  test('agrees with a count by pairing off ballots, adds up, and does not heed the order of the seats', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(randomVotes(kind, { mostSeats: 14 }), fc.nat(13), (input, turn) => {
        const found = evaluate(input)
        const { verdict, unanimous, denominator, byConstituency } = found
        const verdicts =
          byConstituency === null
            ? null
            : Object.fromEntries(byConstituency.map((each) => [each.constituency, each.verdict]))
        const counted = asText({ verdict, unanimous, denominator, byConstituency: verdicts })
        if (counted !== asText(oracle(input))) expect(counted).toBe(asText(oracle(input)))
        expectToAddUp(input, found)
        const turned = [...input.seats.slice(turn), ...input.seats.slice(0, turn)].toReversed()
        const [before, after] = [withoutOrder(found), withoutOrder(evaluate({ ...input, seats: turned }))]
        if (before !== after) expect(after).toBe(before)
        seen.add(verdict).add(`unanimous ${unanimous}`)
      }),
      runs,
    )
    expect([...seen].sort()).toEqual(everyOutcome(kind))
  })

  test('one vote more for, or one less against, never turns carried into not carried', () => {
    const better: Partial<Record<PositionValue, readonly PositionValue[]>> = {
      against: ['for', 'abstain', 'none'],
      abstain: ['for'],
      none: ['for'],
    }
    let turned = 0
    fc.assert(
      fc.property(randomVotes(kind, { mostSeats: 14, isComplete: true }), fc.nat(), (input, chosen) => {
        if (evaluate(input).verdict !== 'carried') return
        const { id = '' } = input.seats[chosen % input.seats.length] ?? {}
        for (const value of better[input.positions[id] ?? 'for'] ?? []) {
          turned += 1
          const after = evaluate({ ...input, positions: { ...input.positions, [id]: value } })
          if (after.verdict !== 'carried') expect(after.verdict).toBe('carried')
        }
      }),
      runs,
    )
    // Where everybody present was for, there is nothing to turn.
    if (kind !== 'unanimous-of-present') expect(turned).toBeGreaterThan(200)
  })
})

function expectToAddUp(
  input: EvaluationInput,
  { reconciliation, counts, byConstituency }: ReturnType<typeof evaluate>,
) {
  const [parts = '', total = ''] = reconciliation.split(' = ')
  const all = input.seats.reduce((sum, seat) => sum + (seat.weight ?? 1), 0)
  const add = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)
  const isWhole = /^\d+ votes? of all seats$/.test(total) && Number.parseInt(total, 10) === all
  const isSum = add(parts.split(' + ').map((part) => Number.parseInt(part, 10))) === all
  if (!isWhole || !isSum || add(Object.values(counts)) !== all) expect(reconciliation).toBe(`a sum of ${all}`)
  if (byConstituency === null) return
  for (const side of ['for', 'against', 'abstain'] as const) {
    const sum = add(byConstituency.map((each) => each[side]))
    if (sum !== counts[side]) expect(sum).toBe(counts[side])
  }
}

test.each(ruleKinds)('%s: one vote still to come makes any vote wait', (kind) => {
  fc.assert(
    fc.property(randomVotes(kind, { mostSeats: 14, isComplete: true }), fc.nat(), (input, chosen) => {
      const seat = input.seats[chosen % input.seats.length]
      const { [seat?.id ?? '']: _taken, ...positions } = input.positions
      expect(evaluate({ ...input, positions })).toMatchObject({ verdict: 'pending', unanimous: null })
    }),
    { numRuns: 500 },
  )
})

test.each(ruleKinds)('%s: a casting vote decides exactly the ties that wait for it', (kind) => {
  let [ties, refusals] = [0, 0]
  const votes = randomVotes(kind, { mostSeats: 8, isComplete: true })
  const side = fc.constantFrom('for' as const, 'against' as const)
  fc.assert(
    fc.property(votes, side, fc.boolean(), (drawn, castingVote, isChairs) => {
      const { threshold: _share, ...rule } = drawn.rule
      const overall = kind === 'weighted-by-constituency' ? ({ overall: 'majority' } as const) : {}
      const input: EvaluationInput = isChairs
        ? { ...drawn, rule: { ...rule, ...overall, tie: 'casting-vote' } }
        : drawn
      const before = evaluate(input)
      if (before.verdict === 'tied' && input.rule.tie === 'casting-vote') {
        ties += 1
        const after = evaluate({ ...input, castingVote })
        expect(after.verdict).toBe(castingVote === 'for' ? 'carried' : 'not-carried')
        expect(after.verdict).toBe(oracle({ ...input, castingVote }).verdict)
        expect(after.counts).toEqual(before.counts)
        expect(after.byConstituency).toEqual(before.byConstituency)
      } else {
        refusals += 1
        expect(() => evaluate({ ...input, castingVote })).toThrow(/castingVote/)
      }
    }),
    { numRuns: 1000 },
  )
  const canTie = !kind.startsWith('unanimous') && kind !== 'consensus' && kind !== 'supermajority'
  expect(refusals).toBeGreaterThan(100)
  expect(ties).toBeGreaterThanOrEqual(!canTie ? 0 : kind === 'weighted-by-constituency' ? 5 : 30)
})

test('the votes that are drawn are votes that the contract lets in', () => {
  for (const kind of ruleKinds) {
    for (const input of fc.sample(randomVotes(kind, { mostSeats: 14 }), 50)) {
      expect(evaluationInput.safeParse(input).error?.issues ?? []).toEqual([])
    }
  }
})
