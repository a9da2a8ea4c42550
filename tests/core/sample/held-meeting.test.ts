import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallOutput } from '../../../core/contract/calls.ts'
import type { Item, QuestionView } from '../../../core/contract/voting.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

type Meeting = CallOutput<'meeting.read'>

let book: TestCore
const meetings = new Map<string, { meeting: Meeting; items: Item[] }>()
beforeAll(async () => {
  book = await makeCore({ sample: true, held: true })
  const list = await book.must('meeting.list', {})
  for (const { id, number, body } of list.meetings) {
    if (body.shortName !== 'UNC Panel') continue
    const meeting = await book.must('meeting.read', { meetingId: id })
    const items = []
    for (const line of meeting.agenda) items.push(await book.must('agenda.read', { itemId: line.id }))
    meetings.set(number, { meeting, items })
  }
})
afterAll(() => book.close())

const at = (number: string) => {
  const found = meetings.get(number)
  if (found === undefined) throw new Error(`There is no meeting ${number}.`)
  return found
}
const questionsOf = (number: string) => at(number).items.flatMap(({ questions }) => questions)
const question = (reference: string, kind: string): QuestionView => {
  const item = at('199').items.find(({ proposal }) => proposal?.reference === reference)
  const found = item?.questions.find(({ kindKey }) => kindKey === kind)
  if (found === undefined) throw new Error(`Nobody put ${kind} on ${reference}.`)
  return found
}
const position = (asked: QuestionView, seatOf: string) =>
  asked.round.positions.find(({ initials }) => initials === seatOf)

describe('the meeting of 15 December 2016', () => {
  test('was opened late, closed early, and each item has its outcome', () => {
    const { meeting } = at('199')
    expect(meeting).toMatchObject({
      state: 'closed',
      startsOn: '2016-12-15',
      openedAt: '2016-12-15T10:32:00.000+00:00',
      closedAt: '2016-12-15T12:06:00.000+00:00',
    })
    expect(meeting.recordHash).toMatch(/^[0-9a-f]{64}$/)
    expect(meeting.agenda.filter(({ outcome }) => outcome === null)).toEqual([])
    expect(meeting.agenda.map(({ label }) => label).slice(0, 8)).toEqual([
      '199.1',
      '199.2',
      '199.3',
      '199.4',
      '199.5',
      '199.6',
      '(a)',
      '(b)',
    ])
  })

  test('saw a late arrival, an early leaving, an alternate, a carried vote and a recusal', () => {
    const { meeting, items } = at('199')
    const attendee = (initials: string) => meeting.room.attendees.find((one) => one.initials === initials)
    expect(attendee('EF')?.intervals).toMatchObject([{ arrivedAtItem: '199.6 (a)' }])
    expect(position(question('0620', 'scr-relation'), 'EF')?.value).toBe('not-present')
    expect(position(question('0620', 'self-governance'), 'EF')?.value).toBe('against')
    expect(attendee('ST')?.intervals).toMatchObject([{ leftAtItem: '199.12 (a)' }])
    expect(position(question('0615S', 'new-issues'), 'ST')?.value).toBe('against')
    expect(position(question('0615S', 'implement'), 'ST')?.value).toBe('not-present')
    expect(position(question('0620', 'to-workgroup'), 'HA')?.basis).toBe('alternate')
    expect(position(question('0620', 'to-workgroup'), 'YZ')).toMatchObject({
      basis: 'carried',
      castBy: { initials: 'WX' },
    })
    expect(position(question('0618', 'reporting-date'), 'KL')?.value).toBe('recused')
    expect(items.flatMap(({ interests }) => interests.map(({ initials }) => initials))).toEqual(['KL'])
  })

  test('corrected a position and kept the old one, and took a slip back', async () => {
    const corrected = question('0621', 'self-governance')
    expect(position(corrected, 'UV')).toMatchObject({
      value: 'none',
      corrections: [{ oldValue: 'against', newValue: 'none' }],
    })
    expect(corrected.determination?.text).toContain('(5 for, 6 against, 2 no vote recorded)')
    const { entries } = await book.must('history.list', { limit: 500 })
    expect(entries.map(({ summary }) => summary)).toContain('Undone: KL against on 0620')
    expect(position(question('0620', 'self-governance'), 'KL')?.value).toBe('for')
  })

  test('determined in the panel’s own words', () => {
    const words = questionsOf('199').map(({ determination }) => determination?.text)
    expect(words).toEqual([
      'Not related to the Significant Code Review, by unanimous vote against',
      'Does satisfy the Self-Governance Criteria, by majority (11 for, 1 against, 1 no vote recorded)',
      'Issued to Workgroup 0620 with a report by the 16 March 2017 Panel, by unanimous vote in favour',
      'Not related to the Significant Code Review, by unanimous vote against',
      'Does not satisfy the Self-Governance Criteria, there being no majority in favour (5 for, 6 against, 2 no vote recorded)',
      'Issued to Workgroup 0621 with a report by the 18 May 2017 Panel, by majority (9 for, 4 against)',
      'Reporting date extended to 19 January 2017, by unanimous vote in favour',
      'No new issues identified, by unanimous vote against',
      'Implemented, by unanimous vote in favour',
    ])
  })

  test('moved the register, and its dates are those that the calendar gives', async () => {
    const moved = async (reference: string) => {
      const { proposals } = await book.must('proposal.resolve', { reference: `UNC ${reference}` })
      return book.must('proposal.read', { proposalId: proposals[0]?.id ?? reference })
    }
    const implemented = await moved('0615S')
    const days = await book.must('timetable.add-working-days', { from: '2016-12-15', days: 16 })
    expect(implemented).toMatchObject({
      stage: { key: 'pending-implementation' },
      implementationOn: days.date,
    })
    expect(implemented.stageHistory.at(-1)).toMatchObject({
      changedOn: '2016-12-15',
      reason: 'Implemented, by unanimous vote in favour',
    })
    expect((await moved('0618')).reportingOn).toBe('2017-01-19')
    expect(await moved('0620')).toMatchObject({ stage: { key: 'workgroup' }, reportingOn: '2017-03-16' })
    expect(implemented.votes.map(({ meeting }) => meeting)).toContain(
      'UNC Modification Panel 197, 20 October 2016',
    )
  })

  test('has the SEC’s update under any other business', () => {
    const item = at('199').items.find(({ line }) => line.title.startsWith('Smart Energy Code update'))
    expect(item?.line).toMatchObject({ kind: 'any-other-business', outcome: 'noted' })
    expect(item?.papers).toMatchObject([{ title: 'Smart Energy Code update', receivedOn: '2016-12-07' }])
    const { agenda } = at('199').meeting
    expect(agenda.find(({ id }) => id === item?.line.parentId)?.title).toBe('Any other business')
  })
})

