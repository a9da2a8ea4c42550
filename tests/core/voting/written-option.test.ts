import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import type { JointVote } from '../../../core/contract/joint-votes.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'
import { grid, jointOf, rowOf } from './joint-grid.ts'

/** A letter can answer one option of several. MN and CD are away. */
let panel: Panel
let joint: JointVote
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

type Value = 'for' | 'against' | 'abstain'
const hold = (option: string, value: Value, more: Partial<CallInput<'written-position.hold'>> = {}) =>
  panel.must('written-position.hold', {
    itemId: panel.items.p,
    seatId: panel.seat('MN'),
    value,
    option,
    ...more,
  })
const put = async (options: CallInput<'joint-vote.put-on-options'>['options'], objectives: string[] = []) => {
  const { item } = await panel.must('joint-vote.put-on-options', {
    itemId: panel.items.p,
    kind: 'cast',
    options,
    objectives: objectives.map((label) => ({ label })),
  })
  joint = jointOf(item)
}
const both = ['Original', 'Alternative A'].map((label) => ({ label }))
const lines = async () => grid(jointOf(await panel.item(), joint.id))
const letters = async () =>
  (await panel.item()).writtenPositions.map(({ option, value, kind, state }) =>
    [option || 'all', value, ...(kind === '' ? [] : [kind]), state].join(' '),
  )

describe('a position sent for one option', () => {
  test('answers that option overall and no other, however it is spelt', async () => {
    await hold('ORIGINAL', 'for')
    await hold('alternative  a', 'against')
    await put(both, ['(a)'])
    expect(await lines()).toEqual([
      'original (a): .-..--',
      'original Overall: .-..f-',
      'alternative-a (a): .-..--',
      'alternative-a Overall: .-..a-',
    ])
    expect(await letters()).toEqual(['ORIGINAL for used', 'alternative a against used'])
  })

  test('goes before one for all of them, of whatever kind, and that answers the others', async () => {
    await hold('', 'for')
    await hold('', 'abstain', { kind: 'cast' })
    await hold('Alternative A', 'against')
    await put([...both, { label: 'Alternative B' }])
    expect(await lines()).toEqual([
      'original Overall: .-..b-',
      'alternative-a Overall: .-..a-',
      'alternative-b Overall: .-..b-',
    ])
    expect(await letters()).toEqual(['all for held', 'all abstain cast used', 'Alternative A against used'])
  })

  test('finds the option that is its proposal, whatever that is called in the vote', async () => {
    await hold('0621A', 'against')
    await put([{ label: 'The alternative', proposalId: panel.proposalId }, { label: 'Another' }])
    expect(await lines()).toEqual(['the-alternative Overall: .-..a-', 'another Overall: .-..--'])
  })

  test('answers no question that is put without options', async () => {
    await hold('Original', 'for')
    expect(await panel.positions(await panel.put('cast'))).toContain('MN:not-present')
    expect(await letters()).toEqual(['Original for held'])
  })

  test('that comes while the votes are open takes the place of what was for all, and gives it back', async () => {
    await put(both)
    await hold('', 'for')
    await hold('Alternative A', 'against')
    expect(await lines()).toEqual(['original Overall: .-..f-', 'alternative-a Overall: .-..a-'])
    const id = (await panel.item()).writtenPositions.find(({ option }) => option !== '')?.id ?? ''
    await panel.must('written-position.withdraw', { writtenPositionId: id })
    expect(await lines()).toEqual(['original Overall: .-..f-', 'alternative-a Overall: .-..f-'])
    await panel.must('history.undo', {})
    expect(await lines()).toEqual(['original Overall: .-..f-', 'alternative-a Overall: .-..a-'])
  })

  test('takes the place of an earlier one for the same option alone', async () => {
    await hold('Original', 'for')
    await hold('Alternative A', 'for')
    await hold('original', 'abstain')
    expect(await letters()).toEqual([
      'Original for withdrawn',
      'Alternative A for held',
      'original abstain held',
    ])
  })

  test('waits for its member who is in the room, to be confirmed or changed option by option', async () => {
    await panel.arrive('MN')
    await hold('Original', 'for')
    await hold('Alternative A', 'against')
    await put(both)
    expect(await lines()).toEqual(['original Overall: .-...-', 'alternative-a Overall: .-...-'])
    const { writtenPositions } = await panel.item()
    expect(writtenPositions.map(({ questionIds }) => questionIds)).toEqual([
      [rowOf(joint, 'original Overall')],
      [rowOf(joint, 'alternative-a Overall')],
    ])
    await panel.must('joint-vote.record', {
      jointVoteId: joint.id,
      cells: [
        { questionId: rowOf(joint, 'original Overall'), initials: 'MN', value: 'for' },
        { questionId: rowOf(joint, 'alternative-a Overall'), initials: 'MN', value: 'for' },
      ],
    })
    expect(await lines()).toEqual(['original Overall: .-..f-', 'alternative-a Overall: .-..f-'])
  })

  test('stands in the minutes with each option as it was', async () => {
    await hold('Original', 'for')
    await hold('Alternative A', 'against')
    await put(both)
    await panel.must('joint-vote.record', { jointVoteId: joint.id, cells: [{ value: 'for' }] })
    const minutes = JSON.stringify(
      await panel.must('document.read', { meetingId: panel.meetingId, document: 'minutes' }),
    )
    expect(minutes).toContain('"✓w"')
    expect(minutes).toContain('"✗w"')
  })

  test('names its option in the history', async () => {
    await hold('Alternative A', 'against')
    expect((await panel.must('history.state', {})).undo).toBe(
      'written position of MN, against, on 0621A Alternative A',
    )
  })
})

test('a later letter for a kind of question takes the place of one for any, also in a vote that is open', async () => {
  await hold('', 'for')
  const questionId = await panel.put('cast')
  await hold('', 'against', { kind: 'cast' })
  expect(await panel.positions(questionId)).toContain('MN:against')
})

test('letters that say the same are used where they answer, and only there', async () => {
  await hold('', 'for')
  await hold('', 'for', { kind: 'cast' })
  await panel.put('cast')
  expect(await letters()).toEqual(['all for held', 'all for cast used'])
})

test('an option too long is refused, naming its field', async () => {
  const answer = await panel.call('written-position.hold', {
    itemId: panel.items.p,
    seatId: panel.seat('MN'),
    value: 'for',
    option: 'x'.repeat(121),
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field: 'option' }] } })
})
