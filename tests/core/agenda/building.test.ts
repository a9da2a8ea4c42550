import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

/** 199.1 Opening, 199.2 New proposals with (a) 0621A Charging and (b) Another matter, then 199.3 Closing. */
let panel: Panel
let closing: string
let third: string
beforeEach(async () => {
  panel = await makePanel()
  closing = await add('Closing')
  third = await add('A third', { parentId: panel.items.two })
})
afterEach(() => panel.close())

const lines = async (meetingId = panel.meetingId) =>
  (await panel.must('meeting.read', { meetingId })).agenda.map(({ label, title }) => `${label} ${title}`)
const add = async (title: string, more = {}) =>
  (await panel.must('agenda.add', { meetingId: panel.meetingId, title, ...more })).itemId
const undo = async () => (await panel.must('history.undo', {})).summary

describe('moving several items', () => {
  test('keeps their order, whatever the order in which they are named, and is one undo', async () => {
    const before = await lines()
    const { p, other, one } = panel.items
    const { agenda } = await panel.must('agenda.move-many', {
      itemIds: [other, p, p],
      parentId: null,
      beforeId: one,
    })
    expect(agenda.map(({ label, title }) => `${label} ${title}`)).toEqual([
      '199.1 0621A Charging',
      '199.2 Another matter',
      '199.3 Opening',
      '199.4 New proposals',
      '(a) A third',
      '199.5 Closing',
    ])
    expect(await undo()).toBe('2 items moved on the agenda')
    expect(await lines()).toEqual(before)
  })

  test('gathers them from several places', async () => {
    const { one, other, two } = panel.items
    await panel.must('agenda.move-many', { itemIds: [closing, one, other], parentId: two, beforeId: third })
    expect(await lines()).toEqual([
      '199.1 New proposals',
      '(a) 0621A Charging',
      '(b) Opening',
      '(c) Another matter',
      '(d) Closing',
      '(e) A third',
    ])
  })

  test('takes what stands in a section along with it', async () => {
    const { one, two, p } = panel.items
    await panel.must('agenda.move-many', { itemIds: [two, p, closing], parentId: null, beforeId: one })
    expect(await lines()).toEqual([
      '199.1 New proposals',
      '(a) 0621A Charging',
      '(b) Another matter',
      '(c) A third',
      '199.2 Closing',
      '199.3 Opening',
    ])
    expect(await undo()).toBe('2 items moved on the agenda')
  })

  test('is refused whole where one of them cannot stand there', async () => {
    const before = await lines()
    const { one, two, p, other } = panel.items
    const to = (itemIds: string[], parentId: string | null, beforeId: string | null = null) =>
      panel.refused('agenda.move-many', { itemIds, parentId, beforeId })
    expect(await to([one, two], two)).toBe('bad-input')
    expect(await to([closing, two], one)).toBe('bad-input')
    expect(await to([p, other], null, other)).toBe('bad-input')
    expect(await to([p, other], null, third)).toBe('bad-input')
    expect(await to([one], p)).toBe('bad-input')
    expect(await to([one], 'none')).toBe('not-found')
    expect(await to(['none'], null)).toBe('not-found')
    expect(await to([], null)).toBe('bad-input')
    const elsewhere = await panel.must('meeting.create', { bodyId: panel.bodyId, startsOn: '2017-01-19' })
    expect(await to([one, elsewhere.agenda[0]?.id ?? ''], null)).toBe('bad-input')
    expect(await lines()).toEqual(before)
  })
})

describe('taking several items off the agenda', () => {
  test('takes a section with all that stands in it', async () => {
    const before = await lines()
    const { two, p, other } = panel.items
    await panel.must('agenda.remove-many', { itemIds: [two, p, other, third] })
    expect(await lines()).toEqual(['199.1 Opening', '199.2 Closing'])
    expect(await undo()).toBe('4 items taken off the agenda')
    expect(await lines()).toEqual(before)
  })

  test('is refused for all while something rests on one', async () => {
    const before = await lines()
    await panel.must('note.write', { itemId: third, text: 'Something was said.' })
    const answer = await panel.call('agenda.remove-many', { itemIds: [closing, third] })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('A third') as string },
    })
    expect(await panel.refused('agenda.remove-many', { itemIds: [panel.items.two] })).toBe('conflict')
    expect(await lines()).toEqual(before)
  })
})

describe('an outcome for several items', () => {
  test('is written with one reason, and taken back with one undo', async () => {
    const { p, other } = panel.items
    const { agenda } = await panel.must('agenda.set-outcome-many', {
      itemIds: [p, other],
      outcome: 'not-reached',
      reason: 'for want of time',
    })
    const reached = agenda.filter(({ outcome }) => outcome !== null)
    expect(reached.map(({ id, outcome, outcomeReason }) => [id, outcome, outcomeReason])).toEqual([
      [p, 'not-reached', 'for want of time'],
      [other, 'not-reached', 'for want of time'],
    ])
    expect(await undo()).toBe('2 items not reached')
    expect((await panel.meeting()).agenda.filter(({ outcome }) => outcome !== null)).toEqual([])
    await panel.must('agenda.set-outcome-many', { itemIds: [p], outcome: 'deferred' })
    expect(await undo()).toBe('0621A deferred')
  })
})

