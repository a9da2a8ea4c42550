import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { applicationId } from '../../db/header.ts'
import { isNetworkPath } from '../../db/network-path.ts'
import { assertDurable, createStore, openStore } from '../../db/open.ts'
import { checkSnapshotFile, vacuumInto } from '../../db/snapshot-file.ts'
import { smallDisk } from '../support/small-disk.ts'
import { tempFolder } from '../support/temp-folder.ts'
import {
  codeOf,
  dbFile,
  inAnotherProcess,
  makeToyBook,
  now,
  recordVotes,
  tamper,
  toyMigrations,
  valueOf,
} from './toy-book.ts'

describe('what is not a book of ours', () => {
  /** Bytes, time and neighbours of a file that is refused. */
  const traces = (folder: string, path: string) => ({
    names: readdirSync(folder).sort(),
    modified: lstatSync(path, { bigint: true }).mtimeNs,
    bytes: lstatSync(path).isFile() ? readFileSync(path).toString('base64') : '',
  })

  const hostile: [string, string, (path: string) => void][] = [
    ['an empty file', 'not-a-book', (path) => writeFileSync(path, '')],
    ['a text', 'not-a-book', (path) => writeFileSync(path, 'Minutes of the meeting. '.repeat(50))],
    [
      'a text that is shorter than a header',
      'not-a-book',
      (path) => writeFileSync(path, 'SQLite format 3\0'),
    ],
    ['zeros', 'not-a-book', (path) => writeFileSync(path, Buffer.alloc(8192))],
    [
      'a sparse file of 100 GB',
      'not-a-book',
      (path) => (writeFileSync(path, ''), truncateSync(path, 100 * 2 ** 30)),
    ],
    ['a folder', 'not-a-book', (path) => mkdirSync(path)],
    ['a database of another program', 'not-a-book', (path) => tamper(path, 'CREATE TABLE t (x)')],
    [
      'a database with our mark and no version',
      'not-a-book',
      (path) => tamper(path, `PRAGMA application_id = ${applicationId}; CREATE TABLE t (x)`),
    ],
    [
      'a book of a newer Panelbook',
      'newer-book',
      (path) =>
        tamper(path, `PRAGMA application_id = ${applicationId}; PRAGMA user_version = 3; CREATE TABLE t (x)`),
    ],
    ['a fifo', 'not-a-book', (path) => execFileSync('mkfifo', [path])],
  ]

  it.each(hostile)('%s is refused as %s and not touched', (_what, code, make) => {
    const folder = tempFolder()
    const migrations = toyMigrations(folder)
    const path = join(folder, 'a.panelbook')
    make(path)
    const isLarge = lstatSync(path).size > 1e9
    const before = isLarge ? readdirSync(folder) : traces(folder, path)
    expect(codeOf(() => openStore(path, { migrations, now }))).toBe(code)
    expect(codeOf(() => openStore(path, { migrations, now, readOnly: true }))).toBe(code)
    expect(isLarge ? readdirSync(folder) : traces(folder, path)).toEqual(before)
  })

  it('a link to a book is refused, a missing file and a missing folder are named', () => {
    const book = makeToyBook()
    const link = join(book.folder, 'link.panelbook')
    symlinkSync(book.path, link)
    const { migrations } = book
    expect(codeOf(() => openStore(link, { migrations, now }))).toBe('not-a-book')
    expect(codeOf(() => openStore(join(book.folder, 'none'), { migrations, now }))).toBe('no-such-file')
    const nowhere = join(book.folder, 'no', 'where.panelbook')
    expect(codeOf(() => createStore(nowhere, { migrations, deviceId: 'x', now }))).toBe('no-such-file')
  })

  it('a newer version that only the left-over log knows of is seen, and the file is not touched', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.store.close()
    // A newer Panelbook that was killed before its log went into the file.
    inAnotherProcess(`
      import Database from 'better-sqlite3'
      const db = new Database(${JSON.stringify(book.path)})
      db.pragma('user_version = 9')
      process.kill(process.pid, 'SIGKILL')`)
    expect(statSync(`${book.path}-wal`).size).toBeGreaterThan(0)
    const before = readFileSync(book.path)
    expect(before.readInt32BE(60)).toBe(2)
    expect(codeOf(() => openStore(book.path, { migrations: book.migrations, now }))).toBe('newer-book')
    expect(readFileSync(book.path).equals(before)).toBe(true)
    expect(statSync(`${book.path}-wal`).size).toBeGreaterThan(0)
  })

  it('a damaged book is refused and kept', () => {
    const book = makeToyBook()
    recordVotes(book)
    book.store.close()
    const bytes = readFileSync(book.path)
    bytes.fill(0xff, 4096, 3 * 4096)
    writeFileSync(book.path, bytes)
    expect(codeOf(() => openStore(book.path, { migrations: book.migrations, now }))).toBe('book-damaged')
    expect(readFileSync(book.path).equals(bytes)).toBe(true)
    truncateSync(book.path, 1000)
    expect(codeOf(() => openStore(book.path, { migrations: book.migrations, now }))).toBe('book-damaged')
  })
})

