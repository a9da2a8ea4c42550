import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JointVote } from '../../../core/contract/joint-votes.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'
import { grid, jointOf, rowOf } from './joint-grid.ts'

/** Every row of a joint vote is an ordinary question: whatever is done with one is done with it alone. */
let panel: Panel
let joint: JointVote
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

async function put() {
  const { item } = await panel.must('joint-vote.put-on-options', {
    itemId: panel.items.p,
    kind: 'cast',
    options: ['Original', 'A'].map((label) => ({ label })),
    objectives: [{ label: '(a)' }],
  })
  joint = jointOf(item)
}
const row = (name: string) => rowOf(joint, name)
const now = async () => jointOf(await panel.item(joint.itemId), joint.id)
const lines = async () => grid(await now())
const fill = (value: 'for' | 'against') =>
  panel.must('joint-vote.record', { jointVoteId: joint.id, cells: [{ value }] })

describe('one row by itself', () => {
  beforeEach(put)

  test('is recorded, filled by an exception line and closed', async () => {
    await panel.must('vote.record', { questionId: row('a (a)'), initials: 'AB', value: 'against' })
    await panel.must('vote.record-exceptions', { questionId: row('original Overall'), line: 'all f / kl n' })
    expect(await lines()).toEqual([
      'original (a): ....--',
      'original Overall: fffn--',
      'a (a): a...--',
      'a Overall: ....--',
    ])
    await panel.must('vote.close', { questionId: row('original Overall') })
    expect((await now()).rows.map(({ state }) => state)).toEqual(['open', 'closed', 'open', 'open'])
    expect((await panel.must('history.state', {})).undo).toBe('vote closed on 0621A Original')
  })

  test('is corrected, taken again and withdrawn, and the others stay as they were', async () => {
    await fill('for')
    await panel.must('joint-vote.close', { jointVoteId: joint.id })
    await panel.must('vote.correct', {
      questionId: row('a Overall'),
      initials: 'AB',
      value: 'against',
      reason: 'Misheard.',
    })
    expect((await now()).rows.map(({ count }) => count)).toEqual(['4–0', '4–0', '4–0', '3–1'])
    await panel.must('vote.take-again', { questionId: row('original (a)'), reason: 'Unclear.' })
    const again = await now()
    expect(grid(again)[0]).toBe('original (a): ....--')
    expect(again.rows[0]).toMatchObject({ state: 'open', verdict: 'pending', result: null })
    expect(again.stillToCome).toBe(4)
    await fill('against')
    expect((await lines())[0]).toBe('original (a): aaaa--')
    expect(again.carried).toEqual(['original', 'a'])
    await panel.must('question.withdraw', { questionId: row('a Overall'), reason: 'Not put.' })
    expect((await now()).carried).toEqual(['original'])
    expect((await panel.must('history.state', {})).undo).toBe('question withdrawn on 0621A A')
  })

  test('a seat that came into force since has its own column, and no part in the votes before', async () => {
    await fill('for')
    await panel.must('joint-vote.close', { jointVoteId: joint.id })
    const { constituencies } = await panel.must('body.read', { bodyId: panel.bodyId })
    await panel.must('body.add-seat', {
      bodyId: panel.bodyId,
      constituencyId: constituencies[0]?.id ?? '',
      name: 'Shippers new',
    })
    await panel.must('vote.take-again', { questionId: row('a (a)'), reason: 'Unclear.' })
    const after = await now()
    expect(after.seats.map(({ initials }) => initials)).toEqual([
      'AB',
      'CD',
      'EF',
      'Shippers new',
      'KL',
      'MN',
      'Consumers V',
    ])
    expect(grid(after)).toEqual([
      'original (a): fffxf--',
      'original Overall: fffxf--',
      'a (a): ...-.--',
      'a Overall: fffxf--',
    ])
  })

  test('gets its determination, in its own words and of its own kind', async () => {
    await fill('for')
    const write = (name: string) =>
      panel.must('determination.write', { itemId: panel.items.p, questionId: row(name) })
    await write('original Overall')
    await write('original (a)')
    const after = await now()
    expect(after.rows.map(({ state, hasDetermination }) => [state, hasDetermination])).toEqual([
      ['closed', true],
      ['closed', true],
      ['open', false],
      ['open', false],
    ])
    const { questions } = await panel.item()
    expect(
      questions
        .slice(0, 2)
        .map(({ determination }) => [
          determination?.kind,
          determination?.decisionMaker,
          determination?.text,
          determination?.isStale,
        ]),
    ).toEqual([
      ['objective', 'view', '0621A Original better facilitates (a), by unanimous vote in favour', false],
      ['cast', 'authority', '0621A Original: yes, by unanimous vote in favour', false],
    ])
  })

  test('has a casting vote where it is tied, and a view on an objective has none', async () => {
    await fill('for')
    for (const name of ['a (a)', 'a Overall']) {
      for (const initials of ['AB', 'CD'])
        await panel.must('vote.record', { questionId: row(name), initials, value: 'against' })
    }
    const cast = (name: string) => ({
      questionId: row(name),
      personId: panel.person('CH'),
      value: 'for' as const,
    })
    expect((await now()).rows.map(({ verdict }) => verdict)).toEqual(['carried', 'carried', 'tied', 'tied'])
    await panel.must('vote.cast-casting', cast('a Overall'))
    expect(await panel.refused('vote.cast-casting', cast('a (a)'))).toBe('bad-input')
    expect((await now()).rows.map(({ verdict }) => verdict)).toEqual([
      'carried',
      'carried',
      'tied',
      'carried',
    ])
  })

  test('is not closed by the meeting while a position is missing', async () => {
    await fill('for')
    await panel.must('vote.record', { questionId: row('a (a)'), initials: 'AB', value: 'pending' })
    const answer = await panel.call('meeting.close', { meetingId: panel.meetingId })
    if (!answer.ok) expect(answer.error.code).toBe('vote-open')
    expect(answer.ok).toBe(false)
    await fill('against')
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    // A closed meeting still shows them.
    expect((await lines())[2]).toBe('a (a): afff--')
  })
})

