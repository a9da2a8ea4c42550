import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { afterDeadline, deadline, makeCirculating, type Circulating, type Sent } from './circulating.ts'

let panel: Circulating
let sent: Sent
beforeEach(async () => {
  panel = await makeCirculating()
  sent = await panel.circulate()
})
afterEach(() => panel.close())

const beforeIt = '2016-12-20T11:00:00.000+00:00'
const hold = (
  initials: string,
  value: 'for' | 'against' | 'abstain',
  receivedAt?: string,
  kind?: string,
) => ({
  itemId: sent.itemId,
  seatId: panel.seat(initials),
  value,
  ...(receivedAt === undefined ? {} : { receivedAt }),
  ...(kind === undefined ? {} : { kind }),
})

describe('positions before the deadline', () => {
  it('come in and change freely, also at its very minute', async () => {
    panel.setNow(beforeIt)
    await sent.record('AB for, CD against, KL abstain')
    await sent.record('CD for')
    expect(await sent.positions()).toBe(
      'AB:for CD:for EF:pending KL:abstain MN:pending Consumers V:not-present',
    )
    panel.setNow(deadline)
    await sent.record('EF for, AB pending')
    expect(await sent.listed()).toMatchObject({ state: 'out', stillToCome: ['AB', 'MN'] })
    const { round } = await sent.question()
    expect(round.positions.map(({ basis }) => basis)).toEqual([...Array<string>(5).fill('written'), 'nobody'])
  })

  it('are counted against all seats: three of six for is not carried, four is', async () => {
    await sent.record('AB for, CD for, EF for, rest none')
    expect((await sent.question()).round.evaluation).toMatchObject({ verdict: 'not-carried', denominator: 6 })
    await sent.record('KL for')
    expect((await sent.question()).round.evaluation.verdict).toBe('carried')
  })

  it('close as soon as all are in, whatever the deadline', async () => {
    expect(await panel.refused('vote.close', { questionId: sent.questionId })).toBe('vote-open')
    await sent.carry()
    expect(await sent.listed()).toMatchObject({
      state: 'to-ratify',
      result: '0621A: yes, by unanimous vote in favour',
    })
    expect(
      await panel.refused('vote.record', {
        questionId: sent.questionId,
        initials: 'AB',
        value: 'against',
      }),
    ).toBe('vote-closed')
  })

  it('leave a recused member out of the vote, and in the denominator', async () => {
    await panel.must('attendance.declare-interest', {
      itemId: sent.itemId,
      personId: panel.person('AB'),
      kind: 'recused',
    })
    expect(await sent.positions()).toContain('AB:recused')
    await sent.record('rest for')
    expect((await sent.question()).round.evaluation).toMatchObject({
      verdict: 'carried',
      denominator: 6,
      counts: { for: 4, recused: 1, notPresent: 1 },
    })
  })
})