describe('a new book', () => {
  it('never takes the place of a file, nor of a log that was left over', () => {
    const book = makeToyBook()
    recordVotes(book)
    const { migrations, folder } = book
    const make = (path: string) => createStore(path, { migrations, deviceId: 'x', now })
    expect(codeOf(() => make(book.path))).toBe('already-exists')
    const beside = join(folder, 'other.panelbook')
    writeFileSync(`${beside}-wal`, 'left over')
    expect(codeOf(() => make(beside))).toBe('already-exists')
    expect(existsSync(beside)).toBe(false)
    expect(readdirSync(folder).filter((file) => file.includes('.part'))).toEqual([])
  })

  it.each([
    'with space.panelbook',
    `quo'te".panelbook`,
    'new\nline.panelbook',
    'Ünïcode 会议 🗳.panelbook',
    'x'.repeat(200),
  ])('can be called %j', (name) => {
    const book = makeToyBook(name)
    recordVotes(book)
    book.reopen()
    expect(valueOf(book.store, 'gn')).toBe('against')
    book.store.backup(join(book.folder, `b ${name.slice(0, 100)}`))
    expect(book.store.verify().ok).toBe(true)
  })

  it('carries our mark, its version and its device', () => {
    const book = makeToyBook()
    book.store.close()
    const header = readFileSync(book.path)
    expect(header.readInt32BE(68)).toBe(applicationId)
    expect(header.toString('latin1', 68, 72)).toBe('PBk1')
    expect(header.readInt32BE(60)).toBe(2)
    expect(book.reopen().deviceId).toBe('laptop-1')
    expect(book.reopen({ deviceId: 'laptop-2' }).deviceId).toBe('laptop-2')
    recordVotes(book)
    expect(book.reopen().deviceId).toBe('laptop-2')
    expect(book.store.history({ limit: 1 })[0]).toMatchObject({ device: 'laptop-2', deviceSeq: 3 })
  })
})

