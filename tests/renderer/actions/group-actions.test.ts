import { describe, expect, it } from 'vitest'
import {
  filterActions,
  groupActions,
  ownersOf,
  summaryWords,
} from '../../../renderer/actions/group-actions.ts'
import { noActionFilter } from '../../../renderer/state/actions.ts'
import { anAction } from './an-action.ts'

const owner = (name: string) => ({ personId: null, name })
const report = anAction({
  reference: 'PAN 11/01',
  owners: [owner('Rep 10'), owner('Rep 9')],
  isOverdue: true,
})
const letter = anAction({ reference: 'PAN 11/02', status: 'carried-forward', owners: [owner('Rep 9')] })
const nobodys = anAction({ reference: 'SEC 01', bodyId: 'sec', status: 'closed', text: 'Ask the DCC' })
const dropped = anAction({ reference: 'PAN 10/01', status: 'withdrawn' })
const all = [report, letter, nobodys, dropped]
const references = (actions: readonly { reference: string }[]) => actions.map(({ reference }) => reference)

describe('the filter of the actions', () => {
  it('shows what is unfinished unless told otherwise', () => {
    expect(references(filterActions(all, noActionFilter))).toEqual(['PAN 11/01', 'PAN 11/02'])
    expect(filterActions(all, { ...noActionFilter, status: 'all' })).toEqual(all)
    expect(references(filterActions(all, { ...noActionFilter, status: 'withdrawn' }))).toEqual(['PAN 10/01'])
  })

  it('narrows by body and by owner', () => {
    const everything = { ...noActionFilter, status: 'all' as const }
    expect(references(filterActions(all, { ...everything, bodyId: 'sec' }))).toEqual(['SEC 01'])
    expect(references(filterActions(all, { ...everything, owner: 'Rep 10' }))).toEqual(['PAN 11/01'])
  })

  it('finds all the words, wherever in the action they stand', () => {
    const updated = anAction({
      reference: 'PAN 09/03',
      proposal: { id: 'p', reference: '0621A' },
      updates: [
        { madeOn: '2016-11-17', meeting: null, meetingId: null, text: 'Half done', statusAfter: 'open' },
      ],
    })
    const find = (text: string) => filterActions([...all, updated], { ...noActionFilter, text })
    expect(find('half 0621a')).toEqual([updated])
    expect(find('HALF 09/03')).toEqual([updated])
    expect(find('half 0622')).toEqual([])
  })
})

describe('the groups of the actions', () => {
  it('by status: in the order of the statuses, empty ones left out', () => {
    const groups = groupActions(all, 'status')
    expect(groups.map(({ title }) => title)).toEqual(['Open', 'Carried forward', 'Closed', 'Withdrawn'])
    expect(groupActions([letter], 'status').map(({ id }) => id)).toEqual(['carried-forward'])
    expect(groups[0]).toMatchObject({ overdue: 1, rows: [{ key: `open ${report.id}` }] })
  })

  it('by owner: once under each, by number within the names, nobody’s last', () => {
    const groups = groupActions(all, 'owner')
    expect(groups.map(({ title }) => title)).toEqual(['Rep 9', 'Rep 10', 'Without an owner'])
    const keys = groups.flatMap(({ rows }) => rows.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(groups[0]?.rows).toHaveLength(2)
    expect(groupActions([report], 'owner').map(({ id }) => id)).not.toContain('nobody')
  })

  it('names everybody who owns one', () => {
    expect(ownersOf(all)).toEqual(['Rep 9', 'Rep 10'])
  })

  it('counts them in a line', () => {
    expect(summaryWords(all)).toBe('2 unfinished, 1 overdue · 1 closed · 1 withdrawn')
    expect(summaryWords([letter])).toBe('1 unfinished')
    expect(summaryWords([])).toBe('0 unfinished')
  })
})
