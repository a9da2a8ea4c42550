import fc from 'fast-check'
import { Fragment, Slice } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { joinNote, readParagraph, splitNote, writeParagraph } from '../../../core/contract/note-text.ts'
import { docOf, passagesOf, textOf } from '../../../renderer/minutes/note-doc.ts'
import { noteSchema } from '../../../renderer/minutes/note-schema.ts'

const shape = (text: string) => docOf(text).children.map((node) => `${node.type.name} ${node.textContent}`)

/** The text as the core would write what it says. */
function tidied(text: string): string {
  return joinNote(splitNote(text).map((each) => ({ text: writeParagraph(readParagraph(each)) })))
}

describe('a note as one writes it', () => {
  it('has a paragraph for each paragraph, and its lists after it', () => {
    expect(shape('EF asked.\n\nAB said:\n- yes\n- no\n\n1. first\n2. second')).toEqual([
      'paragraph EF asked.',
      'paragraph AB said:',
      'bullet_list yesno',
      'ordered_list firstsecond',
    ])
  })

  it('is one empty paragraph where it says nothing', () => {
    expect(shape('')).toEqual(['paragraph '])
    expect(textOf(docOf(''))).toBe('')
  })

  it('keeps bold, italic, links and line breaks', () => {
    const text = 'A **bold** and *italic* word,\na [link](https://example.com/a).'
    expect(textOf(docOf(text))).toBe(text)
    expect(docOf(text).textBetween(0, docOf(text).content.size, '\n\n')).toBe(
      'A bold and italic word,\na link.',
    )
  })

  it('numbers what the core numbers, and leaves out what is empty', () => {
    const text = 'One.\n\nTwo:\n- a\n\nThree.'
    expect(passagesOf(docOf(text)).map(({ index }) => index)).toEqual([0, 1, 3])
    expect(splitNote(text)).toHaveLength(3)
    const { paragraph, bullet_list: list, list_item: point } = noteSchema.nodes
    const words = (text: string) => paragraph.create(null, noteSchema.text(text))
    const doc = noteSchema.node('doc', null, [
      paragraph.create(),
      list.create(null, point.create(null, words('a'))),
      paragraph.create(),
      words('b'),
      paragraph.create(null, noteSchema.text('   ')),
    ])
    expect(passagesOf(doc).map(({ index }) => index)).toEqual([1, 3])
    expect(textOf(doc)).toBe('- a\n\nb')
  })

  it('keeps what follows a list in the paragraph that it belongs to', () => {
    const text = 'AB said:\n- yes\n- no\nand went on.\n\nNext.'
    expect(passagesOf(docOf(text))).toHaveLength(2)
    expect(textOf(docOf(text))).toBe(tidied(text))
  })

  it('is a document of its schema and says the same when it is written again, whatever the text', () => {
    const words = fc.constantFrom(
      'AB',
      'asked',
      '**',
      '*',
      '- ',
      '1. ',
      '2. ',
      '\n',
      '\n\n',
      '  ',
      '[',
      '](https://a.b)',
      '\\',
      ']',
      '.',
      '<b>',
      '\u{1F5F3}\uFE0F',
      '\u0645\u0631',
      '\u202E',
      '\t',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join('')
        const doc = docOf(text)
        doc.check()
        const again = textOf(doc)
        expect(again).toBe(tidied(text))
        expect(textOf(docOf(again))).toBe(again)
        expect(passagesOf(doc)).toHaveLength(splitNote(again).length)
      }),
      { numRuns: 2000 },
    )
  })

  it('writes only the paragraph again that has changed', () => {
    const long = Array.from({ length: 300 }, (_, index) => `Paragraph ${index} ${'with words '.repeat(30)}`)
    const doc = docOf(long.join('\n\n'))
    expect(passagesOf(doc)).toHaveLength(300)
    textOf(doc)
    const changed = doc.replace(1, 1, new Slice(Fragment.from(noteSchema.text('New. ')), 0, 0))
    const from = performance.now()
    for (let times = 0; times < 20; times += 1) expect(textOf(changed).startsWith('New. Par')).toBe(true)
    expect(performance.now() - from).toBeLessThan(1000)
  })
})
