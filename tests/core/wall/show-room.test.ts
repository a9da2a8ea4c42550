import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import { isShownToRoom, type VoteInTheRoom } from '../../../core/voting/room-sees.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

describe('whether the room is shown a result', () => {
  const vote: VoteInTheRoom = {
    sees: 'when-determined',
    verdict: 'carried',
    isOver: false,
    determination: 'none',
  }
  test.each<[string, Partial<VoteInTheRoom>, boolean]>([
    ['not before it is determined', {}, false],
    ['once it is determined', { determination: 'fits' }, true],
    ['not in words that no longer match', { determination: 'stale' }, false],
    ['when the secretary shows it', { sees: 'result' }, true],
    [
      'when the secretary shows it beside words that no longer match',
      { sees: 'result', determination: 'stale' },
      true,
    ],
    ['not while a position is to come, whatever was said', { sees: 'result', verdict: 'pending' }, false],
    ['not where it is kept from the room', { sees: 'nothing' }, false],
    [
      'not where it is kept from the room, also once determined',
      { sees: 'nothing', determination: 'fits' },
      false,
    ],
    ['not of a vote that was taken again', { sees: 'result', isOver: true }, false],
    ['a tie as well', { sees: 'result', verdict: 'tied' }, true],
  ])('%s', (_, changes, expected) => {
    expect(isShownToRoom({ ...vote, ...changes })).toBe(expected)
  })
})

