import { expect, test } from 'vitest'
import type { AgendaLine } from '../../../core/contract/meetings.ts'
import { forecast } from '../../../renderer/meetings/live/agenda-clock.ts'

const line = (id: string, more: Partial<AgendaLine> = {}): AgendaLine => ({
  id,
  parentId: null,
  label: id,
  fullLabel: id,
  kind: 'general',
  title: id,
  purpose: 'decision',
  plannedMinutes: 30,
  secondsTaken: 0,
  runningSince: null,
  presenter: '',
  proposal: null,
  isLate: false,
  lateAcceptance: '',
  outcome: null,
  outcomeReason: '',
  goesTo: null,
  counts: { paragraphs: 0, questions: 0, openVotes: 0, actions: 0, papers: 0 },
  ...more,
})
const at = (time: string) => new Date(`2016-12-15T${time}:00`)
const meeting = (...agenda: AgendaLine[]) => ({
  agenda,
  startsOn: '2016-12-15',
  endsOn: '2016-12-15',
  endTime: '12:30',
})

test('what is left to do is what is planned less what it took; sections are counted by their items', () => {
  const agenda = [
    line('1', { outcome: 'done' }),
    line('2', { plannedMinutes: 90 }),
    line('2a', { parentId: '2', secondsTaken: 10 * 60 }),
    line('2b', { parentId: '2', runningSince: at('11:25').toISOString() }),
    line('3', { plannedMinutes: 15 }),
  ]
  const { end, isLate, notReached } = forecast(meeting(...agenda), at('11:30'))
  // 20 minutes of 2a, 25 of 2b and 15 of 3.
  expect(end).toEqual(at('12:30'))
  expect(isLate).toBe(false)
  expect(notReached).toEqual([])
})

test('an item that takes longer than planned needs no negative time, and what would begin after the end is named', () => {
  const agenda = [
    line('1', { runningSince: at('11:00').toISOString() }),
    line('2', { plannedMinutes: 20 }),
    line('3', { plannedMinutes: 5 }),
    line('4', { plannedMinutes: 0 }),
  ]
  const { end, isLate, notReached } = forecast(meeting(...agenda), at('12:15'))
  expect(end).toEqual(at('12:40'))
  expect(isLate).toBe(true)
  expect(notReached.map(({ id }) => id)).toEqual(['3', '4'])
})

test('a meeting of two days ends on its last day', () => {
  const twoDays = { ...meeting(line('1')), endsOn: '2016-12-16' }
  expect(forecast(twoDays, at('18:00'))).toMatchObject({ isLate: false, notReached: [] })
})

test('a meeting that sits on another day than was planned ends at that time of its day', () => {
  const late = { ...meeting(line('1')), startsOn: '2016-12-08', endsOn: '2016-12-08' }
  expect(forecast(late, at('11:30'))).toMatchObject({ isLate: false, notReached: [] })
  expect(forecast(late, at('12:45'))).toMatchObject({ isLate: true })
})
