import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  joinNote,
  plainParagraph,
  readParagraph,
  safeLink,
  splitNote,
  tidyBlocks,
  writeParagraph,
  type NoteBlock,
  type NoteRun,
} from '../../../core/contract/note-text.ts'

const text = (...runs: (string | NoteRun)[]): NoteBlock => ({ kind: 'text', runs: runs.map(run) })
const bullets = (...items: (string | NoteRun)[][]): NoteBlock => list(false, items)
const numbers = (...items: (string | NoteRun)[][]): NoteBlock => list(true, items)
const list = (isOrdered: boolean, items: (string | NoteRun)[][]): NoteBlock => ({
  kind: 'list',
  isOrdered,
  items: items.map((item) => item.map(run)),
})
const run = (one: string | NoteRun): NoteRun => (typeof one === 'string' ? { text: one } : one)
const bold = (words: string): NoteRun => ({ text: words, bold: true })
const italic = (words: string): NoteRun => ({ text: words, italic: true })
const both = (words: string): NoteRun => ({ text: words, bold: true, italic: true })
const link = (words: string, to = 'https://a.example'): NoteRun => ({ text: words, link: to })

describe('splitNote', () => {
  it.each([
    ['', []],
    ['  \n\n \t\n', []],
    ['one', ['one']],
    ['one\ntwo', ['one\ntwo']],
    ['one\r\n\r\ntwo\r\n', ['one', 'two']],
    ['one\n  \t \n\n\ntwo\n\n', ['one', 'two']],
    ['one\r\rtwo', ['one', 'two']],
    ['  one  \n\n  two', ['one', 'two']],
    ['<b>data</b>\n\n$name', ['<b>data</b>', '$name']],
    // A list belongs to the paragraph before it.
    ['one\n- a\n- b\n\ntwo', ['one\n- a\n- b', 'two']],
    ['one\n\n- a\n- b\n\ntwo', ['one\n- a\n- b', 'two']],
    ['one\n\n- a\n\n- b\n\n1. c\n\n2. d', ['one\n- a\n- b\n1. c\n2. d']],
    ['- a\n- b\n\ntwo', ['- a\n- b', 'two']],
    ['one\n\n  - a', ['one\n- a']],
    // Only a one begins a numbered list.
    ['one\n\n14. January', ['one', '14. January']],
    ['one\n\n1. a\n\ntwo\n\n2. b', ['one\n1. a', 'two', '2. b']],
    ['one\n\n-5 degrees\n\n- ', ['one', '-5 degrees', '-']],
  ])('divides %j', (note, paragraphs) => {
    expect(splitNote(note)).toEqual(paragraphs)
  })
})

describe('readParagraph', () => {
  it.each<[string, NoteBlock[]]>([
    ['', []],
    ['words', [text('words')]],
    ['one\ntwo', [text('one\ntwo')]],
    ['a **b** c', [text('a ', bold('b'), ' c')]],
    ['a *b* c', [text('a ', italic('b'), ' c')]],
    ['***a***', [text(both('a'))]],
    ['**a *b* c**', [text(bold('a '), both('b'), bold(' c'))]],
    ['*a **b***', [text(italic('a '), both('b'))]],
    ['**a***b*', [text(bold('a'), italic('b'))]],
    ['*a **b* c**', [text(italic('a '), both('b'), bold(' c'))]],
    ['(**a**), “*b*”', [text('(', bold('a'), '), “', italic('b'), '”')]],
    ['**a\nb**', [text('**a\nb**')]],
    ['[words](https://a.example)', [text(link('words'))]],
    ['**[a](https://a.example)** b', [text({ ...link('a'), bold: true }, ' b')]],
    ['[a **b**](https://a.example)', [text(link('a '), { ...link('b'), bold: true })]],
    ['[a [b](https://a.example) c]', [text('[a ', link('b'), ' c]')]],
    ['- a\n- b', [bullets(['a'], ['b'])]],
    ['1. a\n2. b\n7. c', [numbers(['a'], ['b'], ['c'])]],
    [
      'so:\n- *a*\n  more\n1. b\nthen',
      [text('so:'), bullets([italic('a'), '\nmore']), numbers(['b']), text('then')],
    ],
    ['  - a\n\t- b', [bullets(['a'], ['b'])]],
  ])('reads %j', (paragraph, blocks) => {
    expect(readParagraph(paragraph)).toEqual(blocks)
  })

  it.each([
    '2 * 3 * 4',
    '** a **',
    '*a',
    'a**',
    '**** a ****',
    '****',
    '[TBC]',
    '[a]',
    '[a] (https://a.example)',
    '[a](ftp://a.example)',
    '[a](javascript:alert)',
    '[a](/etc/passwd)',
    '[a](https://a b)',
    '[a](https://a.example',
    '[](https://a.example)',
    '[ ](https://a.example)',
    '<b>a</b> &amp; <script>',
    '# a',
    '> a',
    '_a_ ~~b~~ `c`',
    'a | b',
    'C:\\papers\\199',
    '14. January',
    'the\n2. second',
    '-5 and – 6',
    '-',
    '–  a',
    'https://a.example/?q=(1)',
    'a\u2028b',
    '\u202eabc',
  ])('leaves %j as it is typed', (words) => {
    expect(readParagraph(words)).toEqual([text(words)])
    expect(plainParagraph(words)).toBe(words)
  })

  it('leaves a mark without a partner outside of what has one', () => {
    expect(readParagraph('***a**')).toEqual([text('*', bold('a'))])
    expect(readParagraph('**a***')).toEqual([text(bold('a'), '*')])
    expect(readParagraph('*a *b*')).toEqual([text('*a ', italic('b'))])
  })

  it('reads an escaped mark as itself', () => {
    expect(readParagraph('\\*a\\* \\[b\\](https://a.example) \\\\c')).toEqual([
      text('*a* [b](https://a.example) \\c'),
    ])
    expect(readParagraph('\\- a\n1\\. b')).toEqual([text('- a\n1. b')])
  })
})

