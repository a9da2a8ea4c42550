import { describe, expect, it } from 'vitest'
import { codeOf, makeToyBook, recordVotes, undoRequest, valueOf, vote } from './toy-book.ts'

describe('undo and redo', () => {
  it('go back and forth through any number of commands', () => {
    const book = makeToyBook()
    recordVotes(book)
    const rows = () => book.store.read((db) => db.all('SELECT seat, value FROM position ORDER BY seat'))
    const after3 = rows()
    expect(book.undo().undone).toMatchObject({ seq: 3, command: 'vote.record', isUndone: true })
    expect(book.undo().undone.seq).toBe(2)
    expect(book.undo().undone.seq).toBe(1)
    expect(book.store.read((db) => db.all('SELECT * FROM item'))).toEqual([])
    expect(codeOf(() => book.undo())).toBe('nothing-to-undo')
    expect(book.redo().redone.about.seq).toBe(1)
    expect(book.redo().redone.about.seq).toBe(2)
    expect(book.store.undoable()?.about).toMatchObject({ seq: 2, command: 'vote.record' })
    expect(book.redo().redone.about.seq).toBe(3)
    expect(codeOf(() => book.redo())).toBe('nothing-to-undo')
    expect(rows()).toEqual(after3)
    expect(book.undo().undone.about.seq).toBe(3)
    expect(book.undo().undone.about.seq).toBe(2)
    expect(book.store.redoable()?.about.seq).toBe(2)
    expect(book.store.verify().problems).toEqual([])
  })

  it('survive a restart', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.undo()
    book.reopen()
    expect(book.store.undoable()?.seq).toBe(2)
    expect(book.store.redoable()?.about.seq).toBe(3)
    book.redo()
    book.reopen()
    expect(valueOf(book.store, 'gn')).toBe('against')
    expect(book.store.redoable()).toBeUndefined()
    book.undo()
    expect(valueOf(book.store, 'gn')).toBeUndefined()
  })

  it('a new command clears what could be redone', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.undo()
    book.command('vote.record', (db) => vote(db, 'kb', 'for'))
    expect(book.store.redoable()).toBeUndefined()
    expect(codeOf(() => book.redo())).toBe('nothing-to-undo')
    expect(book.undo().undone.seq).toBe(5)
    expect(book.undo().undone.seq).toBe(2)
  })

  it('skip what cannot be undone, and what changed nothing', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.undo()
    book.command('share.publish', (db) => db.update('item', 'item-1', { place: 7 }), { undoable: false })
    book.command('vote.record', (db) => vote(db, 'af', 'for'))
    expect(book.store.history({ limit: 1 })[0]?.undoable).toBe(false)
    expect(book.store.redoable()?.about.seq).toBe(3)
    expect(book.undo().undone.seq).toBe(2)
    // Another column of the row moved on meanwhile: only the row's removal would lose that.
    expect(codeOf(() => book.undo())).toBe('conflict')
  })

  it('leave a later change of another column of the row alone', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.command('item.rename', (db) => db.update('item', 'item-1', { title: 'Renamed' }))
    book.command('item.move', (db) => db.update('item', 'item-1', { place: 7 }), { undoable: false })
    book.undo()
    expect(book.store.read((db) => db.get('SELECT title, place FROM item'))).toEqual({
      title: 'Modification 0621',
      place: 7,
    })
  })

  it('are refused when a later change stands in the way, and nothing is changed', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.command('vote.correct', (db) => vote(db, 'af', 'abstain'))
    book.command('vote.lapse', (db) => vote(db, 'af', 'against'), { undoable: false })
    const hash = book.store.lastHash()
    expect(codeOf(() => book.undo())).toBe('conflict')
    expect(valueOf(book.store, 'af')).toBe('against')
    expect(book.store.lastHash()).toBe(hash)
  })

  it('do not take a row along that a later command hung on to it', () => {
    const book = makeToyBook()
    book.command('item.add', (db) => db.insert('item', { id: 'item-1', title: '' }))
    book.command('vote.record', (db) => vote(db, 'af', 'for'), { undoable: false })
    expect(codeOf(() => book.undo())).toBe('conflict')
    book.command('vote.drop', (db) => db.remove('position', 'position-af'), { undoable: false })
    book.command('note.add', (db) => db.insert('note', { id: 'n', item_id: 'item-1' }), { undoable: false })
    expect(codeOf(() => book.undo())).toBe('conflict')
    book.command('note.drop', (db) => db.remove('note', 'n'), { undoable: false })
    expect(book.undo().undone.seq).toBe(1)
  })

  it('put a parent and its children back in whatever order they went', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.command('item.drop', (db) => db.remove('item', 'item-1'))
    expect(book.store.changes(4)).toHaveLength(3)
    book.undo()
    expect([valueOf(book.store, 'af'), valueOf(book.store, 'gn')]).toEqual(['for', 'against'])
    book.redo()
    expect(book.store.read((db) => db.all('SELECT * FROM position'))).toEqual([])
    expect(book.store.verify().ok).toBe(true)
  })

  it('undo a swap of unique values and a change of key', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.command('seat.swap', (db) => {
      db.update('position', 'position-af', { seat: 'x' })
      db.update('position', 'position-gn', { seat: 'af' })
      db.update('position', 'position-af', { seat: 'gn', id: 'position-new' })
    })
    expect(valueOf(book.store, 'af')).toBe('against')
    book.undo()
    expect(book.store.read((db) => db.all('SELECT id, seat FROM position ORDER BY seat'))).toEqual([
      { id: 'position-af', seat: 'af' },
      { id: 'position-gn', seat: 'gn' },
    ])
    expect(book.store.verify().ok).toBe(true)
  })

  it('the same undo request sent twice undoes once', () => {
    const book = makeToyBook()
    recordVotes(book)
    const request = undoRequest()
    const first = book.store.undo(request)
    book.reopen()
    expect(book.store.undo(request)).toEqual({ ...first, replayed: true })
    expect(valueOf(book.store, 'af')).toBe('for')
  })
})
