import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { readHeader } from '../../db/header.ts'
import { refuseNetworkPath } from '../../db/network-path.ts'
import { openStore } from '../../db/open.ts'
import type { Store } from '../../db/store-types.ts'
import type { BookState } from '../contract/book.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Ports } from '../ports.ts'
import {
  backupsOf,
  homeOfPath,
  isRehearsalLineage,
  isSampleLineage,
  makeBook,
  newLineage,
  readBook,
} from './library.ts'
import { discardLeftOvers, type RehearsalPlace } from './rehearsal-place.ts'
import { createSettings, type Settings } from './settings.ts'

/** The open book as a file. What changes with every command is read when asked for. */
export interface OpenBook {
  store: Store
  path: string
  /** Its home in the library; null for a book that was opened in its own place. */
  home: string | null
  name: string
  lineageId: string
  readOnlyReason: string
  snapshotId: string | null
  /** Null for every book but a rehearsal that was begun here. */
  rehearsal: Rehearsal | null
}

/** A rehearsal while it goes on: the book that it is of, how to open that again, and where the copy lies. */
export interface Rehearsal {
  of: { name: string; path: string; options: OpenOptions }
  place: RehearsalPlace
}

export interface OpenOptions {
  readOnly?: boolean
  /** The snapshot that this is a private copy of. */
  snapshotId?: string
  /** Why it is read-only, in words. */
  reason?: string
  /** The book is the copy of this rehearsal: it goes, with its place, as soon as another one is opened or it is closed. */
  rehearsal?: Rehearsal
}

/** The one open book of this process, and the settings beside it. */
export interface Workspace {
  /** @throws PanelbookError `no-book-open` */
  store(): Store
  current(): OpenBook | null
  /**
   * Opens a book; the one that is open is closed once the other is open. The same file again changes nothing.
   * @throws PanelbookError as `openStore`; the open book then stays open
   */
  open(path: string, options?: OpenOptions): Promise<void>
  /** Makes a new book at a path that does not exist yet, and opens it. */
  create(path: string, name: string, options?: { isSample?: boolean }): Promise<void>
  close(): Promise<void>
  /** What `book.state` answers, the person apart. */
  state(): Omit<BookState, 'person'>
  settings: Settings
}

export function createWorkspace(ports: Ports, onBook: (reason: 'opened' | 'closed') => void): Workspace {
  const { data } = ports.places
  const settings = createSettings(ports)
  let current: OpenBook | null = null
  discardLeftOvers(ports)

  function openBook(given: string, options: OpenOptions): void {
    const path = realPath(given)
    const wantsReadOnly = options.readOnly === true
    if (current?.path === path && current.store.readOnly === wantsReadOnly) return
    const { store, reason } = wantsReadOnly
      ? { store: openForReading(path), reason: options.reason ?? 'It was opened read-only.' }
      : openAsFarAsPossible(path)
    let book: OpenBook
    try {
      const { name, lineage_id: lineageId } = store.read(readBook)
      book = {
        store,
        path,
        home: homeOfPath(data, path),
        name,
        lineageId,
        readOnlyReason: reason,
        snapshotId: options.snapshotId ?? null,
        rehearsal: options.rehearsal ?? null,
      }
    } catch (error) {
      store.close()
      throw error
    }
    const before = current
    current = book
    if (before !== null) leave(before)
    // What was only looked into is not offered again: a snapshot's private copy, a book read by a script.
    if (!wantsReadOnly && !isRehearsalLineage(book.lineageId)) remember(book)
    onBook('opened')
  }

  /** Whatever the way out of a rehearsal is, it is gone after it. */
  function leave({ store, rehearsal }: OpenBook): void {
    store.close()
    rehearsal?.place.discard()
  }

  function openForReading(path: string): Store {
    return openStore(path, {
      migrations: ports.places.migrations,
      now: () => ports.clock.now(),
      readOnly: true,
    })
  }

  /** For writing, or read-only with the reason where it cannot be written to. */
  function openAsFarAsPossible(path: string): { store: Store; reason: string } {
    const snapshot = openIfSnapshot(path)
    if (snapshot !== undefined) return { store: snapshot, reason: 'It is a snapshot.' }
    try {
      const store = openStore(path, {
        migrations: ports.places.migrations,
        now: () => ports.clock.now(),
        backups: backupsOf(data, path),
      })
      return { store, reason: '' }
    } catch (error) {
      if (!(error instanceof PanelbookError) || error.code !== 'read-only') throw error
      return {
        store: openForReading(path),
        reason: 'The file, or the folder that it is in, cannot be written to.',
      }
    }
  }

  /** A snapshot is known before anything is written: opening it for writing would already change its bytes. */
  function openIfSnapshot(path: string): Store | undefined {
    if (readHeader(path).formatVersion !== 1) return undefined
    refuseNetworkPath(path)
    const store = openForReadingIfPossible(path)
    if (store?.deviceId === '') return store
    store?.close()
    return undefined
  }

  function openForReadingIfPossible(path: string): Store | undefined {
    try {
      return openForReading(path)
    } catch (error) {
      // A book of an older version is brought up when it is opened for writing.
      if (error instanceof PanelbookError && error.code === 'read-only') return undefined
      throw error
    }
  }

  function remember(book: OpenBook): void {
    const where = book.home ?? book.path
    settings.remember({
      recentId: createHash('sha256').update(where).digest('hex').slice(0, 16),
      name: book.name,
      at: book.home === null ? { kind: 'file', path: book.path } : { kind: 'home', folder: book.home },
      lastOpenedAt: ports.clock.now(),
    })
  }

  return {
    settings,
    current: () => current,
    store() {
      if (current !== null) return current.store
      throw new PanelbookError('no-book-open', 'No book is open.', { remedy: 'Open or make a book first.' })
    },
    async open(path, options = {}) {
      openBook(path, options)
    },
    async create(path, name, options = {}) {
      const lineageId = newLineage(ports, options.isSample === true ? 'sample' : 'book')
      makeBook(ports, resolve(path), { name, lineageId, actor: 'Panelbook' })
      openBook(path, {})
    },
    async close() {
      if (current === null) return
      const before = current
      current = null
      leave(before)
      onBook('closed')
    },
    state: () => ({
      book: current === null ? null : bookView(current),
      recent: settings.recent().map(({ recentId, name, at, lastOpenedAt }) => ({
        recentId,
        name,
        folder: at.kind === 'home' ? at.folder : dirname(at.path),
        lastOpenedAt,
      })),
      host: ports.application.host,
      version: ports.application.version,
    }),
  }
}

function bookView(book: OpenBook): NonNullable<BookState['book']> {
  const { name, revision } = book.store.read(readBook)
  return {
    name,
    lineageId: book.lineageId,
    fileName: book.snapshotId ?? basename(book.path),
    folder: dirname(book.path),
    isReadOnly: book.store.readOnly,
    readOnlyReason: book.readOnlyReason,
    snapshotId: book.snapshotId,
    isSample: isSampleLineage(book.lineageId),
    isRehearsal: isRehearsalLineage(book.lineageId),
    rehearses: book.rehearsal?.of.name ?? null,
    revision,
    deviceId: book.store.deviceId,
  }
}

/** One way to each file, so that it is known again; a file that is not there is refused when it is opened. */
function realPath(path: string): string {
  const absolute = resolve(path)
  try {
    return resolve(realpathSync.native(dirname(absolute)), basename(absolute))
  } catch {
    return absolute
  }
}
