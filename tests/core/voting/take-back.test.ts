import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

type Written = Partial<CallInput<'determination.write'>>
/** Writes a determination and answers with its id. */
const determine = async (more: Written = {}) => {
  const before = new Set((await all()).map(({ id }) => id))
  await panel.must('determination.write', { itemId: panel.items.p, ...more })
  const after = await all()
  const id = (after.find((one) => !before.has(one.id)) ?? after.at(-1))?.id
  if (id === undefined) throw new Error('The test has no determination.')
  return id
}
const all = async () => {
  const { questions, determinations } = await panel.item()
  return [...questions.flatMap(({ determination }) => determination ?? []), ...determinations]
}
const answered = async () => {
  const questionId = await panel.put('cast')
  await panel.record(questionId, 'AB for, CD for, rest against')
  return questionId
}
const takeBack = (determinationId: string) =>
  panel.must('determination.take-back', { determinationId, reason: 'It was for another item.' })
const proposal = () => panel.must('proposal.read', { proposalId: panel.proposalId })
/** The register but for the votes and determinations that it lists. */
const register = async () => {
  const { votes: _votes, determinations: _determinations, ...rest } = await proposal()
  return rest
}
const refusal = async (name: 'determination.take-back' | 'determination.change', input: object) => {
  const before = [await panel.item(), await proposal(), await panel.must('history.state', {})]
  const answer = await panel.call(name, input as never)
  if (answer.ok) throw new Error('it was not refused')
  expect([await panel.item(), await proposal(), await panel.must('history.state', {})]).toEqual(before)
  return answer.error
}

