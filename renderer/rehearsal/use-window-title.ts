import { useEffect } from 'react'
import { useBook } from '../state/book.ts'

/** What the window is called; in a rehearsal that comes first, so that it is seen in the list of windows as well. */
export function useWindowTitle(words: string): void {
  const isRehearsal = useBook(({ state }) => state?.book?.isRehearsal === true)
  useEffect(() => {
    document.title = isRehearsal ? `Rehearsal · ${words}` : words
  }, [isRehearsal, words])
}
