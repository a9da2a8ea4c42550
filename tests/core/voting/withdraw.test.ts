import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput, CallName } from '../../../core/contract/calls.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

const withdraw = (questionId: string, reason = 'It was the next item.') =>
  panel.must('question.withdraw', { questionId, reason })
const refusal = async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
  const before = await panel.must('history.state', {})
  const answer = await panel.call(name, input)
  if (answer.ok) throw new Error(`${name} was not refused`)
  expect(await panel.must('history.state', {})).toEqual(before)
  return answer.error
}

describe('a question put by mistake', () => {
  test('is withdrawn and stays on record with its positions and the reason', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD against')
    panel.setNow('2016-12-15T10:20:00.000+00:00')
    const { questions, line } = await withdraw(questionId)
    expect(questions).toHaveLength(1)
    expect(questions[0]).toMatchObject({
      id: questionId,
      withdrawn: { at: '2016-12-15T10:20:00.000+00:00', reason: 'It was the next item.' },
      round: { number: 1, state: 'superseded', supersededReason: 'It was the next item.' },
      determination: null,
    })
    expect(await panel.positions(questionId)).toContain('AB:for CD:against EF:pending')
    expect(line.counts).toMatchObject({ questions: 1, openVotes: 0 })
  })

  test('is no open vote: nobody is waited for, whoever comes and goes, and the meeting closes', async () => {
    const questionId = await panel.put('exercisable')
    await withdraw(questionId)
    const before = await panel.question(questionId)
    const foreseen = await panel.must('attendance.foresee', {
      meetingId: panel.meetingId,
      personId: panel.person('AB'),
      presence: 'left',
    })
    expect(foreseen.openVotes).toEqual([])
    await panel.leave('AB CD')
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.p,
      personId: panel.person('EF'),
      kind: 'recused',
    })
    await panel.must('written-position.hold', {
      itemId: panel.items.p,
      seatId: panel.seat('MN'),
      value: 'for',
    })
    // Nobody lost a quorum for it, and no position of it followed the door or the letter.
    expect(await panel.question(questionId)).toEqual(before)
    expect((await panel.must('meeting.close', { meetingId: panel.meetingId })).state).toBe('closed')
  })

  test('uses no written position: what was sent is held for the question that is put in its place', async () => {
    const letter = {
      itemId: panel.items.p,
      seatId: panel.seat('MN'),
      value: 'against',
      kind: 'cast',
    } as const
    await panel.must('written-position.hold', letter)
    const state = async () => (await panel.item()).writtenPositions.map((one) => one.state)
    const questionId = await panel.put('cast')
    expect(await state()).toEqual(['used'])
    await withdraw(questionId)
    expect(await state()).toEqual(['held'])
    const again = await panel.put('cast')
    expect(await panel.positions(again)).toContain('MN:against')
    expect(await state()).toEqual(['used'])
    expect((await panel.item()).questions.map(({ withdrawn }) => withdrawn === null)).toEqual([false, true])
  })

  test('leaves its item to be decided', async () => {
    await panel.must('body.change', { bodyId: panel.bodyId, quorumTotal: 6 })
    await panel.must('agenda.change', { itemId: panel.items.p, purpose: 'decision' })
    await withdraw(await panel.put('cast', { isIndicative: true }))
    const { room } = await panel.meeting()
    expect(room.warnings.flatMap(({ itemIds }) => itemIds)).toContain(panel.items.p)
  })

  const chair = () => ({ personId: panel.person('CH'), value: 'for' as const })
  const seat = () => ({ seatId: panel.seat('AB'), value: 'for' as const })
  const attempts: { [Name in CallName]?: () => Omit<CallInput<Name>, 'questionId'> } = {
    'vote.record': seat,
    'vote.record-many': () => ({ rest: 'for' }),
    'vote.record-exceptions': () => ({ line: 'all f' }),
    'vote.read-exceptions': () => ({ line: 'all f' }),
    'vote.declare': () => ({ result: 'carried' }),
    'vote.close': () => ({}),
    'vote.cast-casting': chair,
    'vote.correct': () => ({ ...seat(), reason: 'Misheard.' }),
    'vote.take-again': () => ({ reason: 'Misheard.' }),
    'determination.write': () => ({ itemId: panel.items.p }),
    'determination.compose': () => ({}),
    'determination.foresee': () => ({}),
    'question.reword': () => ({ text: 'Another?' }),
  }
  test.each(Object.keys(attempts) as (keyof typeof attempts)[])('takes no %s any more', async (name) => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for, EF against, KL against')
    await withdraw(questionId)
    const error = await refusal(name, { ...attempts[name]?.(), questionId } as never)
    expect(error).toMatchObject({
      code: 'vote-closed',
      message: 'The question “What of 0621A as to cast?” was withdrawn.',
      remedy: 'Put the question again.',
    })
  })

  test('is withdrawn after its vote was taken again as well, and every vote is kept', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    await panel.must('vote.take-again', { questionId, reason: 'Misheard.' })
    await withdraw(questionId, 'Nobody asked for it.')
    const { round, superseded } = await panel.question(questionId)
    expect([...superseded, round].map(({ state, supersededReason }) => [state, supersededReason])).toEqual([
      ['superseded', 'Misheard.'],
      ['superseded', 'Nobody asked for it.'],
    ])
  })

  test('is put back by undo, with its vote open as it was', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for')
    const before = await panel.item()
    await withdraw(questionId)
    expect(await panel.must('history.undo', {})).toMatchObject({ summary: 'question withdrawn on 0621A' })
    expect(await panel.item()).toEqual(before)
    await panel.record(questionId, 'rest for')
  })
})

