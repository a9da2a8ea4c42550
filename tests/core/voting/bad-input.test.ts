import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { parseProfile } from '../../../core/bodies/profile.ts'
import type { Refusal } from '../../../core/contract/errors.ts'
import { PanelbookError } from '../../../core/contract/errors.ts'
import { everyRow } from '../../support/every-row.ts'
import { kinds, makePanel, type Panel } from '../meetings/panel.ts'

/** What a secretary, a script or a profile can get wrong about votes: each names field and reason, and nothing changes. */

let panel: Panel
afterEach(() => panel.close())

const aboveOne = { numerator: 3, denominator: 2, comparison: 'at-least' as const }
const carry = (seat: string, carrier: string) => ({
  meetingId: panel.meetingId,
  seatId: panel.seat(seat),
  carrierPersonId: panel.person(carrier),
})

async function makeOpenPanel(present = 'AB EF KL CH', options: Parameters<typeof makePanel>[0] = {}) {
  panel = await makePanel(options)
  await panel.arrive(present)
  await panel.openMeeting()
}

/** Every row of the book, and where its history ends. */
const seen = async () => [everyRow(panel.book), await panel.must('history.state', {})]

async function refusal(name: string, input: unknown): Promise<Refusal> {
  const before = await seen()
  const answer = await panel.core.call({ name, input }, { actor: 'Secretary' })
  if (answer.ok) throw new Error(`${name} was not refused`)
  expect(await seen()).toEqual(before)
  return answer.error
}

describe('a position', () => {
  test('of a vacant seat is refused', async () => {
    await makeOpenPanel()
    const questionId = await panel.put('cast')
    for (const value of ['for', 'against', 'abstain', 'none'] as const) {
      expect(await refusal('vote.record', { questionId, seatId: panel.seat('V'), value })).toMatchObject({
        code: 'not-in-room',
        message: 'The seat Consumers V is vacant, so it has no vote.',
        fields: [{ field: 'seatId' }],
      })
    }
  })
})

describe('a carried vote', () => {
  const inACircle = async (options: Parameters<typeof makePanel>[0] = {}) => {
    await makeOpenPanel('EF KL CH', options)
    await panel.must('vote.carry', carry('AB', 'KL'))
    await panel.leave('KL')
    await panel.arrive('AB')
  }

  test('in a circle is refused under any profile', async () => {
    for (const options of [{}, { carriers: 'members' as const }, { cap: 2 }]) {
      await inACircle(options)
      expect(await refusal('vote.carry', carry('KL', 'AB'))).toMatchObject({
        code: 'not-entitled',
        message: 'The vote of AB was given to KL, so it would be carried in a circle.',
        remedy: 'End the carrying of AB’s vote first.',
        fields: [{ field: 'carrierPersonId' }],
      })
      if (options.cap === undefined) await panel.close()
    }
  })

  test('above the cap is refused, and legal under a profile without one', async () => {
    await makeOpenPanel('AB EF KL CH', { cap: 2 })
    await panel.must('vote.carry', carry('CD', 'AB'))
    expect(await refusal('vote.carry', carry('MN', 'AB'))).toMatchObject({
      code: 'not-entitled',
      message: 'AB would exercise 3 votes; at TST nobody may exercise more than 2 votes.',
      fields: [{ field: 'carrierPersonId' }],
    })
    await panel.must('body.change', { bodyId: panel.bodyId, votesPerPersonCap: null })
    await panel.must('vote.carry', carry('MN', 'AB'))
    expect((await panel.meeting()).room.votes).toBe(5)
  })

  test('by somebody without a seat is refused where members carry, and legal where anyone does', async () => {
    await makeOpenPanel('AB EF KL CH', { carriers: 'members' })
    expect(await refusal('vote.carry', carry('CD', 'CH'))).toMatchObject({
      code: 'not-entitled',
      fields: [{ field: 'carrierPersonId' }],
    })
    await panel.must('body.change', { bodyId: panel.bodyId, carriers: 'anyone' })
    await panel.must('vote.carry', carry('CD', 'CH'))
  })
})