describe('a determination that is taken back', () => {
  test('is gone, and its reason stands in the history', async () => {
    const { item, restored, left } = await takeBack(await determine({ text: 'Noted.' }))
    expect([item.determinations, restored, left]).toEqual([[], [], []])
    expect((await panel.must('history.state', {})).undo).toBe(
      'determination taken back on 0621A: It was for another item.',
    )
  })

  test('leaves its vote closed as it was taken, to be answered again', async () => {
    const questionId = await answered()
    const before = await panel.question(questionId)
    await takeBack(await determine({ questionId }))
    const after = await panel.question(questionId)
    expect(after.determination).toBeNull()
    expect(after.round).toMatchObject({ state: 'closed', result: before.round.result })
    expect(after.round.positions).toEqual(before.round.positions)
    await panel.must('determination.write', { itemId: panel.items.p, questionId, text: 'Better words.' })
    expect((await panel.question(questionId)).determination?.text).toBe('Better words.')
  })

  test('puts the register back: stage, its history, and dates', async () => {
    await panel.must('proposal.change', { proposalId: panel.proposalId, reportingOn: '2017-01-19' })
    const before = await register()
    const questionId = await answered()
    const id = await determine({
      questionId,
      consequences: { stage: 'workgroup', stageDetail: 'Month 1', reportingOn: '2017-03-16' },
    })
    expect(await register()).not.toEqual(before)
    expect(await takeBack(id)).toMatchObject({
      restored: ['Stage: Raised', 'Reporting date: Thu 19 Jan 2017'],
      left: [],
    })
    expect(await register()).toEqual(before)
  })

  test('goes back to what stood before it was first written, however often it was written again', async () => {
    const before = await register()
    const questionId = await answered()
    await determine({ questionId, consequences: { stage: 'workgroup', reportingOn: '2017-03-16' } })
    await determine({ questionId, text: 'Other words.' })
    const id = await determine({ questionId, consequences: { reportingOn: '2017-04-20' } })
    expect(await takeBack(id)).toMatchObject({ restored: ['Stage: Raised', 'Reporting date: none'] })
    expect(await register()).toEqual(before)
  })

  test('leaves what was changed by hand since, and says so', async () => {
    const id = await determine({
      text: 'Issued.',
      consequences: { stage: 'workgroup', reportingOn: '2017-03-16', implementationOn: '2017-06-30' },
    })
    const { proposalId } = panel
    await panel.must('proposal.change', { proposalId, reportingOn: '2017-05-18' })
    const moving = { proposalId, on: '2016-12-15', reason: 'By hand.' }
    await panel.must('proposal.move-stage', { ...moving, stage: 'raised' })
    await panel.must('proposal.move-stage', { ...moving, stage: 'workgroup' })
    expect(await takeBack(id)).toMatchObject({
      restored: ['Implementation: none'],
      left: ['Stage: Workgroup', 'Reporting date: Thu 18 May 2017'],
    })
    expect((await panel.must('history.state', {})).undo).toBe(
      'determination taken back on 0621A: It was for another item. ' +
        '(left in the register: Stage: Workgroup; Reporting date: Thu 18 May 2017)',
    )
    expect(
      (await proposal()).stageHistory.map(({ reason, determinationId }) => [reason, determinationId]),
    ).toEqual([
      [expect.any(String), null],
      ['Issued. (taken back: It was for another item.)', null],
      ['By hand.', null],
      ['By hand.', null],
    ])
  })

  test('is not taken from under another that moved the proposal on', async () => {
    const { proposalId } = panel
    const first = await determine({ text: 'To the workgroup.', consequences: { stage: 'workgroup' } })
    panel.setNow('2016-12-15T10:30:00.000+00:00')
    const second = await determine({ text: 'And back.', consequences: { stage: 'raised' } })
    expect(
      await refusal('determination.take-back', { determinationId: first, reason: 'A slip.' }),
    ).toMatchObject({
      code: 'conflict',
      message: 'Another determination moved the proposal on from there: “And back.”.',
      remedy: 'Take that one back first, or undo.',
    })
    await takeBack(second)
    expect((await proposal()).stage.key).toBe('workgroup')
    await takeBack(first)
    expect((await proposal()).stage.key).toBe('raised')
    expect((await panel.must('proposal.read', { proposalId })).stageHistory).toHaveLength(1)
  })

  test('is put back by undo, with what it changed', async () => {
    const id = await determine({ text: 'Issued.', consequences: { stage: 'workgroup' } })
    const before = [await panel.item(), await proposal()]
    await takeBack(id)
    await panel.must('history.undo', {})
    expect([await panel.item(), await proposal()]).toEqual(before)
  })

  test('stays once the meeting is closed, and where there is none', async () => {
    const determinationId = await determine({ text: 'Noted.' })
    expect((await refusal('determination.take-back', { determinationId: 'x', reason: 'x' })).code).toBe(
      'not-found',
    )
    expect(await refusal('determination.take-back', { determinationId, reason: '' })).toMatchObject({
      code: 'bad-input',
      fields: [{ field: 'reason' }],
    })
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    for (const name of ['determination.take-back', 'determination.change'] as const) {
      const input = { determinationId, reason: 'x', ...(name.endsWith('change') ? { text: 'y' } : {}) }
      expect((await refusal(name, input)).code).toBe('meeting-closed')
    }
  })
})

describe('the words of a determination', () => {
  test('are changed where it rests on no vote, and the stage history follows', async () => {
    const id = await determine({ text: 'Issued.', consequences: { stage: 'workgroup' } })
    const { determinations } = await panel.must('determination.change', {
      determinationId: id,
      text: 'Issued to Workgroup 0621.',
      reason: 'The number was missing.',
    })
    expect(determinations).toMatchObject([{ id, text: 'Issued to Workgroup 0621.' }])
    expect((await proposal()).stageHistory.at(-1)).toMatchObject({
      reason: 'Issued to Workgroup 0621.',
      determinationId: id,
    })
    expect((await panel.must('history.state', {})).undo).toBe(
      'words of a determination changed on 0621A: The number was missing.',
    )
  })

  test('are not emptied, and on a vote they are written again', async () => {
    const alone = await determine({ text: 'Noted.' })
    expect(await refusal('determination.change', { determinationId: alone, text: ' ' })).toMatchObject({
      code: 'bad-input',
      fields: [{ field: 'text', problem: 'must not be empty' }],
    })
    const questionId = await answered()
    const onVote = await determine({ questionId })
    expect(await refusal('determination.change', { determinationId: onVote, text: 'x' })).toMatchObject({
      code: 'bad-input',
      message: 'The determination rests on a vote.',
      remedy: 'Write the determination of its question again.',
    })
  })
})
