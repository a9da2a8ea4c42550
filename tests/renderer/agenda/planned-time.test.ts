import { describe, expect, it } from 'vitest'
import type { AgendaLine } from '../../../core/contract/meetings.ts'
import { minutesWords, plannedMinutesOf, plannedTime } from '../../../renderer/agenda/planned-time.ts'

const line = (id: string, plannedMinutes: number, parentId: string | null = null) =>
  ({ id, parentId, plannedMinutes }) as AgendaLine
const day = { startsOn: '2016-12-15', endsOn: '2016-12-15', startTime: '10:30', endTime: '13:00' }
const words = (minutes: number, more = {}) => {
  const { words: sum, fit, isOver } = plannedTime({ ...day, agenda: [line('a', minutes)], ...more })
  return [sum, fit, isOver]
}

describe('the planned time of an agenda', () => {
  it('counts the items of a section, or the section where they have no minutes', () => {
    expect(
      plannedMinutesOf({ agenda: [line('a', 30), line('b', 10, 'a'), line('c', 15, 'a'), line('d', 5)] }),
    ).toBe(30)
    expect(plannedMinutesOf({ agenda: [line('a', 30), line('b', 0, 'a')] })).toBe(30)
    expect(plannedMinutesOf({ agenda: [] })).toBe(0)
  })

  it('is held against the planned end', () => {
    expect(words(150)).toEqual(['2 h 30 min planned', 'ends 13:00, as planned', false])
    expect(words(120)).toEqual(['2 h planned', 'ends 12:30, 30 min to spare', false])
    expect(words(165)).toEqual(['2 h 45 min planned', 'ends 13:15, 15 min over', true])
    expect(words(0)).toEqual(['No time planned yet', '', false])
  })

  it('is a sum alone where the meeting goes over several days', () => {
    expect(words(600, { endsOn: '2016-12-16' })).toEqual(['10 h planned', '', false])
  })

  it('is said in hours and minutes', () => {
    expect([5, 60, 125].map(minutesWords)).toEqual(['5 min', '1 h', '2 h 5 min'])
  })
})
