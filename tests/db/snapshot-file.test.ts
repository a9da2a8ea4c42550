import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../db/open.ts'
import { checkSnapshotFile, importSnapshot, vacuumInto } from '../../db/snapshot-file.ts'
import { codeOf, entry, makeToyBook, now, recordVotes, refusalOf, tamper, valueOf, vote } from './toy-book.ts'

function snapshot() {
  const book = makeToyBook()
  recordVotes(book)
  book.command('note.add', (db) => {
    db.insert('note', { id: 'n', item_id: 'item-1', body: 'x' })
    return { reply: 'a secret of this laptop only' }
  })
  const path = join(book.folder, 'snapshot.panelbook')
  vacuumInto(book.path, path)
  return { book, path, check: () => checkSnapshotFile(path, { migrations: book.migrations }) }
}

describe('a snapshot', () => {
  it('is one clean file without device and replies, in the name of nobody', () => {
    const { book, path, check } = snapshot()
    expect(check()).toMatchObject({ entries: 4, schemaVersion: 2, lastHash: book.store.lastHash() })
    expect(readFileSync(path).includes('a secret of this laptop only')).toBe(false)
    expect(readdirSync(book.folder).filter((name) => name.startsWith('snapshot'))).toEqual([
      'snapshot.panelbook',
    ])
    const bytes = readFileSync(path)
    const store = openStore(path, { migrations: book.migrations, now, readOnly: true })
    expect(store.deviceId).toBe('')
    expect(store.verify().ok).toBe(true)
    store.close()
    expect(codeOf(() => openStore(path, { migrations: book.migrations, now }))).toBe('read-only')
    expect(readFileSync(path).subarray(100).equals(bytes.subarray(100))).toBe(true)
    expect(codeOf(() => vacuumInto(book.path, path))).toBe('already-exists')
  })

  it('is picked up as a fresh book that goes on under its own device', () => {
    const { book, path } = snapshot()
    const before = readFileSync(path)
    const target = join(book.folder, 'picked-up.panelbook')
    importSnapshot(path, target, { migrations: book.migrations, deviceId: 'laptop-2', now })
    expect(readFileSync(path).equals(before)).toBe(true)
    const store = openStore(target, { migrations: book.migrations, now })
    expect(store.lastHash()).toBe(book.store.lastHash())
    expect(valueOf(store, 'gn')).toBe('against')
    const { seq } = store.command(entry('vote.correct'), (db) => vote(db, 'gn', 'for'))
    expect(store.history({ limit: 1 })[0]).toMatchObject({ seq, device: 'laptop-2', deviceSeq: 1 })
    expect(store.verify()).toMatchObject({ ok: true, entries: 5 })
    store.close()
    const again = () => importSnapshot(path, target, { migrations: book.migrations, deviceId: 'x', now })
    expect(codeOf(again)).toBe('already-exists')
  })

  it('of an older version is picked up and brought up to date when it is opened', () => {
    const { book, path } = snapshot()
    book.store.close()
    const sql = `INSERT INTO item (id, title) VALUES ('standing', 'Apologies'); ALTER TABLE item ADD COLUMN colour TEXT;`
    writeFileSync(join(book.migrations, '0003_colour.sql'), sql)
    const target = join(book.folder, 'picked-up.panelbook')
    importSnapshot(path, target, { migrations: book.migrations, deviceId: 'laptop-2', now })
    const store = openStore(target, { migrations: book.migrations, now })
    expect(store.history({ limit: 1 })[0]).toMatchObject({ command: 'book.migrate', device: 'laptop-2' })
    expect(store.verify().problems).toEqual([])
    // And back: what the migration itself put in comes once.
    const newer = join(book.folder, 'newer.panelbook')
    vacuumInto(target, newer)
    importSnapshot(newer, join(book.folder, 'third.panelbook'), {
      migrations: book.migrations,
      deviceId: 'l3',
      now,
    })
    store.close()
  })
})

