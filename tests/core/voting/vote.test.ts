import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

const message = async (name: 'vote.record' | 'vote.close' | 'question.put', input: never) => {
  const answer = await panel.call(name, input)
  if (answer.ok) throw new Error('was not refused')
  return answer.error.message
}

describe('putting a question', () => {
  test('freezes rule, words and electorate', async () => {
    const questionId = await panel.put('exercisable')
    await panel.must('body.set-questions', { bodyId: panel.bodyId, questionKinds: [] })
    await panel.must('body.change', { bodyId: panel.bodyId, quorumTotal: 9 })
    const question = await panel.question(questionId)
    expect(question).toMatchObject({
      text: 'What of 0621A as to exercisable?',
      decisionMaker: 'body',
      round: {
        number: 1,
        state: 'open',
        rule: { kind: 'majority-of-exercisable' },
        isIndicative: false,
        result: null,
      },
    })
    expect(question.round.quorum).toMatch(/^Quorate: 4 people/)
    expect((await panel.must('history.state', {})).undo).toBe('settings of TST changed')
  })

  test('names itself in the history', async () => {
    await panel.put('cast')
    expect((await panel.must('history.state', {})).undo).toBe('cast put on 0621A')
  })

  test('is refused for an unknown kind, naming those that there are', async () => {
    const input = { itemId: panel.items.p, kind: 'castt' }
    expect(await panel.refused('question.put', input)).toBe('bad-input')
    expect(await message('question.put', input as never)).toMatch(
      /castt.*cast, exercisable, related, to-workgroup/,
    )
    expect(await panel.refused('question.put', { itemId: 'none', kind: 'cast' })).toBe('not-found')
  })

  test('without a quorum is refused, or taken as an indication that says so', async () => {
    await panel.leave('AB CD')
    expect(await panel.refused('question.put', { itemId: panel.items.p, kind: 'cast' })).toBe('not-quorate')
    const questionId = await panel.put('cast', { isIndicative: true })
    const round = await panel.record(questionId, 'rest for')
    expect(round.isIndicative).toBe(true)
    expect(round.quorum).toMatch(/^Not quorate/)
    expect(round.result).toContain('indicative only')
  })

  test('with a quorum an indicative vote is an ordinary one', async () => {
    const questionId = await panel.put('cast', { isIndicative: true })
    expect((await panel.question(questionId)).round.isIndicative).toBe(false)
  })

  test('waits for the meeting to open', async () => {
    const other = await makePanel()
    expect(await other.refused('question.put', { itemId: other.items.p, kind: 'cast' })).toBe(
      'meeting-not-open',
    )
    await other.close()
  })
})

