import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { circulatedAt, deadline, makeCirculating, type Circulating } from './circulating.ts'

let panel: Circulating
beforeEach(async () => {
  panel = await makeCirculating()
})
afterEach(() => panel.close())

describe('resolution.circulate', () => {
  it('sends one question round, with every seat in the denominator and no quorum', async () => {
    const sent = await panel.circulate()
    const question = await sent.question()
    expect(question).toMatchObject({ text: 'What of 0621A as to exercisable?', kindKey: 'exercisable' })
    expect(question.round).toMatchObject({
      state: 'open',
      method: 'written',
      rule: { kind: 'written-resolution' },
      isIndicative: false,
      deadline,
      deadlineMoves: [],
      stillToCome: ['AB', 'CD', 'EF', 'KL', 'MN'],
    })
    expect(question.round.evaluation.denominator).toBe(6)
    expect(await sent.positions()).toBe(
      'AB:pending CD:pending EF:pending KL:pending MN:pending Consumers V:not-present',
    )
    expect(await sent.listed()).toMatchObject({
      number: 'WR1',
      title: '0621A Charging',
      circulatedOn: '2016-12-12',
      deadline,
      state: 'out',
      stillToCome: ['AB', 'CD', 'EF', 'KL', 'MN'],
      result: null,
      determination: null,
      ratification: null,
    })
  })

  it('is kept like a meeting with one item that is open from the start, and in which nobody sits', async () => {
    const { meetingId, itemId } = await panel.circulate()
    const meeting = await panel.must('meeting.read', { meetingId })
    expect(meeting).toMatchObject({
      form: 'written-resolution',
      number: 'WR1',
      state: 'open',
      startsOn: '2016-12-12',
      endsOn: '2016-12-30',
      startTime: '09:00',
      endTime: '17:00',
      place: '',
      openedAt: circulatedAt,
      currentItemId: itemId,
      isAdjourned: false,
      sittings: [],
      agenda: [{ id: itemId, label: 'WR1', title: 'Charging', purpose: 'decision' }],
      room: { people: 0, votes: 0, allVotes: 6, warnings: [], quorum: { isMet: true, needed: 0 } },
    })
    // Those with a seat, for their initials and their recusals; the chair and the secretary are not asked.
    expect(meeting.room.attendees.map(({ initials }) => initials)).toEqual(['AB', 'CD', 'EF', 'KL', 'MN'])
  })

  it('takes words, title, number, day and threshold of its own', async () => {
    panel.setNow('2016-12-13T09:00:00.000+00:00')
    const sent = await panel.circulate({
      text: 'Shall the timetable be extended?',
      title: 'Timetable',
      number: 'TST/2016/4',
      circulatedOn: '2016-12-12',
      proposalId: null,
      rule: {
        kind: 'written-resolution',
        threshold: { numerator: 2, denominator: 3, comparison: 'at-least' },
      },
    })
    expect(await sent.question()).toMatchObject({
      text: 'Shall the timetable be extended?',
      round: { ruleName: 'written resolution: at least two-thirds of all seats' },
    })
    expect(await sent.listed()).toMatchObject({
      number: 'TST/2016/4',
      title: 'Timetable',
      circulatedOn: '2016-12-12',
    })
  })

  it('goes by the rule of the kind of question where that is one for written resolutions', async () => {
    const { questionKinds } = await panel.must('body.read', { bodyId: panel.bodyId })
    const rule = {
      kind: 'written-resolution' as const,
      threshold: { numerator: 3, denominator: 4, comparison: 'at-least' as const },
    }
    const [usual] = questionKinds
    if (usual === undefined) throw new Error('The panel puts no questions.')
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [...questionKinds, { ...usual, key: 'round', rule }],
    })
    expect((await (await panel.circulate({ kind: 'round' })).question()).round.rule).toEqual(rule)
  })

  it('numbers resolutions beside the meetings, and leaves their numbers and paragraphs as they are', async () => {
    await panel.must('body.change', { bodyId: panel.bodyId, paragraphsRunOn: true })
    const first = await panel.circulate()
    await panel.must('note.write', { itemId: first.itemId, text: 'One.\n\nTwo.' })
    await first.carry()
    await panel.must('meeting.close', { meetingId: first.meetingId })
    await panel.circulate()
    const { resolutions } = await panel.must('resolution.list', { bodyId: panel.bodyId })
    expect(resolutions.map(({ number }) => number)).toEqual(['WR2', 'WR1'])
    const next = await panel.must('meeting.create', { bodyId: panel.bodyId, startsOn: '2017-01-19' })
    expect(next).toMatchObject({ number: '200', firstParagraph: 1 })
    const { meetings } = await panel.must('meeting.list', { form: 'meeting' })
    expect(meetings.map(({ number }) => number)).toEqual(['200', '199'])
    const { meetings: sent } = await panel.must('meeting.list', { form: 'written-resolution', state: 'open' })
    expect(sent.map(({ number, form }) => [number, form])).toEqual([['WR2', 'written-resolution']])
  })

  it('asks who sits on the day on which it goes round', async () => {
    const before = await panel.must('body.read', { bodyId: panel.bodyId })
    const membership = before.memberships.find(({ personId }) => personId === panel.person('EF'))
    await panel.must('body.end-membership', {
      membershipId: membership?.id ?? '',
      effectiveTo: '2016-12-10',
    })
    const sent = await panel.circulate()
    expect(await sent.positions()).toContain('Shippers EF:not-present')
    expect((await sent.question()).round.stillToCome).toEqual(['AB', 'CD', 'KL', 'MN'])
  })

  it('is found by what it is called', async () => {
    await panel.circulate()
    const { hits } = await panel.must('search.find', { text: 'written resolution WR1' })
    expect(hits.map(({ kind, title }) => [kind, title])).toContainEqual([
      'meeting',
      'TST written resolution WR1',
    ])
  })

  it.each([
    ['an unknown body', { bodyId: 'nothing' }, 'not-found', undefined],
    ['an unknown proposal', { proposalId: 'nothing' }, 'not-found', undefined],
    ['an unknown kind of question', { kind: 'nonsense' }, 'bad-input', 'kind'],
    ['a deadline in the past', { deadline: '2016-12-12T08:59:00.000+00:00' }, 'bad-input', 'deadline'],
    ['a deadline at this very instant', { deadline: circulatedAt }, 'bad-input', 'deadline'],
    [
      'a deadline that is past by its offset alone',
      { deadline: '2016-12-12T09:30:00.000+01:00' },
      'bad-input',
      'deadline',
    ],
    ['a day that is still to come', { circulatedOn: '2016-12-13' }, 'bad-input', 'circulatedOn'],
    ['a rule for votes in a room', { rule: { kind: 'majority-of-cast' } }, 'bad-input', 'rule'],
    ['a casting vote', { rule: { kind: 'written-resolution', tie: 'casting-vote' } }, 'bad-input', 'rule'],
    ['the number of a meeting', { number: '200' }, 'bad-input', 'number'],
  ] as const)('refuses %s', async (_what, more, code, field) => {
    const { lastHash } = await panel.must('history.state', {})
    const answer = await panel.call('resolution.circulate', {
      bodyId: panel.bodyId,
      kind: 'exercisable',
      deadline,
      ...more,
    })
    expect(answer).toMatchObject({ ok: false, error: { code } })
    if (!answer.ok) expect(answer.error.fields?.[0]?.field).toBe(field)
    expect((await panel.must('history.state', {})).lastHash).toBe(lastHash)
  })

  it('refuses a number that another has, and a question that asks which option is preferred', async () => {
    await panel.circulate()
    const again = { bodyId: panel.bodyId, kind: 'exercisable', deadline, number: 'WR1' }
    expect(await panel.refused('resolution.circulate', again)).toBe('already-exists')
    const { questionKinds } = await panel.must('body.read', { bodyId: panel.bodyId })
    const [usual] = questionKinds
    if (usual === undefined) throw new Error('The panel puts no questions.')
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [...questionKinds, { ...usual, key: 'preferred', rule: { kind: 'preference' } }],
    })
    const answer = await panel.call('resolution.circulate', {
      bodyId: panel.bodyId,
      kind: 'preferred',
      deadline,
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field: 'kind' }] } })
  })

  it('refuses a body that has no seat', async () => {
    const { id } = await panel.must('body.create', { name: 'Empty', shortName: 'EMP', kind: 'committee' })
    const { questionKinds } = await panel.must('body.read', { bodyId: panel.bodyId })
    await panel.must('body.set-questions', { bodyId: id, questionKinds })
    const input = { bodyId: id, kind: 'exercisable', deadline }
    expect(await panel.refused('resolution.circulate', input)).toBe('not-entitled')
  })

  it('is undone as if it had not gone round', async () => {
    await panel.circulate()
    await panel.must('history.undo', {})
    expect((await panel.must('resolution.list', {})).resolutions).toEqual([])
    expect((await panel.must('meeting.list', {})).meetings).toHaveLength(1)
  })
})

