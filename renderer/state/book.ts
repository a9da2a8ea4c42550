import { create } from 'zustand'
import type { CallName } from '../../core/contract/calls.ts'
import type { BookState } from '../../core/contract/book.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { client } from './client.ts'

interface BookStore {
  /** Null until the host has answered for the first time. */
  state: BookState | null
  error: Refusal | null
  /** What is being opened or made now, in words; empty when nothing is. */
  working: string
}

export const useBook = create<BookStore>(() => ({ state: null, error: null, working: '' }))

type OpeningCall = Extract<CallName, `book.${string}`>

async function open(
  name: OpeningCall,
  input: { name?: string; recentId?: string },
  working: string,
): Promise<boolean> {
  useBook.setState({ working, error: null })
  const answer = await client.call(name, input as never)
  if (answer.ok) useBook.setState({ state: answer.value as BookState, error: null, working: '' })
  else useBook.setState({ error: answer.error, working: '' })
  return answer.ok
}

export const book = {
  load: () => open('book.state', {}, ''),
  openSample: () => open('book.open-sample', {}, 'Making the sample book'),
  create: (name: string) => open('book.create', { name }, 'Making the book'),
  openFile: () => open('book.open', {}, 'Opening'),
  openRecent: (recentId: string) => open('book.open-recent', { recentId }, 'Opening'),
  close: () => open('book.close', {}, ''),
  /** The answer of another call that opened a book. */
  replace: (state: BookState) => useBook.setState({ state, error: null }),
}

/** Nothing may be changed: a snapshot, or a file that cannot be written. */
export function useIsReadOnly(): boolean {
  return useBook(({ state }) => state?.book?.isReadOnly ?? true)
}

export function startBook(): void {
  void book.load()
  client.subscribe((push) => {
    if (push.kind === 'book') void book.load()
  })
}