describe('copying items of another meeting', () => {
  const copy = async (itemIds: string[], more = {}) => {
    const { id } = await panel.must('meeting.create', {
      bodyId: panel.bodyId,
      startsOn: '2017-01-19',
      ...more,
    })
    const input = { meetingId: id, fromMeetingId: panel.meetingId, itemIds }
    return { id, answer: await panel.must('agenda.copy', input) }
  }

  test('takes what an item is and nothing of what happened to it', async () => {
    const { p } = panel.items
    await panel.must('agenda.change', {
      itemId: p,
      title: 'Charging',
      kind: 'new-proposals',
      purpose: 'decision',
      presenter: 'Shipper',
      plannedMinutes: 12,
      isLate: true,
      lateAcceptance: 'without objection',
    })
    await panel.must('agenda.add-paper', { itemId: p, title: 'The paper' })
    await panel.must('agenda.set-outcome', { itemId: p, outcome: 'deferred', reason: 'to January' })
    await panel.must('note.write', { itemId: p, text: 'Something was said.' })
    const { id, answer } = await copy([p])
    const line = answer.meeting.agenda.find((each) => each.id === answer.itemIds[0])
    expect(line).toMatchObject({
      fullLabel: '200.2 (a)',
      title: 'Charging',
      kind: 'new-proposals',
      purpose: 'decision',
      presenter: 'Shipper',
      plannedMinutes: 12,
      proposal: { reference: '0621A' },
      isLate: false,
      lateAcceptance: '',
      outcome: null,
      outcomeReason: '',
      counts: { paragraphs: 0, papers: 0 },
    })
    expect(await undo()).toBe('0621A copied from meeting 199')
    expect(await lines(id)).toEqual(['200.1 Opening', '200.2 New proposals'])
  })

  test('puts an item in the section like its own, in the copy of that, or by itself', async () => {
    const { two, p, other } = panel.items
    const { id } = await copy([other, p, closing])
    expect(await lines(id)).toEqual([
      '200.1 Opening',
      '200.2 New proposals',
      '(a) 0621A Charging',
      '(b) Another matter',
      '200.3 Closing',
    ])
    const bare = await copy([p, two], { fromTemplate: false })
    expect(await lines(bare.id)).toEqual(['201.1 New proposals', '(a) 0621A Charging'])
    const loose = await copy([p], { fromTemplate: false })
    expect(await lines(loose.id)).toEqual(['202.1 0621A Charging'])
  })

  test('is refused for items of a third meeting, from the meeting itself, and onto a closed one', async () => {
    const { id } = await panel.must('meeting.create', { bodyId: panel.bodyId, startsOn: '2017-01-19' })
    const input = { meetingId: id, fromMeetingId: panel.meetingId, itemIds: [panel.items.p] }
    expect(await panel.refused('agenda.copy', { ...input, fromMeetingId: id })).toBe('bad-input')
    expect(await panel.refused('agenda.copy', { ...input, itemIds: ['none'] })).toBe('bad-input')
    expect(await panel.refused('agenda.copy', { ...input, fromMeetingId: 'none' })).toBe('not-found')
    await panel.openMeeting()
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    expect(
      await panel.refused('agenda.copy', { ...input, meetingId: panel.meetingId, fromMeetingId: id }),
    ).toBe('meeting-closed')
    await panel.must('agenda.copy', input)
  })
})

describe('numbers on the agenda', () => {
  const numbering = (itemNumbering: string, subItemNumbering: string) =>
    panel.must('body.change', { bodyId: panel.bodyId, itemNumbering, subItemNumbering })
  const numbers = async () => {
    const { agenda } = await panel.meeting()
    return agenda.map(({ label, fullLabel }) => `${label} = ${fullLabel}`)
  }

  test('follow every move, and no two items have the same', async () => {
    const { one, two, p } = panel.items
    await add('Late', { isLate: true, parentId: two })
    await panel.must('agenda.move-many', { itemIds: [p, closing], parentId: one, beforeId: null })
    await panel.must('agenda.remove', { itemId: third })
    expect(await numbers()).toEqual([
      '199.1 = 199.1',
      '(a) = 199.1 (a)',
      '(b) = 199.1 (b)',
      '199.2 = 199.2',
      '(a) = 199.2 (a)',
      '(b) = 199.2 (b)',
    ])
    await panel.must('agenda.move', { itemId: two, parentId: null, beforeId: one })
    const { agenda } = await panel.meeting()
    expect(agenda.map(({ fullLabel, title }) => `${fullLabel} ${title}`)).toEqual([
      '199.1 New proposals',
      '199.1 (a) Another matter',
      '199.1 (b) Late',
      '199.2 Opening',
      '199.2 (a) 0621A Charging',
      '199.2 (b) Closing',
    ])
  })

  test.each([
    ['{section}', '{number}', ['1 = 1', '2 = 2', '1 = 2 1', '2 = 2 2', '3 = 2 3', '3 = 3']],
    ['{section}', '{section}.{number}', ['1 = 1', '2 = 2', '2.1 = 2.1', '2.2 = 2.2', '2.3 = 2.3', '3 = 3']],
    [
      '{meeting}.{section}',
      '{meeting}.{section}.{number}',
      ['199.1', '199.2', '199.2.1', '199.2.2', '199.2.3', '199.3'].map((label) => `${label} = ${label}`),
    ],
    ['{section:2}', '{letter}', ['01 = 01', '02 = 02', 'a = 02 a', 'b = 02 b', 'c = 02 c', '03 = 03']],
  ])('by %s and %s', async (items, subItems, expected) => {
    await numbering(items, subItems)
    expect(await numbers()).toEqual(expected)
    expect(new Set((await numbers()).map((line) => line.split(' = ')[1])).size).toBe(6)
  })
})
