import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  clockWords,
  dayWords,
  durationWords,
  secondWords,
  timeWords,
  today,
} from '../../../renderer/ui/dates.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('dates and times in words', () => {
  it.each([
    ['2016-12-15', 'Thu 15 Dec 2016'],
    ['2016-02-29', 'Mon 29 Feb 2016'],
    ['2017-01-01T00:30:00.000+01:00', 'Sun 1 Jan 2017'],
    [null, ''],
  ])('%s is %s', (date, words) => {
    expect(dayWords(date)).toBe(words)
  })

  it('shows an instant by the clock of the room, wherever the laptop is', () => {
    expect(timeWords('2016-12-15T11:43:07.000+09:00')).toBe('11:43')
    expect(secondWords('2016-12-15T11:43:07.000+09:00')).toBe('11:43:07')
    expect(timeWords(null)).toBe('')
  })

  it('counts minutes and seconds', () => {
    expect([0, 65, 599.9, 3600].map(durationWords)).toEqual(['0:00', '1:05', '9:59', '60:00'])
  })

  it('is today by the clock on the laptop', () => {
    vi.useFakeTimers({ now: new Date(2017, 0, 5, 9, 4) })
    expect(today()).toBe('2017-01-05')
    expect(clockWords(new Date())).toBe('09:04')
  })
})
