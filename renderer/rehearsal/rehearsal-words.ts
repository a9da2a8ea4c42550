import type { BookState } from '../../core/contract/book.ts'

type OpenBook = BookState['book']

/** "Rehearsal of Sample book": what a window that shows a rehearsal is called; empty in every other book. */
export function rehearsalName(book: OpenBook): string {
  if (book?.isRehearsal !== true) return ''
  return book.rehearses === null ? 'Rehearsal' : `Rehearsal of ${book.rehearses}`
}