describe('a question is not withdrawn', () => {
  test('twice', async () => {
    const questionId = await panel.put('cast')
    await withdraw(questionId)
    expect(await refusal('question.withdraw', { questionId, reason: 'Again.' })).toMatchObject({
      code: 'bad-input',
      message: 'The question was withdrawn already.',
      fields: [{ field: 'questionId' }],
    })
  })

  test('while a determination stands on it: that is taken back first', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    const { questions } = await panel.must('determination.write', { itemId: panel.items.p, questionId })
    expect(await refusal('question.withdraw', { questionId, reason: 'A slip.' })).toMatchObject({
      code: 'conflict',
      remedy: 'Take the determination back first, then withdraw the question.',
    })
    const determinationId = questions[0]?.determination?.id ?? ''
    await panel.must('determination.take-back', { determinationId, reason: 'A slip.' })
    await withdraw(questionId)
  })

  test('once the meeting is closed, nor where there is none, nor without a reason', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    expect(await refusal('question.withdraw', { questionId, reason: ' ' })).toMatchObject({
      code: 'bad-input',
      fields: [{ field: 'reason', problem: 'must not be empty' }],
    })
    expect((await refusal('question.withdraw', { questionId: 'nothing', reason: 'x' })).code).toBe(
      'not-found',
    )
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    expect((await refusal('question.withdraw', { questionId, reason: 'x' })).code).toBe('meeting-closed')
  })
})

describe('the words of a question', () => {
  const reword = (questionId: string) => ({ questionId, text: 'Should 0621A be self-governance?' })

  test('are changed while nobody has recorded a position', async () => {
    const questionId = await panel.put('cast')
    await panel.must('question.reword', reword(questionId))
    expect((await panel.question(questionId)).text).toBe('Should 0621A be self-governance?')
    expect((await panel.must('history.state', {})).undo).toBe('question reworded on 0621A')
  })

  test('are changed under what was sent beforehand, which was sent for no words', async () => {
    const letter = { itemId: panel.items.p, seatId: panel.seat('MN'), value: 'for' } as const
    await panel.must('written-position.hold', letter)
    await panel.must('question.reword', reword(await panel.put('cast')))
  })

  const taken: [string, (questionId: string) => Promise<unknown>][] = [
    ['a position is recorded', (questionId) => panel.record(questionId, 'AB for')],
    [
      'the chair has declared the result on the voices',
      (questionId) => panel.must('vote.declare', { questionId, result: 'carried' }),
    ],
    [
      'an earlier vote was taken on them',
      async (questionId) => {
        await panel.record(questionId, 'AB for')
        await panel.must('vote.take-again', { questionId, reason: 'Misheard.' })
      },
    ],
  ]
  test.each(taken)('stay once %s', async (_what, take) => {
    const questionId = await panel.put('cast')
    await take(questionId)
    expect(await refusal('question.reword', reword(questionId))).toMatchObject({
      code: 'bad-input',
      message: 'The words cannot be changed any more: positions are recorded on the words as they were put.',
      remedy: 'Withdraw the question, and put it again in other words.',
      fields: [{ field: 'text' }],
    })
  })

  test('are free again when the only position was taken back', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for')
    await panel.record(questionId, 'AB pending')
    await panel.must('question.reword', reword(questionId))
  })
})
