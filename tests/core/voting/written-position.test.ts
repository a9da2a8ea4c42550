import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

/** MN and CD are away. AB, EF and KL are in the room and are a quorum. */
let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

const hold = (
  seat: string,
  value: 'for' | 'against' | 'abstain',
  more: Partial<CallInput<'written-position.hold'>> = {},
) => panel.must('written-position.hold', { itemId: panel.items.p, seatId: panel.seat(seat), value, ...more })
const letters = async () =>
  (await panel.item()).writtenPositions.map(({ initials, value, kind, state }) =>
    [initials, value, kind, state].join(' ').replace('  ', ' '),
  )
const position = async (questionId: string, initials: string) =>
  (await panel.question(questionId)).round.positions.find((one) => one.initials === initials)

describe('a written position', () => {
  test('is held until the question is put and is the seat’s position then', async () => {
    await hold('MN', 'against', { note: 'e-mail of 12 December' })
    expect(await letters()).toEqual(['MN against held'])
    const questionId = await panel.put('exercisable')
    expect(await panel.positions(questionId)).toBe(
      'AB:pending CD:not-present EF:pending KL:pending MN:against Consumers V:not-present',
    )
    expect(await position(questionId, 'MN')).toMatchObject({ basis: 'written', value: 'against' })
    expect(await letters()).toEqual(['MN against used'])
    const { evaluation } = await panel.record(questionId, 'AB for, EF for, KL against')
    // Four votes can be exercised by three people: two for are not more than half.
    expect(evaluation).toMatchObject({ verdict: 'not-carried', denominator: 4 })
    expect(evaluation.reconciliation).toContain('2 for + 2 against')
  })

  test('is a vote and no person: it makes no quorum, by people or by votes', async () => {
    await panel.leave('KL')
    await hold('MN', 'for')
    expect(await panel.refused('question.put', { itemId: panel.items.p, kind: 'cast' })).toBe('not-quorate')
    await panel.must('body.change', { bodyId: panel.bodyId, quorumCounts: 'votes' })
    expect(await panel.refused('question.put', { itemId: panel.items.p, kind: 'cast' })).toBe('not-quorate')
  })

  test('for one kind of question goes before one for any, and leaves other questions alone', async () => {
    await hold('MN', 'for')
    await hold('MN', 'against', { kind: 'cast' })
    await hold('CD', 'for', { kind: 'related' })
    const cast = await panel.put('cast')
    const other = await panel.put('exercisable')
    expect(await panel.positions(cast)).toContain('CD:not-present EF:pending KL:pending MN:against')
    expect(await panel.positions(other)).toContain('CD:not-present EF:pending KL:pending MN:for')
    expect(await letters()).toEqual(['CD for related held', 'MN for used', 'MN against cast used'])
  })

  test.each([
    ['the member', 'CD', 'CD'],
    ['the alternate', 'XA', 'XA'],
  ])('waits where %s is in the room to speak', async (_who, arriving, heading) => {
    await panel.arrive(arriving)
    await hold('CD', 'against')
    const questionId = await panel.put('cast')
    expect(await position(questionId, heading)).toMatchObject({ value: 'pending' })
    expect(await letters()).toEqual(['CD against held'])
    await panel.record(questionId, `${heading} for`)
    expect(await position(questionId, heading)).toMatchObject({ value: 'for' })
    expect(await letters()).toEqual(['CD against held'])
  })

  test('waits where somebody carries the vote', async () => {
    await panel.must('vote.carry', {
      meetingId: panel.meetingId,
      seatId: panel.seat('CD'),
      carrierPersonId: panel.person('AB'),
    })
    await hold('CD', 'against')
    const questionId = await panel.put('cast')
    expect(await position(questionId, 'CD')).toMatchObject({ value: 'pending', basis: 'carried' })
  })

  test('stands when its member arrives, who can confirm or change it', async () => {
    await hold('MN', 'against')
    const questionId = await panel.put('cast')
    await panel.arrive('MN')
    expect(await position(questionId, 'MN')).toMatchObject({ value: 'against', basis: 'written' })
    await panel.record(questionId, 'MN for')
    expect(await position(questionId, 'MN')).toMatchObject({ value: 'for', basis: 'member' })
    expect(await letters()).toEqual(['MN against held'])
    await panel.must('history.undo', {})
    expect(await letters()).toEqual(['MN against used'])
  })

  test('speaks for a member who leaves before the vote, and not for one who has voted', async () => {
    await hold('KL', 'against')
    await hold('EF', 'against')
    await panel.arrive('MN')
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'EF for')
    await panel.leave('KL')
    await panel.leave('EF')
    expect(await panel.positions(questionId)).toContain('EF:for KL:against MN:pending')
  })

  test('is changed for an absent member by nobody, and “all” does not answer for it', async () => {
    await hold('MN', 'against')
    const questionId = await panel.put('cast')
    const answer = await panel.call('vote.record', { questionId, initials: 'MN', value: 'for' })
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'not-in-room',
        message: 'MN is not in the room to change the written position, which is against.',
        fields: [{ field: 'value' }],
      },
    })
    await panel.must('vote.record-exceptions', { questionId, line: 'all f' })
    expect(await panel.positions(questionId)).toContain('EF:for KL:for MN:against')
    // Taken back, it is what was sent again.
    await panel.record(questionId, 'MN pending')
    expect(await position(questionId, 'MN')).toMatchObject({ value: 'against', basis: 'written' })
  })

  test('withdrawn while the vote is open it counts no more, and one sent later takes its place', async () => {
    await hold('MN', 'against')
    const questionId = await panel.put('cast')
    await hold('MN', 'abstain')
    expect(await panel.positions(questionId)).toContain('MN:abstain')
    expect(await letters()).toEqual(['MN against withdrawn', 'MN abstain used'])
    const id = (await panel.item()).writtenPositions.at(-1)?.id ?? ''
    await panel.must('written-position.withdraw', { writtenPositionId: id })
    expect(await panel.positions(questionId)).toContain('MN:not-present')
    expect(await panel.refused('written-position.withdraw', { writtenPositionId: id })).toBe('bad-input')
    expect(await panel.refused('written-position.withdraw', { writtenPositionId: 'none' })).toBe('not-found')
    await hold('MN', 'for')
    expect(await panel.positions(questionId)).toContain('MN:for')
  })

  test('gives way to a recusal, and comes back with it', async () => {
    await hold('MN', 'against')
    const questionId = await panel.put('cast')
    const recuse = (kind: 'recused' | null) =>
      panel.must('attendance.declare-interest', { itemId: panel.items.p, personId: panel.person('MN'), kind })
    await recuse('recused')
    expect(await panel.positions(questionId)).toContain('MN:recused')
    await recuse(null)
    expect(await panel.positions(questionId)).toContain('MN:against')
  })

  test('stands again when the vote is taken again', async () => {
    await hold('MN', 'for')
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest against')
    await panel.must('vote.close', { questionId })
    await panel.must('vote.take-again', { questionId, reason: 'Misheard.' })
    expect(await panel.positions(questionId)).toContain('KL:pending MN:for')
  })

  test('in a vote by written position can be followed by another', async () => {
    await hold('MN', 'for')
    const questionId = await panel.put('cast', { method: 'written' })
    expect(await panel.positions(questionId)).toContain('CD:pending EF:pending KL:pending MN:for')
    await panel.record(questionId, 'MN against')
    expect(await position(questionId, 'MN')).toMatchObject({ value: 'against', basis: 'written' })
  })

  test.each([
    ['a vacant seat', 'not-entitled', 'seatId', () => ({ seatId: panel.seat('V') })],
    ['an unknown question', 'bad-input', 'kind', () => ({ kind: 'castt' })],
    ['a position that is none', 'bad-input', 'value', () => ({ value: 'none' as 'for' })],
  ])('is refused for %s, naming the field, and changes nothing', async (_what, code, field, more) => {
    const answer = await panel.call('written-position.hold', {
      itemId: panel.items.p,
      seatId: panel.seat('MN'),
      value: 'for',
      ...more(),
    })
    expect(answer).toMatchObject({ ok: false, error: { code, fields: [{ field }] } })
    expect(await letters()).toEqual([])
  })

  test('keeps its item on the agenda', async () => {
    await hold('MN', 'for')
    expect(await panel.refused('agenda.remove', { itemId: panel.items.p })).toBe('conflict')
  })

  test('names itself in the history, and is marked in the minutes', async () => {
    await hold('MN', 'against')
    expect((await panel.must('history.state', {})).undo).toBe('written position of MN, against, on 0621A')
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    const minutes = JSON.stringify(
      await panel.must('document.read', { meetingId: panel.meetingId, document: 'minutes' }),
    )
    expect(minutes).toContain('"✗w"')
    expect(minutes).toContain('Against, by written position')
    expect(minutes).toContain('w\u00a0by written position')
  })
})
