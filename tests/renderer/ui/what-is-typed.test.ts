import { describe, expect, it } from 'vitest'
import { timeOf } from '../../../renderer/ui/time-of.ts'
import { wholeNumber } from '../../../renderer/ui/whole-number.ts'
import { countWords, joinWords, orNull } from '../../../renderer/ui/words.ts'

describe('a time that is typed', () => {
  it.each([
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['9:30', '09:30'],
    ['09h30', '09:30'],
    ['1030', '10:30'],
    [' 9 ', '09:00'],
    ['', ''],
    ['soon', 'soon'],
    // What is no time of day is left to the core, which refuses it.
    ['25:00', '25:00'],
    ['9:3', '9:3'],
  ])('%j is %j', (typed, time) => {
    expect(timeOf(typed)).toBe(time)
    expect(timeOf(time)).toBe(time)
  })
})

describe('a number that is typed', () => {
  it.each([
    ['6', 6],
    [' 12 ', 12],
    ['0', 0],
    ['', Number.NaN],
    ['six', Number.NaN],
    ['1.5', Number.NaN],
    ['-1', Number.NaN],
    ['1e3', Number.NaN],
    ['9999999999', Number.NaN],
  ])('%j is %d', (typed, number) => {
    expect(wholeNumber(typed)).toBe(number)
  })
})

describe('words', () => {
  it('count one and many', () => {
    expect([0, 1, 2].map((count) => countWords(count, 'seat'))).toEqual(['0 seats', '1 seat', '2 seats'])
    expect(countWords(2, 'person', 'people')).toBe('2 people')
  })

  it('are joined without those that are empty', () => {
    expect(joinWords(['UNC', '', '11 seats'])).toBe('UNC · 11 seats')
    expect(joinWords(['', ''])).toBe('')
    expect(joinWords(['a', 'b'], ', ')).toBe('a, b')
  })

  it('are none where nothing was typed', () => {
    expect(orNull('')).toBeNull()
    expect(orNull('x')).toBe('x')
  })
})
