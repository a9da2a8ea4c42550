import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePanel, type Panel } from './panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
})
afterEach(() => panel.close())

const meetingId = () => panel.meetingId
const read = () => panel.must('meeting.read', { meetingId: meetingId() })

test('an adjourned meeting sits again on the next day, at the item at which it stopped', async () => {
  await panel.must('meeting.change', { meetingId: meetingId(), endsOn: '2016-12-16' })
  await panel.must('meeting.open', { meetingId: meetingId(), at: '2016-12-15T10:30:00Z' })
  const { agenda } = await read()
  const second = agenda[1]?.id ?? ''
  await panel.must('agenda.set-current', { itemId: second, at: '2016-12-15T10:40:00Z' })
  const adjourned = await panel.must('meeting.adjourn', {
    meetingId: meetingId(),
    at: '2016-12-15T12:00:00Z',
    reason: 'until the next morning',
  })
  expect(adjourned).toMatchObject({ state: 'open', isAdjourned: true, currentItemId: second })
  expect(adjourned.agenda[1]).toMatchObject({ secondsTaken: 80 * 60, runningSince: null })
  const resumed = await panel.must('meeting.resume', { meetingId: meetingId(), at: '2016-12-16T09:00:00Z' })
  expect(resumed).toMatchObject({ isAdjourned: false, currentItemId: second })
  expect(resumed.agenda[1]).toMatchObject({ secondsTaken: 80 * 60, runningSince: '2016-12-16T09:00:00Z' })
  expect(resumed.sittings).toEqual([
    { startedAt: '2016-12-15T10:30:00Z', endedAt: '2016-12-15T12:00:00Z', reason: 'until the next morning' },
    { startedAt: '2016-12-16T09:00:00Z', endedAt: null, reason: '' },
  ])
})

test('nothing is put and nothing moves on while it is adjourned; notes can be written', async () => {
  await panel.must('meeting.open', { meetingId: meetingId() })
  const { agenda } = await read()
  const [first, second] = agenda.map(({ id }) => id)
  await panel.must('meeting.adjourn', { meetingId: meetingId() })
  const before = await read()
  expect(await panel.refused('agenda.set-current', { itemId: second ?? '' })).toBe('meeting-not-open')
  expect(await panel.refused('question.put', { itemId: first ?? '', kind: 'cast' })).toBe('meeting-not-open')
  expect(await panel.refused('meeting.adjourn', { meetingId: meetingId() })).toBe('meeting-not-open')
  expect(await read()).toEqual(before)
  await panel.must('note.write', { itemId: first ?? '', text: 'The Panel adjourned.' })
})

test('times that cannot be are refused by their field', async () => {
  await panel.must('meeting.open', { meetingId: meetingId(), at: '2016-12-15T10:30:00Z' })
  expect(await panel.refused('meeting.resume', { meetingId: meetingId() })).toBe('already-exists')
  expect(await panel.refused('meeting.adjourn', { meetingId: meetingId(), at: '2016-12-15T10:00:00Z' })).toBe(
    'bad-input',
  )
  await panel.must('meeting.adjourn', { meetingId: meetingId(), at: '2016-12-15T12:00:00Z' })
  expect(await panel.refused('meeting.resume', { meetingId: meetingId(), at: '2016-12-15T11:59:00Z' })).toBe(
    'bad-input',
  )
})

test('a meeting that does not resume ended when it was adjourned', async () => {
  await panel.must('meeting.open', { meetingId: meetingId(), at: '2016-12-15T10:30:00Z' })
  await panel.must('meeting.adjourn', { meetingId: meetingId(), at: '2016-12-15T12:00:00Z' })
  const closed = await panel.must('meeting.close', { meetingId: meetingId() })
  expect(closed).toMatchObject({ state: 'closed', isAdjourned: false, closedAt: '2016-12-15T12:00:00Z' })
})