describe('after the deadline', () => {
  beforeEach(async () => {
    panel.setNow(beforeIt)
    await sent.record('AB for, CD for, EF for')
    panel.setNow(afterDeadline)
  })

  it('waits to be closed, and says who has not answered', async () => {
    expect(await sent.listed()).toMatchObject({
      state: 'past-deadline',
      stillToCome: ['KL', 'MN'],
      result: null,
    })
    const { resolutions } = await panel.must('resolution.list', { state: 'past-deadline' })
    expect(resolutions.map(({ number }) => number)).toEqual(['WR1'])
    expect((await panel.must('resolution.list', { state: 'out' })).resolutions).toEqual([])
  })

  it.each(['for', 'against', 'abstain'] as const)('takes no position %s any more', async (value) => {
    const before = await sent.positions()
    const { questionId } = sent
    const answer = await panel.call('vote.record', { questionId, initials: 'KL', value })
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'vote-closed',
        message: 'Positions on 0621A are not taken any more: the deadline was Fri 30 Dec 2016, 17:00.',
      },
    })
    for (const [name, input] of [
      ['vote.record-many', { questionId, positions: [{ initials: 'KL', value }] }],
      ['vote.record-many', { questionId, rest: value }],
      ['vote.record-exceptions', { questionId, line: `kl ${value}` }],
    ] as const) {
      expect(await panel.refused(name, input), name).toBe('vote-closed')
    }
    expect(await sent.positions()).toBe(before)
  })

  it('says so with the vote, before anybody tries', async () => {
    const why = async () => (await sent.item()).questions.map(({ whyNoPositions }) => whyNoPositions)
    const late = 'The deadline was Fri 30 Dec 2016, 17:00: for, against and abstain are not taken any more.'
    expect(await why()).toEqual([late])
    panel.setNow(deadline)
    expect(await why()).toEqual([null])
    panel.setNow(afterDeadline)
    const move = {
      questionId: sent.questionId,
      deadline: '2017-01-06T17:00:00.000+00:00',
      reason: 'More time.',
    }
    const { questions } = await panel.must('resolution.move-deadline', move)
    expect(questions[0]?.whyNoPositions).toBeNull()
    await sent.carry()
    expect(await why()).toEqual([
      'The vote is closed: a position in it can only be corrected, with the reason.',
    ])
  })

  it('answers no option: it has one question', async () => {
    const answer = await panel.call('written-position.hold', {
      ...hold('KL', 'for', beforeIt),
      option: 'Original',
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field: 'option' }] } })
  })

  it('changes no position to another', async () => {
    const input = { questionId: sent.questionId, initials: 'AB', value: 'against' }
    expect(await panel.refused('vote.record', input)).toBe('vote-closed')
    await panel.must('vote.record', { ...input, value: 'for' })
    expect(await sent.positions()).toContain('AB:for')
  })

  it('records no vote for the rest, and closes', async () => {
    await sent.record('rest none')
    await panel.must('vote.close', { questionId: sent.questionId })
    expect(await sent.listed()).toMatchObject({ state: 'decided', stillToCome: [] })
    const { result } = await sent.listed()
    expect(result).toBe('0621A: no, there being no majority (3 for, 0 against, 2 no vote recorded)')
  })

  it('takes a written position that came in time, also after no vote was recorded', async () => {
    await sent.record('rest none')
    await panel.must('written-position.hold', hold('KL', 'for', '2016-12-30T17:00:00.000+00:00'))
    expect(await sent.positions()).toBe('AB:for CD:for EF:for KL:for MN:none Consumers V:not-present')
    expect((await sent.item()).writtenPositions).toMatchObject([{ initials: 'KL', state: 'used' }])
    expect((await sent.question()).round.evaluation.verdict).toBe('carried')
    await panel.must('history.undo', {})
    expect(await sent.positions()).toContain('KL:none')
  })

  it('records again what was sent in time', async () => {
    await panel.must('written-position.hold', hold('KL', 'for', beforeIt))
    await sent.record('KL none')
    await sent.record('KL for')
    expect(await sent.positions()).toContain('KL:for')
  })

  it('refuses a written position that came too late, and says so at its field', async () => {
    const answer = await panel.call(
      'written-position.hold',
      hold('KL', 'for', '2016-12-30T17:00:00.001+00:00'),
    )
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'vote-closed',
        message: 'The position on 0621A came too late: it came after the deadline, Fri 30 Dec 2016, 17:00.',
        fields: [{ field: 'receivedAt' }],
      },
    })
    expect(await panel.refused('written-position.hold', hold('KL', 'for'))).toBe('vote-closed')
    expect(await sent.positions()).toContain('KL:pending')
    expect((await sent.item()).writtenPositions).toEqual([])
  })

  it('counts instants, not what their clocks show', async () => {
    // 17:30 in Paris is half an hour before 17:00 in London.
    await panel.must('written-position.hold', hold('KL', 'for', '2016-12-30T17:30:00.000+01:00'))
    expect(
      await panel.refused('written-position.hold', hold('MN', 'for', '2016-12-30T16:30:00.000-01:00')),
    ).toBe('vote-closed')
    expect(await sent.positions()).toContain('KL:for MN:pending')
  })

  it('refuses a letter from the future, from before it went round, for another question or after the vote', async () => {
    const fieldOf = async (input: ReturnType<typeof hold>) => {
      const answer = await panel.call('written-position.hold', input)
      return answer.ok ? 'nothing' : `${answer.error.code} ${answer.error.fields?.[0]?.field ?? ''}`
    }
    expect(await fieldOf(hold('KL', 'for', '2017-01-03T09:31:00.000+00:00'))).toBe('bad-input receivedAt')
    expect(await fieldOf(hold('KL', 'for', '2016-12-11T09:00:00.000+00:00'))).toBe('bad-input receivedAt')
    expect(await fieldOf(hold('KL', 'for', beforeIt, 'related'))).toBe('bad-input kind')
    await sent.record('rest none')
    await panel.must('vote.close', { questionId: sent.questionId })
    expect(await fieldOf(hold('KL', 'for', beforeIt))).toBe('vote-closed ')
  })

  it('takes a recorded position out when its letter is withdrawn, and no other', async () => {
    await panel.must('written-position.hold', hold('KL', 'for', beforeIt))
    await panel.must('written-position.hold', hold('AB', 'against', beforeIt))
    expect(await sent.positions()).toContain('AB:against CD:for EF:for KL:for')
    const [, letter] = (await sent.item()).writtenPositions
    await panel.must('written-position.withdraw', { writtenPositionId: letter?.id ?? '' })
    expect(await sent.positions()).toContain('AB:against CD:for EF:for KL:pending')
    const [first] = (await sent.item()).writtenPositions
    await sent.record('rest none')
    await panel.must('vote.close', { questionId: sent.questionId })
    const withdraw = { writtenPositionId: first?.id ?? '' }
    expect(await panel.refused('written-position.withdraw', withdraw)).toBe('vote-closed')
  })
})

