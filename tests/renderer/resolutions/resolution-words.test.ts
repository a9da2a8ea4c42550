import { describe, expect, it } from 'vitest'
import type { Resolution } from '../../../core/contract/resolution-calls.ts'
import {
  isWaiting,
  moveWords,
  progressWords,
  toComeWords,
} from '../../../renderer/resolutions/resolution-words.ts'

const resolution = (more: Partial<Resolution>): Resolution => ({
  questionId: 'q',
  meetingId: 'm',
  itemId: 'i',
  body: { id: 'b', name: 'Test Panel', shortName: 'TST' },
  number: 'WR1',
  title: 'Charging',
  text: 'Shall it?',
  circulatedOn: '2016-12-12',
  deadline: '2016-12-30T17:00:00.000+00:00',
  deadlineMoves: [],
  state: 'out',
  stillToCome: ['NR', 'SB'],
  result: null,
  determination: null,
  ratification: null,
  ...more,
})
const ratification = {
  determinationId: 'd',
  meetingId: 'm',
  meeting: '200',
  itemId: 'i',
  item: '199.6',
  on: '2017-01-19',
  text: 'Ratified',
  isStale: false,
}

describe('what a resolution waits for', () => {
  it.each<[Partial<Resolution>, string]>([
    [{}, 'Answer by Fri 30 Dec 2016, 17:00 · 2 still to come: NR, SB'],
    [{ stillToCome: [] }, 'Answer by Fri 30 Dec 2016, 17:00 · all positions are in'],
    [{ state: 'past-deadline' }, 'Ended Fri 30 Dec 2016, 17:00 · 2 still to come: NR, SB'],
    [{ state: 'to-ratify', result: 'Carried' }, 'Carried · the next meeting ratifies it'],
    [
      { state: 'to-ratify', result: 'Carried', determination: 'Agreed' },
      'Agreed · the next meeting ratifies it',
    ],
    [{ state: 'decided', result: 'Not carried' }, 'Not carried'],
    [{ state: 'ratified', ratification }, 'Ratified at 200 (199.6), Thu 19 Jan 2017'],
    [
      { state: 'ratified', ratification: { ...ratification, isStale: true } },
      'Ratified at 200 (199.6), Thu 19 Jan 2017 · not carried any more',
    ],
    [{ state: 'withdrawn' }, ''],
  ])('%j is "%s"', (more, words) => {
    expect(progressWords(resolution(more))).toBe(words)
  })

  it('names the first of many, and counts the rest', () => {
    expect(toComeWords(['A', 'B', 'C', 'D', 'E', 'F'])).toBe('6 still to come: A, B, C, D, E, F')
    expect(toComeWords(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])).toBe(
      '8 still to come: A, B, C, D, E, F and 2 more',
    )
  })

  it('is nothing once it is ratified, not carried or withdrawn', () => {
    const states = ['out', 'past-deadline', 'to-ratify', 'ratified', 'decided', 'withdrawn'] as const
    expect(states.filter((state) => isWaiting(resolution({ state })))).toEqual([
      'out',
      'past-deadline',
      'to-ratify',
    ])
  })
})

it('says from when to when a deadline was moved, and why', () => {
  expect(
    moveWords({
      from: '2016-12-30T17:00:00.000+00:00',
      to: '2017-01-06T12:00:00.000+00:00',
      movedAt: '2017-01-03T09:00:00.000+00:00',
      reason: 'Holidays',
    }),
  ).toBe('The deadline was moved from Fri 30 Dec 2016, 17:00 to Fri 6 Jan 2017, 12:00: Holidays')
})
