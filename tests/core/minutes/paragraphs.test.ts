import { describe, expect, it } from 'vitest'
import { numberParagraphs, readNote, writeParagraphNumbers } from '../../../core/minutes/paragraphs.ts'
import { type SubjectBook, makeSubjectBook, request } from '../../support/subject-book.ts'
import { writePanel } from '../actions/small-panel.ts'

function panel(): SubjectBook {
  const book = makeSubjectBook()
  writePanel(book)
  return book
}

describe('note.write', () => {
  it('numbers from the meeting’s first paragraph over the agenda in printed order', () => {
    const book = panel()
    book.call('note.write', { itemId: 'i4', text: 'last' })
    book.call('note.write', { itemId: 'i3', text: 'under the second\n\nmore' })
    book.call('note.write', { itemId: 'i2', text: 'second' })
    expect(book.call('note.write', { itemId: 'i1', text: 'first' }).paragraphs).toEqual([
      { number: 1228, text: 'first' },
    ])
    const numbers = book.store.read((db) => numberParagraphs(db, 'm199'))
    expect(
      [...numbers].map(([itemId, paragraphs]) => [itemId, ...paragraphs.map(({ number }) => number)]),
    ).toEqual([
      ['i1', 1228],
      ['i2', 1229],
      ['i3', 1230, 1231],
      ['i4', 1232],
    ])
  })

  it('writes only the paragraph that changed', () => {
    const book = panel()
    book.call('note.write', { itemId: 'i1', text: 'one\n\ntwo\n\nthree' })
    book.call('note.write', { itemId: 'i1', text: 'one\n\ntwo!\n\nthree' })
    expect(
      book.store.changes(book.store.seq()).map(({ before, after }) => [before?.['text'], after?.['text']]),
    ).toEqual([['two', 'two!']])
    book.call('note.write', { itemId: 'i1', text: 'one\r\n\r\n\r\ntwo!\n\nthree  ' })
    expect(book.store.changes(book.store.seq())).toEqual([])
    book.call('note.write', { itemId: 'i1', text: 'one' })
    expect(book.store.changes(book.store.seq())).toHaveLength(2)
    expect(book.store.read((db) => readNote(db, 'i1'))).toEqual({
      text: 'one',
      paragraphs: [{ number: 1228, text: 'one' }],
    })
  })

  it('keeps text as it is', () => {
    const book = panel()
    const text = '<script>alert(1)</script>\nЖ 😀 \u202e ‘quoted’\n\n"); DROP TABLE body;--'
    book.call('note.write', { itemId: 'i1', text })
    expect(book.store.read((db) => readNote(db, 'i1').text)).toBe(text)
  })

  it('is undone under the name of its item', () => {
    const book = panel()
    book.call('note.write', { itemId: 'i3', text: 'x' })
    expect(book.call('history.state', {}).undo).toBe('note on 0621A')
    book.store.undo(request())
    expect(book.store.read((db) => readNote(db, 'i3').paragraphs)).toEqual([])
  })

  it('is refused on a closed meeting, whose numbers stand', () => {
    const book = panel()
    book.call('note.write', { itemId: 'i4', text: 'only' })
    book.write((db) => {
      writeParagraphNumbers(db, 'm199')
      db.update('meeting', 'm199', { state: 'closed' })
    })
    expect(book.refusal('note.write', { itemId: 'i1', text: 'x' }).code).toBe('meeting-closed')
    book.write((db) => db.update('meeting', 'm199', { first_paragraph: 1 }))
    expect(book.store.read((db) => readNote(db, 'i4').paragraphs)).toEqual([{ number: 1228, text: 'only' }])
    expect(book.refusal('note.write', { itemId: 'none', text: 'x' }).code).toBe('not-found')
  })
})
