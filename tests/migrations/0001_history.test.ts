import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'

const sql = readFileSync(new URL('../../migrations/0001_history.sql', import.meta.url), 'utf8')

let book: Database.Database
beforeEach(() => {
  book = new Database(':memory:')
  book.pragma('foreign_keys = ON')
  book.exec(sql)
  book.exec(`
    INSERT INTO journal (seq, device, device_seq, undoable, request_id, at, actor, command, summary, prev_hash, hash, input)
    VALUES (1, 'laptop-1', 1, 1, 'request-1', '2016-12-15T10:00:00Z', 'Secretary', 'vote.record', 'AB for',
      '${'0'.repeat(64)}', '${'a'.repeat(64)}', '{}');
    INSERT INTO journal_change (device, device_seq, ordinal, table_name, row_key, after)
    VALUES ('laptop-1', 1, 1, 'position', 'p1', '{}');`)
})
afterEach(() => book.close())

test.each([
  ['UPDATE journal SET actor = actor'],
  ['DELETE FROM journal'],
  ['UPDATE journal_change SET after = after'],
  ['DELETE FROM journal_change'],
])('the history is append-only, even without Panelbook: %s', (statement) => {
  expect(() => book.exec(statement)).toThrow('the history is append-only')
})

const entry = (columns: string) =>
  `INSERT INTO journal (seq, device, device_seq, undoable, request_id, at, actor, command, summary, prev_hash, hash, input)
   SELECT ${columns}, at, actor, command, summary, prev_hash, hash, input FROM journal`

test.each([
  ['a request is carried out once', entry(`2, 'laptop-1', 2, 1, 'request-1'`), /UNIQUE.*request_id/],
  ['a device numbers its entries once', entry(`2, 'laptop-1', 1, 1, 'request-2'`), /UNIQUE.*device_seq/],
  ['an entry has a place', entry(`0, 'laptop-1', 2, 1, 'request-2'`), /CHECK/],
  [
    'a change belongs to an entry',
    `INSERT INTO journal_change (device, device_seq, ordinal, table_name, row_key, after) VALUES ('laptop-1', 9, 1, 'x', 'y', '{}')`,
    /FOREIGN KEY/,
  ],
  [
    'a change has a row before or after it',
    `INSERT INTO journal_change (device, device_seq, ordinal, table_name, row_key) VALUES ('laptop-1', 1, 2, 'x', 'y')`,
    /CHECK/,
  ],
  ['a book is one device’s copy', `INSERT INTO this_device (id, device_id) VALUES (2, 'laptop-2')`, /CHECK/],
])('%s', (_what, statement, message) => {
  expect(() => book.exec(statement)).toThrow(message)
})