test('a row that is declared on the voices has a result and no count, and nothing to be copied', async () => {
  const { item } = await panel.must('joint-vote.put-on-options', {
    itemId: panel.items.p,
    kind: 'related',
    options: ['Original', 'A'].map((label) => ({ label })),
    method: 'on-the-voices',
  })
  joint = jointOf(item)
  expect(joint.method).toBe('on-the-voices')
  await panel.must('vote.declare', { questionId: row('original Overall'), result: 'carried' })
  const { rows, carried } = await now()
  expect(rows.map(({ state, count, verdict }) => [state, count, verdict])).toEqual([
    ['closed', 'on the voices', 'carried'],
    ['open', '0–0', 'pending'],
  ])
  expect(carried).toEqual(['original'])
  expect((await lines())[0]).toBe('original Overall: uuuu--')
  expect(await panel.refused('joint-vote.copy', { jointVoteId: joint.id, from: 'original' })).toBe(
    'bad-input',
  )
})

describe('many open votes and the room', () => {
  beforeEach(put)

  test('all of them follow the door, and what is recorded stays', async () => {
    await panel.must('joint-vote.record', {
      jointVoteId: joint.id,
      cells: [{ questionId: row('original (a)'), initials: 'AB', value: 'for' }],
    })
    await panel.leave('AB')
    expect(await lines()).toEqual([
      'original (a): f...--',
      'original Overall: -...--',
      'a (a): -...--',
      'a Overall: -...--',
    ])
    await panel.arrive('AB MN')
    expect(await lines()).toEqual([
      'original (a): f....-',
      'original Overall: .....-',
      'a (a): .....-',
      'a Overall: .....-',
    ])
    await panel.must('attendance.declare-interest', {
      itemId: panel.items.p,
      personId: panel.person('EF'),
      kind: 'recused',
    })
    expect((await lines())[3]).toBe('a Overall: ..r..-')
  })

  test('all of them become an indication when the quorum is lost under way', async () => {
    await panel.leave('AB CD')
    const { questions } = await panel.item()
    expect(questions.map(({ round }) => round.isIndicative)).toEqual([true, true, true, true])
  })

  test('what would change with somebody who leaves is said once', async () => {
    const { openVotes } = await panel.must('attendance.foresee', {
      meetingId: panel.meetingId,
      personId: panel.person('AB'),
      presence: 'left',
    })
    expect(openVotes).toEqual(['cast on 0621A: Original and A'])
  })

  test('count as open votes of the item until their positions are in', async () => {
    const open = async () =>
      (await panel.meeting()).agenda.find(({ id }) => id === panel.items.p)?.counts.openVotes
    expect(await open()).toBe(4)
    await panel.must('joint-vote.record', {
      jointVoteId: joint.id,
      cells: [{ questionId: row('a (a)'), value: 'for' }],
    })
    expect(await open()).toBe(3)
  })
})