describe('what a written resolution has not', () => {
  it('is refused: people in a room, a clock, further items, a second vote', async () => {
    const { meetingId, itemId, questionId } = await panel.circulate()
    const personId = panel.person('AB')
    const seatId = panel.seat('CD')
    for (const [name, input, code] of [
      ['attendance.record', { meetingId, personId, presence: 'present' }, 'bad-input'],
      ['attendance.record-many', { meetingId, personIds: [personId], presence: 'present' }, 'bad-input'],
      ['vote.carry', { meetingId, seatId, carrierPersonId: personId }, 'bad-input'],
      ['meeting.open', { meetingId }, 'bad-input'],
      ['meeting.adjourn', { meetingId }, 'bad-input'],
      ['meeting.resume', { meetingId }, 'bad-input'],
      ['meeting.change', { meetingId, endsOn: '2017-01-10' }, 'bad-input'],
      ['meeting.change', { meetingId, title: 'Another' }, 'bad-input'],
      ['meeting.change', { meetingId, number: '200' }, 'bad-input'],
      ['agenda.add', { meetingId, title: 'More' }, 'bad-input'],
      ['agenda.copy', { meetingId, fromMeetingId: panel.meetingId, itemIds: [panel.items.p] }, 'bad-input'],
      ['agenda.set-current', { itemId }, 'bad-input'],
      ['question.put', { itemId, kind: 'related' }, 'already-exists'],
      ['vote.take-again', { questionId, reason: 'Once more' }, 'already-exists'],
      ['vote.declare', { questionId, result: 'carried' }, 'bad-input'],
    ] as const) {
      expect(await panel.refused(name, input), name).toBe(code)
    }
    expect((await panel.must('meeting.change', { meetingId, number: 'WR9' })).number).toBe('WR9')
  })

  it('is a meeting for nobody else: the next meeting, the wall and the action log pass it by', async () => {
    await panel.circulate({ deadline: '2017-01-10T17:00:00.000+00:00' })
    await panel.must('meeting.create', { bodyId: panel.bodyId, startsOn: '2017-01-19' })
    const { model } = await panel.must('document.read', { document: 'minutes', meetingId: panel.meetingId })
    expect(JSON.stringify(model)).toContain('Meeting 200: Thursday 19 January 2017')
    const { meetings } = await panel.must('meeting.list', { state: 'open', form: 'meeting' })
    expect(meetings).toEqual([])
  })
})