describe('the result for the room', () => {
  let panel: Panel
  beforeEach(async () => {
    panel = await makePanel()
    await panel.arrive('AB CD EF KL CH')
    await panel.openMeeting()
    await panel.must('agenda.set-current', { itemId: panel.items.p })
  })
  afterEach(() => panel.close())

  const show = (questionId: string, sees: CallInput<'vote.show-room'>['sees']) =>
    panel.must('vote.show-room', { questionId, sees })
  const wall = () => panel.must('wall.read', {})
  const round = async (questionId: string) => (await panel.question(questionId)).round
  const complete = async (kind = 'cast') => {
    const questionId = await panel.put(kind)
    await panel.record(questionId, 'AB for, CD for, EF for, rest against')
    return questionId
  }
  const determine = (questionId: string) =>
    panel.must('determination.write', { itemId: panel.items.p, questionId })

  test('waits for its determination where nothing is said', async () => {
    const questionId = await complete()
    expect(await round(questionId)).toMatchObject({ roomSees: 'when-determined', isShownToRoom: false })
    expect(await wall()).toMatchObject({
      shows: 'question',
      sign: 'The room sees: the question',
      question: { progress: 'Every position is in.', result: null },
    })
    await determine(questionId)
    expect(await round(questionId)).toMatchObject({ isShownToRoom: true })
    expect(await wall()).toMatchObject({
      shows: 'result',
      question: {
        progress: '',
        result: { text: '0621A: yes, by majority (3 for, 1 against)', verdict: 'carried' },
      },
    })
  })

  test('is shown before when the secretary says so, and can be undone', async () => {
    const questionId = await complete()
    const before = await wall()
    const item = await show(questionId, 'result')
    expect(item.questions[0]?.round).toMatchObject({ roomSees: 'result', isShownToRoom: true })
    expect((await panel.must('history.state', {})).undo).toBe('result of 0621A shown to the room')
    const { question } = await wall()
    expect(question?.result).toEqual({
      verdict: 'carried',
      text: (await round(questionId)).result,
      count:
        '3 for + 1 against + 0 abstained + 0 no vote recorded + 0 recused + 2 not present = 6 votes of all seats',
      byConstituency: null,
    })
    await panel.must('history.undo', {})
    expect(await wall()).toEqual(before)
  })

  test('is refused while positions are still to come, and nothing is changed', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for')
    const before = await panel.must('history.state', {})
    expect(await panel.refused('vote.show-room', { questionId, sees: 'result' })).toBe('vote-open')
    expect(await panel.must('history.state', {})).toEqual(before)
    expect((await wall()).question).toMatchObject({ progress: '3 of 6 positions are in.', result: null })
  })

  test('is kept from the room also once it is determined', async () => {
    const questionId = await complete()
    await show(questionId, 'nothing')
    await determine(questionId)
    expect(await round(questionId)).toMatchObject({ roomSees: 'nothing', isShownToRoom: false })
    expect((await wall()).question?.result).toBeNull()
    await show(questionId, 'when-determined')
    expect((await wall()).question?.result?.text).toMatch(/^0621A: yes/)
  })

  test('is taken back by a change of a position, a correction and a casting vote', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for, rest against')
    await show(questionId, 'result')
    await panel.must('vote.cast-casting', { questionId, personId: panel.person('CH'), value: 'for' })
    expect((await round(questionId)).isShownToRoom).toBe(false)
    await show(questionId, 'result')
    await panel.record(questionId, 'KL for')
    expect((await round(questionId)).isShownToRoom).toBe(false)
    await show(questionId, 'result')
    await panel.must('vote.close', { questionId })
    expect((await round(questionId)).isShownToRoom).toBe(true)
    await panel.must('vote.correct', { questionId, initials: 'KL', value: 'against', reason: 'Misheard.' })
    expect(await round(questionId)).toMatchObject({ roomSees: 'when-determined', isShownToRoom: false })
    await panel.must('history.undo', {})
    expect((await round(questionId)).isShownToRoom).toBe(true)
  })

  test('is not shown in words that a correction has left behind', async () => {
    const questionId = await complete()
    await determine(questionId)
    await panel.must('vote.correct', { questionId, initials: 'CD', value: 'against', reason: 'Misheard.' })
    expect((await wall()).question).toMatchObject({ progress: 'Every position is in.', result: null })
    await show(questionId, 'result')
    expect((await wall()).question?.result?.text).toBe((await round(questionId)).result)
    expect((await round(questionId)).result).not.toMatch(/3 for, 1 against/)
  })

  test('begins again with another vote, except that what is kept from the room stays kept', async () => {
    const questionId = await complete()
    await show(questionId, 'result')
    await panel.must('vote.take-again', { questionId, reason: 'Misunderstood.' })
    expect(await round(questionId)).toMatchObject({ roomSees: 'when-determined', isShownToRoom: false })
    await show(questionId, 'nothing')
    await panel.record(questionId, 'rest for')
    await panel.must('vote.take-again', { questionId, reason: 'Misunderstood again.' })
    await panel.record(questionId, 'rest for')
    await determine(questionId)
    expect(await round(questionId)).toMatchObject({ roomSees: 'nothing', isShownToRoom: false })
  })

  test('of votes taken together is shown for all of them', async () => {
    const { jointVoteId, item } = await panel.must('joint-vote.put-on-options', {
      itemId: panel.items.p,
      kind: 'cast',
      title: 'The options',
      options: [{ label: 'Original' }, { label: 'Alternative A' }],
    })
    const [first, second] = item.jointVotes[0]?.rows ?? []
    await panel.must('joint-vote.record', {
      jointVoteId,
      cells: [{ questionId: first?.questionId ?? '', value: 'for' }],
    })
    expect(await panel.refused('vote.show-room', { jointVoteId, sees: 'result' })).toBe('vote-open')
    await panel.must('joint-vote.record', {
      jointVoteId,
      cells: [{ questionId: second?.questionId ?? '', value: 'against' }],
    })
    expect((await wall()).question).toMatchObject({
      text: 'The options',
      progress: 'Every position is in.',
      options: [
        { label: 'Original', result: null },
        { label: 'Alternative A', result: null },
      ],
    })
    await panel.must('vote.show-room', { jointVoteId, sees: 'result' })
    expect((await panel.must('history.state', {})).undo).toBe('result of The options shown to the room')
    expect((await wall()).question).toMatchObject({
      progress: '',
      options: [
        { label: 'Original', result: { verdict: 'carried', count: '4–0' } },
        { label: 'Alternative A', result: { verdict: 'not-carried', count: '0–4' } },
      ],
    })
    // A change of one takes back that one alone.
    await panel.must('joint-vote.record', {
      jointVoteId,
      cells: [{ questionId: second?.questionId ?? '', initials: 'AB', value: 'for' }],
    })
    const options = (await wall()).question?.options ?? []
    expect(options.map(({ result }) => result !== null)).toEqual([true, false])
  })

  test('of votes taken together is kept from the room before any position is in, and stays so', async () => {
    const { jointVoteId, item } = await panel.must('joint-vote.put-on-options', {
      itemId: panel.items.p,
      kind: 'cast',
      options: [{ label: 'Original' }, { label: 'Alternative A' }],
    })
    await panel.must('vote.show-room', { jointVoteId, sees: 'nothing' })
    await panel.must('joint-vote.record', { jointVoteId, cells: [{ value: 'for' }] })
    for (const { questionId } of item.jointVotes[0]?.rows ?? []) await determine(questionId)
    const options = (await wall()).question?.options ?? []
    expect(options.map(({ result }) => result)).toEqual([null, null])
  })

  test('is not asked of a written resolution, nor of a question that was withdrawn, nor of both or neither', async () => {
    const { questionId } = await panel.must('resolution.circulate', {
      bodyId: panel.bodyId,
      kind: 'cast',
      title: 'Between meetings',
      deadline: '2016-12-30T17:00:00.000+00:00',
    })
    expect(await panel.refused('vote.show-room', { questionId, sees: 'nothing' })).toBe('bad-input')
    const withdrawn = await complete()
    await panel.must('question.withdraw', { questionId: withdrawn, reason: 'By mistake.' })
    expect(await panel.refused('vote.show-room', { questionId: withdrawn, sees: 'result' })).toBe(
      'vote-closed',
    )
    expect(await panel.refused('vote.show-room', { sees: 'result' })).toBe('bad-input')
    expect(
      await panel.refused('vote.show-room', {
        questionId: withdrawn,
        jointVoteId: withdrawn,
        sees: 'result',
      }),
    ).toBe('bad-input')
    expect(await panel.refused('vote.show-room', { questionId: 'nobody', sees: 'result' })).toBe('not-found')
  })
})