describe('writeParagraph', () => {
  it.each<[NoteBlock[], string]>([
    [[text('a ', bold('b '), both('c'), italic(' d'))], 'a **b *c** d*'],
    [[text(bold(' a '), bold('b\nc '))], '**a b**\n**c**'],
    [[text('- a\n  1. b\n2 * 3 [TBC]')], '\\- a\n  1\\. b\n2 \\* 3 [TBC]'],
    [[text('[a](https://b.example) [c]')], '[a\\](https://b.example) [c]'],
    [[text(link('[a] (b)', 'https://a.example/(1) 2'))], '[\\[a\\] (b)](https://a.example/%281%29%202)'],
    [[text(link('a', 'javascript:alert(1)'))], 'a'],
    [[text('so:'), numbers(['a\n- b'], [], [' c'])], 'so:\n1. a\n  \\- b\n2. c'],
    [[text('a\n\n\nb')], 'a\nb'],
    [[text('a'), text('b'), bullets([' ']), text('c')], 'a\nb\nc'],
  ])('writes %j', (blocks, paragraph) => {
    expect(writeParagraph(blocks)).toBe(paragraph)
  })
})

describe('plainParagraph', () => {
  it('gives the words and nothing else', () => {
    expect(
      plainParagraph('**KL** asked [for the paper](https://a.example):\n- *one*\n- two\n1. 3 \\* 4'),
    ).toBe('KL asked for the paper:\none\ntwo\n3 * 4')
  })
})

describe('safeLink', () => {
  it.each([
    ['https://a.example', 'https://a.example'],
    [' HTTP://a.example/b?c#d ', 'HTTP://a.example/b?c#d'],
    ['mailto:panel@a.example', 'mailto:panel@a.example'],
    ['https://a.example/Panel Papers/(1).pdf', 'https://a.example/Panel%20Papers/%281%29.pdf'],
    ['https://a.example/%20é', 'https://a.example/%20é'],
    ['https://', null],
    ['mailto:', null],
    ['a.example', null],
    ['//a.example', null],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['data:text/html,x', null],
    ['https://a.example/\u202efdp.exe', null],
    ['https://a.example/\ud800', null],
    ['https://a.example\nb', null],
  ])('%j', (address, link) => {
    expect(safeLink(address)).toBe(link)
    if (link !== null) expect(safeLink(link)).toBe(link)
  })
})