describe('a file that says it is a snapshot', () => {
  const changes: [string, string][] = [
    ['a foreign trigger', `CREATE TRIGGER spy AFTER INSERT ON item BEGIN DELETE FROM position; END`],
    ['a view in place of nothing', `CREATE VIEW spy AS SELECT 1`],
    [
      'a view that never ends in place of a table',
      `DROP TABLE exact; CREATE VIEW exact AS WITH RECURSIVE r(a) AS (SELECT 1 UNION ALL SELECT a FROM r) SELECT a FROM r`,
    ],
    ['a virtual table', `CREATE VIRTUAL TABLE spy USING fts5(x)`],
    ['a table that is looser than ours', `DROP TABLE exact; CREATE TABLE exact (a, b, r, x, bytes)`],
    ['a missing guard', `DROP TRIGGER journal_is_never_changed`],
    ['an index of its own', `CREATE INDEX spy ON item (title)`],
    ['a reference that leads nowhere', `UPDATE position SET item_id = 'nowhere'`],
    ['another list of migrations', `UPDATE migration SET hash = 'x' WHERE number = 2`],
    ['a shorter list of migrations', `DELETE FROM migration WHERE number = 2`],
    [
      'a value that breaks a rule of ours',
      `PRAGMA ignore_check_constraints = ON; UPDATE position SET value = 'perhaps'`,
    ],
  ]
  it.each(changes)('is refused for %s', (_what, sql) => {
    const { book, path, check } = snapshot()
    tamper(path, sql)
    const bytes = readFileSync(path)
    expect(refusalOf(check).code).toBe('snapshot-invalid')
    expect(readFileSync(path).equals(bytes)).toBe(true)
    const target = join(book.folder, 'picked-up.panelbook')
    const pickUp = () => importSnapshot(path, target, { migrations: book.migrations, deviceId: 'x', now })
    expect(codeOf(pickUp)).toBe('snapshot-invalid')
    expect(existsSync(target)).toBe(false)
  })

  it('is refused for its size, its length, its kind and what lies beside it', () => {
    const { book, path, check } = snapshot()
    const { migrations } = book
    const maximumBytes = 10_000
    expect(codeOf(() => checkSnapshotFile(path, { migrations, maximumBytes }))).toBe('snapshot-invalid')
    expect(codeOf(() => checkSnapshotFile(join(book.folder, 'none'), { migrations }))).toBe('no-such-file')
    expect(codeOf(() => checkSnapshotFile(book.folder, { migrations }))).toBe('snapshot-invalid')
    expect(codeOf(() => checkSnapshotFile(book.path, { migrations }))).toBe('snapshot-invalid')
    const link = join(book.folder, 'link')
    symlinkSync(path, link)
    expect(codeOf(() => checkSnapshotFile(link, { migrations }))).toBe('snapshot-invalid')
    writeFileSync(`${path}-journal`, 'x')
    expect(codeOf(check)).toBe('snapshot-invalid')
    const longer = join(book.folder, 'longer')
    copyFileSync(path, longer)
    appendFileSync(longer, 'x')
    expect(codeOf(() => checkSnapshotFile(longer, { migrations }))).toBe('snapshot-invalid')
    const newer = join(book.folder, 'newer')
    copyFileSync(path, newer)
    tamper(newer, 'PRAGMA user_version = 3')
    expect(codeOf(() => checkSnapshotFile(newer, { migrations }))).toBe('newer-book')
  })

  it('is refused or read, but never crashes us, with 200 random changes of its bytes', () => {
    const { book, path } = snapshot()
    const whole = readFileSync(path)
    const changed = join(book.folder, 'changed')
    let refused = 0
    for (let round = 0; round < 200; round++) {
      const bytes = Buffer.from(whole)
      const at = (round * 7919) % bytes.length
      if (round % 4 === 0) bytes.fill(round, at, at + 512)
      else bytes[at] = (bytes[at] ?? 0) ^ (1 << (round % 8))
      writeFileSync(changed, round % 10 === 9 ? bytes.subarray(0, at) : bytes)
      try {
        checkSnapshotFile(changed, { migrations: book.migrations })
      } catch (error) {
        expect(['snapshot-invalid', 'newer-book']).toContain((error as { code?: string }).code)
        refused++
      }
    }
    // SQLite's own checks cannot see every change: that is why a snapshot's name carries its hash.
    expect(refused).toBeGreaterThan(30)
  })
})

describe('a backup', () => {
  it('is a whole book that opens, and never takes the place of a file', () => {
    const { book } = snapshot()
    const path = join(book.folder, 'kept', 'backup.panelbook')
    book.store.backup(path)
    expect(codeOf(() => book.store.backup(path))).toBe('already-exists')
    expect(readdirSync(join(book.folder, 'kept'))).toEqual(['backup.panelbook'])
    const connection = new Database(path, { readonly: true })
    expect(connection.pragma('journal_mode', { simple: true })).toBe('delete')
    connection.close()
    const store = openStore(path, { migrations: book.migrations, now, deviceId: 'restored' })
    expect(store.undo({ requestId: 'u', actor: 'Secretary', at: now() }).undone.command).toBe('note.add')
    expect(store.verify().ok).toBe(true)
    store.close()
    expect(codeOf(() => book.command('a.b', () => book.store.backup(join(book.folder, 'x'))))).toBe(
      'internal',
    )
  })

  it('of a damaged book is not kept', () => {
    const { book } = snapshot()
    book.store.close()
    tamper(book.path, `UPDATE position SET item_id = 'nowhere'`)
    book.reopen()
    const path = join(book.folder, 'backup.panelbook')
    expect(codeOf(() => book.store.backup(path))).toBe('book-damaged')
    expect(readdirSync(book.folder).filter((name) => name.startsWith('backup'))).toEqual([])
  })
})
