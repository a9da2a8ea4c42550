import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleKinds, type EvaluationInput, type PositionValue } from '../../../core/contract/voting-rule.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { oracle } from './oracle.ts'
import { randomVotes } from './random-vote.ts'

/** The same vote with a seat for every single vote. */
function vote(input: EvaluationInput): EvaluationInput {
  const singles = input.seats.flatMap((seat) =>
    Array.from({ length: seat.weight ?? 1 }, (_unused, index) => ({
      id: `${seat.id}/${index}`,
      constituency: seat.constituency ?? '',
      position: input.positions[seat.id] ?? ('pending' as const),
    })),
  )
  return {
    rule: input.rule,
    seats: singles.map(({ id, constituency }) => ({ id, constituency })),
    positions: Object.fromEntries(singles.map(({ id, position }) => [id, position])),
  }
}

/**
 * The fewest votes that have to turn, found by trying: first one vote of each sort, then two, and so on, each time as
 * the oracle counts. Null where none of all the ways carries it.
 */
function fewestByTrying(input: EvaluationInput): number | null {
  const isWaiting = Object.values(input.positions).includes('pending')
  const turnable: PositionValue[] = isWaiting ? ['pending'] : ['against', 'abstain', 'none']
  const sortOf = (id: string, constituency: string) => `${constituency} ${input.positions[id]}`
  const sorts = new Map<string, string[]>()
  for (const { id, constituency = '' } of input.seats) {
    if (!turnable.includes(input.positions[id] ?? 'pending')) continue
    const sort = sortOf(id, constituency)
    sorts.set(sort, [...(sorts.get(sort) ?? []), id])
  }
  const all = [...sorts.values()]
  const most = all.reduce((sum, ids) => sum + ids.length, 0)
  for (let votes = 0; votes <= most; votes += 1) {
    if (waysToTake(all, votes).some((turned) => isCarried(input, turned))) return votes
  }
  return null
}

function waysToTake([ids, ...others]: string[][], votes: number): string[][] {
  if (ids === undefined) return votes === 0 ? [[]] : []
  return Array.from({ length: Math.min(votes, ids.length) + 1 }, (_unused, taken) =>
    waysToTake(others, votes - taken).map((rest) => [...ids.slice(0, taken), ...rest]),
  ).flat()
}

/** Whether it is carried with these votes for, and with what is still to come beside them against. */
function isCarried(input: EvaluationInput, turned: readonly string[]): boolean {
  const positions = Object.fromEntries(
    Object.entries(input.positions).map(([id, value]) => [
      id,
      turned.includes(id) ? ('for' as const) : value === 'pending' ? ('against' as const) : value,
    ]),
  )
  return oracle({ ...input, positions }).verdict === 'carried'
}

test('preference: what would be needed depends on the option, so there is no such number', () => {
  fc.assert(
    fc.property(randomVotes('preference', { mostSeats: 5 }), (input) => {
      expect(evaluate(input).toCarry).toBeNull()
    }),
  )
})

const kindsForAndAgainst = ruleKinds.filter((kind) => kind !== 'preference')

test.each(kindsForAndAgainst)('%s: the number that is needed is the fewest that would do', (kind) => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(randomVotes(kind, { mostSeats: 5 }), (drawn) => {
      const input = vote(drawn)
      const found = evaluate(drawn)
      const isWaiting = found.verdict === 'pending'
      const { counts } = found
      const exercisable = counts.for + counts.against + counts.abstain + counts.none + counts.pending
      if (kind === 'consensus' || found.verdict === 'carried' || exercisable === 0) {
        expect(found.toCarry).toBeNull()
        return
      }
      const needed = fewestByTrying(input)
      expect(found.toCarry?.votes).toBe(needed)
      expect(found.toCarry?.sentence).toMatch(/^[A-Z0-9].*\.$/)
      if (needed !== null && needed > 0) expect(found.toCarry?.sentence).toContain(String(needed))
      seen.add(
        `${isWaiting ? 'waiting' : 'complete'} ${needed === null ? 'never' : needed > 1 ? 'several' : needed}`,
      )
    }),
    { numRuns: 1000 },
  )
  if (kind !== 'consensus')
    expect([...seen]).toEqual(expect.arrayContaining(['complete 1', 'waiting 1', 'waiting never']))
})

describe('said in a sentence', () => {
  const block = { kind: 'block-by-constituency' } as const
  const cast = { kind: 'majority-of-cast' } as const
  const room = (rule: EvaluationInput['rule'], seats: string) => {
    const ballots = seats.split(' ').map((ballot, index) => {
      const [constituency = '', position] = ballot.split(':')
      return { id: `s${index}`, constituency, position: position as PositionValue }
    })
    return evaluate({
      rule,
      seats: ballots.map(({ id, constituency }) => ({ id, constituency })),
      positions: Object.fromEntries(ballots.map(({ id, position }) => [id, position])),
    }).toCarry
  }
  const cases: [EvaluationInput['rule'], string, number | null, string][] = [
    [
      cast,
      'a:for a:against a:against',
      1,
      '1 vote more for, instead of against or not cast, would carry it.',
    ],
    [cast, 'a:for a:against a:pending', 1, 'It is sure to be carried if the 1 vote still to come is for.'],
    [
      cast,
      'a:for a:for a:pending a:pending a:pending',
      1,
      'It is sure to be carried if 1 of the 3 votes still to come is for.',
    ],
    [cast, 'a:for a:for a:pending', 0, 'Enough votes are for, whatever the 1 vote still to come is.'],
    [
      cast,
      'a:against a:against a:pending',
      null,
      'Even with the 1 vote still to come for, it would not be carried.',
    ],
    [
      { kind: 'written-resolution' },
      'a:for a:not-present a:not-present',
      null,
      'It would not be carried even if every vote that could be exercised were for.',
    ],
    [
      { ...cast, tie: 'casting-vote' },
      'a:for a:against',
      1,
      '1 vote more for, instead of against or not cast, would carry it. So would the chair’s casting vote for.',
    ],
    [
      block,
      'Networks:against Networks:pending Networks:pending Other:for Consumer:pending',
      1,
      '1 of the 3 votes still to come can be enough: 1 in Consumer for would carry it, whatever the others are.',
    ],
    [
      block,
      'Networks:for Suppliers:against Suppliers:against Other:against Other:against',
      2,
      '2 votes more for, instead of against or not cast, can be enough: 2 in Suppliers would carry it.',
    ],
    [
      block,
      'Networks:against Other:against Consumer:abstain',
      2,
      '2 votes more for, instead of against or not cast, can be enough: 1 in Networks and 1 in Other would carry it.',
    ],
  ]
  test.each(cases)('%o of %s', (rule, seats, votes, sentence) => {
    expect(room(rule, seats)).toEqual({ votes, sentence })
  })
})