describe('the three meetings', () => {
  test.each(['197', '198', '199'])('%s: every vote is closed, adds up and has its words', (number) => {
    const asked = questionsOf(number)
    expect(asked.length).toBeGreaterThan(2)
    for (const { round, determination } of asked) {
      expect(round.state).toBe('closed')
      const [parts = '', total = ''] = round.evaluation.reconciliation.split(' = ')
      expect(total).toBe('13 votes of all seats')
      expect(parts.split(' + ').reduce((sum, part) => sum + Number.parseInt(part, 10), 0)).toBe(13)
      expect(determination).toMatchObject({ isStale: false, text: round.result })
      expect(determination?.text).not.toMatch(/[[\]{}]/)
      expect(round.quorum).toMatch(/^Quorate: /)
    }
  })

  test('number their paragraphs from the one to the next', () => {
    const numbers = ['197', '198', '199'].flatMap((number) =>
      at(number).items.flatMap(({ note }) => note.paragraphs.map((paragraph) => paragraph.number)),
    )
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1))
  })

  test('carry actions over, close them with the reason, and leave some open', async () => {
    const { actions } = await book.must('action.list', {})
    const told = actions.map(({ reference, status, updates }) => `${reference} ${status} ${updates.length}`)
    expect(told.sort()).toEqual([
      'PAN 10/01 closed 1',
      'PAN 10/02 closed 2',
      'PAN 11/01 carried-forward 1',
      'PAN 12/01 open 0',
      'PAN 12/02 open 0',
      'PAN 12/03 open 0',
    ])
    for (const { owners } of actions) expect(owners).not.toEqual([])
  })
})

describe('the book', () => {
  test('was written in the order of its instants, and is sound', async () => {
    const { entries } = await book.must('history.list', { limit: 500 })
    const instants = entries.reverse().map((entry) => Date.parse(entry.at))
    // The first entry is the making of the file itself.
    const written = instants.slice(1)
    expect(written).toEqual(written.toSorted((one, other) => one - other))
    expect(await book.must('history.verify', {})).toMatchObject({ isSound: true, problems: [] })
  })
})
