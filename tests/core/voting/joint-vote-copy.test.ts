import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import type { JointVote } from '../../../core/contract/joint-votes.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'
import { grid, jointOf, rowOf } from './joint-grid.ts'

let panel: Panel
let joint: JointVote
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
  const { item } = await panel.must('joint-vote.put-on-options', {
    itemId: panel.items.p,
    kind: 'cast',
    options: ['Original', 'A', 'B'].map((label) => ({ label })),
    objectives: [{ label: '(a)' }],
  })
  joint = jointOf(item)
})
afterEach(() => panel.close())

const row = (name: string) => rowOf(joint, name)
const record = (cells: CallInput<'joint-vote.record'>['cells']) =>
  panel.must('joint-vote.record', { jointVoteId: joint.id, cells })
const now = async () => grid(jointOf(await panel.item(), joint.id))
const undo = async () => (await panel.must('history.state', {})).undo
const copy = async (input: Omit<CallInput<'joint-vote.copy'>, 'jointVoteId'>) =>
  grid(jointOf(await panel.must('joint-vote.copy', { jointVoteId: joint.id, ...input })))
const refusal = async (input: Omit<CallInput<'joint-vote.copy'>, 'jointVoteId'>) => {
  const before = await now()
  const answer = await panel.call('joint-vote.copy', { jointVoteId: joint.id, ...input })
  if (answer.ok) throw new Error('was not refused')
  expect(await now()).toEqual(before)
  return { code: answer.error.code, message: answer.error.message, field: answer.error.fields?.[0]?.field }
}

describe('the same as the original', () => {
  test('objective by objective and overall, over what was recorded; what is still to come stays so', async () => {
    await record([
      { questionId: row('original (a)'), initials: 'AB', value: 'for' },
      { questionId: row('original (a)'), initials: 'CD', value: 'abstain' },
      { questionId: row('original Overall'), initials: 'AB', value: 'against' },
      { questionId: row('a (a)'), initials: 'AB', value: 'none' },
      { questionId: row('a (a)'), initials: 'KL', value: 'none' },
    ])
    expect(await copy({ from: 'original' })).toEqual([
      'original (a): fb..--',
      'original Overall: a...--',
      'a (a): fb.n--',
      'a Overall: a...--',
      'b (a): fb..--',
      'b Overall: a...--',
    ])
    expect(await undo()).toBe('A and B the same as on Original')
    await panel.must('history.undo', {})
    expect((await now())[2]).toBe('a (a): n..n--')
  })

  test('for some options and for one seat alone', async () => {
    await record([{ questionId: row('a (a)'), value: 'for' }])
    expect(await copy({ from: 'a', to: ['b'], seatId: panel.seat('EF') })).toEqual([
      'original (a): ....--',
      'original Overall: ....--',
      'a (a): ffff--',
      'a Overall: ....--',
      'b (a): ..f.--',
      'b Overall: ....--',
    ])
    expect(await undo()).toBe('EF on B the same as on A')
  })

  test('gives nothing to rows that are closed or withdrawn, and takes from those that are closed', async () => {
    await record([{ value: 'for' }, { questionId: row('original (a)'), initials: 'AB', value: 'against' }])
    for (const name of ['original (a)', 'a (a)']) await panel.must('vote.close', { questionId: row(name) })
    await panel.must('question.withdraw', { questionId: row('b (a)'), reason: 'Not against (a).' })
    expect(await refusal({ from: 'original', to: ['a'], seatId: panel.seat('V') })).toEqual({
      code: 'bad-input',
      message: 'There is nothing to take over: no position of Consumers V is recorded on Original.',
      field: 'from',
    })
    await record([{ questionId: row('original Overall'), initials: 'KL', value: 'abstain' }])
    expect(await copy({ from: 'original' })).toEqual([
      'original (a): afff--',
      'original Overall: fffb--',
      'a (a): ffff--',
      'a Overall: fffb--',
      'b (a): ffff--',
      'b Overall: fffb--',
    ])
  })

  test('passes over a seat that has left since', async () => {
    await record([{ questionId: row('original Overall'), value: 'for' }])
    await panel.leave('AB')
    expect((await copy({ from: 'original', to: ['a'] }))[3]).toBe('a Overall: -fff--')
    expect(await refusal({ from: 'original', to: ['b'], seatId: panel.seat('AB') })).toEqual({
      code: 'bad-input',
      message:
        'There is nothing to take over: no vote on B can take the positions that are recorded on Original.',
      field: 'from',
    })
  })

  test('is refused, naming what is wrong', async () => {
    expect(await refusal({ from: 'original' })).toEqual({
      code: 'bad-input',
      message: 'There is nothing to take over: no position is recorded on Original.',
      field: 'from',
    })
    await record([{ questionId: row('original (a)'), value: 'for' }])
    expect(await refusal({ from: 'c' })).toMatchObject({
      code: 'bad-input',
      message: 'from: there is no option "c"; there is original, a, b',
      field: 'from',
    })
    expect(await refusal({ from: 'original', to: ['a', 'c'] })).toMatchObject({ field: 'to.1' })
    expect(await refusal({ from: 'original', to: ['original'] })).toMatchObject({ field: 'to.0' })
    expect(await refusal({ from: 'original', to: ['a', 'a'] })).toMatchObject({ field: 'to.1' })
    expect(await refusal({ from: 'original', seatId: 'none' })).toMatchObject({
      code: 'not-found',
      field: 'seatId',
    })
    await record([{ value: 'for' }])
    for (const name of ['a (a)', 'a Overall']) await panel.must('vote.close', { questionId: row(name) })
    expect(await refusal({ from: 'original', to: ['a'] })).toMatchObject({ code: 'bad-input', field: 'from' })
    await panel.must('joint-vote.close', { jointVoteId: joint.id })
    expect(await refusal({ from: 'original' })).toMatchObject({ code: 'vote-closed' })
  })

  test('an option whose votes were withdrawn has nothing to give, and one alone nobody to give to', async () => {
    await record([{ value: 'for' }])
    for (const name of ['original (a)', 'original Overall'])
      await panel.must('question.withdraw', { questionId: row(name), reason: 'By mistake.' })
    expect((await refusal({ from: 'original' })).message).toContain('the votes on Original were withdrawn')
    const { jointVoteId } = await panel.must('joint-vote.put-on-options', {
      itemId: panel.items.p,
      kind: 'cast',
      options: [{ label: 'Original' }],
    })
    const answer = await panel.call('joint-vote.copy', { jointVoteId, from: 'original' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field: 'from' }] } })
  })

  test('votes on several items have no options', async () => {
    const { jointVoteId } = await panel.must('joint-vote.put-on-items', {
      itemIds: [panel.items.p, panel.items.other],
      kind: 'cast',
    })
    const answer = await panel.call('joint-vote.copy', { jointVoteId, from: 'original' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field: 'from' }] } })
  })
})

