import type Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import type { Prepare } from './access.ts'
import type { CapturedChange } from './capture.ts'
import type { StoredEntry } from './journal.ts'
import { bookCommands } from './journal.ts'
import type { ExactRow, ExactValue } from './row-json.ts'
import { decodeExactRow, encodeRow, encodeValue } from './row-json.ts'
import type { TableLayout } from './schema.ts'
import { quoted, selectRows, whereKey } from './schema.ts'
import { toPanelbookError } from './sqlite-errors.ts'

// Both stacks follow from the journal alone, so both survive a restart. An entry that another one takes back
// is used up, whatever became of the other: what was redone is represented by its redo. What is left over is
// in order of seq, so the top of a stack is the newest.
const isLeftOver = `NOT EXISTS (SELECT 1 FROM journal AS later
  WHERE later.undoes = entry.device || ':' || entry.device_seq)`

/** The entry that undo would take back. */
export function topOfUndo(prepare: Prepare): StoredEntry | undefined {
  return prepare(
    `SELECT * FROM journal AS entry WHERE undoable = 1 AND command <> ? AND ${isLeftOver}
     ORDER BY seq DESC LIMIT 1`,
  ).get(bookCommands.undo) as StoredEntry | undefined
}

/** The undo that redo would take back. A new command has cleared those before it. */
export function topOfRedo(prepare: Prepare): StoredEntry | undefined {
  const rows = prepare(
    // The newest entry that is either an undo left over or a new command decides.
    `SELECT * FROM journal AS entry
     WHERE undoable = 1 AND (undoes IS NULL OR (command = ? AND ${isLeftOver})) ORDER BY seq DESC LIMIT 1`,
  ).get(bookCommands.undo) as StoredEntry | undefined
  return rows?.command === bookCommands.undo ? rows : undefined
}

/**
 * Takes the changes of an entry back, last one first, after checking that each is still as the entry left it.
 * Runs inside a command's transaction; the triggers capture what it does.
 * @throws PanelbookError `conflict`
 */
export function takeBack(
  connection: Database.Database,
  layouts: ReadonlyMap<string, TableLayout>,
  changes: readonly CapturedChange[],
): void {
  // Parents and children may come in either order on the way back.
  connection.pragma('defer_foreign_keys = ON')
  try {
    for (const change of changes.toReversed()) takeBackOne(connection, layouts, change)
  } catch (error) {
    const refusal = toPanelbookError(error, 'writing')
    const isConstraint =
      refusal instanceof PanelbookError && ['already-exists', 'not-found', 'bad-input'].includes(refusal.code)
    throw isConstraint ? movedOn('', error) : refusal
  }
}

export function movedOn(place: string, cause?: unknown): PanelbookError {
  const where = place === '' ? '' : ` (${place})`
  return new PanelbookError(
    'conflict',
    `This cannot be taken back: a later change stands in the way${where}.`,
    {
      safe: 'Nothing was changed.',
      remedy: 'Correct the record instead; the history keeps both.',
      ...(cause === undefined ? {} : { cause }),
    },
  )
}

function takeBackOne(
  connection: Database.Database,
  layouts: ReadonlyMap<string, TableLayout>,
  { table, key, before, after }: CapturedChange,
): void {
  const layout = layouts.get(table)
  const place = `${table} ${key}`
  if (layout === undefined) throw movedOn(place)
  const left = after === null ? null : decodeExactRow(after)
  const wanted = before === null ? null : decodeExactRow(before)
  const keyRow = left ?? wanted
  if (keyRow === null) return
  const keyValues = layout.keyColumns.map((column) => keyRow[column] ?? null)
  const present = connection
    .prepare<ExactValue[], ExactValue[]>(`${selectRows(layout)} WHERE ${whereKey(layout)}`)
    .raw()
    .safeIntegers()
    .get(...keyValues)

  if (left === null) {
    if (present !== undefined || wanted === null) throw movedOn(place)
    return putBack(connection, layout, wanted, place)
  }
  if (present === undefined) throw movedOn(place)
  const where = `WHERE ${whereKey(layout)}`
  if (wanted === null) {
    if (encodeRow(layout.columns, present) !== after) throw movedOn(place)
    connection.prepare(`DELETE FROM ${quoted(table)} ${where}`).run(...keyValues)
    return
  }
  // Only the columns that the entry changed: a later change of another column of the row is left alone.
  const changed = Object.keys(wanted).filter((column) => !isSame(wanted[column], left[column]))
  for (const column of changed) {
    const index = layout.columns.indexOf(column)
    if (index < 0 || !isSame(present[index], left[column])) throw movedOn(`${place}, ${column}`)
  }
  connection
    .prepare(
      `UPDATE ${quoted(table)} SET ${changed.map((column) => `${quoted(column)} = ?`).join(', ')} ${where}`,
    )
    .run(...changed.map((column) => wanted[column]), ...keyValues)
}

function putBack(connection: Database.Database, layout: TableLayout, row: ExactRow, place: string): void {
  const columns = Object.keys(row)
  if (columns.some((column) => !layout.columns.includes(column))) throw movedOn(place)
  connection
    .prepare(
      `INSERT INTO ${quoted(layout.name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    .run(...columns.map((column) => row[column]))
}

function isSame(a: ExactValue | undefined, b: ExactValue | undefined): boolean {
  return encodeValue(a ?? null) === encodeValue(b ?? null)
}
