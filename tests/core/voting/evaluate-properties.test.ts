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
    // Nobody can be against in a vote by preference.
    ...(kind === 'preference' ? [] : ['unanimous against']),
    'unanimous null',
  ].sort()
}

/**
 * What stays the same in whatever order the seats are given, as text: comparing text is quicker than matching objects,
 * and this is done a hundred thousand times.
 */
function withoutOrder(found: Evaluation): string {
  const { byConstituency, toCarry, arithmetic: _words, ...rest } = found
  const sorted = byConstituency?.map((each) => JSON.stringify(each)).sort()
  return JSON.stringify([rest, sorted, toCarry?.votes])
}

function asText({ verdict, unanimous, denominator, byConstituency, preferred }: Counted): string {
  const verdicts = byConstituency === null ? null : Object.entries(byConstituency).sort()
  return JSON.stringify([verdict, unanimous, denominator, verdicts, preferred])
}

function preferredIn({ byOption }: Evaluation): string | null {
  return byOption?.find(({ isPreferred }) => isPreferred)?.key ?? null
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
        const preferred = preferredIn(found)
        const counted = asText({ verdict, unanimous, denominator, byConstituency: verdicts, preferred })
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

  test('one vote more for, or one less against, never takes away what was carried or preferred', () => {
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
        const preferred = preferredIn(evaluate(input))
        if (preferred !== null) {
          if (input.preferences?.[id] === preferred) return
          turned += 1
          const after = evaluate(naming(input, id, preferred))
          if (preferredIn(after) !== preferred) expect(preferredIn(after)).toBe(preferred)
          return
        }
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

/** The vote with one position for an option, whatever it was before. */
function naming(input: EvaluationInput, id: string, option: string): EvaluationInput {
  return {
    ...input,
    positions: { ...input.positions, [id]: 'for' },
    preferences: { ...input.preferences, [id]: option },
  }
}

function expectToAddUp(input: EvaluationInput, found: Evaluation) {
  const { verdict, reconciliation, counts, byConstituency, byOption } = found
  const [parts = '', total = ''] = reconciliation.split(' = ')
  const all = input.seats.reduce((sum, seat) => sum + (seat.weight ?? 1), 0)
  const add = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)
  const isWhole = /^\d+ votes? of all seats$/.test(total) && Number.parseInt(total, 10) === all
  const isSum = add(parts.split(' + ').map((part) => Number.parseInt(part, 10))) === all
  if (!isWhole || !isSum || add(Object.values(counts)) !== all) expect(reconciliation).toBe(`a sum of ${all}`)
  if (byOption !== null) {
    const named = add(byOption.map(({ votes }) => votes))
    if (named !== counts.for || counts.against !== 0) expect(named).toBe(counts.for)
    if (preferredIn(found) !== null) expect(verdict).toBe('carried')
  }
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
      const { [seat?.id ?? '']: _named, ...preferences } = input.preferences ?? {}
      const found = evaluate({ ...input, positions, ...(input.preferences && { preferences }) })
      const { verdict, unanimous } = found
      if (verdict !== 'pending' || unanimous !== null) expect({ verdict, unanimous }).toBe('pending')
      if (preferredIn(found) !== null) expect(preferredIn(found)).toBeNull()
    }),
    runs,
  )
})

function expectToRefuseTheChair(input: EvaluationInput): void {
  let said = 'nothing'
  try {
    evaluate(input)
  } catch (error) {
    said = String(error)
  }
  if (!said.includes('castingVote')) expect(said).toMatch(/castingVote/)
}

const kindsWithCastingVote = ruleKinds.filter((kind) => kind !== 'preference')

test('preference: a casting vote, which names no option, is always refused', () => {
  fc.assert(
    fc.property(randomVotes('preference', { mostSeats: 8 }), (input) => {
      expectToRefuseTheChair({ ...input, castingVote: 'for' })
    }),
  )
  const rule = { kind: 'preference', tie: 'casting-vote' }
  const parsed = evaluationInput.safeParse({ rule, seats: [{ id: 'a' }], positions: {} })
  expect(parsed.error?.issues[0]?.path).toEqual(['rule', 'tie'])
})

test.each(kindsWithCastingVote)('%s: a casting vote decides exactly the ties that wait for it', (kind) => {
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
        const settled = castingVote === 'for' ? 'carried' : 'not-carried'
        if (after.verdict !== settled) expect(after.verdict).toBe(settled)
        const counted = oracle({ ...input, castingVote }).verdict
        if (counted !== settled) expect(counted).toBe(settled)
        const [was, is] = [before, after].map(({ counts, byConstituency }) => [counts, byConstituency])
        if (JSON.stringify(is) !== JSON.stringify(was)) expect(is).toEqual(was)
      } else {
        refusals += 1
        expectToRefuseTheChair({ ...input, castingVote })
      }
    }),
    runs,
  )
  const canTie = !kind.startsWith('unanimous') && kind !== 'consensus' && kind !== 'supermajority'
  expect(refusals).toBeGreaterThan(1000)
  expect(ties).toBeGreaterThanOrEqual(!canTie ? 0 : kind === 'weighted-by-constituency' ? 50 : 300)
})

test('the votes that are drawn are votes that the contract lets in', () => {
  for (const kind of ruleKinds) {
    for (const input of fc.sample(randomVotes(kind, { mostSeats: 14 }), 50)) {
      expect(evaluationInput.safeParse(input).error?.issues ?? []).toEqual([])
    }
  }
})
