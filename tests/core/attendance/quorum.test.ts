import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quorum, type PersonPresent, type QuorumRule } from '../../../core/attendance/quorum.ts'

const users = { constituency: 'Users', votes: 1 }
const transporters = { constituency: 'Transporters', votes: 1 }
const rule = (more: Partial<QuorumRule> = {}): QuorumRule => ({
  total: 3,
  counts: 'people',
  minimumPerConstituency: [],
  recusedCount: true,
  ...more,
})
const person = (personId: string, ...seats: PersonPresent['seats'][number][]): PersonPresent => ({
  personId,
  seats,
})

describe('people, seats and votes are three numbers', () => {
  // AB has a double vote, CD carries a second one, EF is an observer.
  const present = [person('AB', { ...users, votes: 2 }), person('CD', users, transporters), person('EF')]

  test('quorum of people: a carried vote is not a second person, an observer is none', () => {
    expect(quorum({ rule: rule(), present })).toEqual({
      met: false,
      people: 2,
      seats: 3,
      votes: 4,
      needed: 3,
      shortfalls: [],
      sentence: 'Not quorate: 2 people with 4 votes; 3 people needed.',
    })
  })

  test('quorum of votes: the same room is quorate', () => {
    expect(quorum({ rule: rule({ counts: 'votes', total: 4 }), present })).toMatchObject({
      met: true,
      people: 2,
      votes: 4,
      sentence: 'Quorate: 2 people with 4 votes; 4 votes needed.',
    })
  })

  test('exactly the number is enough; one less is not', () => {
    const three = [person('AB', users), person('CD', users), person('EF', users)]
    expect(quorum({ rule: rule(), present: three }).met).toBe(true)
    expect(quorum({ rule: rule(), present: three.slice(1) }).met).toBe(false)
  })
})

describe('minimum per constituency', () => {
  const minimums = [
    { constituency: 'Users', minimum: 2 },
    { constituency: 'Transporters', minimum: 2 },
  ]

  test('the total is there, one constituency is not', () => {
    const present = [
      person('AB', users),
      person('CD', users),
      person('EF', users),
      person('GH', transporters),
    ]
    expect(quorum({ rule: rule({ minimumPerConstituency: minimums }), present })).toMatchObject({
      met: false,
      shortfalls: [{ constituency: 'Transporters', present: 1, needed: 2 }],
      sentence: 'Not quorate: 4 people with 4 votes; Transporters: 1 of 2 people needed.',
    })
  })

  test('people or votes, as the total', () => {
    const present = [person('AB', users, users), person('CD', transporters, transporters)]
    const people = quorum({ rule: rule({ total: 2, minimumPerConstituency: minimums }), present })
    const votes = quorum({
      rule: rule({ total: 2, counts: 'votes', minimumPerConstituency: minimums }),
      present,
    })
    expect(people.shortfalls.map((shortfall) => shortfall.present)).toEqual([1, 1])
    expect(votes).toMatchObject({ met: true, shortfalls: [] })
  })

  test('whoever exercises votes of both stands for both, and is one person', () => {
    const present = [person('AB', users, transporters)]
    const both = minimums.map(({ constituency }) => ({ constituency, minimum: 1 }))
    expect(quorum({ rule: rule({ total: 1, minimumPerConstituency: both }), present })).toMatchObject({
      met: true,
      people: 1,
    })
    expect(quorum({ rule: rule({ total: 2, minimumPerConstituency: both }), present })).toMatchObject({
      met: false,
      people: 1,
    })
  })

  test('an empty room lacks everything', () => {
    expect(quorum({ rule: rule({ minimumPerConstituency: minimums }), present: [] }).sentence).toBe(
      'Not quorate: 0 people with 0 votes; 3 people needed; Users: 0 of 2 people needed; Transporters: 0 of 2 people needed.',
    )
    expect(quorum({ rule: rule({ total: 0 }), present: [] })).toMatchObject({
      met: true,
      sentence: 'Quorate: 0 people with 0 votes; none needed.',
    })
  })
})

describe('recusal and shared seats', () => {
  test('one who is recused counts where the rule says so', () => {
    const present = [person('AB', users), { ...person('CD', users), isRecused: true }]
    expect(quorum({ rule: rule({ total: 2 }), present })).toMatchObject({
      met: true,
      people: 2,
      votes: 2,
      sentence: 'Quorate: 2 people with 2 votes, 1 of them recused; 2 people needed.',
    })
    expect(quorum({ rule: rule({ total: 2, recusedCount: false }), present })).toMatchObject({
      met: false,
      people: 1,
      sentence: 'Not quorate: 1 person with 1 vote; 2 people needed.',
    })
  })

  test('two people who share a seat are two people with its one vote', () => {
    const shared = { ...users, seatId: 'network' }
    const found = quorum({ rule: rule({ total: 2 }), present: [person('AB', shared), person('CD', shared)] })
    expect(found).toMatchObject({ met: true, people: 2, seats: 1, votes: 1 })
    const oneRecused = [person('AB', shared), { ...person('CD', shared), isRecused: true }]
    expect(quorum({ rule: rule({ total: 2 }), present: oneRecused }).sentence).not.toContain('recused')
  })

  test('one person listed twice is one person', () => {
    const found = quorum({ rule: rule(), present: [person('AB', users), person('AB', transporters)] })
    expect(found).toMatchObject({ people: 1, seats: 2, votes: 2 })
  })
})

test('somebody more in the room never loses the quorum', () => {
  const seat = fc.record({
    constituency: fc.constantFrom('Users', 'Transporters', null),
    votes: fc.integer({ min: 1, max: 3 }),
  })
  const someone = fc.record({
    personId: fc.constantFrom('AB', 'CD', 'EF', 'GH'),
    seats: fc.array(seat, { maxLength: 3 }),
  })
  const anyRule = fc.record({
    total: fc.nat(4),
    counts: fc.constantFrom('people' as const, 'votes' as const),
    minimumPerConstituency: fc.constantFrom([], [{ constituency: 'Users', minimum: 2 }]),
    recusedCount: fc.boolean(),
  })
  let met = 0
  fc.assert(
    fc.property(anyRule, fc.array(someone, { maxLength: 5 }), someone, (drawn, present, newcomer) => {
      const before = quorum({ rule: drawn, present })
      const after = quorum({ rule: drawn, present: [...present, newcomer] })
      expect(before.people).toBeLessThanOrEqual(before.seats)
      expect(before.seats).toBeLessThanOrEqual(before.votes)
      expect(before.met).toBe(before[drawn.counts] >= drawn.total && before.shortfalls.length === 0)
      if (before.met) {
        met += 1
        expect(after.met).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
  expect(met).toBeGreaterThan(100)
})
