import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import Database from 'better-sqlite3'
import type { CallInput } from '../../../core/contract/calls.ts'
import { ownerColumns } from '../../../core/history/whose.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
})
afterEach(() => panel.close())

const list = async (input: CallInput<'history.list'> = {}) => panel.must('history.list', input)
const words = async (input: CallInput<'history.list'> = {}) =>
  (await list(input)).entries.map(({ summary }) => summary)
const open = async () => {
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
}
const at = (time: string) => panel.setNow(`2016-12-15T${time}.000+00:00`)
const note = (text: string, itemId = panel.items.p) => panel.must('note.write', { itemId, text })

/** Typing from 11:40:10 on, a save every second. */
const type = async (saves: number) => {
  for (let index = 0; index < saves; index += 1) {
    at(`11:40:${String(10 + index).padStart(2, '0')}`)
    await note(`One${'.'.repeat(index)}`)
  }
}

describe('the history of a meeting', () => {
  test('has what changed it and its items, and nothing of another', async () => {
    const { seq: before } = await panel.must('history.state', {})
    await open()
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for')
    await panel.must('person.add', { name: 'Somebody else', initials: 'ZZ' })
    const other = await panel.must('meeting.create', {
      bodyId: panel.bodyId,
      number: '200',
      startsOn: '2017-01-19',
    })
    await panel.must('proposal.change', { proposalId: panel.proposalId, title: 'Charging again' })
    const { entries } = await list({ meetingId: panel.meetingId })
    const since = entries.filter(({ seq }) => seq > before)
    expect(since.map(({ summary }) => summary)).toEqual([
      'AB for on 0621A',
      'cast put on 0621A',
      expect.stringContaining('0621A'),
      'meeting 199 opened',
      expect.stringContaining('5 people'),
    ])
    expect(await words({ meetingId: other.id })).toEqual(['TST meeting 200 created'])
    expect(await words({ meetingId: 'nobody' })).toEqual([])
  })

  test('keeps what was undone or removed since, with what undid it', async () => {
    await open()
    await panel.put('cast')
    const added = await panel.must('agenda.add', { meetingId: panel.meetingId, title: 'Afterthought' })
    await note('A word.', added.itemId)
    for (let count = 0; count < 3; count += 1) await panel.must('history.undo', {})
    const { entries } = await list({ meetingId: panel.meetingId, limit: 6 })
    expect(entries.map(({ summary, isUndone }) => [summary, isUndone])).toEqual([
      ['Undone: cast put on 0621A', false],
      [expect.stringMatching(/^Undone: .*Afterthought/), false],
      ['Undone: note on “Afterthought”', false],
      ['note on “Afterthought”', true],
      [expect.stringMatching(/Afterthought/), true],
      ['cast put on 0621A', true],
    ])
    expect(entries[5]?.undoneBy).toMatchObject({ seq: entries[0]?.seq, actor: 'Secretary' })
    // The item is gone, so what was done on it leads to its meeting.
    expect(entries[3]?.place).toMatchObject({ kind: 'meeting', id: panel.meetingId, label: 'Meeting 199' })
    expect(await words({ itemId: added.itemId })).toHaveLength(4)
    await panel.must('history.redo', {})
    expect((await list({ meetingId: panel.meetingId, limit: 7 })).entries.at(-1)?.undoneBy).toBeNull()
  })

  test('leads to the item where something was done, or to where it belongs', async () => {
    await open()
    await panel.must('agenda.set-current', { itemId: panel.items.p })
    await panel.put('cast')
    const places = async () => (await list({ limit: 1 })).entries[0]?.place
    expect(await places()).toEqual({
      kind: 'item',
      id: panel.items.p,
      meetingId: panel.meetingId,
      label: '199.2 (a)',
      title: '0621A Charging',
    })
    // The item that is brought before the meeting, not the one whose clock it stops.
    await panel.must('agenda.set-current', { itemId: panel.items.other })
    expect(await places()).toMatchObject({ id: panel.items.other })
    await panel.must('meeting.change', { meetingId: panel.meetingId, place: 'Solihull' })
    expect(await places()).toMatchObject({ kind: 'meeting', label: 'Meeting 199', title: 'Test Panel' })
    await panel.must('proposal.change', { proposalId: panel.proposalId, title: 'Charging again' })
    expect(await places()).toMatchObject({ kind: 'proposal', label: '0621A', title: 'Charging again' })
    await panel.must('body.change', { bodyId: panel.bodyId, quorumTotal: 4 })
    expect(await places()).toMatchObject({ kind: 'body', label: 'TST', title: 'Test Panel' })
    await panel.must('person.add', { name: 'Somebody else', initials: 'ZZ' })
    expect(await places()).toBeNull()
  })

  test('of an action is where it was raised, and of its closing where it was closed', async () => {
    await open()
    const action = await panel.must('action.add', {
      itemId: panel.items.p,
      text: 'Think',
      owners: ['AB'],
    })
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    const next = await panel.must('meeting.create', {
      bodyId: panel.bodyId,
      number: '200',
      startsOn: '2017-01-19',
    })
    await panel.must('meeting.open', { meetingId: next.id })
    await panel.must('action.update', {
      actionId: action.id,
      text: 'Half done.',
      status: 'carried-forward',
      meetingId: next.id,
    })
    const here = (await list({ meetingId: next.id, limit: 1 })).entries[0]
    expect(here?.place).toMatchObject({ kind: 'meeting', id: next.id })
    const raised = (await list({ meetingId: panel.meetingId, limit: 1 })).entries[0]
    expect(raised).toMatchObject({ seq: here?.seq, place: { kind: 'item', id: panel.items.p } })
  })
})

