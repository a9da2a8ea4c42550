import type { Reader } from '../../db/store-types.ts'
import { isRehearsalLineage, readBook } from '../book/library.ts'
import { PanelbookError } from '../contract/errors.ts'

/** Whether the book that is read is a rehearsal. It says so itself, wherever it lies. */
export function isRehearsal(db: Reader): boolean {
  return isRehearsalLineage(readBook(db).lineage_id)
}

/** Nothing is ever invented in a book that is kept. @throws PanelbookError `not-available` */
export function requireRehearsal(db: Reader): void {
  if (isRehearsal(db)) return
  throw new PanelbookError('not-available', 'This is the book itself; only a rehearsal invents anything.', {
    safe: 'Nothing was changed.',
    remedy: 'Begin a rehearsal first.',
  })
}

/**
 * For what would make something of a rehearsal that is kept.
 * @param what what cannot be done, as the beginning of a sentence: "A snapshot cannot be published"
 * @throws PanelbookError `not-available`
 */
export function refuseInRehearsal(book: { lineageId: string } | null, what: string): void {
  if (book === null || !isRehearsalLineage(book.lineageId)) return
  throw new PanelbookError('not-available', `${what} in a rehearsal: nothing of it is kept.`, {
    safe: 'Nothing was changed.',
    remedy: 'End the rehearsal first.',
  })
}
