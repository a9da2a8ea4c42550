import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePanel, type Panel } from './panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.must('meeting.open', { meetingId: panel.meetingId })
})
afterEach(() => panel.close())

const check = async () => (await panel.must('meeting.check', { meetingId: panel.meetingId })).findings
const sentences = async () => (await check()).map(({ sentence }) => sentence)
const agenda = async () => (await panel.must('meeting.read', { meetingId: panel.meetingId })).agenda
const arrive = async (...initials: string[]) => {
  const { room } = await panel.must('meeting.read', { meetingId: panel.meetingId })
  const personIds = room.attendees
    .filter((attendee) => initials.includes(attendee.initials))
    .map(({ personId }) => personId)
  await panel.must('attendance.record-many', { meetingId: panel.meetingId, personIds, presence: 'present' })
}

test('items without outcome are found until they have one', async () => {
  const [first, ...others] = await agenda()
  for (const { id } of others) await panel.must('agenda.set-outcome', { itemId: id, outcome: 'done' })
  expect(await check()).toEqual([
    {
      key: `no-outcome:${first?.id ?? ''}`,
      kind: 'no-outcome',
      sentence: `${first?.label ?? ''} ${first?.title ?? ''} has no outcome.`,
      itemId: first?.id,
      questionId: null,
      mustBeMended: false,
    },
  ])
  await panel.must('agenda.set-outcome', { itemId: first?.id ?? '', outcome: 'noted' })
  expect(await check()).toEqual([])
})

test('a vote is found while it waits, then while it has no determination, then while its wording does not fit', async () => {
  await arrive('AB', 'CD', 'EF', 'KL', 'MN')
  for (const { id } of await agenda()) await panel.must('agenda.set-outcome', { itemId: id, outcome: 'done' })
  const itemId = (await agenda())[0]?.id ?? ''
  const { questionId } = await panel.must('question.put', { itemId, kind: 'cast' })
  const [waiting] = await check()
  expect(waiting).toMatchObject({ kind: 'open-vote', mustBeMended: true, questionId })
  expect(waiting?.sentence).toMatch(/still waits for AB, CD, EF, KL and MN\.$/)
  expect(await panel.refused('meeting.close', { meetingId: panel.meetingId, reasons: [] })).toBe('vote-open')

  await panel.must('vote.record-many', { questionId, rest: 'for' })
  expect((await check()).map(({ kind }) => kind)).toEqual(['no-determination'])
  await panel.must('determination.write', { itemId, questionId })
  expect(await check()).toEqual([])
  await panel.must('vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'Misheard.' })
  expect((await check()).map(({ kind }) => kind)).toEqual(['stale-wording'])
})

test('actions without owner or date, late items and papers without acceptance are found', async () => {
  const itemId = (await agenda())[0]?.id ?? ''
  for (const { id } of await agenda()) await panel.must('agenda.set-outcome', { itemId: id, outcome: 'done' })
  await panel.must('action.add', { itemId, text: 'Provide legal text' })
  await panel.must('agenda.change', { itemId, isLate: true })
  await panel.must('agenda.add-paper', { itemId, title: 'Report', isLate: true })
  expect((await check()).map(({ kind }) => kind)).toEqual([
    'action-without-owner',
    'action-without-date',
    'late-without-acceptance',
    'late-without-acceptance',
  ])
  const [, , , paper] = await sentences()
  expect(paper).toMatch(/The paper “Report” came late/)
  // What was said of the item holds for what came with it.
  await panel.must('agenda.change', { itemId, lateAcceptance: 'Accepted by all.' })
  expect(await check()).toHaveLength(2)
})

test('initials in a note are found when nobody in the room has them', async () => {
  for (const { id } of await agenda()) await panel.must('agenda.set-outcome', { itemId: id, outcome: 'done' })
  const itemId = (await agenda())[0]?.id ?? ''
  await arrive('AB')
  await panel.must('note.write', {
    itemId,
    text: 'AB asked **C**D about the SCR and [CD*X*](https://example.org/EF).\n\n*CD* answered; XY was not known to anybody.',
  })
  const found = await check()
  expect(found).toHaveLength(1)
  expect(found[0]?.sentence).toMatch(/The note names CD \(.+\), who was not in the room\.$/)
})

test('what is left when it closes is kept with its reason; undo takes it back', async () => {
  const left = await check()
  const reasons = left.map(({ key }) => ({ finding: key, reason: 'For the next meeting.' }))
  expect(await panel.refused('meeting.close', { meetingId: panel.meetingId, reasons: [] })).toBe('bad-input')
  const unknown = [...reasons, { finding: 'no-outcome:nothing', reason: 'None.' }]
  expect(await panel.refused('meeting.close', { meetingId: panel.meetingId, reasons: unknown })).toBe(
    'bad-input',
  )
  const closed = await panel.must('meeting.close', { meetingId: panel.meetingId, reasons })
  expect(closed.leftAtClosing).toEqual(
    left.map(({ sentence }) => ({ sentence, reason: 'For the next meeting.' })),
  )
  await panel.must('history.undo', {})
  const open = await panel.must('meeting.read', { meetingId: panel.meetingId })
  expect(open).toMatchObject({ state: 'open', leftAtClosing: [] })
})

test('a script that gives no reasons closes, and what was left is kept without one', async () => {
  const left = await sentences()
  const closed = await panel.must('meeting.close', { meetingId: panel.meetingId })
  expect(closed.leftAtClosing).toEqual(left.map((sentence) => ({ sentence, reason: '' })))
})
