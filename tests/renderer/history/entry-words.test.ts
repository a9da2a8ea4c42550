import { describe, expect, it } from 'vitest'
import type { EntryPlace, HistoryEntry } from '../../../core/contract/history.ts'
import { groupEntries, routeOfPlace, steppedIn, timesOf } from '../../../renderer/history/entry-words.ts'

const place = (id: string, changes: Partial<EntryPlace> = {}): EntryPlace => ({
  kind: 'item',
  id,
  meetingId: 'm1',
  label: id,
  title: '',
  ...changes,
})
const entry = (seq: number, at: string, where: EntryPlace | null = null): HistoryEntry => ({
  seq,
  at,
  actor: 'Secretary',
  command: 'note.write',
  summary: 'note',
  isUndone: false,
  undoes: null,
  undoneBy: null,
  entries: 1,
  fromSeq: seq,
  since: at,
  isFromHere: true,
  place: where,
})

describe('the times of an entry', () => {
  it('are one, or from one to the other where they are told as one', () => {
    const at = '2016-12-15T11:43:07.000+00:00'
    expect(timesOf({ since: '2016-12-15T11:43:01.000+00:00', at })).toBe('11:43')
    expect(timesOf({ since: '2016-12-15T11:40:59.000+00:00', at })).toBe('11:40–11:43')
  })
})

describe('where an entry leads', () => {
  it.each([
    [place('i1'), { screen: 'meeting', meetingId: 'm1', itemId: 'i1' }],
    [place('m1', { kind: 'meeting' }), { screen: 'meeting', meetingId: 'm1', itemId: null }],
    [place('p1', { kind: 'proposal', meetingId: null }), { screen: 'proposal', proposalId: 'p1' }],
    [place('b1', { kind: 'body', meetingId: null }), { screen: 'bodies' }],
  ])('is the screen of its $kind', (from, to) => {
    expect(routeOfPlace(from)).toEqual(to)
  })
})

describe('the entries of a history', () => {
  const [one, two] = [place('one'), place('two')]
  const entries = [
    entry(5, '2016-12-16T09:00:00.000+00:00', one),
    entry(4, '2016-12-15T11:00:00.000+00:00', one),
    entry(3, '2016-12-15T10:50:00.000+00:00', two),
    entry(2, '2016-12-15T10:40:00.000+00:00', one),
    entry(1, '2016-12-15T10:30:00.000+00:00', one),
  ]
  const shape = (byPlace: boolean) =>
    groupEntries(entries, { byPlace }).map(({ day, stretches }) => [
      day,
      ...stretches.map((each) => [each.place?.id ?? null, ...each.entries.map(({ seq }) => seq)]),
    ])

  it('stand under their days', () => {
    expect(shape(false)).toEqual([
      ['2016-12-16', [null, 5]],
      ['2016-12-15', [null, 4, 3, 2, 1]],
    ])
  })
  it('of a meeting stand under the items as well, as they followed each other', () => {
    expect(shape(true)).toEqual([
      ['2016-12-16', ['one', 5]],
      ['2016-12-15', ['one', 4], ['two', 3], ['one', 2, 1]],
    ])
  })
})

describe('a key in the list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 19, 19],
    ['PageDown', 3, 13],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 7, 19],
    ['x', 7, null],
  ])('%s leads from %i to %s', (key, from, to) => {
    expect(steppedIn(20, from, key)).toBe(to)
  })
  it('leads nowhere in a list of none', () => {
    expect(steppedIn(0, 0, 'End')).toBeNull()
  })
})
