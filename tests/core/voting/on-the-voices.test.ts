import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

/** AB, EF and KL are in the room. */
let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

const declare = async (questionId: string, result: 'carried' | 'not-carried') => {
  await panel.must('vote.declare', { questionId, result })
  return (await panel.question(questionId)).round
}

describe('a declaration on the voices', () => {
  test.each([
    ['carried', '0621A: yes, on the voices, no names taken', 'Declared carried by the chair'],
    ['not-carried', '0621A: no, on the voices, no names taken', 'Declared not carried by the chair'],
  ] as const)('%s says so, credits nobody, and adds up', async (result, sentence, arithmetic) => {
    const questionId = await panel.put('cast')
    const round = await declare(questionId, result)
    expect(round).toMatchObject({
      state: 'closed',
      method: 'on-the-voices',
      declared: result,
      result: sentence,
      stillToCome: [],
      evaluation: { verdict: result, unanimous: null, counts: { for: 0, against: 0, none: 0 } },
    })
    expect(round.evaluation.arithmetic).toBe(`${arithmetic} on the voices; no names were taken.`)
    expect(round.evaluation.reconciliation).toBe(
      '0 for + 0 against + 0 abstained + 0 no vote recorded + 0 recused + 3 not present + 3 on the voices, no name taken = 6 votes of all seats',
    )
    expect(await panel.positions(questionId)).toBe(
      'AB:unnamed CD:not-present EF:unnamed KL:unnamed MN:not-present Consumers V:not-present',
    )
    expect((await panel.must('history.state', {})).undo).toBe(
      `${result === 'carried' ? 'carried' : 'not carried'} on the voices on 0621A`,
    )
  })

  test('keeps what was said by name and what was sent beforehand beside it', async () => {
    await panel.must('written-position.hold', {
      itemId: panel.items.p,
      seatId: panel.seat('MN'),
      value: 'abstain',
    })
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB against')
    const round = await declare(questionId, 'carried')
    expect(round.result).toBe('0621A: yes, on the voices, by name: 1 against, 1 abstained')
    expect(round.evaluation).toMatchObject({ verdict: 'carried', counts: { against: 1, abstain: 1 } })
    expect(round.evaluation.reconciliation).toContain('0 for + 1 against + 1 abstained')
    expect(round.evaluation.reconciliation).toContain('2 on the voices, no name taken = 6 votes')
  })

  test('is taken again by roll call when names are asked for, and is kept', async () => {
    const questionId = await panel.put('cast')
    await declare(questionId, 'carried')
    await panel.must('vote.take-again', { questionId, reason: 'Names were asked for.' })
    await panel.record(questionId, 'AB for, EF against, KL against')
    const { round, superseded } = await panel.question(questionId)
    expect(round).toMatchObject({
      method: 'roll-call',
      declared: null,
      evaluation: { verdict: 'not-carried' },
    })
    expect(superseded).toMatchObject([{ declared: 'carried', supersededReason: 'Names were asked for.' }])
  })

  test('can be determined, and corrected by name with a reason', async () => {
    const questionId = await panel.put('cast')
    await declare(questionId, 'carried')
    await panel.must('vote.correct', {
      questionId,
      initials: 'KL',
      value: 'against',
      reason: 'KL asked for it to be minuted.',
    })
    await panel.must('determination.write', { itemId: panel.items.p, questionId })
    const question = await panel.question(questionId)
    expect(question.determination?.text).toBe('0621A: yes, on the voices, by name: 1 against')
    expect(question.round.positions[3]?.corrections).toMatchObject([
      { oldValue: 'unnamed', newValue: 'against' },
    ])
  })

  test('is refused where every position is in by name, by letter, and where the rule needs names', async () => {
    const complete = await panel.put('cast')
    await panel.record(complete, 'rest for')
    const written = await panel.put('cast', { method: 'written' })
    const { questionId: unanimous } = await panel.must('question.put', {
      itemId: panel.items.p,
      kind: 'cast',
      rule: { kind: 'unanimous-of-present' },
    })
    const { questionId: block } = await panel.must('question.put', {
      itemId: panel.items.p,
      kind: 'cast',
      rule: { kind: 'block-by-constituency' },
    })
    for (const questionId of [complete, written, unanimous, block]) {
      const before = await panel.item()
      const answer = await panel.call('vote.declare', { questionId, result: 'carried' })
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'bad-input', fields: [{ field: 'questionId' }] },
      })
      expect(await panel.item()).toEqual(before)
    }
    const closed = await panel.put('cast')
    await declare(closed, 'carried')
    expect(await panel.refused('vote.declare', { questionId: closed, result: 'carried' })).toBe('vote-closed')
  })

  test('says the same in the minutes, with its mark in the legend', async () => {
    const questionId = await panel.put('cast')
    await declare(questionId, 'carried')
    const minutes = JSON.stringify(
      await panel.must('document.read', { meetingId: panel.meetingId, document: 'minutes' }),
    )
    expect(minutes).toContain('Carried, declared on the voices')
    expect(minutes).toContain('0621A: yes, on the voices, no names taken')
    expect(minutes).toContain('V\u00a0on the voices, no name taken')
  })
})
