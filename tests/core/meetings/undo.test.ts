import { afterEach, beforeEach, expect, test } from 'vitest'
import { makePanel, type Panel } from './panel.ts'

let panel: Panel
let questionId: string
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
  questionId = await panel.put('cast')
})
afterEach(() => panel.close())

/** What a secretary sees: the meeting, the item, the proposal. */
async function everything() {
  return {
    meeting: await panel.meeting(),
    item: await panel.item(),
    proposal: await panel.must('proposal.read', { proposalId: panel.proposalId }),
  }
}

/** Each name with what it does; positions are all in, two against two. */
const steps: [string, () => Promise<unknown>][] = [
  ['somebody leaves', () => panel.leave('AB')],
  ['somebody comes', () => panel.arrive('MN XA GU')],
  [
    'a vote is carried',
    () =>
      panel.must('vote.carry', {
        meetingId: panel.meetingId,
        seatId: panel.seat('MN'),
        carrierPersonId: panel.person('AB'),
      }),
  ],
  [
    'a recusal',
    () =>
      panel.must('attendance.declare-interest', {
        itemId: panel.items.p,
        personId: panel.person('AB'),
        kind: 'recused',
      }),
  ],
  ['a question', () => panel.put('exercisable')],
  ['a position', () => panel.must('vote.record', { questionId, initials: 'AB', value: 'against' })],
  ['several positions', () => panel.record(questionId, 'AB none, CD abstain')],
  [
    'the casting vote',
    () => panel.must('vote.cast-casting', { questionId, personId: panel.person('CH'), value: 'for' }),
  ],
  ['the closing of a vote', () => panel.must('vote.close', { questionId })],
  ['a vote taken again', () => panel.must('vote.take-again', { questionId, reason: 'once more' })],
  [
    'a determination',
    () =>
      panel.must('determination.write', {
        itemId: panel.items.p,
        questionId,
        consequences: { stage: 'workgroup' },
      }),
  ],
  ['the next item', () => panel.must('agenda.set-current', { itemId: panel.items.p })],
  [
    'an item added',
    () => panel.must('agenda.add', { meetingId: panel.meetingId, title: 'More', beforeId: panel.items.one }),
  ],
  [
    'an item moved',
    () => panel.must('agenda.move', { itemId: panel.items.p, parentId: null, beforeId: panel.items.one }),
  ],
  ['an item removed', () => panel.must('agenda.remove', { itemId: panel.items.other })],
  ['an outcome', () => panel.must('agenda.set-outcome', { itemId: panel.items.p, outcome: 'done' })],
  [
    'a change of the meeting',
    () => panel.must('meeting.change', { meetingId: panel.meetingId, place: 'Hall' }),
  ],
  ['the closing of the meeting', () => panel.must('meeting.close', { meetingId: panel.meetingId })],
]

test.each(steps)('%s is undone and redone whole', async (_name, step) => {
  await panel.record(questionId, 'AB for, CD for, EF against, KL against')
  const before = await everything()
  panel.setNow('2016-12-15T10:30:00.000+00:00')
  await step()
  const after = await everything()
  expect(after).not.toEqual(before)
  await panel.must('history.undo', {})
  expect(await everything()).toEqual(before)
  await panel.must('history.redo', {})
  expect(await everything()).toEqual(after)
})

test('a correction is undone with its ledger entry', async () => {
  await panel.record(questionId, 'rest for')
  await panel.must('vote.close', { questionId })
  const before = await everything()
  await panel.must('vote.correct', { questionId, initials: 'AB', value: 'against', reason: 'misheard' })
  await panel.must('history.undo', {})
  expect(await everything()).toEqual(before)
})
