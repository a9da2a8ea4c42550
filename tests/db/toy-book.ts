import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { createStore, openStore } from '../../db/open.ts'
import type { CommandEntry, OpenStoreOptions, Store, UndoRequest, Writer } from '../../db/store-types.ts'
import { PanelbookError } from '../../core/contract/errors.ts'
import { tempFolder } from '../support/temp-folder.ts'

const shipped = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** A schema that is small enough to read in a test and has everything that is hard about the real one. */
export const toySchema = `
CREATE TABLE item (id TEXT PRIMARY KEY, title TEXT NOT NULL, place INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE position (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  seat TEXT NOT NULL,
  value TEXT NOT NULL CHECK (value IN ('for', 'against', 'abstain')),
  UNIQUE (item_id, seat)
) STRICT;
CREATE TABLE note (id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES item (id), body TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE exact (a INTEGER, b INTEGER, r REAL, x ANY, bytes BLOB, PRIMARY KEY (a, b)) STRICT;
`

/** A folder of migrations: the real house-keeping, then these. */
export function toyMigrations(
  folder: string,
  more: Record<string, string> = { '0002_toy.sql': toySchema },
): string {
  const migrations = join(folder, 'migrations')
  mkdirSync(migrations, { recursive: true })
  copyFileSync(join(shipped, '0001_history.sql'), join(migrations, '0001_history.sql'))
  for (const [file, sql] of Object.entries(more)) writeFileSync(join(migrations, file), sql)
  return migrations
}

export const now = () => '2016-12-15T11:43:07.000+00:00'

export interface ToyBook {
  folder: string
  path: string
  migrations: string
  store: Store
  /** Runs one command; gives the sequence of its entry. */
  command(name: string, work: (db: Writer) => unknown, more?: Partial<CommandEntry>): number
  undo(): ReturnType<Store['undo']>
  redo(): ReturnType<Store['redo']>
  /** Closes the store and opens it again. */
  reopen(options?: Partial<OpenStoreOptions>): Store
}

export function makeToyBook(name = 'toy.panelbook', at?: string): ToyBook {
  const folder = at ?? tempFolder()
  const migrations = toyMigrations(folder)
  const path = join(folder, name)
  const book: ToyBook = {
    folder,
    path,
    migrations,
    store: createStore(path, { migrations, deviceId: 'laptop-1', now }),
    command: (command, work, more = {}) => book.store.command(entry(command, more), work).seq,
    undo: () => book.store.undo(undoRequest()),
    redo: () => book.store.redo(undoRequest()),
    reopen(options = {}) {
      book.store.close()
      book.store = openStore(path, { migrations, now, ...options })
      return book.store
    },
  }
  onTestFinished(() => book.store.close())
  return book
}

let requests = 0

export function entry(command: string, more: Partial<CommandEntry> = {}): CommandEntry {
  return { requestId: `request-${++requests}`, command, input: {}, actor: 'Secretary', at: now(), ...more }
}

export function undoRequest(): UndoRequest {
  return { requestId: `request-${++requests}`, actor: 'Secretary', at: now() }
}

/** Records item 1 with the positions of two seats: three entries. */
export function recordVotes(book: ToyBook): void {
  book.command('item.add', (db) => db.insert('item', { id: 'item-1', title: 'Modification 0621' }))
  book.command('vote.record', (db) => vote(db, 'af', 'for'))
  book.command('vote.record', (db) => vote(db, 'gn', 'against'))
}

export function vote(db: Writer, seat: string, value: string): void {
  db.upsert('position', { id: `position-${seat}`, item_id: 'item-1', seat, value })
}

export const valueOf = (store: Store, seat: string) =>
  store.read((db) => db.get<{ value: string }>('SELECT value FROM position WHERE seat = ?', seat))?.value

/** The code of the refusal that `work` ends in. Anything else fails the test. */
export function refusalOf(work: () => unknown): PanelbookError {
  try {
    work()
  } catch (error) {
    if (error instanceof PanelbookError) return error
    throw error
  }
  throw new Error('it was not refused')
}

export const codeOf = (work: () => unknown) => refusalOf(work).code

/** Changes a closed book the way an outsider would: without triggers of ours, without the history. */
export function tamper(path: string, sql: string): void {
  const connection = new Database(path)
  try {
    connection.pragma('foreign_keys = OFF')
    connection.exec(sql)
  } finally {
    connection.close()
  }
}

/** Runs a TypeScript snippet in another process of the same Node and gives what it printed. It may kill itself. */
export function inAnotherProcess(script: string): string {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '--eval', script],
    { encoding: 'utf8', cwd: root },
  )
  if (status !== 0 && signal !== 'SIGKILL') throw new Error(stderr)
  return stdout.trim()
}

/** The address of a file of the store for such a snippet. */
export const dbFile = (file: string) => JSON.stringify(new URL(`../../db/${file}`, import.meta.url).href)
