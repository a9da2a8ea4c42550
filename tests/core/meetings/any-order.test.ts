import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoundView } from '../../../core/contract/voting.ts'
import { errorCodes } from '../../../core/contract/errors.ts'
import { makePanel, type Panel } from './panel.ts'

/**
 * A meeting in which things are done in any order, sensible or not, by somebody in a hurry. Whatever is done or
 * refused, the numbers on the screen must agree with each other and undo must find its way back.
 */

const everybody = ['AB', 'CD', 'EF', 'KL', 'MN', 'XA', 'CH', 'GU'] as const
const seats = ['AB', 'CD', 'EF', 'KL', 'MN', 'V'] as const
const values = ['for', 'against', 'abstain', 'none', 'not-present', 'recused', 'pending'] as const

const who = fc.constantFrom(...everybody)
const seat = fc.constantFrom(...seats)
const value = fc.constantFrom(...values)
const which = fc.nat(2)

const step = fc.oneof(
  fc.record({
    do: fc.constant('door' as const),
    who,
    presence: fc.constantFrom('present', 'left', 'apologies', 'expected'),
  }),
  fc.record({ do: fc.constant('carry' as const), seat, who: fc.option(who) }),
  fc.record({
    do: fc.constant('interest' as const),
    who,
    kind: fc.constantFrom('declared', 'recused', null),
  }),
  fc.record({
    do: fc.constant('put' as const),
    kind: fc.constantFrom('cast', 'exercisable'),
    isIndicative: fc.boolean(),
  }),
  fc.record({ do: fc.constant('record' as const), which, seat, value }),
  fc.record({ do: fc.constant('rest' as const), which, value }),
  fc.record({ do: fc.constant('casting' as const), which, value: fc.constantFrom('for', 'against') }),
  fc.record({ do: fc.constant('close' as const), which }),
  fc.record({
    do: fc.constant('correct' as const),
    which,
    seat,
    value: fc.constantFrom(...values.slice(0, 6)),
  }),
  fc.record({ do: fc.constant('again' as const), which }),
  fc.record({ do: fc.constant('determine' as const), which, moves: fc.boolean() }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function callOf(panel: Panel, questionId: string, one: Step): [name: string, input: object] {
  const { meetingId, items } = panel
  switch (one.do) {
    case 'door':
      return ['attendance.record', { meetingId, personId: panel.person(one.who), presence: one.presence }]
    case 'carry': {
      const carrierPersonId = one.who === null ? null : panel.person(one.who)
      return ['vote.carry', { meetingId, seatId: panel.seat(one.seat), carrierPersonId }]
    }
    case 'interest':
      return [
        'attendance.declare-interest',
        { itemId: items.p, personId: panel.person(one.who), kind: one.kind },
      ]
    case 'put':
      return ['question.put', { itemId: items.p, kind: one.kind, isIndicative: one.isIndicative }]
    case 'record':
      return ['vote.record', { questionId, seatId: panel.seat(one.seat), value: one.value }]
    case 'rest':
      return ['vote.record-many', { questionId, rest: one.value }]
    case 'casting':
      return ['vote.cast-casting', { questionId, personId: panel.person('CH'), value: one.value }]
    case 'close':
      return ['vote.close', { questionId }]
    case 'correct':
      return [
        'vote.correct',
        { questionId, seatId: panel.seat(one.seat), value: one.value, reason: 'Misheard.' },
      ]
    case 'again':
      return ['vote.take-again', { questionId, reason: 'Once more.' }]
    case 'determine': {
      const consequences = one.moves ? { stage: 'workgroup' } : {}
      return ['determination.write', { itemId: items.p, questionId, consequences }]
    }
    case 'undo':
      return ['history.undo', {}]
    case 'redo':
      return ['history.redo', {}]
  }
}

async function run(panel: Panel, questions: string[], one: Step): Promise<void> {
  const questionId = 'which' in one ? (questions[one.which % Math.max(1, questions.length)] ?? 'none') : ''
  const [name, input] = callOf(panel, questionId, one)
  const answer = await panel.core.call({ name, input }, { actor: 'Secretary' })
  if (answer.ok) {
    if (one.do === 'put') questions.push((answer.value as { questionId: string }).questionId)
    return
  }
  expect(Object.keys(errorCodes)).toContain(answer.error.code)
  expect([name, input, answer.error.code]).not.toEqual([name, input, 'internal'])
}

function checkRound(round: RoundView): void {
  const { counts, verdict, reconciliation } = round.evaluation
  const all = round.positions.reduce((sum, { votes }) => sum + votes, 0)
  expect(Object.values(counts).reduce((sum, votes) => sum + votes, 0)).toBe(all)
  expect(reconciliation.endsWith(`= ${all} votes of all seats`)).toBe(true)
  expect(verdict === 'pending').toBe(round.stillToCome.length > 0)
  expect(round.result === null).toBe(verdict === 'pending')
  expect(new Set(round.positions.map(({ initials }) => initials)).size).toBe(round.positions.length)
  if (verdict === 'carried') expect(counts.for).toBeGreaterThan(0)
  if (round.state === 'closed') expect(verdict).not.toBe('pending')
  for (const { value: position, basis, castBy } of round.positions) {
    if (basis === 'nobody') expect(castBy).toBeNull()
    // Nobody's vote can be for or against.
    if (basis === 'nobody') expect(['not-present', 'recused']).toContain(position)
  }
}

async function check(panel: Panel): Promise<void> {
  const { room } = await panel.meeting()
  const exercisable = room.seatList.filter(({ castBy }) => castBy !== null)
  expect(room.votes).toBe(exercisable.reduce((sum, { votes }) => sum + votes, 0))
  expect(room.seats).toBe(exercisable.length)
  expect(room.constituencies.reduce((sum, { votes }) => sum + votes, 0)).toBe(room.votes)
  expect(room.people).toBe(room.attendees.filter(({ presence }) => presence === 'present').length)
  for (const { castBy } of exercisable) {
    expect(room.attendees.find(({ attendanceId }) => attendanceId === castBy?.attendanceId)?.presence).toBe(
      'present',
    )
  }
  const item = await panel.item()
  for (const { round, superseded } of item.questions) {
    for (const one of [...superseded, round]) checkRound(one)
    // An open vote holds exactly those still to come who can vote on this item now.
    if (round.state !== 'open') continue
    const recused = new Set(
      item.interests.filter(({ kind }) => kind === 'recused').map(({ attendanceId }) => attendanceId),
    )
    for (const { seatId, value: position, basis, castBy } of round.positions) {
      const holder = exercisable.find((filled) => filled.seatId === seatId)?.castBy
      // Who is recused may be written down as not present; who can vote may not be left out.
      if (basis === 'nobody' && position === 'not-present' && holder !== undefined) {
        expect(recused).toContain(holder?.attendanceId)
      }
      if (position !== 'pending') continue
      const caster = room.attendees.find(({ attendanceId }) => attendanceId === castBy?.attendanceId)
      expect(caster?.presence).toBe('present')
      expect(recused).not.toContain(caster?.attendanceId)
    }
  }
}

test('in any order the numbers agree, and everything can be undone', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 40 }), async (steps) => {
      const panel = await makePanel()
      try {
        await panel.arrive('AB CD EF KL CH')
        await panel.openMeeting()
        const before = { meeting: await panel.meeting(), item: await panel.item() }
        const whatIsUndone = async () => (await panel.must('history.state', {})).undo
        const opening = await whatIsUndone()
        const questions: string[] = []
        for (const one of steps) {
          if (one.do === 'undo' && (await whatIsUndone()) === opening) continue
          await run(panel, questions, one)
          await check(panel)
        }
        while ((await whatIsUndone()) !== opening) await panel.must('history.undo', {})
        expect({ meeting: await panel.meeting(), item: await panel.item() }).toEqual(before)
        expect(await panel.must('history.verify', {})).toMatchObject({ isSound: true })
      } finally {
        await panel.close()
      }
    }),
    { numRuns: Number(process.env['PANELBOOK_RUNS'] ?? 8) },
  )
})