describe('recording positions', () => {
  test('the verdict waits for the last position and then says its words', async () => {
    const questionId = await panel.put('cast')
    const before = await panel.record(questionId, 'AB for, CD for, EF against')
    expect(before).toMatchObject({ result: null, stillToCome: ['KL'], evaluation: { verdict: 'pending' } })
    expect((await panel.meeting()).agenda.find(({ id }) => id === panel.items.p)?.counts.openVotes).toBe(1)
    const item = await panel.must('vote.record', { questionId, seatId: panel.seat('KL'), value: 'none' })
    expect(item.questions[0]?.round.result).toBe(
      '0621A: yes, by majority (2 for, 1 against, 1 no vote recorded)',
    )
    expect(item.line.counts.openVotes).toBe(0)
    expect((await panel.must('history.state', {})).undo).toBe('KL no vote recorded on 0621A')
  })

  test('a unanimous vote either way has its own words', async () => {
    const first = await panel.put('cast')
    expect((await panel.record(first, 'rest for')).result).toBe('0621A: yes, by unanimous vote in favour')
    const second = await panel.put('related')
    expect((await panel.record(second, 'rest against')).result).toBe('0621A: no, by unanimous vote against')
  })

  test('a position can be recorded again and taken back', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for')
    await panel.record(questionId, 'ab against')
    expect(await panel.positions(questionId)).toContain('AB:against')
    await panel.record(questionId, 'AB pending')
    expect(await panel.positions(questionId)).toContain('AB:pending')
    await panel.record(questionId, 'AB not-present')
    await panel.leave('AB')
    await panel.arrive('AB')
    expect(await panel.positions(questionId)).toContain('AB:not-present')
  })

  test('is refused for those who cannot vote, with the reason', async () => {
    const questionId = await panel.put('cast')
    const refuse = (initials: string, value = 'for') =>
      panel.refused('vote.record', { questionId, initials, value })
    expect(await refuse('MN')).toBe('not-in-room')
    expect(await message('vote.record', { questionId, initials: 'MN', value: 'for' } as never)).toContain(
      'MN is not in the room',
    )
    expect(await refuse('MN', 'recused')).toBe('not-in-room')
    expect(await refuse('CH')).toBe('not-entitled')
    expect(await refuse('ZZ')).toBe('not-found')
    await panel.must('vote.record', { questionId, initials: 'MN', value: 'not-present' })
    await panel.arrive('XA')
    expect(await refuse('XA')).toBe('not-entitled')
    await panel.leave('CD')
    expect(await refuse('CD')).toBe('not-in-room')
    await panel.must('vote.record', { questionId, initials: 'XA', value: 'for' })
    expect(await panel.refused('vote.record', { questionId, value: 'for' })).toBe('bad-input')
    expect(
      await panel.refused('vote.record', {
        questionId,
        initials: 'AB',
        seatId: panel.seat('AB'),
        value: 'for',
      }),
    ).toBe('bad-input')
    expect(await panel.refused('vote.record', { questionId, seatId: 'none', value: 'for' })).toBe('not-found')
    expect(await panel.refused('vote.record', { questionId: 'none', initials: 'AB', value: 'for' })).toBe(
      'not-found',
    )
  })

  test('of several, one refusal takes all back', async () => {
    const questionId = await panel.put('cast')
    const positions = [
      { initials: 'AB', value: 'for' },
      { initials: 'MN', value: 'for' },
    ]
    expect(await panel.refused('vote.record-many', { questionId, positions })).toBe('not-in-room')
    expect(await panel.positions(questionId)).toContain('AB:pending')
    const twice = [positions[0], { seatId: panel.seat('AB'), value: 'against' }]
    expect(await panel.refused('vote.record-many', { questionId, positions: twice })).toBe('bad-input')
  })

  test('by written position members need not be in the room', async () => {
    const questionId = await panel.put('cast', { method: 'written' })
    expect(await panel.positions(questionId)).toContain('MN:pending Consumers V:not-present')
    await panel.record(questionId, 'MN for')
    const mn = (await panel.question(questionId)).round.positions[4]
    expect(mn).toMatchObject({ value: 'for', basis: 'written' })
  })
})

describe('closing, correcting and taking again', () => {
  test('closing names those who are still to come', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for')
    expect(await panel.refused('vote.close', { questionId })).toBe('vote-open')
    expect(await message('vote.close', { questionId } as never)).toContain('EF and KL')
    await panel.record(questionId, 'rest against')
    await panel.must('vote.close', { questionId })
    expect(await panel.refused('vote.close', { questionId })).toBe('vote-closed')
    expect(await panel.refused('vote.record', { questionId, initials: 'AB', value: 'against' })).toBe(
      'vote-closed',
    )
    await panel.leave('AB')
    expect(await panel.positions(questionId)).toContain('AB:for')
  })

  test('a correction keeps the old value, its time, who and why', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, rest against')
    const correct = (initials: string, value: string) => ({ questionId, initials, value, reason: 'misheard' })
    expect(await panel.refused('vote.correct', correct('AB', 'against'))).toBe('vote-open')
    await panel.must('vote.close', { questionId })
    panel.setNow('2016-12-15T10:05:00.000+00:00')
    await panel.leave('AB')
    await panel.must('vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'misheard' })
    const { round } = await panel.question(questionId)
    expect(round.positions[0]).toMatchObject({
      value: 'against',
      corrections: [
        {
          oldValue: 'for',
          newValue: 'against',
          recordedAt: '2016-12-15T10:00:00.000+00:00',
          correctedAt: '2016-12-15T10:05:00.000+00:00',
          correctedBy: 'Secretary',
          reason: 'misheard',
        },
      ],
    })
    expect(round.result).toBe('0621A: no, by unanimous vote against')
    expect(await panel.refused('vote.correct', correct('AB', 'against'))).toBe('bad-input')
    expect(await panel.refused('vote.correct', correct('MN', 'for'))).toBe('not-in-room')
    expect(await panel.refused('vote.correct', correct('CH', 'for'))).toBe('not-entitled')
  })

  test('a vote taken again supersedes and keeps the one before, with the room as it is now', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    await panel.must('vote.close', { questionId })
    await panel.leave('AB')
    await panel.must('vote.take-again', { questionId, reason: 'new evidence' })
    const question = await panel.question(questionId)
    expect(question.round).toMatchObject({ number: 2, state: 'open', result: null })
    expect(await panel.positions(questionId)).toContain('AB:not-present CD:pending')
    expect(question.superseded).toMatchObject([
      {
        number: 1,
        state: 'superseded',
        supersededReason: 'new evidence',
        result: '0621A: yes, by unanimous vote in favour',
      },
    ])
    await panel.leave('CD EF')
    expect(await panel.refused('vote.take-again', { questionId, reason: 'once more' })).toBe('not-quorate')
  })
})