describe('resolution.move-deadline', () => {
  const later = '2017-01-06T12:00:00.000+00:00'
  const move = (more = {}) => ({
    questionId: sent.questionId,
    deadline: later,
    reason: 'Two members were away.',
    ...more,
  })

  it('opens it again after the old deadline, and keeps that with the reason', async () => {
    panel.setNow(afterDeadline)
    const item = await panel.must('resolution.move-deadline', move())
    const moves = [{ from: deadline, to: later, movedAt: afterDeadline, reason: 'Two members were away.' }]
    expect(item.questions[0]?.round).toMatchObject({ deadline: later, deadlineMoves: moves })
    expect(await sent.listed()).toMatchObject({ state: 'out', deadline: later, deadlineMoves: moves })
    expect(await panel.must('meeting.read', { meetingId: sent.meetingId })).toMatchObject({
      endsOn: '2017-01-06',
      endTime: '12:00',
    })
    await sent.record('AB for')
    const { entries } = await panel.must('history.list', { limit: 2 })
    expect(entries[1]?.summary).toBe('deadline of WR1 moved to Fri 6 Jan 2017, 12:00: Two members were away.')
  })

  it('can be brought forward too, and is undone', async () => {
    await panel.must('resolution.move-deadline', move({ deadline: '2016-12-20T12:00:00.000+00:00' }))
    await panel.must('resolution.move-deadline', move())
    expect((await sent.listed()).deadlineMoves).toHaveLength(2)
    await panel.must('history.undo', {})
    expect(await sent.listed()).toMatchObject({ deadline: '2016-12-20T12:00:00.000+00:00' })
    await panel.must('history.undo', {})
    expect(await sent.listed()).toMatchObject({ deadline, deadlineMoves: [] })
  })

  it('is refused for the past, for the same, without a reason, after the vote, and for a vote in a room', async () => {
    panel.setNow(beforeIt)
    for (const [more, code, field] of [
      [{ deadline: '2016-12-20T10:59:00.000+00:00' }, 'bad-input', 'deadline'],
      [{ deadline: '2016-12-30T18:00:00.000+01:00' }, 'bad-input', 'deadline'],
      [{ reason: '' }, 'bad-input', 'reason'],
      [{ questionId: 'nothing' }, 'not-found', undefined],
    ] as const) {
      const answer = await panel.call('resolution.move-deadline', move(more))
      expect(answer).toMatchObject({ ok: false, error: { code } })
      if (!answer.ok) expect(answer.error.fields?.[0]?.field).toBe(field)
    }
    await sent.carry()
    expect(await panel.refused('resolution.move-deadline', move())).toBe('vote-closed')
    await panel.openMeeting()
    await panel.arrive('AB CD EF KL MN')
    const questionId = await panel.put('cast')
    expect(await panel.refused('resolution.move-deadline', move({ questionId }))).toBe('bad-input')
  })
})

describe('a resolution that went round by mistake', () => {
  it('is withdrawn with its reason, and asks for nothing more', async () => {
    await sent.record('AB for')
    await panel.must('question.withdraw', { questionId: sent.questionId, reason: 'The wrong proposal.' })
    expect(await sent.listed()).toMatchObject({ state: 'withdrawn', stillToCome: [], result: null })
    expect(
      await panel.refused('vote.record', {
        questionId: sent.questionId,
        initials: 'CD',
        value: 'for',
      }),
    ).toBe('vote-closed')
    const closed = await panel.must('meeting.close', { meetingId: sent.meetingId, reasons: [] })
    expect(closed.state).toBe('closed')
  })
})
