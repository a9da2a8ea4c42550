import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { makeSubjectBook, request } from '../../support/subject-book.ts'
import { writePanel } from '../actions/small-panel.ts'

it('says what was done, newest first, and what undo and redo would do', () => {
  const book = makeSubjectBook()
  writePanel(book)
  book.call('note.write', { itemId: 'i3', text: 'x' })
  book.call('action.add', { itemId: 'i1', text: 'y' })
  const { seq } = book.store.undo(request())
  const entries = book.call('history.list', { limit: 3 }).entries
  expect(entries.map(({ summary, isUndone, undoes }) => [summary, isUndone, undoes])).toEqual([
    ['Undone: action PAN 12/01 added', false, seq - 1],
    ['action PAN 12/01 added', true, null],
    ['note on 0621A', false, null],
  ])
  expect(book.call('history.state', {})).toEqual({
    seq,
    lastHash: book.store.lastHash(),
    savedAt: '2016-12-15T10:00:00.000+00:00',
    undo: 'note on 0621A',
    redo: 'action PAN 12/01 added',
    isDiskFull: false,
  })
  const redone = book.store.redo(request())
  const [newest, second, third] = book.call('history.list', {}).entries
  expect(newest).toMatchObject({
    seq: redone.seq,
    summary: 'Redone: action PAN 12/01 added',
    undoes: seq - 1,
  })
  expect([second?.isUndone, third?.isUndone]).toEqual([true, false])
  expect(book.call('history.list', { before: seq, limit: 1 }).entries[0]?.seq).toBe(seq - 1)
})

it('has nothing to undo in a new book', () => {
  const book = makeSubjectBook()
  expect(book.call('history.state', {})).toMatchObject({ undo: null, redo: null })
  expect(book.call('history.list', {}).entries.map(({ summary }) => summary)).toContain('book Small made')
})

it('finds what was changed behind its back and says where', () => {
  const book = makeSubjectBook()
  writePanel(book)
  const sound = book.call('history.verify', {})
  expect(sound).toMatchObject({ isSound: true, lastHash: book.store.lastHash(), problems: [] })
  const behind = new Database(book.path)
  behind.exec("UPDATE person SET name = 'Somebody else' WHERE id = 'ef'")
  behind.close()
  const { isSound, problems } = book.call('history.verify', {})
  expect(isSound).toBe(false)
  expect(problems.map(({ where }) => where).join()).toMatch(/person ef/)
})
