import Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'

/** What was being done; it decides what a refused reference means. */
export type Doing = 'reading' | 'writing' | 'removing' | 'committing'

/**
 * The one place in which an SQLite error becomes a code of the closed list. A PanelbookError, and anything
 * that did not come from SQLite, is handed back as it is.
 */
export function toPanelbookError(error: unknown, doing: Doing = 'reading'): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const code = error.code
  const refuse = (
    panelbookCode: ConstructorParameters<typeof PanelbookError>[0],
    message: string,
    more: { safe?: string; remedy?: string } = {},
  ) => new PanelbookError(panelbookCode, message, { ...more, cause: error })

  if (code.startsWith('SQLITE_CONSTRAINT')) return constraint(error, doing)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return refuse('book-in-use', 'Another Panelbook is writing to this book.', {
      safe: 'Nothing was changed.',
      remedy: 'Close the other Panelbook and try again.',
    })
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM' || code === 'SQLITE_AUTH') {
    return refuse('read-only', 'The book, or the folder that it is in, cannot be written to.')
  }
  if (isDiskFull(error)) {
    return refuse('disk-full', 'There is no room left on the disk.', {
      safe: 'Everything that was shown as saved is saved; this last change is not.',
      remedy: 'Free some room on the disk, then do it again.',
    })
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return refuse('book-damaged', 'The disk reported an error while the book was read or written.', {
      safe: 'The file is kept as it is.',
      remedy: 'Copy the book to another disk, or restore the newest backup.',
    })
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return refuse('book-damaged', 'The book is damaged.', {
      safe: 'The file is kept as it is.',
      remedy: 'Restore the newest backup.',
    })
  }
  if (code === 'SQLITE_NOTADB') return refuse('not-a-book', 'The file is not a Panelbook book.')
  if (code.startsWith('SQLITE_CANTOPEN')) {
    // The header was read before, so the file is there: what cannot be had is a file beside it.
    return refuse('read-only', 'The book, or the folder that it is in, cannot be written to.', {
      safe: 'The file was not touched.',
      remedy: 'Copy it to a folder of your own and open the copy.',
    })
  }
  if (code === 'SQLITE_TOOBIG') return refuse('bad-input', 'The text is too long for the book.')
  return refuse('internal', `The book refused a statement: ${error.message}.`)
}

/** Runs `work` and lets nothing of SQLite's own errors out. */
export function translated<T>(doing: Doing, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toPanelbookError(error, doing)
  }
}

/** True for every way in which SQLite says that the disk is full. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof PanelbookError) return error.code === 'disk-full'
  return (
    error instanceof Database.SqliteError &&
    // The shared-memory file cannot grow: the same cause under another name.
    (error.code === 'SQLITE_FULL' || error.code === 'SQLITE_IOERR_SHMSIZE')
  )
}

function constraint(error: InstanceType<typeof Database.SqliteError>, doing: Doing): PanelbookError {
  const cause = { cause: error }
  const place = /(?:failed: |column )([\w.]+(?:, [\w.]+)*)$/.exec(error.message)?.[1] ?? ''
  const fields = (problem: string) => (place === '' ? {} : { fields: [{ field: place, problem }] })
  switch (error.code) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
    case 'SQLITE_CONSTRAINT_ROWID':
      return new PanelbookError('already-exists', `There is one like it already (${place}).`, {
        ...fields('is taken'),
        ...cause,
      })
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return doing === 'writing'
        ? new PanelbookError('not-found', 'Something that this refers to is not in the book.', cause)
        : new PanelbookError('conflict', 'Something else in the book still refers to this.', cause)
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return new PanelbookError('bad-input', `A value is missing (${place}).`, {
        ...fields('is missing'),
        ...cause,
      })
    case 'SQLITE_CONSTRAINT_CHECK':
      return new PanelbookError(
        'bad-input',
        `A value is not one that the book allows (${error.message}).`,
        cause,
      )
    case 'SQLITE_CONSTRAINT_DATATYPE':
      return new PanelbookError('bad-input', `A value is of the wrong kind (${place}).`, {
        ...fields('is of the wrong kind'),
        ...cause,
      })
    default:
      return new PanelbookError('internal', `The book refused a change: ${error.message}.`, cause)
  }
}
