import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
})
afterEach(() => panel.close())

const lines = async () => (await panel.meeting()).agenda.map(({ label, title }) => `${label} ${title}`)
const add = async (title: string, more = {}) =>
  (await panel.must('agenda.add', { meetingId: panel.meetingId, title, ...more })).itemId
const move = (itemId: string, parentId: string | null, beforeId: string | null = null) => ({
  itemId,
  parentId,
  beforeId,
})

describe('the agenda', () => {
  test('is the template with what was added, numbered', async () => {
    expect(await lines()).toEqual([
      '199.1 Opening',
      '199.2 New proposals',
      '(a) 0621A Charging',
      '(b) Another matter',
    ])
    const { agenda, items } = await panel.meeting()
    expect(items).toBe(3)
    expect(agenda[2]?.proposal).toMatchObject({ reference: '0621A', title: 'Charging' })
  })

  test('items are added before others and moved, and numbers follow', async () => {
    await add('First', { beforeId: panel.items.one })
    await add('Between', { parentId: panel.items.two, beforeId: panel.items.other })
    expect(await lines()).toEqual([
      '199.1 First',
      '199.2 Opening',
      '199.3 New proposals',
      '(a) 0621A Charging',
      '(b) Between',
      '(c) Another matter',
    ])
    await panel.must('agenda.move', move(panel.items.other, null, panel.items.one))
    await panel.must('agenda.move', move(panel.items.two, null, panel.items.other))
    expect(await lines()).toEqual([
      '199.1 First',
      '199.2 New proposals',
      '(a) 0621A Charging',
      '(b) Between',
      '199.3 Another matter',
      '199.4 Opening',
    ])
    await panel.must('agenda.move', move(panel.items.p, panel.items.two))
    expect((await lines()).slice(2, 4)).toEqual(['(a) Between', '(b) 0621A Charging'])
    await panel.must('history.undo', {})
    expect((await lines()).slice(2, 4)).toEqual(['(a) 0621A Charging', '(b) Between'])
  })

  test('refuses circles, and depths beyond section and item', async () => {
    const { one, two, p, other } = panel.items
    expect(await panel.refused('agenda.move', move(two, two))).toBe('bad-input')
    expect(await panel.refused('agenda.move', move(two, p))).toBe('bad-input')
    expect(await panel.refused('agenda.move', move(two, one))).toBe('bad-input')
    expect(await panel.refused('agenda.move', move(one, p))).toBe('bad-input')
    expect(await panel.refused('agenda.move', move(p, two, p))).toBe('bad-input')
    expect(await panel.refused('agenda.move', move(one, null, p))).toBe('bad-input')
    expect(await panel.refused('agenda.move', move(p, 'none'))).toBe('not-found')
    expect(await panel.refused('agenda.add', { meetingId: panel.meetingId, title: 'x', parentId: p })).toBe(
      'bad-input',
    )
    expect(
      await panel.refused('agenda.add', { meetingId: panel.meetingId, title: 'x', beforeId: other }),
    ).toBe('bad-input')
    expect(
      await panel.refused('agenda.add', { meetingId: panel.meetingId, title: 'x', proposalId: 'none' }),
    ).toBe('not-found')
    expect(await panel.refused('agenda.add', { meetingId: 'none', title: 'x' })).toBe('not-found')
  })

  test('an item can be changed, with a paper and an outcome', async () => {
    await panel.must('agenda.change', {
      itemId: panel.items.other,
      title: 'Renamed',
      plannedMinutes: 7,
      isLate: true,
    })
    await panel.must('agenda.add-paper', {
      itemId: panel.items.other,
      title: 'The paper',
      reference: '12/01',
    })
    const { agenda, itemsWithOutcome } = await panel.must('agenda.set-outcome', {
      itemId: panel.items.other,
      outcome: 'deferred',
      reason: 'to January',
    })
    expect(agenda[3]).toMatchObject({
      title: 'Renamed',
      plannedMinutes: 7,
      isLate: true,
      outcome: 'deferred',
      outcomeReason: 'to January',
      counts: { papers: 1 },
    })
    expect(itemsWithOutcome).toBe(1)
    expect((await panel.item(panel.items.other)).papers).toMatchObject([
      { title: 'The paper', reference: '12/01' },
    ])
    await panel.must('agenda.set-outcome', { itemId: panel.items.other, outcome: null })
    expect((await panel.meeting()).itemsWithOutcome).toBe(0)
  })

  test('an item goes with its papers, unless something rests on it', async () => {
    await panel.must('agenda.add-paper', { itemId: panel.items.other, title: 'The paper' })
    expect(await panel.refused('agenda.remove', { itemId: panel.items.two })).toBe('conflict')
    await panel.must('agenda.remove', { itemId: panel.items.other })
    expect(await lines()).toHaveLength(3)
    await panel.must('history.undo', {})
    expect((await panel.item(panel.items.other)).papers).toHaveLength(1)
    await panel.must('note.write', { itemId: panel.items.other, text: 'Something was said.' })
    expect(await panel.refused('agenda.remove', { itemId: panel.items.other })).toBe('conflict')
    await panel.must('action.add', { itemId: panel.items.p, text: 'Do it' })
    expect(await panel.refused('agenda.remove', { itemId: panel.items.p })).toBe('conflict')
    await panel.openMeeting()
    expect(await panel.refused('agenda.remove', { itemId: panel.items.one })).toBe('conflict')
  })

  test('the clock runs for the item before the meeting', async () => {
    expect(await panel.refused('agenda.set-current', { itemId: panel.items.p })).toBe('meeting-not-open')
    await panel.openMeeting()
    panel.setNow('2016-12-15T10:09:00.000+00:00')
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    panel.setNow('2016-12-15T10:10:30.000+00:00')
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    await panel.must('agenda.set-current', { itemId: panel.items.one })
    const { agenda, currentItemId } = await panel.meeting()
    expect(currentItemId).toBe(panel.items.one)
    expect(agenda[0]).toMatchObject({ secondsTaken: 540, runningSince: '2016-12-15T10:10:30.000+00:00' })
    expect(agenda[2]).toMatchObject({ secondsTaken: 90, runningSince: null })
    const early = { itemId: panel.items.p, at: '2016-12-15T09:00:00.000+00:00' }
    expect(await panel.refused('agenda.set-current', early)).toBe('bad-input')
  })
})
