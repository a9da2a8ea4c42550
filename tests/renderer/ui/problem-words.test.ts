import { describe, expect, it } from 'vitest'
import { problemWords, refusalWords } from '../../../renderer/ui/problem-words.ts'

describe('a problem in the words of a secretary', () => {
  it.each([
    ['must not be empty', 'Must not be empty.'],
    ['Invalid ISO date', 'Choose a date.'],
    ['expected string, received undefined', 'Must not be empty.'],
    ['expected number, received NaN', 'Must be a whole number.'],
    ['expected int, received number', 'Must be a whole number.'],
    ['Too small: expected number to be >=1', 'Must be 1 or more.'],
    ['Too big: expected number to be <=60', 'Must not be above 60.'],
    ['a time of day such as 10:30', 'Must be a time of day such as 10:30.'],
    ['must not be before 2016-12-15', 'Must not be before Thu 15 Dec 2016.'],
    ['Is that right?', 'Is that right?'],
  ])('%s: %s', (problem, words) => {
    expect(problemWords(problem)).toBe(words)
  })

  it('says days in message and remedy, and leaves the rest', () => {
    expect(
      refusalWords({
        code: 'conflict',
        message: 'Closed on 2016-12-15.',
        remedy: 'Choose 2017-01-19 or later.',
        safe: 'Nothing was changed.',
      }),
    ).toEqual({
      code: 'conflict',
      message: 'Closed on Thu 15 Dec 2016.',
      remedy: 'Choose Thu 19 Jan 2017 or later.',
      safe: 'Nothing was changed.',
    })
    expect(refusalWords({ code: 'conflict', message: 'No.' })).not.toHaveProperty('remedy')
  })
})
