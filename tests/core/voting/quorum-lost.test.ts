import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF')
  await panel.openMeeting()
})
afterEach(() => panel.close())

const round = async (questionId: string) => (await panel.question(questionId)).round
const refusal = async (...[name, input]: Parameters<Panel['call']>) => {
  const answer = await panel.call(name, input)
  if (answer.ok) throw new Error('was not refused')
  return answer.error
}

describe('a vote under way that loses its quorum', () => {
  test('is an indication and says how the room stood, until the room is quorate again', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for')
    await panel.leave('AB')
    expect(await round(questionId)).toMatchObject({
      isIndicative: true,
      quorum:
        'Quorate: 3 people with 3 votes; 3 people needed. Lost during the vote: 2 people with 2 votes; 3 people needed.',
    })
    await panel.arrive('KL')
    expect(await round(questionId)).toMatchObject({
      isIndicative: false,
      quorum: 'Quorate: 3 people with 3 votes; 3 people needed.',
    })
    await panel.leave('KL')
    expect((await panel.record(questionId, 'rest against')).result).toBe(
      '0621A: yes, by majority (2 for, 1 against) – indicative only, the meeting was not quorate',
    )
  })

  test('is one also where the last position was that of whoever left', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for')
    await panel.leave('EF')
    expect(await round(questionId)).toMatchObject({ isIndicative: true, evaluation: { verdict: 'carried' } })
  })

  test('stays what it is once the last position is in', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    await panel.leave('AB CD')
    expect(await round(questionId)).toMatchObject({
      isIndicative: false,
      quorum: 'Quorate: 3 people with 3 votes; 3 people needed.',
    })
  })

  test('does not ask who is in the room where positions are written', async () => {
    const questionId = await panel.put('cast', { method: 'written' })
    await panel.leave('AB CD')
    expect((await round(questionId)).isIndicative).toBe(false)
  })

  test('is undone with the leaving', async () => {
    const questionId = await panel.put('cast')
    const before = await round(questionId)
    await panel.leave('AB')
    await panel.must('history.undo', {})
    expect(await round(questionId)).toEqual(before)
  })
})

describe('an indication', () => {
  test('that was put as one does not become a decision when somebody comes', async () => {
    await panel.leave('AB')
    const questionId = await panel.put('cast', { isIndicative: true })
    await panel.arrive('AB')
    expect((await round(questionId)).isIndicative).toBe(true)
  })

  test('is written as one, and moves no proposal', async () => {
    await panel.leave('AB')
    const questionId = await panel.put('cast', { isIndicative: true })
    await panel.record(questionId, 'rest for')
    const write = { itemId: panel.items.p, questionId }
    const moving = { ...write, consequences: { stage: 'workgroup' } }
    expect(await refusal('determination.write', moving)).toMatchObject({
      code: 'not-quorate',
      message: 'The vote on 0621A was an indication only, so the proposal does not move.',
    })
    const { questions } = await panel.must('determination.write', write)
    expect(questions[0]?.determination?.text).toMatch(/indicative only/)
  })

  test('is taken again with a quorum, or as an indication where that is asked', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for')
    await panel.leave('CD')
    const again = { questionId, reason: 'The quorum was lost.' }
    expect((await refusal('vote.take-again', again)).code).toBe('not-quorate')
    await panel.must('vote.take-again', { ...again, isIndicative: true })
    expect((await round(questionId)).isIndicative).toBe(true)
    await panel.must('vote.take-again', { questionId, reason: 'Once more.' })
    expect(await round(questionId)).toMatchObject({ number: 3, isIndicative: true })
    await panel.arrive('CD')
    await panel.must('vote.take-again', { questionId, reason: 'There is one now.' })
    expect((await round(questionId)).isIndicative).toBe(false)
  })
})

test('a recusal breaks the quorum only where the body does not count it', async () => {
  const questionId = await panel.put('cast')
  const recuse = { itemId: panel.items.p, personId: panel.person('AB'), kind: 'recused' as const }
  await panel.must('attendance.declare-interest', recuse)
  expect((await panel.meeting()).room.quorum.isMet).toBe(true)
  expect((await round(questionId)).isIndicative).toBe(false)
  await panel.must('body.change', { bodyId: panel.bodyId, recusedCountsForQuorum: false })
  const other = await panel.put('related', { isIndicative: true })
  expect((await round(other)).quorum).toBe('Not quorate: 2 people with 2 votes; 3 people needed.')
})

test('the history names who cast the vote, not who had it before', async () => {
  const questionId = await panel.put('cast')
  await panel.leave('CD')
  await panel.arrive('XA KL')
  await panel.must('vote.record', { questionId, initials: 'XA', value: 'for' })
  await panel.arrive('CD')
  await panel.must('vote.record', { questionId, initials: 'CD', value: 'against' })
  expect((await panel.must('history.state', {})).undo).toBe('CD against on 0621A')
  await panel.must('vote.record-many', {
    questionId,
    positions: [{ initials: 'CD', value: 'abstain' }],
    rest: 'for',
  })
  expect((await panel.must('history.state', {})).undo).toBe('CD abstain, rest for on 0621A')
})

test('nothing to record is refused', async () => {
  const questionId = await panel.put('cast')
  expect(await refusal('vote.record-many', { questionId })).toMatchObject({
    code: 'bad-input',
    fields: [{ field: 'positions' }],
  })
})
