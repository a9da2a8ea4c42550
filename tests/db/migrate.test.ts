import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrationHash, readMigrations } from '../../db/migrate.ts'
import { createStore, openStore } from '../../db/open.ts'
import { statementVerbs } from '../../db/sql-statements.ts'
import { tempFolder } from '../support/temp-folder.ts'
import {
  codeOf,
  makeToyBook,
  now,
  recordVotes,
  refusalOf,
  toyMigrations,
  toySchema,
  valueOf,
} from './toy-book.ts'

/** A book with votes, closed, to which further migrations are then added. */
function bookBefore() {
  const book = makeToyBook()
  recordVotes(book)
  book.store.close()
  const add = (file: string, sql: string) => writeFileSync(join(book.migrations, file), sql)
  return { ...book, add, open: () => openStore(book.path, { migrations: book.migrations, now }) }
}

describe('a migration', () => {
  it('keeps the rows, is preceded by a verified backup and is part of the history', () => {
    const book = bookBefore()
    book.add('0003_weight.sql', `ALTER TABLE position ADD COLUMN weight INTEGER NOT NULL DEFAULT 1;`)
    book.add('0004_rename.sql', `UPDATE item SET title = upper(title);\r\nDROP TABLE exact;`)
    const store = book.open()
    expect(store.history({ limit: 1 })[0]).toMatchObject({
      seq: 4,
      command: 'book.migrate',
      input: { from: 2, to: 4 },
      undoable: false,
    })
    expect(store.changes(4)).toHaveLength(3)
    expect(store.read((db) => db.all('SELECT seat, value, weight FROM position ORDER BY seat'))).toEqual([
      { seat: 'af', value: 'for', weight: 1 },
      { seat: 'gn', value: 'against', weight: 1 },
    ])
    expect(store.verify()).toMatchObject({ ok: true, entries: 4 })
    // A new column is captured without anything being edited.
    store.command({ requestId: 'r', command: 'vote.weigh', input: {}, actor: 'Secretary', at: now() }, (db) =>
      db.update('position', 'position-af', { weight: 2 }),
    )
    expect(store.changes(5)[0]?.after).toMatchObject({ weight: 2 })
    expect(store.verify().ok).toBe(true)
    store.close()
    expect(readFileSync(book.path).readInt32BE(60)).toBe(4)

    const [backup] = readdirSync(join(book.folder, 'backups'))
    expect(backup).toBe('toy.before-0002.20161215T114307.panelbook')
    const older = toyMigrations(tempFolder())
    const kept = openStore(join(book.folder, 'backups', backup ?? ''), {
      migrations: older,
      now,
      readOnly: true,
    })
    expect(valueOf(kept, 'gn')).toBe('against')
    expect(kept.verify().ok).toBe(true)
    kept.close()
    // Nothing is pending any more: no further backup.
    book.open().close()
    expect(readdirSync(join(book.folder, 'backups'))).toHaveLength(1)
  })

  it('can rebuild a table that others refer to', () => {
    const book = bookBefore()
    book.add(
      '0003_rebuild.sql',
      `CREATE TABLE item_new (id TEXT PRIMARY KEY, title TEXT NOT NULL, colour TEXT NOT NULL DEFAULT 'red') STRICT;
       INSERT INTO item_new (id, title) SELECT id, title FROM item; DROP TABLE item; ALTER TABLE item_new RENAME TO item;`,
    )
    const store = book.open()
    expect(store.read((db) => db.all('SELECT * FROM item'))).toEqual([
      { id: 'item-1', title: 'Modification 0621', colour: 'red' },
    ])
    expect(valueOf(store, 'gn')).toBe('against')
    expect(store.verify().ok).toBe(true)
    store.close()
  })

  it.each([
    ['an error in the second file', 'CREATE TABLE item (id)'],
    ['a reference that leads nowhere', `UPDATE position SET item_id = 'nowhere'`],
    ['a change of the history', `UPDATE journal SET actor = 'x'`],
  ])('that fails (%s) leaves the book as it was', (_what, sql) => {
    const book = bookBefore()
    book.add('0003_good.sql', 'CREATE TABLE good (id TEXT PRIMARY KEY) STRICT')
    book.add('0004_bad.sql', sql)
    const refusal = refusalOf(book.open)
    expect(refusal.code).toBe('migration-failed')
    expect(refusal.message).toContain(`0004_bad.sql`)
    const store = openStore(book.path, { migrations: toyMigrations(tempFolder()), now })
    expect(store.verify()).toMatchObject({ ok: true, entries: 3 })
    store.close()
    expect(readFileSync(book.path).readInt32BE(60)).toBe(2)
  })

  it('that was changed after it was applied is refused, and nothing is written', () => {
    const book = bookBefore()
    book.add('0002_toy.sql', toySchema + '-- a second thought')
    book.add('0003_more.sql', 'CREATE TABLE more (id TEXT PRIMARY KEY) STRICT')
    const before = readFileSync(book.path)
    const refusal = refusalOf(book.open)
    expect(refusal.code).toBe('migration-failed')
    expect(refusal.message).toContain('0002_toy.sql')
    expect(readFileSync(book.path).equals(before)).toBe(true)
    expect(readdirSync(book.folder)).not.toContain('backups')
    // Line ends are not a change.
    book.add('0002_toy.sql', toySchema.replaceAll('\n', '\r\n'))
    book.open().close()
  })

  it('an older book is not opened read-only as it is', () => {
    const book = bookBefore()
    book.add('0003_more.sql', 'CREATE TABLE more (id TEXT PRIMARY KEY) STRICT')
    expect(codeOf(() => openStore(book.path, { migrations: book.migrations, now, readOnly: true }))).toBe(
      'read-only',
    )
  })

  it('that fills a table of a new book is in its history, too', () => {
    const folder = tempFolder()
    const migrations = toyMigrations(folder, {
      '0002_toy.sql': `${toySchema} INSERT INTO item (id, title) VALUES ('standing', 'Apologies');`,
    })
    const seeded = createStore(join(folder, 'seeded.panelbook'), { migrations, deviceId: 'laptop-1', now })
    expect(seeded.history({ limit: 9 })).toMatchObject([
      { seq: 1, command: 'book.migrate', input: { from: 0, to: 2 } },
    ])
    expect(seeded.verify()).toMatchObject({ ok: true, entries: 1 })
    seeded.close()
  })
})