// What marks are made of, with what is written with more than one code unit, hides, or turns the direction.
const hostile = fc.string({
  unit: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('*', '**', '***', '[', ']', '](', ')', '\\', '- ', '1. ', '2. '),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom('\n', ' ', '  ', '\t', '\r\n', '\r', '\u00a0', '\u2028', '\n\n'),
    },
    { weight: 4, arbitrary: fc.constantFrom('a', 'B', '1', '.', '-', '_', '<b>', '&', '|', '#', '`') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '](https://a.example)',
        '(https://a.example)',
        'mailto:a@b',
        '[a](https://c)',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('😀', '👩🏽‍🚀', 'e\u0301', 'שלום', 'مرحبا', '\u202e', '\u0000', '\ud800'),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2 }) },
  ),
  maxLength: 40,
})
const anyRun: fc.Arbitrary<NoteRun> = fc.record(
  {
    text: hostile,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.oneof(
      fc.constantFrom('https://a.example', 'mailto:a@b.example', 'http://b.example/(c) d*e', 'javascript:x'),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      hostile,
    ),
  },
  { requiredKeys: ['text'] },
)
const runs = fc.array(anyRun, { maxLength: 6 })
const anyBlock: fc.Arbitrary<NoteBlock> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), runs }),
  fc.record({
    kind: fc.constant('list' as const),
    isOrdered: fc.boolean(),
    items: fc.array(runs, { maxLength: 3 }),
  }),
)
const blocksOf = fc.array(anyBlock, { maxLength: 5 })
const letters = (words: string) => words.replace(/[^\p{L}\p{N}\p{S}]/gu, '')

describe('whatever is written', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(blocksOf, (blocks) => {
        const tidy = tidyBlocks(blocks)
        const written = writeParagraph(blocks)
        expect(readParagraph(written)).toEqual(tidy)
        expect(tidyBlocks(tidy)).toEqual(tidy)
        // It is one paragraph of a note, as it stands.
        expect(splitNote(written)).toEqual(written === '' ? [] : [written])
      }),
      { numRuns: 6_000 },
    )
  })

  it('is written again as the same words', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const [paragraph = ''] = splitNote(typed)
        const read = readParagraph(paragraph)
        expect(tidyBlocks(read)).toEqual(read)
        expect(readParagraph(writeParagraph(read))).toEqual(read)
      }),
      { numRuns: 4_000 },
    )
  })

  it('is divided alike after it was joined', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (pieces) => {
        const paragraphs = splitNote(pieces.join('\n\n'))
        expect(splitNote(joinNote(paragraphs.map((each) => ({ text: each }))))).toEqual(paragraphs)
      }),
      { numRuns: 3_000 },
    )
  })

  it('keeps every letter, sign and number that is not the address of a link or the number of a point', () => {
    const typed = hostile.map((each) => each.replace(/https?|mailto|\d/g, 'x'))
    fc.assert(
      fc.property(typed, (note) => {
        const kept = splitNote(note).map(plainParagraph).join('\n')
        expect(letters(kept)).toBe(letters(note))
        // Asterisks go in pairs or not at all, brackets and hyphens only as marks.
        const stars = (words: string) => words.split('*').length - 1
        expect((stars(note) - stars(kept)) % 2).toBe(0)
      }),
      { numRuns: 3_000 },
    )
  })

  it('and typed without marks comes back as it was typed', () => {
    const unmarked = fc
      .string({ unit: 'binary', maxLength: 60 })
      .map((each) => each.replace(/[\\*[\]\r\n.-]/g, '').trim())
    fc.assert(
      fc.property(fc.array(unmarked, { maxLength: 4 }), (lines) => {
        const words = lines.filter((each) => each.trim() !== '').join('\n')
        expect(readParagraph(words)).toEqual(words === '' ? [] : [text(words)])
        expect(writeParagraph(readParagraph(words))).toBe(words)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a note of 100,000 characters', () => {
  const size = 100_000
  const fill = (unit: string) => unit.repeat(Math.ceil(size / unit.length))

  it.each(
    [
      '*',
      '**',
      '[',
      ']',
      '_',
      '\\',
      '[a',
      '[a](',
      '[a](https://b',
      '](',
      '*a',
      '**a ',
      '*a*',
      '***a',
      'a***',
      '- ',
      '- a\n',
      '-\n',
      '-',
      '1. ',
      '1. a\n',
      ' ',
      '\t',
      '\n',
      '\n ',
      ' \n',
      '\n\n',
      '\r',
      'a',
      'a ',
      '😀',
      'ש',
      '\u202e',
      '**a**b',
      '[a](https://b)*',
      '1',
      '1.',
    ].map((unit) => [JSON.stringify(unit), unit] as const),
  )('of %s is read, written and divided', (_name, unit) => {
    // Some hundredths of a second. Where time grew with the square of the length it would be minutes, and no test has that.
    const note = `a${fill(unit)}b`
    const paragraphs = splitNote(note)
    for (const paragraph of paragraphs) {
      const read = readParagraph(paragraph)
      expect(readParagraph(writeParagraph(read))).toEqual(read)
      plainParagraph(paragraph)
    }
    expect(splitNote(joinNote(paragraphs.map((each) => ({ text: each }))))).toEqual(paragraphs)
  })
})
