import { describe, expect, test } from 'vitest'
import { readExceptionLine } from '../../../core/voting/exception-line.ts'
import { lineWords } from '../../../core/voting/line-words.ts'
import { threeOptions } from './ballots.ts'

const three = lineWords({ kind: 'preference', options: threeOptions })
const words = ['Original', 'WACM 1', 'WACM 2'].map((label, index) => ({ key: `o${index}`, label }))
const numbered = lineWords({ kind: 'preference', options: words })

describe('the words of a vote by preference', () => {
  test('name options by number, mark, key and label, in any case', () => {
    const line = readExceptionLine('all original / kb,lm A / af 3 / gn O', three)
    expect(line.problems).toEqual([])
    expect(line.all).toEqual({ value: 'for', option: 'original' })
    expect(line.named.map(({ name, value, option }) => [name.text, value, option])).toEqual([
      ['kb', 'for', 'a'],
      ['lm', 'for', 'a'],
      ['af', 'for', 'b'],
      ['gn', 'for', 'original'],
    ])
  })

  test('an option that is called by a number has that number', () => {
    expect(numbered.read('1')).toEqual({ value: 'for', option: 'o1' })
    expect(numbered.read('2')).toEqual({ value: 'for', option: 'o2' })
    expect(numbered.read('0')).toEqual({ value: 'for', option: 'o0' })
    expect(numbered.read('o')).toEqual({ value: 'for', option: 'o0' })
  })

  test('say the other positions in the usual words', () => {
    expect(['abs', 'n', 'np', 'recused'].map((word) => three.read(word))).toEqual([
      { value: 'abstain' },
      { value: 'none' },
      { value: 'not-present' },
      { value: 'recused' },
    ])
    expect(numbered.read('b')).toEqual({ value: 'abstain' })
  })

  test('nobody is for or against', () => {
    expect(['f', 'for', 'yes', 'against'].map((word) => three.read(word))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    const [problem] = readExceptionLine('all f', three).problems
    expect(problem?.message).toBe(
      'No position for all, f yet: 1 Original, 2 A, 3 B, abs abstain, n no vote, p not present, r recused.',
    )
  })

  test('a letter that can be an option or a position is not guessed at', () => {
    const [problem] = readExceptionLine('all original / af,gn b', three).problems
    expect(problem?.word.text).toBe('b')
    expect(problem?.message).toBe('“b” can mean B (write 3) or abstain (write abstained).')
  })

  test('under every other rule the words are as ever', () => {
    const usual = lineWords({ kind: 'majority-of-cast' })
    expect(usual.read('f')).toEqual({ value: 'for' })
    expect(usual.read('1')).toBeUndefined()
  })
})
