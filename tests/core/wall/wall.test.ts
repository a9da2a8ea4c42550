import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
})
afterEach(() => panel.close())

const wall = () => panel.must('wall.read', {})
const open = async () => {
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
}

describe('the room’s screen', () => {
  test('says so where no meeting is open', async () => {
    expect(await wall()).toEqual({
      meeting: null,
      shows: 'nothing',
      sentence: 'No meeting is open.',
      sign: '',
      item: null,
      question: null,
      quorum: '',
    })
  })

  test('shows the item before the meeting with its place, and clears with it', async () => {
    await open()
    expect(await wall()).toMatchObject({
      meeting: { id: panel.meetingId, body: 'Test Panel', number: '199', startsOn: '2016-12-15' },
      shows: 'item',
      sign: 'The room sees: the item',
      item: { label: '199.1', subject: 'Opening', place: 'Item 1 of 3', plannedMinutes: 5, isLate: false },
      question: null,
    })
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    await panel.put('cast')
    expect(await wall()).toMatchObject({
      shows: 'question',
      item: { label: '199.2 (a)', subject: '0621A Charging', place: 'Item 2 of 3' },
      question: { text: 'What of 0621A as to cast?', progress: '2 of 6 positions are in.' },
    })
    await panel.must('agenda.set-current', { itemId: panel.items.other })
    expect(await wall()).toMatchObject({ shows: 'item', item: { place: 'Item 3 of 3' }, question: null })
    // A section that holds others is no item of its own.
    await panel.must('agenda.set-current', { itemId: panel.items.two })
    expect((await wall()).item).toMatchObject({ label: '199.2', place: '' })
  })

  test('counts the time of the item, and says that it is late', async () => {
    await open()
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    await panel.must('agenda.change', { itemId: panel.items.p, isLate: true, plannedMinutes: 10 })
    panel.setNow('2016-12-15T10:07:00.000+00:00')
    await panel.must('agenda.set-current', { itemId: panel.items.other })
    panel.setNow('2016-12-15T10:09:00.000+00:00')
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    expect((await wall()).item).toMatchObject({
      isLate: true,
      plannedMinutes: 10,
      secondsTaken: 420,
      runningSince: '2016-12-15T10:09:00.000+00:00',
    })
  })

  test('gives the room no name and no initials, whatever was recorded', async () => {
    await open()
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD against, rest for')
    await panel.must('vote.show-room', { questionId, sees: 'result' })
    const { room } = await panel.meeting()
    const text = JSON.stringify(await wall())
    for (const { name, initials } of room.attendees) {
      expect(text).not.toContain(name)
      expect(text).not.toMatch(new RegExp(`\\b${initials}\\b`))
    }
  })

  test('tells the votes of the constituencies where the rule decides by them', async () => {
    await open()
    const { questionKinds } = await panel.must('body.read', { bodyId: panel.bodyId })
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: questionKinds.map((kind) =>
        kind.key === 'cast' ? { ...kind, rule: { kind: 'block-by-constituency' as const } } : kind,
      ),
    })
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for, CD for, EF against, rest against')
    await panel.must('vote.show-room', { questionId, sees: 'result' })
    expect((await wall()).question?.result?.byConstituency).toEqual([
      { constituency: 'Shippers', for: 2, against: 1, abstain: 0, verdict: 'carried' },
      { constituency: 'Transporters', for: 0, against: 1, abstain: 0, verdict: 'not-carried' },
      { constituency: 'Consumers', for: 0, against: 0, abstain: 0, verdict: 'no-decision' },
    ])
  })

  test('shows an adjourned meeting as adjourned, and the item again when it resumes', async () => {
    await open()
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    const before = await wall()
    await panel.must('meeting.adjourn', { meetingId: panel.meetingId, reason: 'lunch until 13:00' })
    expect(await wall()).toMatchObject({
      shows: 'adjourned',
      sentence: 'The meeting was adjourned at 10:00: lunch until 13:00',
      item: null,
      question: null,
    })
    await panel.must('meeting.resume', { meetingId: panel.meetingId })
    expect(await wall()).toEqual(before)
  })

  test('is cleared and shown again, as steps that can be undone', async () => {
    await open()
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    const before = await wall()
    await panel.must('wall.clear', { meetingId: panel.meetingId, isCleared: true })
    expect(await wall()).toMatchObject({
      shows: 'cleared',
      sentence: 'The meeting goes on shortly.',
      sign: 'The room’s screen is cleared',
      item: null,
      question: null,
    })
    // It stays cleared with the next item: what is confidential is not shown by going on.
    await panel.must('agenda.set-current', { itemId: panel.items.other })
    expect((await wall()).shows).toBe('cleared')
    await panel.must('history.undo', {})
    expect((await panel.must('history.state', {})).undo).toBe('the room’s screen cleared')
    await panel.must('wall.clear', { meetingId: panel.meetingId, isCleared: false })
    expect(await wall()).toEqual(before)
  })

  test('is cleared of an open meeting in a room only', async () => {
    expect(await panel.refused('wall.clear', { meetingId: panel.meetingId, isCleared: true })).toBe(
      'meeting-not-open',
    )
    const { meetingId } = await panel.must('resolution.circulate', {
      bodyId: panel.bodyId,
      kind: 'cast',
      title: 'Between meetings',
      deadline: '2016-12-30T17:00:00.000+00:00',
    })
    expect(await panel.refused('wall.clear', { meetingId, isCleared: true })).toBe('bad-input')
    expect((await wall()).meeting).toBeNull()
  })

  test('of two open meetings belongs to the one that sits', async () => {
    await open()
    const other = await panel.must('meeting.create', {
      bodyId: panel.bodyId,
      number: '200',
      startsOn: '2016-12-15',
    })
    panel.setNow('2016-12-15T11:00:00.000+00:00')
    await panel.must('meeting.open', { meetingId: other.id })
    expect((await wall()).meeting?.number).toBe('200')
    await panel.must('meeting.adjourn', { meetingId: other.id })
    expect((await wall()).meeting?.number).toBe('199')
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    expect(await wall()).toMatchObject({ meeting: { number: '200' }, shows: 'adjourned' })
  })
})