describe('durability', () => {
  it('holds in a book that is in use, after every write', () => {
    const book = makeToyBook()
    const settings = () =>
      book.store.read((db) =>
        db.get(
          `SELECT synchronous, journal_mode, foreign_keys, trusted_schema, cell_size_check
           FROM pragma_synchronous, pragma_journal_mode, pragma_foreign_keys, pragma_trusted_schema,
             pragma_cell_size_check`,
        ),
      )
    const full = {
      synchronous: 2,
      journal_mode: 'wal',
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
    }
    expect(settings()).toEqual(full)
    recordVotes(book)
    expect(settings()).toEqual(full)
    book.undo()
    book.reopen()
    expect(settings()).toEqual(full)
  })

  it('is asserted after a write: a connection at NORMAL is refused', () => {
    const path = join(tempFolder(), 'a.db')
    const connection = new Database(path)
    connection.pragma('journal_mode = WAL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('synchronous = FULL')
    connection.exec('CREATE TABLE t (x)')
    expect(() => assertDurable(connection)).not.toThrow()
    connection.pragma('synchronous = NORMAL')
    expect(codeOf(() => assertDurable(connection))).toBe('internal')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = OFF')
    expect(codeOf(() => assertDurable(connection))).toBe('internal')
    connection.close()
  })
})

describe('one writer', () => {
  it('a second one is refused in this process and in another, a reader is not', () => {
    const book = makeToyBook()
    recordVotes(book)
    const options = `{ migrations: ${JSON.stringify(book.migrations)}, now: () => '' }`
    const open = (more: string) => `
      import { openStore, createStore } from ${dbFile('open.ts')}
      import { vacuumInto } from ${dbFile('snapshot-file.ts')}
      const path = ${JSON.stringify(book.path)}
      try { ${more} } catch (error) { console.log(error.code) }`
    expect(codeOf(() => openStore(book.path, { migrations: book.migrations, now }))).toBe('book-in-use')
    expect(inAnotherProcess(open(`openStore(path, ${options}); console.log('opened')`))).toBe('book-in-use')
    const reader = `const store = openStore(path, { ...${options}, readOnly: true }); console.log(store.seq()); store.close()`
    expect(inAnotherProcess(open(reader))).toBe('3')
    expect(inAnotherProcess(open(`vacuumInto(path, path + '.snapshot'); console.log('written')`))).toBe(
      'written',
    )
    // The reader's end must not have freed the lock.
    expect(inAnotherProcess(open(`openStore(path, ${options}); console.log('opened')`))).toBe('book-in-use')
    const readOnly = openStore(book.path, { migrations: book.migrations, now, readOnly: true })
    expect(valueOf(readOnly, 'gn')).toBe('against')
    expect(codeOf(() => readOnly.undo({ requestId: 'r', actor: '', at: '' }))).toBe('read-only')
    readOnly.close()
    book.store.close()
    expect(inAnotherProcess(open(`openStore(path, ${options}); console.log('opened')`))).toBe('opened')
    expect(book.reopen().seq()).toBe(3)
  })

  it('the way to the folder makes no difference', () => {
    const book = makeToyBook()
    const other = join(tempFolder(), 'same')
    symlinkSync(book.folder, other)
    const path = join(other, 'toy.panelbook')
    expect(codeOf(() => openStore(path, { migrations: book.migrations, now }))).toBe('book-in-use')
  })

  it.skipIf(process.platform !== 'linux')(
    'a second look from this process leaves SQLite’s locks in place',
    () => {
      const book = makeToyBook()
      recordVotes(book)
      const { ino } = statSync(book.path)
      const locks = () =>
        readFileSync('/proc/locks', 'utf8')
          .split('\n')
          .filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `)).length
      const before = locks()
      expect(before).toBeGreaterThan(0)
      expect(codeOf(() => openStore(book.path, { migrations: book.migrations, now }))).toBe('book-in-use')
      expect(codeOf(() => checkSnapshotFile(book.path, book))).toBe('snapshot-invalid')
      openStore(book.path, { migrations: book.migrations, now, readOnly: true }).close()
      vacuumInto(book.path, join(book.folder, 'snapshot'))
      book.store.backup(join(book.folder, 'backup'))
      expect(book.store.verify().ok).toBe(true)
      expect(locks()).toBe(before)
      // The check is worth something: an ordinary read does drop them.
      readFileSync(book.path)
      expect(locks()).toBe(0)
    },
  )

  it('a closed store refuses everything', () => {
    const book = makeToyBook()
    book.store.close()
    expect(codeOf(() => book.store.seq())).toBe('no-book-open')
    expect(codeOf(() => book.command('a.b', () => 1))).toBe('no-book-open')
    expect(codeOf(() => book.store.verify())).toBe('no-book-open')
  })
})

describe('where a live book may lie', () => {
  it('not on a network drive', () => {
    for (const path of ['\\\\server\\share\\books', '//server/share', '\\\\?\\UNC\\server\\share']) {
      expect(isNetworkPath(path, 'win32', 0)).toBe(true)
    }
    for (const path of ['C:\\Users\\secretary', '\\\\?\\C:\\Users', '\\\\.\\C:\\Users']) {
      expect(isNetworkPath(path, 'win32', 0)).toBe(false)
    }
    expect(
      [0x6969, 0xff534d42, 0xfe534d42, 0xff534d42 | 0].every((type) => isNetworkPath('/mnt', 'linux', type)),
    ).toBe(true)
    // ext4, tmpfs, overlay
    expect([0xef53, 0x01021994, 0x794c7630].some((type) => isNetworkPath('/home', 'linux', type))).toBe(false)
  })
})

describe('a disk that cannot be written to', () => {
  it('is named; a snapshot on it can still be read', (context) => {
    const disk = smallDisk('6m')
    if (disk === undefined) return context.skip('only root may mount a small disk')
    const book = makeToyBook('a.panelbook', disk)
    recordVotes(book)
    const snapshot = join(disk, 'snapshot.panelbook')
    vacuumInto(book.path, snapshot)
    book.store.close()
    execFileSync('mount', ['-o', 'remount,ro', disk])
    const options = { migrations: book.migrations, now }
    expect(codeOf(() => openStore(book.path, options))).toBe('read-only')
    expect(codeOf(() => openStore(book.path, { ...options, readOnly: true }))).toBe('read-only')
    expect(codeOf(() => createStore(join(disk, 'b'), { ...options, deviceId: 'x' }))).toBe('read-only')
    expect(checkSnapshotFile(snapshot, options).entries).toBe(3)
    const store = openStore(snapshot, { ...options, readOnly: true })
    expect(valueOf(store, 'gn')).toBe('against')
    expect(store.verify().ok).toBe(true)
    store.close()
  })
})
