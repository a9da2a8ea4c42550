import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import type { JointVote } from '../../../core/contract/joint-votes.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'
import { grid, jointOf, rowOf } from './joint-grid.ts'

type Cells = CallInput<'joint-vote.record'>['cells']

let panel: Panel
let joint: JointVote
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
  const { item } = await panel.must('joint-vote.put-on-options', {
    itemId: panel.items.p,
    kind: 'cast',
    options: [
      { key: 'o', label: 'Original' },
      { key: 'a', label: 'Alternative A' },
    ],
    objectives: [{ label: '(a)' }],
  })
  joint = jointOf(item)
})
afterEach(() => panel.close())

const record = async (...cells: Cells) =>
  grid(jointOf(await panel.must('joint-vote.record', { jointVoteId: joint.id, cells })))
const row = (name: string) => rowOf(joint, name)
const now = async () => grid(jointOf(await panel.item(), joint.id))
const undo = async () => (await panel.must('history.state', {})).undo
const refusal = async (...cells: Cells) => {
  const [before, last] = [await now(), await undo()]
  const answer = await panel.call('joint-vote.record', { jointVoteId: joint.id, cells })
  if (answer.ok) throw new Error('was not refused')
  expect(await now()).toEqual(before)
  expect(await undo()).toBe(last)
  const { code, message, fields } = answer.error
  return { code, message, field: fields?.[0]?.field }
}

describe('what a cell means', () => {
  test('row and seat: that one position', async () => {
    expect(await record({ questionId: row('a (a)'), initials: 'cd', value: 'abstain' })).toEqual([
      'o (a): ....--',
      'o Overall: ....--',
      'a (a): .b..--',
      'a Overall: ....--',
    ])
    expect(await undo()).toBe('CD abstain on 0621A Alternative A, (a)')
  })

  test('a seat alone: its position in every row that is open, over what was recorded there', async () => {
    await record({ questionId: row('o (a)'), initials: 'AB', value: 'against' })
    await panel.record(row('a Overall'), 'rest for')
    await panel.must('vote.close', { questionId: row('a Overall') })
    expect(await record({ seatId: panel.seat('AB'), value: 'none' })).toEqual([
      'o (a): n...--',
      'o Overall: n...--',
      'a (a): n...--',
      'a Overall: ffff--',
    ])
    expect(await undo()).toBe('AB no vote recorded in every row of cast on 0621A: Original and Alternative A')
  })

  test('a row alone: every position in it that is still to come', async () => {
    await record({ questionId: row('o Overall'), initials: 'EF', value: 'against' })
    expect(await record({ questionId: row('o Overall'), value: 'for' })).toEqual([
      'o (a): ....--',
      'o Overall: ffaf--',
      'a (a): ....--',
      'a Overall: ....--',
    ])
    expect(await undo()).toBe('rest for on 0621A Original')
  })

  test('neither: every position that is still to come', async () => {
    await record({ questionId: row('o (a)'), initials: 'EF', value: 'against' })
    expect(await record({ value: 'for' })).toEqual([
      'o (a): ffaf--',
      'o Overall: ffff--',
      'a (a): ffff--',
      'a Overall: ffff--',
    ])
    expect(await undo()).toBe('rest for in every row of cast on 0621A: Original and Alternative A')
  })

  test('cells are filled in their order, and each sees what those before it left', async () => {
    expect(
      await record(
        { value: 'for' },
        { initials: 'KL', value: 'against' },
        { questionId: row('a (a)'), initials: 'KL', value: 'abstain' },
        { questionId: row('a (a)'), initials: 'CD', value: 'pending' },
        { questionId: row('a (a)'), value: 'none' },
      ),
    ).toEqual(['o (a): fffa--', 'o Overall: fffa--', 'a (a): fnfb--', 'a Overall: fffa--'])
    expect(await undo()).toBe('5 entries in cast on 0621A: Original and Alternative A')
    const [reversed] = await record(
      { questionId: row('o (a)'), initials: 'AB', value: 'against' },
      { questionId: row('o (a)'), value: 'for' },
    )
    expect(reversed).toBe('o (a): affa--')
  })

  test('a position is taken back, and only that of a seat that is named', async () => {
    await record({ value: 'for' })
    expect((await record({ initials: 'AB', value: 'pending' }))[0]).toBe('o (a): .fff--')
    expect(await undo()).toBe('AB taken back in every row of cast on 0621A: Original and Alternative A')
    expect(await refusal({ value: 'pending' })).toMatchObject({ code: 'bad-input', field: 'cells.0.value' })
    expect(
      await refusal({ initials: 'AB', value: 'for' }, { questionId: row('o (a)'), value: 'pending' }),
    ).toMatchObject({
      code: 'bad-input',
      field: 'cells.1.value',
    })
  })

  test('says who cast each vote, as a single position does', async () => {
    await record({ value: 'for' })
    await panel.must('vote.record', { questionId: row('o (a)'), initials: 'AB', value: 'against' })
    const [first, second] = (await panel.item()).questions
    expect(first?.round.positions[1]).toEqual(second?.round.positions[1])
    expect(second?.round.positions[0]?.castBy?.initials).toBe('AB')
  })
})

