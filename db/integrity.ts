import Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import { applicationId } from './header.ts'

/**
 * Opens a finished file to be checked. Over a connection that was opened read-only SQLite leaves the CHECK
 * constraints out of its integrity checks, so this one may write but is told not to. The file must be ours
 * alone, without a log beside it.
 */
export function openToCheck(path: string): Database.Database {
  const connection = new Database(path, { fileMustExist: true })
  connection.pragma('query_only = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
  return connection
}

/** SQLite's own full check, the references and the mark of a book; empty when all is well. */
export function integrityProblems(connection: Database.Database): string[] {
  const problems: string[] = []
  if (connection.pragma('application_id', { simple: true }) !== applicationId) {
    problems.push('the file does not carry the mark of a book')
  }
  const found = connection.pragma('integrity_check(50)') as { integrity_check: string }[]
  for (const { integrity_check: message } of found) if (message !== 'ok') problems.push(message)
  return [...problems, ...danglingReferences(connection)]
}

export function danglingReferences(connection: Database.Database): string[] {
  const dangling = connection.pragma('foreign_key_check') as {
    table: string
    rowid: number | null
    parent: string
  }[]
  return dangling
    .slice(0, 50)
    .map(({ table, parent }) => `a row of ${table} refers to a row of ${parent} that is not there`)
}

/** The check at every opening. @throws PanelbookError `book-damaged` */
export function refuseDamaged(connection: Database.Database): void {
  const found = connection.pragma('quick_check(1)', { simple: true })
  if (found === 'ok') return
  throw new PanelbookError('book-damaged', `The book is damaged: ${String(found)}.`, {
    safe: 'The file is kept as it is.',
    remedy: 'Restore the newest backup.',
  })
}
