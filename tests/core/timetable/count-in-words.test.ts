import { describe, expect, test } from 'vitest'
import { countInWords, givenDateWarning } from '../../../core/timetable/count-in-words.ts'

describe('a counted date', () => {
  test('says from what it is counted and which bank holidays lie on the way', () => {
    expect(countInWords({ from: '2016-12-15', workingDays: 20 })).toEqual({
      date: '2017-01-17',
      arithmetic:
        '20 working days after Thu 15 Dec 2016; 26 Dec, 27 Dec and 2 Jan are bank holidays; ' +
        'calendar England and Wales 2016–2027',
      warning: null,
      calendarVersion: 'england-and-wales 2016-2027/1',
    })
  })

  test('is 7 December for 10 working days after 23 November 2016, and 14 December for 5 more', () => {
    const referral = countInWords({ from: '2016-11-23', workingDays: 10 })
    expect(referral).toMatchObject({
      date: '2016-12-07',
      arithmetic: '10 working days after Wed 23 Nov 2016; calendar England and Wales 2016–2027',
    })
    expect(countInWords({ from: referral.date, workingDays: 5 }).date).toBe('2016-12-14')
  })

  test('says when the first day is itself counted, and names a single bank holiday', () => {
    const counted = countInWords({ from: '2016-12-30', workingDays: 2, counting: 'inclusive' })
    expect(counted.date).toBe('2017-01-03')
    expect(counted.arithmetic).toMatch(
      /^2 working days from Fri 30 Dec 2016, which is itself counted; 2 Jan is a bank holiday;/,
    )
    expect(countInWords({ from: '2016-12-15', workingDays: 1 }).arithmetic).toMatch(/^1 working day after/)
  })

  test('does not count a first day that is no working day, whatever the counting', () => {
    // Saturday 31 December 2016: the next working day is day 1.
    const counted = countInWords({ from: '2016-12-31', workingDays: 2, counting: 'inclusive' })
    expect(counted.date).toBe('2017-01-04')
    expect(counted.arithmetic).toMatch(/^2 working days from Sat 31 Dec 2016; 2 Jan is a bank holiday;/)
  })

  test('warns where it lies beyond the calendar', () => {
    expect(countInWords({ from: '2027-12-20', workingDays: 20 }).warning).toBe(
      'This lies outside the calendar England and Wales 2016–2027: its bank holidays are not known there.',
    )
  })
})

test('a date that was given is warned of where nobody works on it', () => {
  expect(givenDateWarning('2017-01-19')).toBeNull()
  expect(givenDateWarning('2017-01-21')).toBe('Sat 21 Jan 2017 is no working day: Saturday.')
  expect(givenDateWarning('2017-01-02')).toMatch(/^Mon 2 Jan 2017 is no working day: .*New Year/)
})
