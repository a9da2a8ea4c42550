import { randomUUID } from 'node:crypto'
import { existsSync, lstatSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import { layBallast, spendBallastOf } from './ballast.ts'
import { backupPath, writeVerifiedCopy } from './backup.ts'
import { nameFinishedFile, toFileRefusal } from './durable-file.ts'
import { applicationId, readHeader, refuseNewer } from './header.ts'
import { refuseDamaged } from './integrity.ts'
import { readDeviceId } from './journal.ts'
import { takeWriterLock } from './lock.ts'
import type { Migration } from './migrate.ts'
import { applyMigrations, pendingMigrations, readMigrations } from './migrate.ts'
import { refuseNetworkPath } from './network-path.ts'
import { isDiskFull, toPanelbookError } from './sqlite-errors.ts'
import { isOpenHere } from './open-here.ts'
import { makeStore } from './store.ts'
import type { CreateStoreOptions, OpenStoreOptions, Store } from './store-types.ts'

/** Milliseconds that a write waits for a second connection of our own, such as the command line's. */
const busyTimeout = 2000

/**
 * Makes a new book and opens it. The file appears under its name only when it is complete.
 * @throws PanelbookError `already-exists`, `no-such-file` (the folder), `network-path`, `read-only`, `disk-full`
 */
export function createStore(path: string, options: CreateStoreOptions): Store {
  makeBookFile(path, readMigrations(options.migrations), options)
  return openStore(path, options)
}

/**
 * Makes the file of a new book with the given migrations, and nothing else.
 * @param fill puts the rows and the history of another book in, before the file gets its name
 */
export function makeBookFile(
  path: string,
  migrations: readonly Migration[],
  options: { deviceId: string; now: () => string },
  fill?: (connection: Database.Database) => void,
): void {
  for (const left of [path, `${path}-wal`, `${path}-journal`]) {
    if (lstatSync(left, { throwIfNoEntry: false }) === undefined) continue
    // A log that is left over from another file would be played into this one.
    throw new PanelbookError('already-exists', `There is already a file ${basename(left)}.`, {
      safe: 'It was not touched.',
      remedy: 'Choose another name.',
    })
  }
  if (!existsSync(dirname(path))) throw new PanelbookError('no-such-file', 'The folder is not there.')
  refuseNetworkPath(path)
  const unnamed = join(dirname(path), `${basename(path)}.${randomUUID()}.part`)
  let connection: Database.Database | undefined
  try {
    connection = new Database(unnamed)
    connection.pragma('synchronous = FULL')
    connection.pragma('trusted_schema = OFF')
    connection.pragma(`application_id = ${applicationId}`)
    applyMigrations(connection, migrations, { ...options, isRecorded: fill === undefined })
    connection.prepare('INSERT INTO this_device (id, device_id) VALUES (1, ?)').run(options.deviceId)
    fill?.(connection)
    connection.close()
    nameFinishedFile(unnamed, path)
  } catch (error) {
    connection?.close()
    for (const end of ['', '-journal']) rmSync(unnamed + end, { force: true })
    throw toFileRefusal(toPanelbookError(error, 'writing'))
  }
}

/**
 * Opens a book. Whatever is refused is refused before anything is written: first the header is read as bytes.
 * @throws PanelbookError `no-such-file`, `not-a-book`, `newer-book`, `network-path`, `book-in-use`,
 *   `book-damaged`, `migration-failed`, `read-only`, `disk-full`
 */
export function openStore(path: string, options: OpenStoreOptions): Store {
  const shipped = readMigrations(options.migrations)
  const newestKnown = shipped.length
  // A second look at a book that is open here goes through SQLite alone.
  const isSecondLook = options.readOnly === true && isOpenHere(path)
  if (!isSecondLook) refuseNewer(readHeader(path).userVersion, newestKnown)
  if (options.readOnly === true) return openForReading(path, shipped)

  refuseNetworkPath(path)
  const lock = takeWriterLock(path)
  try {
    refuseNewerInLog(path, newestKnown)
    try {
      return openForWriting(path, shipped, options, () => lock.release())
    } catch (error) {
      // Opening needs a little room itself: give up the reserve and try once more.
      if (!isDiskFull(error) || !spendBallastOf(path)) throw error
      return openForWriting(path, shipped, options, () => lock.release())
    }
  } catch (error) {
    lock.release()
    throw toFileRefusal(toPanelbookError(error, 'writing'))
  }
}

/**
 * A log that was left over may hold a newer version than the header of the file says. A read-only connection
 * sees it and, unlike a writing one, does not play it into the file.
 */
function refuseNewerInLog(path: string, newestKnown: number): void {
  const log = lstatSync(`${path}-wal`, { throwIfNoEntry: false })
  if (log === undefined || log.size === 0) return
  const connection = new Database(path, { readonly: true, timeout: busyTimeout })
  try {
    refuseNewer(Number(connection.pragma('user_version', { simple: true })), newestKnown)
  } finally {
    connection.close()
  }
}

function openForReading(path: string, shipped: readonly Migration[]): Store {
  let connection: Database.Database | undefined
  try {
    connection = new Database(path, { readonly: true, fileMustExist: true, timeout: busyTimeout })
    harden(connection)
    connection.pragma('query_only = ON')
    refuseNewer(Number(connection.pragma('user_version', { simple: true })), shipped.length)
    refuseDamaged(connection)
    if (pendingMigrations(connection, shipped).length > 0) {
      throw new PanelbookError(
        'read-only',
        'The book is older than this Panelbook and must be brought up first.',
        {
          safe: 'The file was not touched.',
          remedy: 'Open it once for writing; a backup is made before.',
        },
      )
    }
    return makeStore(connection, {
      path,
      readOnly: true,
      shipped,
      ballast: undefined,
      release: () => undefined,
    })
  } catch (error) {
    connection?.close()
    throw toFileRefusal(toPanelbookError(error, 'writing'))
  }
}

function openForWriting(
  path: string,
  shipped: readonly Migration[],
  options: OpenStoreOptions,
  release: () => void,
): Store {
  const connection = new Database(path, { fileMustExist: true, timeout: busyTimeout })
  try {
    harden(connection)
    refuseNewer(Number(connection.pragma('user_version', { simple: true })), shipped.length)
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('recursive_triggers = ON')
    // After a large import the log is cut back to this many bytes.
    connection.pragma('journal_size_limit = 8388608')
    refuseDamaged(connection)
    const deviceId = options.deviceId ?? readDeviceId(connection)
    if (deviceId === '') {
      throw new PanelbookError(
        'read-only',
        'This is a snapshot; it is opened read-only, or picked up as a new book.',
      )
    }
    bringUpToDate(connection, path, shipped, { ...options, deviceId })
    connection
      .prepare(
        `INSERT INTO this_device (id, device_id) VALUES (1, ?)
         ON CONFLICT (id) DO UPDATE SET device_id = excluded.device_id`,
      )
      .run(deviceId)
    assertDurable(connection)
    return makeStore(connection, { path, readOnly: false, shipped, ballast: layBallast(path), release })
  } catch (error) {
    connection.close()
    throw error
  }
}

function harden(connection: Database.Database): void {
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
}

/** All pending migrations in one transaction, after a backup that was verified. */
function bringUpToDate(
  connection: Database.Database,
  path: string,
  shipped: readonly Migration[],
  options: OpenStoreOptions & { deviceId: string },
): void {
  const pending = pendingMigrations(connection, shipped)
  if (pending.length === 0) return
  const backup = backupPath(path, options.backups, shipped.length - pending.length, options.now())
  writeVerifiedCopy(connection, backup)
  connection.prepare('ATTACH ? AS book_before').run(backup)
  try {
    applyMigrations(connection, pending, {
      now: options.now,
      deviceId: options.deviceId,
      before: 'book_before',
    })
  } finally {
    connection.exec('DETACH book_before')
  }
  // So that the header in the file says the new version even if the log were lost.
  connection.pragma('wal_checkpoint(TRUNCATE)')
}

/**
 * The pragma can read FULL and turn to NORMAL with the first write, so it is looked at after one.
 * @throws PanelbookError `internal`
 */
export function assertDurable(connection: Database.Database): void {
  const isFull = connection.pragma('synchronous', { simple: true }) === 2
  const isLogged = connection.pragma('journal_mode', { simple: true }) === 'wal'
  const isGuarded = connection.pragma('foreign_keys', { simple: true }) === 1
  if (isFull && isLogged && isGuarded) return
  throw new PanelbookError(
    'internal',
    'The book could not be opened so that every saved change survives a power cut.',
    {
      safe: 'Nothing was changed.',
    },
  )
}
