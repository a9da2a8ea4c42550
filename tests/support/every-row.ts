import Database from 'better-sqlite3'
import { houseTables } from '../../db/schema.ts'

/** Every row of every table of a book but the history's, in the order of the keys. */
export function everyRow(book: string): Record<string, unknown[]> {
  const file = new Database(book, { readonly: true })
  try {
    const tables = file
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .all()
      .filter(({ name }) => !houseTables.has(name))
    return Object.fromEntries(
      tables.map(({ name }) => [name, file.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]),
    )
  } finally {
    file.close()
  }
}
