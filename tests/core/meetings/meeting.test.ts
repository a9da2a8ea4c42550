import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from './panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
})
afterEach(() => panel.close())

const create = (more = {}) => ({ bodyId: panel.bodyId, startsOn: '2017-01-19', ...more })

describe('creating a meeting', () => {
  test('numbers it and takes the body’s usual times', async () => {
    const body = await panel.must('body.read', { bodyId: panel.bodyId })
    const meeting = await panel.must('meeting.create', create())
    expect(meeting).toMatchObject({
      number: '200',
      state: 'planned',
      endsOn: '2017-01-19',
      startTime: body.usualStart,
      endTime: body.usualEnd,
      firstParagraph: 1,
      items: 2,
    })
    await panel.must('meeting.create', create({ number: 'Extraordinary' }))
    expect((await panel.must('meeting.create', create())).number).toBe('201')
    const { meetings } = await panel.must('meeting.list', { bodyId: panel.bodyId, state: 'planned' })
    expect(meetings.map(({ number }) => number)).toEqual(['201', 'Extraordinary', '200', '199'])
    expect((await panel.must('meeting.list', { state: 'closed' })).meetings).toEqual([])
  })

  test('expects the members of its own day', async () => {
    const { memberships } = await panel.must('body.read', { bodyId: panel.bodyId })
    const ab = memberships.find(({ initials }) => initials === 'AB')
    await panel.must('body.end-membership', { membershipId: ab?.id ?? '', effectiveTo: '2016-12-31' })
    const { room } = await panel.must('meeting.create', create())
    expect(room.attendees.map(({ initials }) => initials)).toEqual(['CD', 'EF', 'KL', 'MN', 'CH', 'SE'])
    expect(room.seatList[0]?.member).toBeNull()
  })

  test('refuses what cannot be', async () => {
    expect(await panel.refused('meeting.create', create({ number: '199' }))).toBe('already-exists')
    expect(await panel.refused('meeting.create', create({ bodyId: 'none' }))).toBe('not-found')
    expect(await panel.refused('meeting.create', create({ endsOn: '2017-01-18' }))).toBe('bad-input')
    expect(await panel.refused('meeting.create', create({ startTime: '11:00', endTime: '10:00' }))).toBe(
      'bad-input',
    )
    expect(await panel.refused('meeting.read', { meetingId: 'none' })).toBe('not-found')
  })

  test('a meeting that is put off takes its last day with it', async () => {
    const changed = await panel.must('meeting.change', {
      meetingId: panel.meetingId,
      startsOn: '2016-12-20',
      place: 'Hall',
    })
    expect(changed).toMatchObject({
      startsOn: '2016-12-20',
      endsOn: '2016-12-20',
      place: 'Hall',
      number: '199',
    })
    const { id } = await panel.must('meeting.create', create())
    expect(await panel.refused('meeting.change', { meetingId: id, number: '199' })).toBe('already-exists')
  })
})

describe('opening and closing', () => {
  test('opening starts the clock on the first item, once', async () => {
    const meeting = await panel.openMeeting()
    expect(meeting).toMatchObject({
      state: 'open',
      openedAt: '2016-12-15T10:00:00.000+00:00',
      currentItemId: panel.items.one,
    })
    expect(meeting.agenda[0]?.runningSince).toBe('2016-12-15T10:00:00.000+00:00')
    expect(await panel.refused('meeting.open', { meetingId: panel.meetingId })).toBe('already-exists')
  })

  test('closing waits for open votes and names the item', async () => {
    await panel.arrive('AB CD EF')
    await panel.openMeeting()
    const questionId = await panel.put('cast')
    const answer = await panel.call('meeting.close', { meetingId: panel.meetingId })
    expect(answer).toMatchObject({ ok: false, error: { code: 'vote-open' } })
    expect(JSON.stringify(answer)).toContain('0621A')
    await panel.record(questionId, 'rest for')
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    expect((await panel.question(questionId)).round.state).toBe('closed')
  })

  test('a closed meeting shows the room as it was when it closed, and its record is final', async () => {
    await panel.arrive('AB CD EF KL CH')
    await panel.openMeeting()
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    await panel.must('note.write', { itemId: panel.items.p, text: 'One.\n\nTwo.' })
    panel.setNow('2016-12-15T11:00:00.000+00:00')
    await panel.leave('KL')
    panel.setNow('2016-12-15T12:00:00.000+00:00')
    const closed = await panel.must('meeting.close', { meetingId: panel.meetingId })
    expect(closed).toMatchObject({ state: 'closed', closedAt: '2016-12-15T12:00:00.000+00:00' })
    expect(closed.recordHash).toMatch(/^[0-9a-f]{64}$/)
    expect(closed.agenda[0]).toMatchObject({ secondsTaken: 7200, runningSince: null })
    expect(closed.room).toMatchObject({ people: 4, votes: 3 })
    const presence = Object.fromEntries(closed.room.attendees.map((one) => [one.initials, one.presence]))
    expect(presence).toMatchObject({ AB: 'present', KL: 'left', MN: 'expected' })

    const meetingId = panel.meetingId
    const itemId = panel.items.p
    const refused: [string, object][] = [
      ['meeting.change', { meetingId, place: 'x' }],
      ['meeting.open', { meetingId }],
      ['meeting.close', { meetingId }],
      ['agenda.add', { meetingId, title: 'x' }],
      ['agenda.change', { itemId, title: 'x' }],
      ['agenda.move', { itemId, parentId: null, beforeId: null }],
      ['agenda.remove', { itemId }],
      ['agenda.add-paper', { itemId, title: 'x' }],
      ['agenda.set-current', { itemId }],
      ['agenda.set-outcome', { itemId, outcome: 'done' }],
      ['attendance.record', { meetingId, personId: panel.person('MN'), presence: 'present' }],
      ['attendance.record-many', { meetingId, personIds: [panel.person('MN')], presence: 'present' }],
      ['attendance.declare-interest', { itemId, personId: panel.person('AB'), kind: 'recused' }],
      ['vote.carry', { meetingId, seatId: panel.seat('MN'), carrierPersonId: panel.person('AB') }],
      ['question.put', { itemId, kind: 'cast' }],
      ['vote.record', { questionId, initials: 'AB', value: 'against' }],
      ['vote.record-many', { questionId, rest: 'for' }],
      ['vote.cast-casting', { questionId, personId: panel.person('CH'), value: 'for' }],
      ['vote.close', { questionId }],
      ['vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'x' }],
      ['vote.take-again', { questionId, reason: 'x' }],
      ['determination.write', { itemId, questionId }],
    ]
    for (const [name, input] of refused)
      expect([name, await panel.refused(name, input)]).toEqual([name, 'meeting-closed'])
  })

  test('paragraph numbers run on from the newest closed meeting where the body says so', async () => {
    await panel.must('body.change', { bodyId: panel.bodyId, paragraphsRunOn: true })
    const next = await panel.must('meeting.create', create())
    await panel.openMeeting()
    await panel.must('note.write', { itemId: panel.items.p, text: 'One.\n\nTwo.\n\nThree.' })
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    expect((await panel.must('meeting.create', create({ startsOn: '2017-02-16' }))).firstParagraph).toBe(4)
    expect((await panel.must('meeting.open', { meetingId: next.id })).firstParagraph).toBe(4)
  })
})
