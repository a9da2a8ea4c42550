import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readExceptionLine as readLine } from '../../../core/voting/exception-line.ts'
import { lineWords } from '../../../core/voting/line-words.ts'

const readExceptionLine = (line: string) => readLine(line, lineWords({ kind: 'majority-of-cast' }))
const named = (line: string) =>
  readExceptionLine(line).named.map(({ name, value }) => `${name.text} ${value}`)

describe('an exception line', () => {
  it('gives names and values', () => {
    const line = readExceptionLine('all f / kb n / af,gn a / rl recuse')
    expect(line.all).toEqual({ value: 'for' })
    expect(line.rest).toBeNull()
    expect(line.named.map(({ name, value }) => [name.text, value])).toEqual([
      ['kb', 'none'],
      ['af', 'against'],
      ['gn', 'against'],
      ['rl', 'recused'],
    ])
    expect(line.problems).toEqual([])
  })
  it.each([
    ['AB CD, EF against', ['AB against', 'CD against', 'EF against']],
    ['ab FOR; cd Abstain', ['ab for', 'cd abstain']],
    ['ab np / cd absent / ef nv / gh b', ['ab not-present', 'cd not-present', 'ef none', 'gh abstain']],
    ['  ', []],
    ['/ / ;', []],
  ])('reads %j', (line, expected) => {
    expect(named(line)).toEqual(expected)
    expect(readExceptionLine(line).problems).toEqual([])
  })
  it('takes the last word of a part for the position, so that initials may look like one', () => {
    expect(named('a f / b a')).toEqual(['a for', 'b against'])
  })
  it.each([
    ['all f / kb', 'kb', 'No position for kb yet'],
    ['all f / af gn', 'gn', 'No position for af, gn yet'],
    ['f', 'f', '“f” is a position: say first whose.'],
    ['ab f / AB a', 'AB', '“AB” is named twice.'],
    ['all f / all a', 'all', '“all” is named twice.'],
  ])('points at the word at fault in %j', (line, word, message) => {
    const [problem] = readExceptionLine(line).problems
    expect(problem?.message).toContain(message)
    expect(problem?.word.text).toBe(word)
    expect(line.slice(problem?.word.from, problem?.word.to)).toBe(word)
  })
  it('never fails, and each word that it reports stands where it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc
            .array(fc.constantFrom('all', 'rest', 'ab', 'kb', 'f', 'a', 'n', '/', ',', ' ', ';'), {
              maxLength: 25,
            })
            .map((parts) => parts.join(' ')),
        ),
        (line) => {
          const { named, problems } = readExceptionLine(line)
          for (const { text, from, to } of [
            ...named.map(({ name }) => name),
            ...problems.map(({ word }) => word),
          ])
            expect(line.slice(from, to)).toBe(text)
        },
      ),
      { numRuns: 3000 },
    )
  })
})
