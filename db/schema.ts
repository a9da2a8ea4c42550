import type Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import type { ExactValue } from './row-json.ts'
import { encodeRow, encodeValue } from './row-json.ts'
import type { Key, Value } from './store-types.ts'

/** The tables that are not the field's: the history does not record them, a command cannot write them. */
export const houseTables: ReadonlySet<string> = new Set([
  'migration',
  'journal',
  'journal_change',
  'recent_reply',
  'this_device',
])

export interface TableLayout {
  name: string
  /** Stored columns, sorted by name: the order of the canonical row. */
  columns: string[]
  /** Columns of the primary key, in its order. */
  keyColumns: string[]
  /** True when the key is one text column, which then is the row's key as it stands. */
  hasPlainKey: boolean
}

/** The ordinary tables of a database, by name: not views, virtual tables, their shadows, nor the house's. */
export function readLayouts(connection: Database.Database, schema = 'main'): Map<string, TableLayout> {
  const tables = connection
    .prepare<[string], { name: string }>(
      `SELECT name FROM pragma_table_list
       WHERE schema = ? AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all(schema)
  const layouts = new Map<string, TableLayout>()
  for (const { name } of tables) {
    if (!houseTables.has(name)) layouts.set(name, readLayout(connection, schema, name))
  }
  return layouts
}

function readLayout(connection: Database.Database, schema: string, name: string): TableLayout {
  const columns = connection
    .prepare<[string, string], { name: string; type: string; pk: number; hidden: number }>(
      'SELECT name, type, pk, hidden FROM pragma_table_xinfo(?, ?)',
    )
    .all(name, schema)
    // Generated columns follow from the others.
    .filter((column) => column.hidden === 0)
  const keyColumns = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk)
  if (keyColumns.length === 0) {
    throw new PanelbookError(
      'internal',
      `The table ${name} has no primary key, so no history can be kept of it.`,
    )
  }
  return {
    name,
    columns: columns.map((column) => column.name).sort(),
    keyColumns: keyColumns.map((column) => column.name),
    hasPlainKey: keyColumns.length === 1 && keyColumns[0]?.type.toUpperCase() === 'TEXT',
  }
}

/** A name of the schema inside a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The key of a row as the history writes it. */
export function keyText(layout: TableLayout, valueOf: (column: string) => ExactValue): string {
  if (layout.hasPlainKey) return String(valueOf(layout.keyColumns[0] ?? ''))
  return `[${layout.keyColumns.map((column) => encodeValue(valueOf(column))).join(',')}]`
}

/** `WHERE` for one row by its key. */
export function whereKey(layout: TableLayout): string {
  return layout.keyColumns.map((column) => `${quoted(column)} IS ?`).join(' AND ')
}

/** The values for `whereKey`, from what a command passes as the key. */
export function keyValues(layout: TableLayout, key: Key): Value[] {
  if (typeof key !== 'object') {
    if (layout.keyColumns.length !== 1) {
      throw new PanelbookError(
        'internal',
        `A row of ${layout.name} is named by ${layout.keyColumns.join(' and ')}.`,
      )
    }
    return [key]
  }
  return layout.keyColumns.map((column) => {
    const value = key[column]
    if (value === undefined)
      throw new PanelbookError('internal', `The key of ${layout.name} lacks ${column}.`)
    return value
  })
}

/** `SELECT` of whole rows in the canonical order of columns. */
export function selectRows(layout: TableLayout, schema = 'main'): string {
  return `SELECT ${layout.columns.map(quoted).join(', ')} FROM ${quoted(schema)}.${quoted(layout.name)}`
}

/** Every row of a table as key and canonical JSON. Integers come as bigint on this statement only. */
export function* eachRow(
  connection: Database.Database,
  layout: TableLayout,
  schema = 'main',
): Generator<{ key: string; json: string }> {
  const statement = connection.prepare<[], ExactValue[]>(selectRows(layout, schema)).raw().safeIntegers()
  for (const values of statement.iterate()) {
    const key = keyText(layout, (column) => values[layout.columns.indexOf(column)] ?? null)
    yield { key, json: encodeRow(layout.columns, values) }
  }
}

export interface SchemaObject {
  type: string
  name: string
  table: string
  /** The text of its definition; null for an index that a constraint brings. */
  sql: string | null
}

/** Everything that a database defines, to be compared with what we ship. */
export function readSchema(connection: Database.Database): SchemaObject[] {
  return connection
    .prepare<[], SchemaObject>(
      'SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema ORDER BY type, name',
    )
    .all()
}

/** How two schemas differ, one plain sentence each; empty when they are the same. */
export function schemaDifferences(ours: readonly SchemaObject[], theirs: readonly SchemaObject[]): string[] {
  const differences: string[] = []
  const nameOf = (object: SchemaObject) => `${object.type} ${object.name}`
  const expected = new Map(ours.map((object) => [nameOf(object), object]))
  for (const object of theirs) {
    const name = nameOf(object)
    const own = expected.get(name)
    expected.delete(name)
    if (own === undefined) differences.push(`the ${name} does not belong to a book`)
    else if (own.sql !== object.sql || own.table !== object.table) {
      differences.push(`the ${name} is not defined as a book defines it`)
    }
  }
  for (const name of expected.keys()) differences.push(`the ${name} is missing`)
  return differences
}
