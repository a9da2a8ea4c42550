import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { installCapture } from '../../db/capture.ts'
import { readLayouts } from '../../db/schema.ts'
import { codeOf, makeToyBook, recordVotes, tamper } from './toy-book.ts'

/** A connection that is watched, to a book that nobody else has open. */
function watched(sql = '') {
  const book = makeToyBook()
  recordVotes(book)
  book.store.close()
  if (sql !== '') tamper(book.path, sql)
  const connection = new Database(book.path)
  return { connection, capture: installCapture(connection, readLayouts(connection)) }
}

const insert = `INSERT INTO item (id, title) VALUES ('item-2', 'Modification 0622')`

describe('the triggers', () => {
  it.each([
    ['an insert', insert],
    ['an update', `UPDATE position SET value = 'abstain'`],
    ['a removal', 'DELETE FROM position'],
    ['a write to the history', `INSERT INTO this_device (id, device_id) VALUES (2, 'x')`],
  ])('refuse %s outside a command, and nothing is written', (_what, sql) => {
    const { connection } = watched()
    const rows = () => [
      connection.prepare('SELECT * FROM item').all(),
      connection.prepare('SELECT * FROM position').all(),
      connection.prepare('SELECT * FROM this_device').all(),
    ]
    const before = rows()
    expect(codeOf(() => connection.exec(sql))).toBe('internal')
    expect(rows()).toEqual(before)
    connection.close()
  })

  it('see a row within a command, and again refuse it afterwards', () => {
    const { connection, capture } = watched()
    capture.begin()
    connection.exec(insert)
    expect(capture.changes).toEqual([
      {
        table: 'item',
        key: 'item-2',
        before: null,
        after: '{"id":"item-2","place":0,"title":"Modification 0622"}',
      },
    ])
    capture.end()
    expect(codeOf(() => connection.exec(`DELETE FROM item WHERE id = 'item-2'`))).toBe('internal')
    connection.close()
  })

  it('cover a column and a table that were added later, without a word about them', () => {
    const { connection, capture } = watched(
      `ALTER TABLE item ADD COLUMN colour TEXT NOT NULL DEFAULT 'none';
       CREATE TABLE newer (id TEXT PRIMARY KEY) STRICT;`,
    )
    capture.begin()
    connection.exec(`${insert}; INSERT INTO newer (id) VALUES ('a')`)
    expect(capture.changes.map(({ table, after }) => [table, after])).toEqual([
      ['item', '{"colour":"none","id":"item-2","place":0,"title":"Modification 0622"}'],
      ['newer', '{"id":"a"}'],
    ])
    connection.close()
  })

  it('leave no trace in the file', () => {
    const { connection } = watched()
    const names = connection
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
      .all()
    expect(names.map(({ name }) => name).filter((name) => !name.startsWith('journal_'))).toEqual([])
    connection.close()
  })
})
