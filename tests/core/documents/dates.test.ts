import { describe, expect, it } from 'vitest'
import {
  dateSpan,
  instantWords,
  longDate,
  shortDate,
  timeAfter,
  timeOf,
} from '../../../core/documents/dates.ts'

describe('dates in documents', () => {
  it.each([
    ['2016-12-15', 'Thursday 15 December 2016', 'Thu 15 Dec 2016'],
    ['2017-01-01', 'Sunday 1 January 2017', 'Sun 1 Jan 2017'],
    ['2020-02-29', 'Saturday 29 February 2020', 'Sat 29 Feb 2020'],
    ['2026-05-04', 'Monday 4 May 2026', 'Mon 4 May 2026'],
    ['next week', 'next week', 'next week'],
  ])('%s is %s', (date, long, short) => {
    expect(longDate(date)).toBe(long)
    expect(shortDate(date)).toBe(short)
  })

  it('of several days are a span', () => {
    expect(dateSpan('2016-12-15', '2016-12-15')).toBe('Thursday 15 December 2016')
    expect(dateSpan('2016-12-30', '2017-01-02')).toBe('Friday 30 December 2016 to Monday 2 January 2017')
  })

  it('are those of the room, whatever the offset', () => {
    expect(timeOf('2016-06-16T10:32:00.000+01:00')).toBe('10:32')
    expect(instantWords('2016-06-16T23:59:00.000+01:00', '2016-06-16')).toBe('23:59')
    expect(instantWords('2016-06-17T00:05:00.000+01:00', '2016-06-16')).toBe('00:05 on Fri 17 Jun 2016')
  })

  it('go on after planned minutes, past midnight too', () => {
    expect(timeAfter('10:30', 75)).toBe('11:45')
    expect(timeAfter('23:30', 45)).toBe('00:15')
    expect(timeAfter('09:00', 0)).toBe('09:00')
  })
})
