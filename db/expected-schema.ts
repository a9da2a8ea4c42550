import Database from 'better-sqlite3'
import type { Migration } from './migrate.ts'
import type { SchemaObject } from './schema.ts'
import { readSchema } from './schema.ts'

/** The schema of a book at the version that these migrations end with, from a fresh database in memory. */
export function expectedSchema(migrations: readonly Migration[]): SchemaObject[] {
  const fresh = new Database(':memory:')
  try {
    fresh.pragma('foreign_keys = OFF')
    for (const { sql } of migrations) fresh.exec(sql)
    return readSchema(fresh)
  } finally {
    fresh.close()
  }
}
