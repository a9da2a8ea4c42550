import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import { toPanelbookError } from './sqlite-errors.ts'

export interface WriterLock {
  release(): void
}

/**
 * Makes this process the one that writes. The lock is SQLite's own on a second, empty file `<book>.lock`, so
 * that the operating system frees it when the process dies, on every system alike, while readers of the book
 * itself (the snapshot's child process) go on. The file stays: removing it would let two processes hold
 * "the" lock on two different files.
 * @throws PanelbookError `book-in-use`, `read-only`
 */
export function takeWriterLock(bookPath: string): WriterLock {
  // Two ways to the same folder must meet in the same lock.
  const path = join(realpathSync.native(dirname(bookPath)), `${basename(bookPath)}.lock`)
  let connection: Database.Database | undefined
  try {
    connection = new Database(path, { timeout: 0 })
    // Nothing is ever written to it, not even a journal beside it: it must be had on a full disk, too.
    connection.pragma('journal_mode = MEMORY')
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection?.close()
    const refusal = toPanelbookError(error, 'writing')
    if (refusal instanceof PanelbookError && refusal.code === 'book-in-use') {
      throw new PanelbookError('book-in-use', 'Another Panelbook has this book open for writing.', {
        safe: 'Nothing was changed.',
        remedy: 'Close it there, or open the book read-only.',
        cause: error,
      })
    }
    throw refusal
  }
  const held = connection
  return {
    release() {
      if (!held.open) return
      if (held.inTransaction) held.exec('ROLLBACK')
      held.close()
    },
  }
}