describe('the files', () => {
  it('must be numbered without gaps and named in words', () => {
    const sql = 'CREATE TABLE t (id TEXT PRIMARY KEY) STRICT'
    for (const file of ['0003_gap.sql', '0001_again.sql', '2_short.sql', '0002-dash.sql', '0002_Upper.sql']) {
      expect(codeOf(() => readMigrations(toyMigrations(tempFolder(), { [file]: sql })))).toBe(
        'migration-failed',
      )
    }
    expect(codeOf(() => readMigrations(tempFolder()))).toBe('migration-failed')
    expect(codeOf(() => readMigrations(join(tempFolder(), 'none')))).toBe('no-such-file')
  })

  it('hold no statement that ends the transaction; a trigger may say BEGIN and END', () => {
    for (const sql of [
      'COMMIT',
      '/* x */ begin;',
      'SELECT 1; ROLLBACK',
      'PRAGMA foreign_keys = ON',
      'SAVEPOINT a',
      `ATTACH 'x' AS y`,
    ]) {
      expect(codeOf(() => readMigrations(toyMigrations(tempFolder(), { '0002_x.sql': sql })))).toBe(
        'migration-failed',
      )
    }
    const trigger = `CREATE TRIGGER t AFTER INSERT ON item BEGIN
      UPDATE item SET title = CASE WHEN title = 'COMMIT;' THEN 'END' ELSE title END; DELETE FROM note; END;
      -- COMMIT;
      CREATE TABLE "BEGIN" (id)`
    expect(statementVerbs(trigger)).toEqual(['CREATE', 'CREATE'])
    expect(statementVerbs(`${trigger}; COMMIT`)).toEqual(['CREATE', 'CREATE', 'COMMIT'])
    expect(migrationHash('a\r\nb')).toBe(migrationHash('a\nb'))
  })
})
