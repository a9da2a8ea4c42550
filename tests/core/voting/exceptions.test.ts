import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallOutput } from '../../../core/contract/calls.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

/** In the room: all thirteen seats but GH (HA is there as alternate) and YZ (nobody carries the vote). KL is recused. */
describe('exceptions in a vote', () => {
  let book: TestCore
  let questionId = ''
  let itemId = ''
  beforeAll(async () => {
    book = await makeCore({ sample: true, now: '2016-12-15T10:30:00.000+00:00' })
    const { meetings } = await book.must('meeting.list', {})
    const meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
    const meeting = await book.must('meeting.read', { meetingId })
    const expected = meeting.room.attendees.filter(({ presence }) => presence === 'expected')
    await book.must('attendance.record-many', {
      meetingId,
      personIds: expected.map(({ personId }) => personId),
      presence: 'present',
    })
    await book.must('meeting.open', { meetingId })
    itemId = meeting.agenda.find(({ proposal }) => proposal?.reference === '0620')?.id ?? ''
    await book.must('attendance.declare-interest', {
      itemId,
      personId: expected.find(({ initials }) => initials === 'KL')?.personId ?? '',
      kind: 'recused',
    })
    ;({ questionId } = await book.must('question.put', { itemId, kind: 'self-governance' }))
  })
  afterAll(() => book.close())

  const read = (line: string) => book.must('vote.read-exceptions', { questionId, line })
  const values = (view: { positions: { initials: string; value: string }[] }) =>
    Object.fromEntries(view.positions.map(({ initials, value }) => [initials, value]))
  const recorded = async () => {
    const { questions } = await book.must('agenda.read', { itemId })
    const [question] = questions as CallOutput<'agenda.read'>['questions']
    return Object.fromEntries(
      (question?.round.positions ?? []).map(({ initials, value }) => [initials, value]),
    )
  }

  it('are foreseen with names, count, result and sentence, and nothing is recorded', async () => {
    const foreseen = await read('all f / ij n / op,qr a')
    expect(foreseen.problems).toEqual([])
    expect(values(foreseen)).toMatchObject({ AB: 'for', HA: 'for', IJ: 'none', OP: 'against', QR: 'against' })
    expect(values(foreseen)).not.toHaveProperty('KL')
    expect(values(foreseen)).not.toHaveProperty('YZ')
    expect(foreseen.reconciliation).toBe(
      '8 for + 2 against + 0 abstained + 1 no vote recorded + 1 recused + 1 not present = 13 votes of all seats',
    )
    expect(foreseen.result).toBe(
      'Does satisfy the Self-Governance Criteria, by majority (8 for, 2 against, 1 no vote recorded, 1 recused)',
    )
    expect(foreseen.stillToCome).toEqual([])
    expect(await recorded()).toMatchObject({ AB: 'pending', IJ: 'pending' })
  })

  it('say who is still to come', async () => {
    const foreseen = await read('ab,cd f')
    expect(foreseen.result).toBeNull()
    expect(foreseen.stillToCome).toEqual(['EF', 'HA', 'IJ', 'MN', 'OP', 'QR', 'ST', 'UV', 'WX'])
  })

  it.each([
    ['all f / zz a', 'zz', 'Nobody at this meeting has the initials zz.'],
    ['ch f', 'ch', 'ch has no vote.'],
    ['gh f', 'gh', 'gh is not in the room; HA votes for the seat.'],
    ['yz f', 'yz', 'YZ is not in the room, so the seat cannot vote.'],
    ['kl f', 'kl', 'KL is recused from this item, so the seat has no vote on it.'],
  ])('of %j are refused at the word', async (line, word, message) => {
    const [problem] = (await read(line)).problems
    expect(problem).toMatchObject({ word, message })
    const answer = await book.call('vote.record-exceptions', { questionId, line })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message, fields: [{ field: 'line' }] },
    })
    expect(await recorded()).toMatchObject({ AB: 'pending' })
  })

  it('are recorded in one step, which undo calls by the line', async () => {
    await book.must('vote.record', { questionId, initials: 'AB', value: 'against' })
    await book.must('vote.record-exceptions', { questionId, line: 'rest f / ij  n' })
    expect(await recorded()).toMatchObject({
      AB: 'against',
      CD: 'for',
      IJ: 'none',
      KL: 'recused',
      YZ: 'not-present',
    })
    const { undo } = await book.must('history.state', {})
    expect(undo).toBe('rest f / ij n on 0620')
    await book.must('history.undo', {})
    expect(await recorded()).toMatchObject({ AB: 'against', CD: 'pending', IJ: 'pending' })
  })

  it('make a roll call that speaks of all a vote by exception, as the minutes say it', async () => {
    const method = async () => (await book.must('agenda.read', { itemId })).questions[0]?.round.method
    await book.must('vote.record-exceptions', { questionId, line: 'cd a' })
    expect(await method()).toBe('roll-call')
    await book.must('vote.record-exceptions', { questionId, line: 'rest f' })
    expect(await method()).toBe('by-exception')
    await book.must('history.undo', {})
    expect(await method()).toBe('roll-call')
    await book.must('history.undo', {})
  })

  it('for all take in what was recorded before, for the rest they do not', async () => {
    await book.must('vote.record-exceptions', { questionId, line: 'all f / wx a' })
    expect(await recorded()).toMatchObject({ AB: 'for', CD: 'for', WX: 'against' })
  })

  it('that name nobody are refused', async () => {
    expect(await book.refused('vote.record-exceptions', { questionId, line: ' / ' })).toBe('bad-input')
  })
})