describe('a casting vote', () => {
  const cast = (questionId: string) => ({ questionId, personId: panel.person('CH'), value: 'for' })

  test.each([
    ['the vote is carried', 'rest for'],
    ['positions are still to come', 'AB for, EF against'],
    ['nobody cast a vote', 'rest none'],
  ])('is refused where %s', async (_what, positions) => {
    await makeOpenPanel()
    const questionId = await panel.put('cast')
    await panel.record(questionId, positions)
    expect(await refusal('vote.cast-casting', cast(questionId))).toMatchObject({
      code: 'bad-input',
      message: 'On 0621A there is no tie for a casting vote to settle.',
      fields: [{ field: 'questionId', problem: 'there is no tie for a casting vote to settle' }],
    })
  })

  test('is refused where the rule or the body gives the chair none, and settles a tie where they do', async () => {
    await makeOpenPanel('AB EF KL MN CH')
    const tie = async (kind: string) => {
      const questionId = await panel.put(kind)
      await panel.record(questionId, 'AB for, EF for, KL against, MN against')
      return questionId
    }
    expect(await refusal('vote.cast-casting', cast(await tie('related')))).toMatchObject({
      code: 'bad-input',
      message: 'The rule of the vote on 0621A gives the chair no casting vote.',
      fields: [{ field: 'questionId' }],
    })
    const questionId = await tie('cast')
    await panel.must('body.change', { bodyId: panel.bodyId, chairVote: 'none' })
    expect(await refusal('vote.cast-casting', cast(questionId))).toMatchObject({
      code: 'not-entitled',
      message: 'The chair of TST has no vote.',
    })
    await panel.must('body.change', { bodyId: panel.bodyId, chairVote: 'casting' })
    await panel.must('vote.cast-casting', cast(questionId) as never)
    expect((await panel.question(questionId)).round.evaluation.verdict).toBe('carried')
  })
})

describe('a rule with a share above one', () => {
  const rule = { kind: 'supermajority' as const, threshold: aboveOne }

  test('is refused among the questions of a body', async () => {
    await makeOpenPanel()
    const questionKinds = kinds.map((kind, index) => (index === 1 ? { ...kind, rule } : kind))
    expect(await refusal('body.set-questions', { bodyId: panel.bodyId, questionKinds })).toMatchObject({
      code: 'bad-input',
      fields: [{ field: 'questionKinds.1.rule.threshold', problem: 'must not be above one' }],
    })
  })

  test('is refused for one vote alone, and where a vote is only counted', async () => {
    await makeOpenPanel()
    const put = { itemId: panel.items.p, kind: 'cast', rule }
    expect(await refusal('question.put', put)).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('must not be above one'),
      fields: [{ field: 'rule.threshold', problem: 'must not be above one' }],
    })
    const counting = { rule, seats: [{ id: 'a' }], positions: { a: 'for' } }
    expect(await refusal('voting.evaluate', counting)).toMatchObject({
      code: 'bad-input',
      fields: [{ field: 'rule.threshold', problem: 'must not be above one' }],
    })
  })

  test('is refused where more than all is asked for, and where nothing is', async () => {
    await makeOpenPanel()
    for (const [threshold, field] of [
      [{ numerator: 1, denominator: 1, comparison: 'more-than' }, 'rule.threshold'],
      [{ numerator: 0, denominator: 1, comparison: 'at-least' }, 'rule.threshold.numerator'],
      [{ numerator: 1, denominator: 0, comparison: 'at-least' }, 'rule.threshold.denominator'],
    ] as const) {
      const put = { itemId: panel.items.p, kind: 'cast', rule: { ...rule, threshold } }
      const { fields } = await refusal('question.put', put)
      expect(fields?.map((one) => one.field)).toContain(field)
    }
  })
})

describe('a profile file', () => {
  const folder = join(import.meta.dirname, '../../../resources/profiles')
  const withRule = (rule: unknown) => {
    const profile = JSON.parse(readFileSync(join(folder, 'bsc-panel.json'), 'utf8')) as {
      questionKinds: { rule: unknown }[]
    }
    return {
      ...profile,
      questionKinds: profile.questionKinds.map((kind, index) => (index === 0 ? { ...kind, rule } : kind)),
    }
  }

  test.each([
    ['a rule that there is not', { kind: 'ordeal-by-water' }, 'questionKinds.0.rule.kind'],
    ['a share above one', { kind: 'supermajority', threshold: aboveOne }, 'questionKinds.0.rule.threshold'],
  ])('with %s is refused in one sentence', async (_what, rule, field) => {
    await makeOpenPanel()
    const before = await seen()
    let refused: unknown
    try {
      parseProfile('bsc-panel.json', withRule(rule))
    } catch (error) {
      refused = error
    }
    if (!(refused instanceof PanelbookError)) throw new Error('it was not refused')
    expect(refused.code).toBe('bad-input')
    expect(refused.message).toMatch(/^The profile bsc-panel\.json cannot be used: .+\.$/)
    expect(refused.message).toContain(`${field}: `)
    expect(refused.fields?.map((one) => one.field)).toContain(field)
    expect(await seen()).toEqual(before)
  })
})
