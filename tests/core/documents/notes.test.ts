import { describe, expect, it } from 'vitest'
import { noteBlocks } from '../../../core/documents/note-blocks.ts'
import type { Block, DocumentModel, Run } from '../../../core/documents/model.ts'
import { toDocx } from '../../../core/documents/to-docx.ts'
import { toHtml } from '../../../core/documents/to-html.ts'
import { toMarkdown } from '../../../core/documents/to-markdown.ts'
import { paragraphs, readDocx, wordsOf } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { emptyMeeting, model } from './written.ts'
import { attributeOf, elements, type XmlElement } from './xml.ts'

const notes = [
  'KL **asked** for [the *paper*](https://a.example/p?a=1&b=2):\n- one\n- two, **in bold**\nand went on.',
  'First:\n1. analysis\n2. report',
  'Again:\n1. consultation\n2. decision',
]
const withBlocks = (blocks: Block[]): DocumentModel => ({ ...model('minutes', emptyMeeting()), blocks })
const minutes = withBlocks(notes.flatMap((text, index) => noteBlocks(text, 1401 + index)))

describe('a paragraph of a note', () => {
  it('has its number at its first line, and its lists and further words under that', () => {
    expect(noteBlocks(notes[0] ?? '', 1401)).toEqual([
      {
        kind: 'paragraph',
        style: 'body',
        number: '1401',
        keepWithNext: true,
        runs: [
          { text: 'KL ' },
          { text: 'asked', bold: true },
          { text: ' for ' },
          { text: 'the ', link: 'https://a.example/p?a=1&b=2' },
          { text: 'paper', italic: true, link: 'https://a.example/p?a=1&b=2' },
          { text: ':' },
        ],
      },
      {
        kind: 'list',
        items: [[{ text: 'one' }], [{ text: 'two, ' }, { text: 'in bold', bold: true }]],
        isUnderNumber: true,
      },
      {
        kind: 'paragraph',
        style: 'body',
        number: null,
        keepWithNext: false,
        runs: [{ text: 'and went on.' }],
        isUnderNumber: true,
      },
    ])
    expect(noteBlocks('1. one', 7)).toEqual([
      { kind: 'paragraph', style: 'body', number: '7', keepWithNext: true, runs: [] },
      { kind: 'list', items: [[{ text: 'one' }]], isOrdered: true, isUnderNumber: true },
    ])
  })

  it('without a number is under nothing', () => {
    expect(noteBlocks('so:\n- one\nthen', null).map((block) => 'isUnderNumber' in block)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('of no words is a number all the same', () => {
    expect(noteBlocks('', 7)).toEqual([
      { kind: 'paragraph', style: 'body', number: '7', keepWithNext: false, runs: [] },
    ])
    expect(noteBlocks('', null)).toEqual([])
  })
})

describe('in Word', async () => {
  const file = readDocx(await toDocx(minutes))
  const all = elements(file.body, 'w:p')
  const styled = (style: string) =>
    paragraphs(file.body)
      .filter((one) => one.style === style)
      .map(({ text }) => text)

  it('lists are Word’s own, under the words of their paragraph', () => {
    expect(styled('ListBullet2')).toEqual(['one', 'two, in bold'])
    expect(styled('ListNumber2')).toEqual(['analysis', 'report', 'consultation', 'decision'])
    expect(styled('MinuteContinued')).toEqual(['and went on.'])
    const styles = elements(file.xml('word/styles.xml'), 'w:style')
    for (const [id, name] of [
      ['ListBullet', 'List Bullet'],
      ['ListNumber2', 'List Number 2'],
    ]) {
      const style = styles.find((one) => attributeOf(one, 'w:styleId') === id)
      if (style === undefined) throw new Error(`no style ${id}`)
      expect(elements(style, 'w:name').map((one) => attributeOf(one, 'w:val'))).toEqual([name])
      expect(elements(style, 'w:numPr')).toHaveLength(1)
    }
  })

  it('each numbered list begins at 1', () => {
    const lists = all
      .filter((one) => elements(one, 'w:numPr').length > 0)
      .map((one) => `${attributeOf(elements(one, 'w:numId')[0] ?? one, 'w:val') ?? ''} ${wordsOf(one)}`)
      .filter((line) => /analysis|report|consultation|decision/.test(line))
    const ids = lists.map((line) => line.split(' ')[0] ?? '')
    expect([ids[0] === ids[1], ids[2] === ids[3], ids[0] === ids[2]]).toEqual([true, true, false])
    const numbering = file.xml('word/numbering.xml')
    for (const id of new Set(ids)) {
      const num = elements(numbering, 'w:num').find((one) => attributeOf(one, 'w:numId') === id)
      expect(elements(num ?? numbering, 'w:startOverride').map((one) => attributeOf(one, 'w:val'))).toEqual([
        '1',
      ])
    }
  })

  it('a link can be followed and looks like one, and nothing else leads outside', () => {
    const [link, ...more] = elements(file.body, 'w:hyperlink')
    if (link === undefined) throw new Error('no link')
    expect(more).toEqual([])
    expect(wordsOf(link)).toBe('the paper')
    const styles = (run: XmlElement) => elements(run, 'w:rStyle').map((one) => attributeOf(one, 'w:val'))
    expect(elements(link, 'w:r').map(styles)).toEqual([['Hyperlink'], ['Hyperlink']])
    expect(
      elements(file.xml('word/_rels/document.xml.rels'), 'Relationship')
        .filter((one) => attributeOf(one, 'TargetMode') === 'External')
        .map((one) => [attributeOf(one, 'Id'), attributeOf(one, 'Target')]),
    ).toEqual([[attributeOf(link, 'r:id'), 'https://a.example/p?a=1&b=2']])
  })

  it('is the same file for the same words, links and all', async () => {
    const again = readDocx(await toDocx(minutes))
    for (const part of ['word/document.xml', 'word/_rels/document.xml.rels', 'word/numbering.xml'])
      expect(again.parts.get(part)).toEqual(file.parts.get(part))
  })

  it('the first line stays with its list', () => {
    expect(paragraphs(file.body).find(({ text }) => text.startsWith('1401'))?.keepsWithNext).toBe(true)
  })

  it('words from right to left say so, and are in order', async () => {
    const { body } = readDocx(await toDocx(withBlocks(noteBlocks('שלום, Panel\n- שורה', 1))))
    const rtl = elements(body, 'w:p').filter((one) => elements(one, 'w:bidi').length > 0)
    expect(rtl.map(wordsOf)).toEqual(['1\tשלום, Panel', 'שורה'])
  })
})

describe('in HTML', () => {
  const html = toHtml(minutes)

  it('has lists and links', () => {
    const body = /<main>([\s\S]*)<\/main>/.exec(html)?.[1]?.replace(/\n/g, '')
    expect(body).toContain(
      '<p class="body numbered keep"><span class="number">1401 </span><span>KL <strong>asked</strong> for ' +
        '<a href="https://a.example/p?a=1&#38;b=2" rel="noopener noreferrer">the <em>paper</em></a>:</span></p>' +
        '<ul class="under"><li>one</li><li>two, <strong>in bold</strong></li></ul>' +
        '<p class="body under">and went on.</p>',
    )
    expect(body).toContain('<ol class="under"><li>analysis</li><li>report</li></ol>')
  })

  it('says which words go from right to left', () => {
    const written = toHtml(withBlocks(noteBlocks('שלום\n- שורה', 1)))
    expect(readHtml(written).tags.flatMap(({ attributes }) => attributes.get('dir') ?? [])).toEqual([
      'rtl',
      'rtl',
    ])
    expect(html).not.toContain('dir=')
  })

  it('does not take a run at its word', () => {
    const runs: Run[] = [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'vbscript:x',
      '//a.example',
      'https://a.example" onclick="alert(1)',
      'https://a.example\u0000',
    ].map((link) => ({ text: 'x', link }))
    const links = readHtml(
      toHtml(withBlocks([{ kind: 'paragraph', style: 'body', number: null, runs, keepWithNext: false }])),
    ).tags.flatMap(({ attributes }) => attributes.get('href') ?? [])
    expect(links).toEqual(['https://a.example%22%20onclick=%22alert%281%29'])
  })
})

describe('in Markdown', () => {
  const body = (text: string) => {
    const written = toMarkdown(
      withBlocks([...noteBlocks('BEFORE', null), ...noteBlocks(text, null), ...noteBlocks('AFTER', null)]),
    )
    return /BEFORE\n\n([\s\S]*)\n\nAFTER/.exec(written)?.[1]
  }

  it.each([
    [
      notes[0] ?? '',
      'KL **asked** for [the *paper*](https://a.example/p?a=1\\&b=2):\n\n- one\n- two, **in bold**\n\nand went on.',
    ],
    ['1. one\n  and more\n2. # two', '1. one\\\n   and more\n2. \\# two'],
    ['***both***, *one* **other**', '***both***, *one* **other**'],
    ['**a***b*', '**a***b*'],
    ['\\*typed\\* \\[x\\](https://a.example)', '\\*typed\\* \\[x\\](https://a.example)'],
    // Between a letter and a sign, Markdown reads no mark.
    ['x**(a)**y', 'x(a)y'],
    ['x **(a)** y', 'x **(a)** y'],
    ['**a.**b', 'a.b'],
  ])('%j is written %j', (note, written) => {
    expect(body(note)).toBe(written)
  })
})
