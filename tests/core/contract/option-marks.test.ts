import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optionMarks, positionMark } from '../../../core/contract/option-marks.ts'
import { positionValues, positionWords } from '../../../core/contract/words.ts'

const called = (labels: readonly string[]) => labels.map((label, index) => ({ key: `k${index}`, label }))
const marks = (...labels: string[]) => optionMarks(called(labels)).map(({ mark }) => mark)
const numbers = (...labels: string[]) => optionMarks(called(labels)).map(({ number }) => number)

describe('an option is marked', () => {
  test.each([
    [
      ['Original', 'A', 'B'],
      ['O', 'A', 'B'],
    ],
    [
      ['Original', 'Alternative A', 'Alternative B', 'Baseline'],
      ['O', 'A', 'B', 'BA'],
    ],
    [
      ['Original', 'WACM 1', 'WACM 2', 'Baseline'],
      ['O', '1', '2', 'B'],
    ],
    [
      ['Original', 'WACM1', 'WACM12'],
      ['O', '1', '12'],
    ],
    [
      ['0621', '0621A', '0621B'],
      ['0621', 'A', 'B'],
    ],
    [
      ['CMP400', 'CMP400 Alternative 1'],
      ['C', '1'],
    ],
    [
      ['Option (a)', 'Option (b)'],
      ['A', 'B'],
    ],
    [
      ['Do nothing', 'Do something', 'Defer'],
      ['D', 'DS', 'DE'],
    ],
    [
      ['Élan', 'Ünder'],
      ['É', 'Ü'],
    ],
  ])('%j as %j', (labels, expected) => {
    expect(marks(...labels)).toEqual(expected)
  })

  test('never like another position: recused, not present, on the voices', () => {
    expect(marks('R', 'NP', 'Voices', 'Abs')).toEqual(['#1', 'N', 'VO', 'A'])
  })

  test('by its number where nothing else is left of it', () => {
    expect(marks('–', '!', 'A')).toEqual(['#1', '#2', 'A'])
    expect(marks('Same', 'Same', 'Same', 'Same')).toEqual(['S', 'SA', 'SAM', '#4'])
  })
})

describe('an option is numbered', () => {
  test('from 1, or by its own number, the others from 0', () => {
    expect(numbers('Original', 'A', 'B')).toEqual([1, 2, 3])
    expect(numbers('Original', 'WACM 1', 'WACM 2', 'Baseline')).toEqual([0, 1, 2, 3])
    expect(numbers('WACM 2', 'WACM 1', 'Original')).toEqual([2, 1, 0])
  })
})

test('however the options are called, no two have the same mark or number, and every mark is short', () => {
  const word = fc.constantFrom(
    'Original',
    'WACM',
    'Alternative',
    'A',
    'B',
    'b',
    '1',
    '2',
    '12',
    '0621',
    'R',
    '–',
  )
  const label = fc.oneof(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    fc.string({ minLength: 1, maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(label, { minLength: 2, maxLength: 30 }), (labels) => {
      const found = optionMarks(called(labels))
      expect(found.map(({ label: own }) => own)).toEqual(labels)
      expect(new Set(found.map(({ mark }) => mark.toUpperCase())).size).toBe(labels.length)
      expect(new Set(found.map(({ number }) => number)).size).toBe(labels.length)
      for (const { mark } of found) expect(mark.length, mark).toBeLessThanOrEqual(4)
      for (const { mark } of found) expect(mark).not.toBe('')
    }),
  )
})

test('a position is marked by its option, and an abstention never as the option A', () => {
  const options = optionMarks(called(['Original', 'A']))
  const at = (value: (typeof positionValues)[number], key: string | null) =>
    positionMark({ value, option: key === null ? null : { key } }, options)
  expect(at('for', 'k0')).toBe('O')
  expect(at('for', 'k1')).toBe('A')
  const others = positionValues.filter((value) => value !== 'for' && value !== 'against')
  expect(others.map((value) => at(value, null))).not.toContain('A')
  expect(at('none', null)).toBe(positionWords.none.mark)
  expect(positionMark({ value: 'abstain', option: null }, [])).toBe(positionWords.abstain.mark)
})