describe('the casting vote', () => {
  const casting = (questionId: string, who: string, value = 'for') => ({
    questionId,
    personId: panel.person(who),
    value,
  })

  test('settles a tie as a second step and keeps the count', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for')
    expect(await panel.refused('vote.cast-casting', casting(questionId, 'CH'))).toBe('bad-input')
    const tied = await panel.record(questionId, 'EF against, KL against')
    expect(tied).toMatchObject({ evaluation: { verdict: 'tied' }, result: '0621A: tied (2 for, 2 against)' })
    expect(await panel.refused('vote.cast-casting', casting(questionId, 'AB'))).toBe('not-entitled')
    expect(await panel.refused('vote.cast-casting', casting(questionId, 'GU'))).toBe('not-found')
    await panel.must('vote.cast-casting', { questionId, personId: panel.person('CH'), value: 'against' })
    const { round } = await panel.question(questionId)
    expect(round).toMatchObject({
      castingVote: 'against',
      evaluation: { verdict: 'not-carried', counts: { for: 2, against: 2 } },
      result: '0621A: no, there being no majority (2 for, 2 against, chair’s casting vote against)',
    })
    expect((await panel.record(questionId, 'AB against')).castingVote).toBeNull()
  })

  test('that was given counts no more where a correction leaves no tie, and the minutes say so', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for, EF against, KL against')
    await panel.must('vote.cast-casting', { questionId, personId: panel.person('CH'), value: 'for' })
    await panel.must('vote.close', { questionId })
    expect((await panel.question(questionId)).round.castingVoteCounts).toBe(true)
    await panel.must('vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'Misheard.' })
    expect((await panel.question(questionId)).round).toMatchObject({
      castingVote: 'for',
      castingVoteCounts: false,
      evaluation: { verdict: 'not-carried' },
    })
    const minutes = JSON.stringify(
      await panel.must('document.read', { meetingId: panel.meetingId, document: 'minutes' }),
    )
    expect(minutes).toContain('there being no tie any more for the casting vote of CH (for) to settle')
    expect(minutes).not.toContain('on the casting vote')
  })

  test('needs the chair in the room, a rule that gives it, and a chair that has it', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for, EF against, KL against')
    await panel.leave('CH')
    expect(await panel.refused('vote.cast-casting', casting(questionId, 'CH'))).toBe('not-in-room')
    await panel.arrive('CH')
    const other = await panel.put('related')
    await panel.record(other, 'AB for, CD for, EF against, KL against')
    expect(await panel.refused('vote.cast-casting', casting(other, 'CH'))).toBe('bad-input')
    await panel.must('body.change', { bodyId: panel.bodyId, chairVote: 'none' })
    expect(await panel.refused('vote.cast-casting', casting(questionId, 'CH'))).toBe('not-entitled')
  })

  test('a correction that breaks the tie leaves it aside', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for, EF against, KL against')
    await panel.must('vote.cast-casting', { questionId, personId: panel.person('CH'), value: 'for' })
    await panel.must('vote.close', { questionId })
    expect(await panel.refused('vote.cast-casting', casting(questionId, 'CH', 'against'))).toBe('vote-closed')
    await panel.must('vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'misheard' })
    const { round } = await panel.question(questionId)
    expect(round.result).toBe('0621A: no, there being no majority (1 for, 3 against)')
  })
})
