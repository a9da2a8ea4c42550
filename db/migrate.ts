import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import { statementCache } from './access.ts'
import type { CapturedChange } from './capture.ts'
import { toFileRefusal } from './durable-file.ts'
import { appendEntry, bookCommands } from './journal.ts'
import type { TableLayout } from './schema.ts'
import { eachRow, readLayouts } from './schema.ts'
import { statementVerbs } from './sql-statements.ts'
import { toPanelbookError } from './sqlite-errors.ts'

export interface Migration {
  number: number
  /** File name. */
  file: string
  sql: string
  hash: string
}

const forbiddenVerbs = new Set([
  'BEGIN',
  'COMMIT',
  'END',
  'ROLLBACK',
  'SAVEPOINT',
  'RELEASE',
  'PRAGMA',
  'ATTACH',
  'DETACH',
  'VACUUM',
])

/** SHA-256 of a migration, the same whatever line ends a checkout gave the file. */
export function migrationHash(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}

/**
 * The shipped migrations in order.
 * @throws PanelbookError `migration-failed` for a gap, a name that is not NNNN_words.sql, or a statement that
 *   would leave the one transaction.
 */
export function readMigrations(folder: string): Migration[] {
  let files: string[]
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  } catch (error) {
    throw toFileRefusal(error)
  }
  if (files.length === 0) throw failed(`There are no migrations in ${folder}`)
  return files.sort().map((file, index) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1])
    if (number !== index + 1)
      throw failed(`The migration ${file} is out of line: number ${index + 1} was expected`)
    const text = readFileSync(join(folder, file), 'utf8')
    const verb = statementVerbs(text).find((found) => forbiddenVerbs.has(found))
    if (verb !== undefined)
      throw failed(`The migration ${file} holds ${verb}, which would end the one transaction`)
    return { number, file, sql: text.replaceAll('\r\n', '\n'), hash: migrationHash(text) }
  })
}

function failed(what: string, cause?: unknown): PanelbookError {
  return new PanelbookError('migration-failed', `${what}.`, {
    safe: 'The book is as it was before.',
    remedy: 'Install Panelbook again, or open the book with the version that wrote it.',
    ...(cause === undefined ? {} : { cause }),
  })
}

/**
 * The migrations that this book still lacks.
 * @throws PanelbookError `migration-failed` when what was applied to it is not the beginning of what we ship.
 */
export function pendingMigrations(connection: Database.Database, shipped: readonly Migration[]): Migration[] {
  const isNew =
    connection.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'`).get() ===
    undefined
  if (isNew) return [...shipped]
  const applied = connection
    .prepare<[], { number: number; file: string; hash: string }>(
      'SELECT number, file, hash FROM migration ORDER BY number',
    )
    .all()
  applied.forEach((one, index) => {
    const own = shipped[index]
    if (own === undefined) {
      throw new PanelbookError('newer-book', 'The book was written by a newer Panelbook.', {
        safe: 'The file was not touched.',
      })
    }
    if (own.number !== one.number || own.file !== one.file || own.hash !== one.hash) {
      throw failed(`The book was made with another ${one.file} than the one that this Panelbook ships`)
    }
  })
  const version = connection.pragma('user_version', { simple: true })
  if (version !== applied.length) {
    throw failed(`The book says that it is at version ${String(version)}, its list at ${applied.length}`)
  }
  return shipped.slice(applied.length)
}

export interface MigrateOptions {
  now: () => string
  deviceId: string
  /** The book as it was, attached under this name; undefined for a book that is being made. */
  before?: string
  /** False for a book that is about to be filled with rows and history of another. Default true. */
  isRecorded?: boolean
}

/**
 * Applies all pending migrations in one transaction. What they do to rows becomes one `book.migrate` entry of
 * the history, so that the history replays to exactly the tables.
 * @throws PanelbookError `migration-failed`: nothing was changed; `disk-full`
 */
export function applyMigrations(
  connection: Database.Database,
  pending: readonly Migration[],
  options: MigrateOptions,
): void {
  const first = pending[0]
  const last = pending.at(-1)
  if (first === undefined || last === undefined) return
  let current = first
  // A table is rebuilt by making, filling, dropping and renaming; enforced references would forbid the drop.
  // The pragma does nothing inside a transaction, so it stands before.
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN IMMEDIATE')
  try {
    for (const migration of pending) {
      current = migration
      connection.exec(migration.sql)
      if (!connection.inTransaction) throw new Error('the migration ended the transaction')
      connection
        .prepare('INSERT INTO migration (number, file, hash, at) VALUES (?, ?, ?, ?)')
        .run(migration.number, migration.file, migration.hash, options.now())
    }
    const dangling = connection.pragma('foreign_key_check') as { table: string; parent: string }[]
    const one = dangling[0]
    if (one !== undefined)
      throw new Error(`a row of ${one.table} refers to a row of ${one.parent} that is not there`)
    if (options.isRecorded !== false) recordMigration(connection, first.number - 1, last.number, options)
    connection.pragma(`user_version = ${last.number}`)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    const refusal = toPanelbookError(error, 'writing')
    if (
      refusal instanceof PanelbookError &&
      ['disk-full', 'read-only', 'book-damaged'].includes(refusal.code)
    ) {
      throw refusal
    }
    const reason = error instanceof Error ? error.message : String(error)
    throw failed(`The book could not be brought up to this version: ${current.file}: ${reason}`, error)
  } finally {
    connection.pragma('foreign_keys = ON')
  }
}

function recordMigration(
  connection: Database.Database,
  from: number,
  to: number,
  options: MigrateOptions,
): void {
  const changes = [...rowDifferences(connection, options.before)]
  if (changes.length === 0) return
  appendEntry(
    statementCache(connection),
    options.deviceId,
    {
      requestId: `${bookCommands.migrate}:${options.deviceId}:${from}-${to}`,
      command: bookCommands.migrate,
      summary: 'book brought up to this version',
      input: { from, to },
      actor: 'Panelbook',
      at: options.now(),
      undoable: false,
      undoes: null,
    },
    changes,
  )
}

/** What became of every row, table by table: one table's rows are in memory at a time. */
function* rowDifferences(
  connection: Database.Database,
  before: string | undefined,
): Generator<CapturedChange> {
  const now = readLayouts(connection)
  const then = before === undefined ? new Map<string, TableLayout>() : readLayouts(connection, before)
  for (const table of new Set([...then.keys(), ...now.keys()])) {
    const oldRows = new Map<string, string>()
    const oldLayout = then.get(table)
    if (oldLayout !== undefined) {
      for (const { key, json } of eachRow(connection, oldLayout, before)) oldRows.set(key, json)
    }
    const layout = now.get(table)
    if (layout !== undefined) {
      for (const { key, json } of eachRow(connection, layout)) {
        const old = oldRows.get(key) ?? null
        oldRows.delete(key)
        if (old !== json) yield { table, key, before: old, after: json }
      }
    }
    for (const [key, json] of oldRows) yield { table, key, before: json, after: null }
  }
}
