import type Database from 'better-sqlite3'
import { PanelbookError } from '../core/contract/errors.ts'
import { leaseReader, leaseWriter, statementCache } from './access.ts'
import type { Ballast } from './ballast.ts'
import { writeVerifiedCopy } from './backup.ts'
import { installCapture } from './capture.ts'
import type { StoredEntry } from './journal.ts'
import {
  appendEntry,
  bookCommands,
  changesOf,
  entryAt,
  historyPage,
  inputText,
  keepReply,
  lastEntry,
  nameOf,
  readDeviceId,
  storedReply,
  toJournalEntry,
  toRowChange,
  undoerOf,
} from './journal.ts'
import type { Migration } from './migrate.ts'
import { rememberOpen } from './open-here.ts'
import { readLayouts } from './schema.ts'
import { isDiskFull, toPanelbookError, translated } from './sqlite-errors.ts'
import type { CommandResult, JournalEntry, Store, UndoRequest } from './store-types.ts'
import { movedOn, takeBack, topOfRedo, topOfUndo } from './undo.ts'
import { verifyBook } from './verify.ts'

export interface StoreParts {
  path: string
  readOnly: boolean
  shipped: readonly Migration[]
  ballast: Ballast | undefined
  /** Gives the writer lock back. */
  release: () => void
}

interface EntryToWrite {
  requestId: string
  command: string
  input: unknown
  actor: string
  at: string
  undoable: boolean
  undoes: string | null
}

/** What the work of one entry came to: its reply, its words, and for undo what it takes back. */
interface Done<T> {
  value: T
  summary: string
  input?: unknown
  undoes?: string
}

