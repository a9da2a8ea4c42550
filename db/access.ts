import type Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import type { Capture } from './capture.ts'
import type { TableLayout } from './schema.ts'
import { keyValues, quoted, whereKey } from './schema.ts'
import type { Doing } from './sqlite-errors.ts'
import { toPanelbookError } from './sqlite-errors.ts'
import type { Key, Parameters, Reader, Row, Value, Writer } from './store-types.ts'

type Statement = Database.Statement<unknown[], unknown>
export type Prepare = (sql: string) => Statement

const statementsKept = 500

/** Prepared statements by their text; the one that was used longest ago goes first. */
export function statementCache(connection: Database.Database): Prepare {
  const cache = new Map<string, Statement>()
  return (sql) => {
    let statement = cache.get(sql)
    // A statement that is being iterated further up must not be used again.
    if (statement?.busy === true) return connection.prepare(sql)
    if (statement === undefined) statement = connection.prepare(sql)
    else cache.delete(sql)
    cache.set(sql, statement)
    if (cache.size > statementsKept) {
      const oldest = cache.keys().next().value
      if (oldest !== undefined) cache.delete(oldest)
    }
    return statement
  }
}

/** What a transaction hands out. It is dead once the transaction is over. */
export interface Lease<Access> {
  access: Access
  end(): void
}

export function leaseReader(prepare: Prepare): Lease<Reader> {
  const state = { isOver: false }
  return { access: readerMethods(prepare, state) as Reader, end: () => void (state.isOver = true) }
}

type Methods<T> = { [Name in keyof T as Name extends string ? Name : never]: T[Name] }

function readerMethods(prepare: Prepare, state: { isOver: boolean }): Methods<Reader> {
  const select = (sql: string): Statement => {
    refuseWhenOver(state)
    const statement = prepare(sql)
    if (statement.reader && statement.readonly && !/^\s*PRAGMA/i.test(sql)) return statement
    throw new PanelbookError('internal', 'A query may only read.')
  }
  return {
    all: <T>(sql: string, ...parameters: Parameters) =>
      attempt('reading', () => select(sql).all(...parameters) as T[]),
    get: <T>(sql: string, ...parameters: Parameters) =>
      attempt('reading', () => select(sql).get(...parameters) as T | undefined),
  }
}

export function leaseWriter(
  prepare: Prepare,
  layouts: ReadonlyMap<string, TableLayout>,
  capture: Capture,
  isInTransaction: () => boolean,
): Lease<Writer> {
  const state = { isOver: false }

  function change(sql: string, parameters: Parameters, doing: Doing): { changes: number } {
    refuseWhenOver(state)
    // SQLite ends the transaction by itself when the disk is full; nothing may be written after that.
    if (!isInTransaction()) throw new PanelbookError('internal', 'The transaction was rolled back.')
    const captured = capture.changes.length
    try {
      const { changes } = prepare(sql).run(...parameters)
      return { changes }
    } catch (error) {
      // SQLite took the whole statement back, and with it the rows that the triggers had seen.
      capture.forgetAfter(captured)
      throw toPanelbookError(error, doing)
    }
  }

  function layoutOf(table: string, columns: readonly string[]): TableLayout {
    const layout = layouts.get(table)
    if (layout === undefined) throw new PanelbookError('internal', `There is no table ${table}.`)
    const unknown = columns.find((column) => !layout.columns.includes(column))
    if (unknown !== undefined) {
      throw new PanelbookError('internal', `The table ${table} has no column ${unknown}.`)
    }
    return layout
  }

  const missing = (table: string) => new PanelbookError('not-found', `It is not in the book (${table}).`)

  const methods: Methods<Writer> = {
    ...readerMethods(prepare, state),
    run(sql, ...parameters) {
      const verb = /^\s*(?:(?:--[^\n]*\n|\/\*[\s\S]*?\*\/)\s*)*(INSERT|UPDATE|DELETE|WITH)\b/i.exec(sql)?.[1]
      if (verb === undefined || /\bOR\s+REPLACE\b/i.test(sql)) {
        throw new PanelbookError(
          'internal',
          'A command may only insert, update or delete, and never replace.',
        )
      }
      return change(sql, parameters, verb.toUpperCase() === 'DELETE' ? 'removing' : 'writing')
    },
    insert(table, row) {
      const { names, values } = split(row)
      layoutOf(table, names)
      change(insertSql(table, names), values, 'writing')
    },
    update(table, key, changes) {
      const { names, values } = split(changes)
      const layout = layoutOf(table, names)
      if (names.length === 0) return
      const sql = `UPDATE ${quoted(table)} SET ${names.map((name) => `${quoted(name)} = ?`).join(', ')} WHERE ${whereKey(layout)}`
      if (change(sql, [...values, ...keyValues(layout, key)], 'writing').changes === 0) throw missing(table)
    },
    upsert(table, row) {
      const { names, values } = split(row)
      const layout = layoutOf(table, names)
      const others = names.filter((name) => !layout.keyColumns.includes(name))
      const effect =
        others.length === 0
          ? 'NOTHING'
          : `UPDATE SET ${others.map((name) => `${quoted(name)} = excluded.${quoted(name)}`).join(', ')}`
      const conflict = layout.keyColumns.map(quoted).join(', ')
      change(`${insertSql(table, names)} ON CONFLICT (${conflict}) DO ${effect}`, values, 'writing')
    },
    remove(table, key: Key) {
      const layout = layoutOf(table, [])
      const sql = `DELETE FROM ${quoted(table)} WHERE ${whereKey(layout)}`
      if (change(sql, keyValues(layout, key), 'removing').changes === 0) throw missing(table)
    },
  }
  return { access: methods as Writer, end: () => void (state.isOver = true) }
}

function refuseWhenOver(state: { isOver: boolean }): void {
  if (state.isOver) throw new PanelbookError('internal', 'The transaction that this belongs to is over.')
}

function split(row: Readonly<Row>): { names: string[]; values: Value[] } {
  const names = Object.keys(row)
  const values = names.map((name) => {
    const value = row[name]
    if (value === undefined) throw new PanelbookError('internal', `The column ${name} was given no value.`)
    return value
  })
  return { names, values }
}

function insertSql(table: string, names: readonly string[]): string {
  if (names.length === 0) return `INSERT INTO ${quoted(table)} DEFAULT VALUES`
  return `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
}

function attempt<T>(doing: Doing, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toPanelbookError(error, doing)
  }
}
