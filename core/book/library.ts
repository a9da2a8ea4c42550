import { readdirSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { isFileError, toFileRefusal } from '../../db/durable-file.ts'
import { addGeneration, currentGeneration } from '../../db/generations.ts'
import { createStore } from '../../db/open.ts'
import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Ports } from '../ports.ts'
import { slug } from './slug.ts'

/**
 * The library: `<data>/books/<home>/`, one home for each lineage, holding the generations of its book. The end of
 * the lineage's id is part of the home's name, so that a home is found again without a list that could be lost.
 */

/** How the lineage of a sample begins, so that every copy of it knows what it is. */
const samplePrefix = 'sample-'

export function isSampleLineage(lineageId: string): boolean {
  return lineageId.startsWith(samplePrefix)
}

/** How the lineage of a rehearsal begins: whoever reads such a book knows that it is none, wherever it lies. */
const rehearsalPrefix = 'rehearsal-'

export function isRehearsalLineage(lineageId: string): boolean {
  return lineageId.startsWith(rehearsalPrefix)
}

export function newLineage(ports: Pick<Ports, 'ids'>, kind: 'book' | 'sample' | 'rehearsal'): string {
  const prefix = { book: '', sample: samplePrefix, rehearsal: rehearsalPrefix }[kind]
  return `${prefix}${ports.ids.next()}`
}

export interface BookRow {
  lineage_id: string
  name: string
  created_at: string
  revision: number
}

/** What a book says of itself. @throws PanelbookError `not-a-book` where it was never finished. */
export function readBook(db: Reader): BookRow {
  const row = db.get<BookRow>("SELECT lineage_id, name, created_at, revision FROM book WHERE id = 'book'")
  if (row !== undefined) return row
  throw new PanelbookError('not-a-book', 'The file was begun as a book but never finished.', {
    safe: 'The file was not touched.',
  })
}

/**
 * Writes a new, empty book and closes it.
 * @throws PanelbookError as `createStore`
 */
export function makeBook(
  ports: Pick<Ports, 'clock' | 'ids' | 'places'>,
  path: string,
  book: { name: string; lineageId: string; actor: string },
): void {
  const now = ports.clock.now()
  const store = createStore(path, {
    migrations: ports.places.migrations,
    deviceId: ports.ids.next(),
    now: () => ports.clock.now(),
  })
  try {
    store.command(
      {
        requestId: ports.ids.next(),
        command: 'book.create',
        input: { name: book.name },
        actor: book.actor,
        at: now,
        undoable: false,
        summary: () => `book ${book.name} made`,
      },
      (db) => {
        db.insert('book', {
          id: 'book',
          lineage_id: book.lineageId,
          name: book.name,
          created_at: now,
          revision: 0,
        })
      },
    )
    store.close()
  } catch (error) {
    store.close()
    // It is ours and nobody has seen it yet.
    for (const end of ['', '.lock', '.ballast']) rmSync(path + end, { force: true })
    throw error
  }
}

/** The home of a lineage: the one that there is, or the one that it would get. */
export function homeOf(data: string, book: { name: string; lineageId: string }): string {
  const end = book.lineageId.replace(/[^A-Za-z0-9]/g, '').slice(-12)
  const isSample = isSampleLineage(book.lineageId)
  const existing = homeNames(data).find((name) =>
    isSample ? name === `sample.${end}` : name.endsWith(`-${end}`),
  )
  return join(data, 'books', existing ?? (isSample ? `sample.${end}` : `${slug(book.name)}-${end}`))
}

/** The home of the sample, or undefined where none was made yet. */
export function sampleHome(data: string): string | undefined {
  const name = homeNames(data).find(
    (found) => found.startsWith('sample.') && currentGeneration(join(data, 'books', found)) !== undefined,
  )
  return name === undefined ? undefined : join(data, 'books', name)
}

/** The home that a book lies in; null where it is opened in its own place. */
export function homeOfPath(data: string, bookPath: string): string | null {
  const [name = '', generation = '', ...rest] = relative(join(data, 'books'), bookPath).split(sep)
  return /^generation-\d{6}$/.test(generation) && rest.length === 1 && name !== '..'
    ? join(data, 'books', name)
    : null
}

/** Puts a finished book into a home as its next generation. @returns its path */
export function putInForce(home: string, makeFile: (path: string) => void): string {
  return addGeneration(home, makeFile).bookPath
}

/** The book in force in a home. @throws PanelbookError `no-such-file`, `book-damaged` */
export function bookInForce(home: string): string {
  const found = currentGeneration(home)
  if (found !== undefined) return found.bookPath
  throw new PanelbookError('no-such-file', 'The book is no longer where it was.', {
    remedy: 'Open it from where it lies now.',
  })
}

/** Where the backups of a book go: outside its generations, which come and go. */
export function backupsOf(data: string, bookPath: string): string {
  const home = homeOfPath(data, bookPath)
  return home === null
    ? join(dirname(bookPath), 'backups')
    : join(data, 'backups', relative(join(data, 'books'), home))
}

/** Where the papers of a book are kept, outside its generations: in its home, or beside a book in its own place. */
export function papersOf(data: string, bookPath: string): string {
  const home = homeOfPath(data, bookPath)
  return home === null ? `${bookPath.replace(/\.panelbook$/, '')}.papers` : papersOfHome(home)
}

export function papersOfHome(home: string): string {
  return join(home, 'papers')
}

function homeNames(data: string): string[] {
  try {
    return readdirSync(join(data, 'books')).toSorted()
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return []
    throw toFileRefusal(error)
  }
}