/** The store over a connection that was opened and checked. */
export function makeStore(connection: Database.Database, parts: StoreParts): Store {
  const deviceId = readDeviceId(connection)
  const layouts = readLayouts(connection)
  const capture = parts.readOnly ? undefined : installCapture(connection, layouts)
  const prepare = statementCache(connection)
  const forgetOpen = rememberOpen(parts.path)
  let isInCommand = false

  function refuseWhenClosed(): void {
    if (!connection.open) throw new PanelbookError('no-book-open', 'The book is closed.')
  }

  /** One read transaction, or the transaction that is under way. */
  function reading<T>(work: () => T): T {
    refuseWhenClosed()
    return translated('reading', () => {
      if (connection.inTransaction) return work()
      connection.exec('BEGIN')
      try {
        return work()
      } finally {
        if (connection.inTransaction) connection.exec('COMMIT')
      }
    })
  }

  /** One command: write, capture, hash, commit. `work` says what the reply is and, for undo, what is taken back. */
  function writeOnce<T>(
    entry: Omit<EntryToWrite, 'undoes'>,
    input: string | undefined,
    work: () => Done<T>,
  ): CommandResult<T> {
    if (capture === undefined) throw new PanelbookError('read-only', 'The book is open read-only.')
    connection.exec('BEGIN IMMEDIATE')
    isInCommand = true
    let isCommitting = false
    try {
      const reply = storedReply(prepare, {
        requestId: entry.requestId,
        command: entry.command,
        ...(input === undefined ? {} : { input }),
      })
      if (reply !== undefined) {
        connection.exec('COMMIT')
        return { value: reply.value as T, seq: reply.seq, replayed: true }
      }
      capture.begin()
      const done = work()
      if (done.value instanceof Promise)
        throw new PanelbookError('internal', 'A command may not wait for anything.')
      const changes = [...capture.changes]
      const seq = capture.housekeeping(() => {
        const written = {
          ...entry,
          summary: done.summary,
          input: done.input ?? entry.input,
          undoes: done.undoes ?? null,
          // Taking nothing back would look like an undo that does not work.
          undoable: entry.undoable && changes.length > 0,
        }
        const next = appendEntry(prepare, deviceId, written, changes)
        keepReply(prepare, next, done.value)
        return next
      })
      isCommitting = true
      connection.exec('COMMIT')
      return { value: done.value, seq, replayed: false }
    } catch (error) {
      // SQLite may have rolled back on its own.
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw toPanelbookError(error, isCommitting ? 'committing' : 'writing')
    } finally {
      capture.end()
      isInCommand = false
    }
  }

  function write<T>(
    entry: Omit<EntryToWrite, 'undoes'>,
    input: string | undefined,
    work: () => Done<T>,
  ): CommandResult<T> {
    refuseWhenClosed()
    if (isInCommand || connection.inTransaction) {
      throw new PanelbookError('internal', 'A command was begun inside another transaction.')
    }
    try {
      return writeOnce(entry, input, work)
    } catch (error) {
      if (!isDiskFull(error)) throw toPanelbookError(error, 'writing')
      parts.ballast?.spend()
      cutLogBack()
      return writeOnce(entry, input, work)
    }
  }

  /**
   * On a full disk the log is emptied into the file and kept short from now on, so that the room that is left
   * goes to votes: a log that may grow to a thousand pages would take it all.
   */
  function cutLogBack(): void {
    try {
      connection.pragma('wal_autocheckpoint = 16')
      connection.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      // Not even room for that: the retry will say so.
      if (!isDiskFull(error)) throw toPanelbookError(error, 'writing')
    }
  }

  /** Undo and redo are the same: the entry on top of a stack is taken back by a new one. */
  function takeTopBack(
    command: typeof bookCommands.undo | typeof bookCommands.redo,
    request: UndoRequest,
    top: () => StoredEntry | undefined,
    nothing: string,
  ): { entry: JournalEntry; seq: number; replayed: boolean } {
    const { requestId, actor, at } = request
    const result = write({ requestId, actor, at, command, input: null, undoable: true }, undefined, () => {
      const target = top()
      if (target === undefined) throw new PanelbookError('nothing-to-undo', nothing)
      const changes = changesOf(prepare, target)
      takeBack(connection, layouts, changes)
      // A row that went along (ON DELETE CASCADE) was made by a later command.
      if (capture?.changes.length !== changes.length) throw movedOn('')
      return {
        value: target.seq,
        summary: target.summary,
        undoes: nameOf(target),
        input: { entry: nameOf(target), command: target.command },
      }
    })
    const entry = reading(() => toJournalEntry(prepare, entryAt(prepare, result.value)))
    return { entry, seq: result.seq, replayed: result.replayed }
  }

  const shown = (stored: StoredEntry | undefined) =>
    stored === undefined ? undefined : toJournalEntry(prepare, stored)

  return {
    path: parts.path,
    readOnly: parts.readOnly,
    deviceId,
    get ballastSpent() {
      return parts.ballast?.isSpent ?? false
    },
    read(work) {
      const lease = leaseReader(prepare)
      try {
        return reading(() => work(lease.access))
      } finally {
        lease.end()
      }
    },
    command(entry, work) {
      if (Object.values<string>(bookCommands).includes(entry.command)) {
        throw new PanelbookError('internal', `The name ${entry.command} is the book’s own.`)
      }
      const { summary = () => entry.command, ...rest } = entry
      return write({ ...rest, undoable: rest.undoable ?? true }, inputText(entry), () => {
        if (capture === undefined) throw new PanelbookError('read-only', 'The book is open read-only.')
        const lease = leaseWriter(prepare, layouts, capture, () => connection.inTransaction)
        try {
          const value = work(lease.access)
          return { value, summary: summary() }
        } finally {
          lease.end()
        }
      })
    },
    undo(request) {
      const nothing = 'There is nothing left to undo.'
      const { entry, ...rest } = takeTopBack(bookCommands.undo, request, () => topOfUndo(prepare), nothing)
      return { undone: entry, ...rest }
    },
    redo(request) {
      const nothing = 'There is nothing left to redo.'
      const { entry, ...rest } = takeTopBack(bookCommands.redo, request, () => topOfRedo(prepare), nothing)
      return { redone: entry, ...rest }
    },
    undoable: () => reading(() => shown(topOfUndo(prepare))),
    redoable: () => reading(() => shown(topOfRedo(prepare))),
    history: (options) => reading(() => historyPage(prepare, options)),
    entry: (seq) => reading(() => toJournalEntry(prepare, entryAt(prepare, seq))),
    undoerOf: (seq) => reading(() => shown(undoerOf(prepare, entryAt(prepare, seq)))),
    changes: (seq) => reading(() => changesOf(prepare, entryAt(prepare, seq)).map(toRowChange)),
    lastHash: () => reading(() => lastEntry(prepare).hash),
    seq: () => reading(() => lastEntry(prepare).seq),
    verify(onProgress) {
      refuseWhenClosed()
      return verifyBook(parts.path, parts.shipped, onProgress)
    },
    backup(toPath) {
      refuseWhenClosed()
      if (connection.inTransaction)
        throw new PanelbookError('internal', 'A backup was begun inside a transaction.')
      // The copy is another file, but SQLite asks for leave to write all the same; this book's file is opened for reading.
      connection.pragma('query_only = OFF')
      try {
        writeVerifiedCopy(connection, toPath)
      } finally {
        if (parts.readOnly) connection.pragma('query_only = ON')
      }
    },
    close() {
      if (!connection.open) return
      try {
        connection.close()
      } finally {
        forgetOpen()
        parts.release()
      }
    },
  }
}
