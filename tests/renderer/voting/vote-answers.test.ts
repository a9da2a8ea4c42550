import { describe, expect, it } from 'vitest'
import {
  answerFor,
  answersOf,
  isForRest,
  positionName,
  positionNameWithin,
} from '../../../renderer/voting/vote-answers.ts'

const named = (...labels: string[]) => ({
  options: labels.map((label, index) => ({ key: `k${index}`, label })),
})
const press = (key: string, code = '', shiftKey = false) => ({ key, code, shiftKey })

describe('a vote for and against', () => {
  const answers = answersOf({})
  it('has the positions with their keys', () => {
    expect(answers.map(({ value, key }) => `${key ?? ''} ${value}`)).toEqual([
      'f for',
      'a against',
      'n none',
      'b abstain',
      'p not-present',
      'r recused',
    ])
    expect(answers.filter(isForRest).map(({ value }) => value)).toEqual(['for', 'against', 'none'])
  })
  it('reads letters, whether or not the capitals are locked, and no digits', () => {
    expect(answerFor(answers, press('f', 'KeyF'))?.value).toBe('for')
    expect(answerFor(answers, press('F', 'KeyF', true))?.value).toBe('for')
    expect(answerFor(answers, press('F', 'KeyF'))?.value).toBe('for')
    expect(answerFor(answers, press('1', 'Digit1'))).toBeUndefined()
  })
  it('has nobody recused or absent with the rest', () => {
    expect(answerFor(answers, press('R', 'KeyR', true))).toBeUndefined()
    expect(answerFor(answers, press('P', 'KeyP', true))).toBeUndefined()
    expect(answerFor(answers, press('B', 'KeyB', true))?.value).toBe('abstain')
  })
})

describe('a vote by preference', () => {
  const answers = answersOf(named('Original', 'A', 'B'))
  it('has the options by number, and nobody for or against', () => {
    expect(answers.map(({ key, mark, name }) => `${key ?? ''} ${mark} ${name}`)).toEqual([
      '1 O Original',
      '2 A A',
      '3 B B',
      'n – No vote',
      'b abs Abstain',
      'p NP Not present',
      'r R Recused',
    ])
    expect(answerFor(answers, press('f', 'KeyF'))).toBeUndefined()
    expect(answerFor(answers, press('a', 'KeyA'))).toBeUndefined()
  })
  it('takes a letter for the position that it always is, never for an option called so', () => {
    expect(answerFor(answers, press('b', 'KeyB'))).toMatchObject({ value: 'abstain' })
  })
  it('reads digits on every keyboard, with Shift for the rest', () => {
    expect(answerFor(answers, press('2', 'Digit2'))?.option).toBe('k1')
    expect(answerFor(answers, press('"', 'Digit2', true))?.option).toBe('k1')
    expect(answerFor(answers, press('é', 'Digit2'))?.option).toBe('k1')
    expect(answerFor(answers, press('3', 'Numpad3'))?.option).toBe('k2')
    // The same key with the numbers off goes to the end of a line.
    expect(answerFor(answers, press('PageDown', 'Numpad3'))).toBeUndefined()
    expect(answerFor(answers, press('4', 'Digit4'))).toBeUndefined()
  })
  it('goes by the number in the names of the options', () => {
    const numbered = answersOf(named('Original', 'WACM 1', 'WACM 2'))
    expect(answerFor(numbered, press('1', 'Digit1'))?.name).toBe('WACM 1')
    expect(answerFor(numbered, press('0', 'Digit0'))?.name).toBe('Original')
  })
  it('has a button without a key from the tenth option on', () => {
    const many = answersOf(named(...'CDEFGHIJKLM'))
    expect(many.map(({ key }) => key).slice(8, 11)).toEqual(['9', null, null])
  })
})

it('a position names its option', () => {
  expect(positionName({ value: 'for', option: { key: 'a', label: 'A' } })).toBe('For A')
  expect(positionName({ value: 'none', option: null })).toBe('No vote recorded')
  expect(positionNameWithin({ value: 'for', option: { key: 'a', label: 'A' } })).toBe('for A')
})
