import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import { writeVerifiedCopy } from './backup.ts'
import { expectedSchema } from './expected-schema.ts'
import { readHeader, refuseNewer } from './header.ts'
import { danglingReferences, openToCheck, refuseDamaged } from './integrity.ts'
import { noHash } from './journal.ts'
import type { Migration } from './migrate.ts'
import { pendingMigrations, readMigrations } from './migrate.ts'
import { makeBookFile } from './open.ts'
import { isOpenHere } from './open-here.ts'
import { quoted, readLayouts, readSchema, schemaDifferences } from './schema.ts'
import { toPanelbookError } from './sqlite-errors.ts'

/** Bytes. Twenty years of a busy panel are well under a third of this. */
const largestSnapshot = 1024 ** 3

export interface SnapshotCheckOptions {
  /** Absolute folder of the shipped migrations. */
  migrations: string
  /** Bytes; default 1 GiB. */
  maximumBytes?: number
}

export interface CheckedSnapshot {
  bytes: number
  schemaVersion: number
  /** Entries of its history, and the hash of the newest. */
  entries: number
  lastHash: string
}

/**
 * Writes a snapshot of a book that may be open elsewhere, over a read-only connection of its own, so that it
 * can run in a child process beside the one that writes (not in a worker thread of that one: `open-here.ts`). The copy names no device and keeps no replies.
 * @throws PanelbookError `already-exists`, `disk-full`, `read-only`, `book-damaged`, and as `readHeader`
 */
export function vacuumInto(bookPath: string, targetPath: string): void {
  if (!isOpenHere(bookPath)) readHeader(bookPath)
  const connection = new Database(bookPath, { readonly: true, fileMustExist: true })
  try {
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    writeVerifiedCopy(connection, targetPath, (copy) => {
      copy.pragma('trusted_schema = OFF')
      copy.exec('DELETE FROM this_device; DELETE FROM recent_reply')
      // Deleted rows would still be readable in the free pages.
      copy.exec('VACUUM')
    })
  } finally {
    connection.close()
  }
}

/**
 * Checks a file that came from elsewhere before a row of it is read. Run it in a process that can be killed:
 * SQLite's own checks can be made to take long.
 * @throws PanelbookError `no-such-file`, `snapshot-invalid`, `newer-book`
 */
export function checkSnapshotFile(path: string, options: SnapshotCheckOptions): CheckedSnapshot {
  const shipped = readMigrations(options.migrations)
  try {
    const header = readHeader(path)
    if (header.fileSize > (options.maximumBytes ?? largestSnapshot))
      throw invalid('it is larger than a book can be')
    if (header.formatVersion !== 1) throw invalid('it is a live book, not a snapshot')
    if (header.pageCount * header.pageSize !== header.fileSize)
      throw invalid('its length is not what it says')
    refuseNewer(header.userVersion, shipped.length)
    for (const end of ['-wal', '-shm', '-journal']) {
      // A log beside it would be played into it when it is opened.
      if (existsSync(path + end)) throw invalid(`there is a left-over ${end} file beside it`)
    }
    return checkContent(path, header.fileSize, shipped.slice(0, header.userVersion))
  } catch (error) {
    const refusal = toPanelbookError(error, 'writing')
    if (!(refusal instanceof PanelbookError)) throw refusal
    if (['no-such-file', 'newer-book', 'snapshot-invalid'].includes(refusal.code)) throw refusal
    throw invalid(refusal.message, error)
  }
}

function checkContent(path: string, bytes: number, migrations: readonly Migration[]): CheckedSnapshot {
  const connection = openToCheck(path)
  try {
    // Only the list of definitions is read until it is known to be ours.
    const difference = schemaDifferences(expectedSchema(migrations), readSchema(connection))[0]
    if (difference !== undefined) throw invalid(difference)
    if (pendingMigrations(connection, migrations).length > 0)
      throw invalid('its list of migrations is cut short')
    refuseDamaged(connection)
    const dangling = danglingReferences(connection)[0]
    if (dangling !== undefined) throw invalid(dangling)
    const last = connection
      .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1')
      .get()
    return {
      bytes,
      schemaVersion: migrations.length,
      entries: last?.seq ?? 0,
      lastHash: last?.hash ?? noHash,
    }
  } finally {
    connection.close()
  }
}

/**
 * Makes a fresh book with our own definitions and puts the rows of a snapshot into it, history included. Not a
 * page of the foreign file becomes part of the book. An older snapshot gives an older book, which is brought up
 * to date when it is opened.
 * @param options.deviceId a new id, unless this laptop goes on exactly where its own last entry in there ends
 * @throws PanelbookError as `checkSnapshotFile` and `createStore`
 */
export function importSnapshot(
  snapshotPath: string,
  newBookPath: string,
  options: SnapshotCheckOptions & { deviceId: string; now: () => string },
): CheckedSnapshot {
  const checked = checkSnapshotFile(snapshotPath, options)
  const migrations = readMigrations(options.migrations).slice(0, checked.schemaVersion)
  makeBookFile(newBookPath, migrations, options, (connection) => {
    connection.pragma('cell_size_check = ON')
    connection.pragma('foreign_keys = OFF')
    connection.prepare('ATTACH ? AS snapshot').run(snapshotPath)
    connection.exec('BEGIN IMMEDIATE')
    for (const [table, { columns }] of readLayouts(connection)) {
      // What the migrations themselves put in is in the snapshot as well, as it is now.
      connection.exec(`DELETE FROM main.${quoted(table)}`)
      copyRows(connection, table, columns)
    }
    for (const table of ['journal', 'journal_change'])
      copyRows(connection, table, columnsOf(connection, table))
    const dangling = danglingReferences(connection)[0]
    if (dangling !== undefined) throw invalid(dangling)
    connection.exec('COMMIT')
    connection.exec('DETACH snapshot')
  })
  return checked
}

function copyRows(connection: Database.Database, table: string, columns: readonly string[]): void {
  const list = columns.map(quoted).join(', ')
  connection.exec(`INSERT INTO main.${quoted(table)} (${list}) SELECT ${list} FROM snapshot.${quoted(table)}`)
}

function columnsOf(connection: Database.Database, table: string): string[] {
  return connection
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name)
}

function invalid(reason: string, cause?: unknown): PanelbookError {
  return new PanelbookError(
    'snapshot-invalid',
    `The snapshot cannot be used: ${reason.replace(/\.$/, '')}.`,
    {
      safe: 'It was not touched, and no book was changed.',
      remedy: 'Use the snapshot before it.',
      ...(cause === undefined ? {} : { cause }),
    },
  )
}
