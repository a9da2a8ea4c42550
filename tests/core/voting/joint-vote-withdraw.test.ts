import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JointVote } from '../../../core/contract/joint-votes.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'
import { grid, jointOf, rowOf } from './joint-grid.ts'

/** Votes that were put together by mistake are withdrawn in one step, by the rules of a single question. */
let panel: Panel
let joint: JointVote
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
  const { item } = await panel.must('joint-vote.put-on-options', {
    itemId: panel.items.p,
    kind: 'cast',
    options: ['Original', 'A'].map((label) => ({ label })),
    objectives: [{ label: '(a)' }],
  })
  joint = jointOf(item)
})
afterEach(() => panel.close())

const withdraw = (reason = 'It was the next item.') => ({ jointVoteId: joint.id, reason })
const now = async () => jointOf(await panel.item(joint.itemId), joint.id)
const row = (name: string) => rowOf(joint, name)
const record = (value: 'for' | 'against') =>
  panel.must('joint-vote.record', { jointVoteId: joint.id, cells: [{ value }] })
const refusal = async () => {
  const before = await panel.must('history.state', {})
  const answer = await panel.call('joint-vote.withdraw', withdraw())
  if (answer.ok) throw new Error('It was not refused.')
  expect(await panel.must('history.state', {})).toEqual(before)
  return answer.error
}

describe('votes taken together', () => {
  test('are withdrawn in one step, with their positions and the reason', async () => {
    await panel.must('joint-vote.record', {
      jointVoteId: joint.id,
      cells: [{ questionId: row('a Overall'), initials: 'AB', value: 'for' }],
    })
    const { questions, line } = await panel.must('joint-vote.withdraw', withdraw())
    expect(questions.map(({ withdrawn, round }) => [withdrawn?.reason, round.state])).toEqual(
      Array(4).fill(['It was the next item.', 'superseded']),
    )
    expect(line.counts.openVotes).toBe(0)
    const after = await now()
    expect(after.rows.map(({ state }) => state)).toEqual(Array(4).fill('withdrawn'))
    expect(after).toMatchObject({ stillToCome: 0, carried: [] })
    expect(grid(after)[3]).toBe('a Overall: f...--')
    expect((await panel.must('meeting.close', { meetingId: panel.meetingId })).state).toBe('closed')
  })

  test('come back by one undo, open as they were', async () => {
    await record('for')
    const before = await panel.item()
    await panel.must('joint-vote.withdraw', withdraw())
    expect(await panel.must('history.undo', {})).toMatchObject({ summary: `votes withdrawn: ${joint.title}` })
    expect(await panel.item()).toEqual(before)
    await record('against')
  })

  test('leave alone what was withdrawn by itself, with its own reason', async () => {
    await panel.must('question.withdraw', { questionId: row('a (a)'), reason: 'No such objective.' })
    const { questions } = await panel.must('joint-vote.withdraw', withdraw())
    expect(questions.map(({ withdrawn }) => withdrawn?.reason)).toEqual([
      'It was the next item.',
      'It was the next item.',
      'No such objective.',
      'It was the next item.',
    ])
  })

  test('are withdrawn on every item on which they were put', async () => {
    const { item } = await panel.must('joint-vote.put-on-items', {
      itemIds: [panel.items.p, panel.items.other],
      kind: 'cast',
    })
    joint = jointOf(item)
    await panel.must('joint-vote.withdraw', withdraw())
    const other = await panel.item(panel.items.other)
    expect(other.questions.map(({ withdrawn }) => withdrawn?.reason)).toEqual(['It was the next item.'])
  })

  test('are kept by the minutes with the reason', async () => {
    await panel.must('joint-vote.withdraw', withdraw())
    const minutes = JSON.stringify(
      await panel.must('document.read', { meetingId: panel.meetingId, document: 'minutes' }),
    )
    expect(minutes).toContain('It was the next item.')
  })
})

describe('they are not withdrawn', () => {
  test('while a determination stands on one of them, and none of them is', async () => {
    await record('for')
    const input = { itemId: panel.items.p, questionId: row('a Overall') }
    await panel.must('determination.write', input)
    expect(await refusal()).toMatchObject({
      code: 'conflict',
      remedy: 'Take the determination back first, then withdraw the question.',
    })
    await panel.must('determination.write', { ...input, questionId: row('original Overall') })
    expect(await refusal()).toMatchObject({
      code: 'conflict',
      message: 'Determinations rest on the votes on 0621A Original and 0621A A.',
    })
    expect((await now()).rows.some(({ state }) => state === 'withdrawn')).toBe(false)
  })

  test('twice, without a reason, or after the meeting', async () => {
    expect(await panel.refused('joint-vote.withdraw', withdraw(' '))).toBe('bad-input')
    expect(await panel.refused('joint-vote.withdraw', { jointVoteId: 'none', reason: 'x' })).toBe('not-found')
    await panel.must('joint-vote.withdraw', withdraw())
    expect((await refusal()).code).toBe('vote-closed')
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    expect((await refusal()).code).toBe('meeting-closed')
  })
})