describe('typing in the history', () => {
  test('is told as one where one undo takes it back, and as it is where nothing is said', async () => {
    await open()
    await type(4)
    at('11:50:00')
    await note('Two.')
    const { entries, next } = await list({ merged: true, limit: 2 })
    expect(entries).toMatchObject([
      { summary: 'note on 0621A', entries: 1, at: '2016-12-15T11:50:00.000+00:00' },
      {
        summary: 'note on 0621A, 4 saves',
        entries: 4,
        at: '2016-12-15T11:40:13.000+00:00',
        since: '2016-12-15T11:40:10.000+00:00',
      },
    ])
    const burst = entries[1]
    expect(burst?.fromSeq).toBe((burst?.seq ?? 0) - 3)
    expect(next).toBe(burst?.fromSeq)
    expect(await words({ limit: 5 })).toEqual(Array(5).fill('note on 0621A'))
  })

  test('that was undone is told as one, and so is its undo', async () => {
    await open()
    await type(3)
    await panel.must('history.undo', {})
    const { entries } = await list({ merged: true, limit: 2 })
    expect(entries.map(({ summary, isUndone, entries: count }) => [summary, isUndone, count])).toEqual([
      ['Undone: note on 0621A, 3 saves', false, 3],
      ['note on 0621A, 3 saves', true, 3],
    ])
  })

  test('is not put together over what lies between', async () => {
    await open()
    await type(2)
    await panel.must('person.add', { name: 'Somebody else', initials: 'ZZ' })
    await note('And on.')
    expect(await words({ merged: true, limit: 3, meetingId: panel.meetingId })).toEqual([
      'note on 0621A',
      'note on 0621A, 2 saves',
      'meeting 199 opened',
    ])
  })

  test('comes page by page without a gap and without anything twice', async () => {
    await open()
    await type(3)
    await panel.put('cast')
    await type(2)
    for (const filter of [{}, { meetingId: panel.meetingId }, { text: 'note 0621A' }]) {
      const whole = (await list({ ...filter, merged: true, limit: 500 })).entries
      const paged: typeof whole = []
      for (let before: number | null | undefined; before !== null;) {
        const page = await list({
          ...filter,
          merged: true,
          limit: 1,
          ...(before === undefined ? {} : { before }),
        })
        paged.push(...page.entries)
        before = page.next
      }
      expect(paged).toEqual(whole)
      expect(whole.length).toBeGreaterThan(1)
    }
  })
})

describe('finding in the history', () => {
  test('asks for all the words, in what was done or in who did it, whatever their case', async () => {
    await open()
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for')
    expect(await words({ text: 'ab FOR 0621a' })).toEqual(['AB for on 0621A'])
    expect(await words({ text: 'AB against' })).toEqual([])
    expect(await words({ text: 'secretary cast put' })).toEqual(['cast put on 0621A'])
    // Signs of a pattern are letters like others.
    expect(await words({ text: '%' })).toEqual([])
    expect((await words({ text: '  ' })).length).toBe((await words()).length)
  })
})

test('every table whose rows lead to a meeting, a proposal or a body says whose they are', () => {
  const book = new Database(panel.book, { readonly: true })
  const tables = book
    .prepare<[], { name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'`,
    )
    .all()
    .map(({ name }) => name)
  const parentsOf = (table: string) =>
    book
      .prepare<[], { table: string; from: string }>(
        `SELECT "table", "from" FROM pragma_foreign_key_list('${table}')`,
      )
      .all()
  // Codes, people, workgroups and releases have no place of their own in the history.
  const roots = new Set(['meeting', 'proposal', 'body'])
  const leadsToARoot = (table: string): boolean =>
    roots.has(table) ||
    parentsOf(table).some(
      ({ table: parent, from }) => from !== 'parent_id' && parent !== table && leadsToARoot(parent),
    )
  const without = new Set(['workgroup', 'workgroup_meeting', 'workgroup_outcome'])
  const expected = tables.filter((table) => leadsToARoot(table) && !without.has(table))
  expect(Object.keys(ownerColumns).toSorted()).toEqual(expected.toSorted())
  for (const [table, columns] of Object.entries(ownerColumns)) {
    const named = parentsOf(table).map(({ from }) => from)
    expect(
      columns.filter((column) => !named.includes(column)),
      table,
    ).toEqual([])
  }
  book.close()
})