describe('a position sent beforehand', () => {
  const hold = (kind: string) =>
    panel.must('written-position.hold', {
      itemId: panel.items.p,
      seatId: panel.seat('MN'),
      value: 'against',
      kind,
    })

  test.each(['', 'cast'])('for the kind "%s" answers each option overall and no objective', async (kind) => {
    await hold(kind)
    await put()
    expect(await lines()).toEqual([
      'original (a): ....--',
      'original Overall: ....a-',
      'a (a): ....--',
      'a Overall: ....a-',
    ])
    const writtenId = (await panel.item()).writtenPositions[0]?.id ?? ''
    await panel.must('written-position.withdraw', { writtenPositionId: writtenId })
    expect((await lines())[1]).toBe('original Overall: ....--')
    expect((await lines())[0]).toBe('original (a): ....--')
  })

  test('that comes while they are open does the same, and is kept by a vote taken again', async () => {
    await put()
    await hold('cast')
    expect((await lines()).slice(0, 2)).toEqual(['original (a): ....--', 'original Overall: ....a-'])
    await fill('for')
    expect((await lines()).slice(0, 2)).toEqual(['original (a): ffff--', 'original Overall: ffffa-'])
    for (const name of ['original (a)', 'original Overall'])
      await panel.must('vote.take-again', { questionId: row(name), reason: 'Unclear.' })
    expect((await lines()).slice(0, 2)).toEqual(['original (a): ....--', 'original Overall: ....a-'])
    const answer = await panel.call('joint-vote.record', {
      jointVoteId: joint.id,
      cells: [{ questionId: row('original Overall'), initials: 'MN', value: 'for' }],
    })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'not-in-room', fields: [{ field: 'cells.0.value' }] },
    })
  })

  test('on an objective alone, one that is equal to it by chance is not said to be used', async () => {
    await panel.must('written-position.hold', {
      itemId: panel.items.p,
      seatId: panel.seat('MN'),
      value: 'against',
      kind: 'related',
    })
    const { item } = await panel.must('joint-vote.put-on-options', {
      itemId: panel.items.p,
      kind: 'related',
      options: [{ label: 'Original' }],
      objectives: [{ label: '(a)' }],
      method: 'written',
    })
    joint = jointOf(item)
    await panel.must('question.withdraw', { questionId: row('original Overall'), reason: 'Not yet.' })
    await panel.must('vote.record', { questionId: row('original (a)'), initials: 'MN', value: 'against' })
    expect((await panel.item()).writtenPositions.map(({ state }) => state)).toEqual(['held'])
  })
})

test('an item cannot be taken off the agenda from under them', async () => {
  const { item } = await panel.must('joint-vote.put-on-items', {
    itemIds: [panel.items.p, panel.items.other],
    kind: 'cast',
  })
  joint = jointOf(item)
  for (const itemId of [panel.items.p, panel.items.other])
    expect(await panel.refused('agenda.remove', { itemId })).toBe('conflict')
  await panel.must('history.undo', {})
  await panel.must('agenda.remove', { itemId: panel.items.other })
  expect((await panel.item()).jointVotes).toEqual([])
})

test('items that are moved take their rows with them, in the new order', async () => {
  const { item } = await panel.must('joint-vote.put-on-items', {
    itemIds: [panel.items.p, panel.items.other],
    kind: 'cast',
  })
  joint = jointOf(item)
  await panel.must('agenda.move', {
    itemId: panel.items.other,
    parentId: panel.items.two,
    beforeId: panel.items.p,
  })
  expect((await now()).rows.map(({ itemLabel, label }) => [itemLabel, label])).toEqual([
    ['199.2 (a)', '“Another matter”'],
    ['199.2 (b)', '0621A'],
  ])
})