describe('who has no vote in a row', () => {
  const onItems = async () => {
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.other,
      personId: panel.person('AB'),
      kind: 'recused',
    })
    const { item } = await panel.must('joint-vote.put-on-items', {
      itemIds: [panel.items.p, panel.items.other],
      kind: 'cast',
    })
    joint = jointOf(item)
  }

  test('is passed over where the row is not named, and refused where both are', async () => {
    await onItems()
    expect(await record({ initials: 'AB', value: 'for' }, { value: 'against' })).toEqual([
      '0621A: faaa--',
      '“Another matter”: raaa--',
    ])
    expect(
      await refusal({ value: 'for' }, { questionId: row('“Another matter”'), initials: 'AB', value: 'for' }),
    ).toEqual({
      code: 'not-entitled',
      message: 'AB is recused from this item, so the seat has no vote on it.',
      field: 'cells.1.initials',
    })
  })

  test('is refused where it is so in every row: an entry is never lost in silence', async () => {
    expect(await refusal({ initials: 'KL', value: 'for' }, { initials: 'MN', value: 'for' })).toEqual({
      code: 'not-in-room',
      message: 'MN is not in the room, so the seat cannot vote.',
      field: 'cells.1.initials',
    })
    expect(await refusal({ seatId: panel.seat('V'), value: 'for' })).toMatchObject({
      code: 'not-in-room',
      field: 'cells.0.seatId',
    })
    expect(await refusal({ initials: 'CH', value: 'for' })).toMatchObject({
      code: 'not-entitled',
      field: 'cells.0.initials',
    })
    expect(await refusal({ initials: 'ZZ', value: 'for' })).toMatchObject({
      code: 'not-found',
      field: 'cells.0.initials',
    })
    expect(await refusal({ seatId: 'none', value: 'for' })).toMatchObject({
      code: 'not-found',
      field: 'cells.0.seatId',
    })
    expect(await refusal({ seatId: panel.seat('AB'), initials: 'AB', value: 'for' })).toMatchObject({
      code: 'bad-input',
      field: 'cells.0.initials',
    })
  })

  test('a carrier of two votes has to say which is meant, also in every row', async () => {
    await panel.leave('AB')
    await panel.must('vote.carry', {
      meetingId: panel.meetingId,
      seatId: panel.seat('MN'),
      carrierPersonId: panel.person('CH'),
    })
    await panel.must('vote.carry', {
      meetingId: panel.meetingId,
      seatId: panel.seat('AB'),
      carrierPersonId: panel.person('CH'),
    })
    expect(await refusal({ initials: 'CH', value: 'for' })).toMatchObject({
      code: 'bad-input',
      field: 'cells.0.initials',
    })
    expect((await record({ initials: 'MN', value: 'for' }))[0]).toBe('o (a): ....f-')
  })
})

describe('rows that are not open', () => {
  test('are passed over, and refused where they are named', async () => {
    await panel.record(row('o (a)'), 'rest for')
    await panel.must('vote.close', { questionId: row('o (a)') })
    await panel.must('question.withdraw', { questionId: row('a (a)'), reason: 'Not against (a).' })
    expect(await record({ value: 'against' }, { initials: 'AB', value: 'abstain' })).toEqual([
      'o (a): ffff--',
      'o Overall: baaa--',
      'a (a): ....--',
      'a Overall: baaa--',
    ])
    for (const name of ['o (a)', 'a (a)']) {
      expect(await refusal({ questionId: row(name), value: 'for' })).toMatchObject({
        code: 'vote-closed',
        field: 'cells.0.questionId',
      })
      expect(await refusal({ questionId: row(name), initials: 'AB', value: 'for' })).toMatchObject({
        code: 'vote-closed',
        field: 'cells.0.questionId',
      })
    }
    const after = jointOf(await panel.item(), joint.id)
    expect(after.rows.map(({ state, result }) => [state, result === null])).toEqual([
      ['closed', false],
      ['open', false],
      ['withdrawn', true],
      ['open', false],
    ])
    expect(after.stillToCome).toBe(0)
  })

  test('once none is open, nothing can be recorded', async () => {
    await record({ value: 'for' })
    await panel.must('joint-vote.close', { jointVoteId: joint.id })
    expect(await refusal({ initials: 'AB', value: 'against' })).toMatchObject({ code: 'vote-closed' })
  })

  test('a question of another vote, and a vote that there is not', async () => {
    const questionId = await panel.put('cast')
    expect(await refusal({ questionId, value: 'for' })).toMatchObject({
      code: 'not-found',
      field: 'cells.0.questionId',
    })
    expect(await panel.refused('joint-vote.record', { jointVoteId: 'none', cells: [{ value: 'for' }] })).toBe(
      'not-found',
    )
  })
})

test('a changed position takes the casting vote back in its row alone', async () => {
  await record(
    { value: 'for' },
    { questionId: row('o Overall'), initials: 'AB', value: 'against' },
    { questionId: row('o Overall'), initials: 'CD', value: 'against' },
    { questionId: row('a Overall'), initials: 'AB', value: 'against' },
    { questionId: row('a Overall'), initials: 'CD', value: 'against' },
  )
  for (const name of ['o Overall', 'a Overall']) {
    await panel.must('vote.cast-casting', {
      questionId: row(name),
      personId: panel.person('CH'),
      value: 'for',
    })
  }
  expect(jointOf(await panel.item()).carried).toEqual(['o', 'a'])
  await record({ questionId: row('o Overall'), initials: 'CD', value: 'abstain' })
  const votes = async () =>
    (await panel.item()).questions
      .filter(({ joint: place }) => place?.objective === null)
      .map(({ round }) => round.castingVote)
  expect(await votes()).toEqual([null, 'for'])
})
