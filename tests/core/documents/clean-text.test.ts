import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../core/documents/clean-text.ts'

describe('cleanText', () => {
  it.each([
    ['plain text stays', 'plain text stays'],
    ['tab\tand\nline end stay', 'tab\tand\nline end stay'],
    ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['\u0000a\u0001b\u0008c\u000bd\u000ce\u000ef\u001fg\u007fh\u0085i\u009fj', 'abcdefghij'],
    ['\ud83d\ude00 whole', '😀 whole'],
    ['half \ud83d', 'half \ufffd'],
    ['\ude00 half', '\ufffd half'],
    ['\ufffe\uffff', ''],
    ['‘quotes’ – é ÿ', '‘quotes’ – é ÿ'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it.each([
    ['override', 'a\u202eb', 'a\u202eb\u202c'],
    ['embedding', '\u202aa\u202bb', '\u202aa\u202bb\u202c\u202c'],
    ['isolate', '\u2066a', '\u2066a\u2069'],
    ['what is closed already', '\u202ea\u202c \u2067b\u2069', '\u202ea\u202c \u2067b\u2069'],
    [
      'an embedding within an isolate, which the end of the isolate closes',
      '\u2068a\u202eb\u2069c',
      '\u2068a\u202eb\u2069c',
    ],
    ['an isolate within an embedding', '\u202ba\u2067b', '\u202ba\u2067b\u2069\u202c'],
    ['each line for itself', '\u202ea\nb\u2066', '\u202ea\u202c\nb\u2066\u2069'],
    ['nothing where an end has no beginning', 'a\u202cb\u2069', 'a\u202cb\u2069'],
  ])('closes at the end of the line: %s', (_name, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  it('leaves words in scripts that are written from the right', () => {
    expect(cleanText('שלום עולם مرحبا')).toBe('שלום עולם مرحبا')
  })

  it('gives what XML allows, and the same again when it is asked twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = cleanText(text)
        expect(clean).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
        expect(cleanText(clean)).toBe(clean)
      }),
      { numRuns: 2000 },
    )
  })
})