describe('closing all of them', () => {
  const close = () => panel.call('joint-vote.close', { jointVoteId: joint.id })
  const states = async () => jointOf(await panel.item()).rows.map(({ state }) => state)

  test('waits for every position, and names the row and who is missing', async () => {
    await record([
      { value: 'for' },
      { questionId: row('a (a)'), initials: 'CD', value: 'pending' },
      { questionId: row('a (a)'), initials: 'KL', value: 'pending' },
    ])
    expect(await close()).toMatchObject({
      ok: false,
      error: { code: 'vote-open', message: 'The vote on 0621A A, (a) still waits for CD and KL.' },
    })
    expect(new Set(await states())).toEqual(new Set(['open']))
    await record([{ value: 'against' }])
    expect(await close()).toMatchObject({ ok: true })
    expect(new Set(await states())).toEqual(new Set(['closed']))
    expect(await undo()).toBe('votes closed: cast on 0621A: Original, A and B')
    expect(await close()).toMatchObject({ ok: false, error: { code: 'vote-closed' } })
  })

  test('passes over what is closed or withdrawn already', async () => {
    await record([{ value: 'for' }, { questionId: row('a (a)'), initials: 'CD', value: 'pending' }])
    await panel.must('vote.close', { questionId: row('b (a)') })
    await panel.must('question.withdraw', { questionId: row('a (a)'), reason: 'Not against (a).' })
    expect(await close()).toMatchObject({ ok: true })
    expect(await states()).toEqual(['closed', 'closed', 'withdrawn', 'closed', 'closed', 'closed'])
  })
})

test('they are called otherwise', async () => {
  const item = await panel.must('joint-vote.rename', {
    jointVoteId: joint.id,
    title: ' The vote of the day ',
  })
  expect(jointOf(item).title).toBe('The vote of the day')
  expect(await undo()).toBe('cast on 0621A: Original, A and B renamed The vote of the day')
  expect(await panel.refused('joint-vote.rename', { jointVoteId: joint.id, title: ' ' })).toBe('bad-input')
  expect(await panel.refused('joint-vote.rename', { jointVoteId: 'none', title: 'x' })).toBe('not-found')
  await record([{ value: 'for' }])
  await panel.must('meeting.close', { meetingId: panel.meetingId })
  expect(await panel.refused('joint-vote.rename', { jointVoteId: joint.id, title: 'x' })).toBe(
    'meeting-closed',
  )
})
