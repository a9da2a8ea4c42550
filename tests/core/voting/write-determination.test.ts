import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

async function unanimous(kind: string): Promise<string> {
  const questionId = await panel.put(kind)
  await panel.record(questionId, 'rest for')
  return questionId
}

describe('a determination', () => {
  test('is composed in the phrase, closes the vote and moves the proposal', async () => {
    const questionId = await unanimous('to-workgroup')
    const parameters = { workgroup: '0621', date: '2017-01-19' }
    const text = 'Issued to Workgroup 0621 with a report by the 19 January 2017 Panel'
    expect(await panel.must('determination.compose', { questionId, parameters })).toEqual({ text })
    const item = await panel.must('determination.write', {
      itemId: panel.items.p,
      questionId,
      parameters,
      consequences: { stage: 'workgroup', reportingOn: '2017-01-19' },
    })
    expect(item.questions[0]).toMatchObject({
      round: { state: 'closed', result: text },
      determination: { kind: 'to-workgroup', text, decisionMaker: 'body', isStale: false, composedNow: text },
    })
    expect(item.proposal).toMatchObject({ stage: { key: 'workgroup' }, reportingOn: '2017-01-19' })
    const proposal = await panel.must('proposal.read', { proposalId: panel.proposalId })
    expect(proposal.stageHistory).toContainEqual(
      expect.objectContaining({
        changedOn: '2016-12-15',
        determinationId: item.questions[0]?.determination?.id,
      }),
    )
    await panel.must('history.undo', {})
    const undone = await panel.item()
    expect(undone.proposal?.stage.key).toBe('raised')
    expect(undone.questions[0]).toMatchObject({ round: { state: 'open' }, determination: null })
  })

  test('waits for the last position', async () => {
    const questionId = await panel.put('cast')
    expect(await panel.must('determination.compose', { questionId })).toEqual({ text: '' })
    expect(await panel.refused('determination.write', { itemId: panel.items.p, questionId })).toBe(
      'vote-open',
    )
  })

  test('knows when it is stale, and writing it again replaces it', async () => {
    const questionId = await unanimous('cast')
    const write = (more = {}) =>
      panel.must('determination.write', { itemId: panel.items.p, questionId, ...more })
    await write({ text: 'As the panel said.' })
    const first = (await panel.question(questionId)).determination
    expect(first).toMatchObject({ text: 'As the panel said.', isStale: false, decisionMaker: 'authority' })
    await panel.must('vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'misheard' })
    expect((await panel.question(questionId)).determination).toMatchObject({
      text: 'As the panel said.',
      isStale: true,
      composedNow: '0621A: yes, by majority (3 for, 1 against)',
    })
    await write()
    const again = (await panel.question(questionId)).determination
    expect(again).toMatchObject({
      id: first?.id,
      text: '0621A: yes, by majority (3 for, 1 against)',
      isStale: false,
    })
    await panel.must('vote.take-again', { questionId, reason: 'once more' })
    expect((await panel.question(questionId)).determination).toMatchObject({ isStale: true, composedNow: '' })
  })

  test('in words of its own is stale only once the vote has changed, and the words can be kept', async () => {
    const questionId = await unanimous('to-workgroup')
    const parameters = { workgroup: '0621', date: '2017-01-19' }
    const text = 'Issued to Workgroup 0621.'
    const write = () =>
      panel.must('determination.write', { itemId: panel.items.p, questionId, parameters, text })
    await write()
    expect((await panel.question(questionId)).determination).toMatchObject({
      text,
      parameters,
      isStale: false,
    })
    await panel.must('vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'misheard' })
    const stale = (await panel.question(questionId)).determination
    expect(stale).toMatchObject({ text, isStale: true })
    expect(stale?.composedNow).not.toBe(text)
    await write()
    const kept = (await panel.question(questionId)).determination
    expect(kept).toMatchObject({ text, isStale: false, composedNow: stale?.composedNow })
  })

  test('of a vote taken again is stale until it is in, and after that only where the words differ', async () => {
    const questionId = await unanimous('cast')
    await panel.must('determination.write', { itemId: panel.items.p, questionId })
    const isStale = async () => (await panel.question(questionId)).determination?.isStale
    await panel.must('vote.take-again', { questionId, reason: 'once more' })
    expect(await isStale()).toBe(true)
    await panel.record(questionId, 'rest for')
    expect(await isStale()).toBe(false)
    await panel.must('vote.take-again', { questionId, reason: 'and again' })
    await panel.record(questionId, 'AB against, rest for')
    expect(await isStale()).toBe(true)
  })

  test('is the reason in the stage history, also when it is written again', async () => {
    const questionId = await unanimous('cast')
    const write = (more = {}) =>
      panel.must('determination.write', { itemId: panel.items.p, questionId, ...more })
    await write({ consequences: { stage: 'workgroup' } })
    await panel.must('vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'misheard' })
    await write()
    const reasons = async () => {
      const { stageHistory } = await panel.must('proposal.read', { proposalId: panel.proposalId })
      return stageHistory.map(({ reason }) => reason)
    }
    expect(await reasons()).toEqual(['', '0621A: yes, by majority (3 for, 1 against)'])
    await panel.must('history.undo', {})
    expect(await reasons()).toEqual(['', '0621A: yes, by unanimous vote in favour'])
  })

  test('calls an item without a proposal by its title', async () => {
    const put = { itemId: panel.items.other, kind: 'cast' }
    const { questionId, item } = await panel.must('question.put', put)
    expect(item.questions[0]?.text).toBe('What of “Another matter” as to cast?')
    await panel.must('vote.record-many', { questionId, rest: 'for' })
    expect(await panel.must('determination.compose', { questionId })).toEqual({
      text: '“Another matter”: yes, by unanimous vote in favour',
    })
  })

  test('needs words where there is no vote, and stands beside the questions', async () => {
    const itemId = panel.items.other
    expect(await panel.refused('determination.write', { itemId })).toBe('bad-input')
    const item = await panel.must('determination.write', { itemId, text: 'Noted.', kind: 'noted' })
    expect(item.determinations).toMatchObject([
      { kind: 'noted', text: 'Noted.', isStale: false, composedNow: '' },
    ])
    const move = { itemId, text: 'Moved.', consequences: { stage: 'workgroup' } }
    expect(await panel.refused('determination.write', move)).toBe('bad-input')
  })

  test('refuses a question of another item and an unknown stage', async () => {
    const questionId = await unanimous('cast')
    expect(await panel.refused('determination.write', { itemId: panel.items.other, questionId })).toBe(
      'not-found',
    )
    expect(
      await panel.refused('determination.write', {
        itemId: panel.items.p,
        questionId,
        consequences: { stage: 'no-such-stage' },
      }),
    ).toMatch(/^(not-found|bad-input)$/)
    expect((await panel.question(questionId)).round.state).toBe('open')
  })
})
