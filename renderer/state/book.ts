import { create } from 'zustand'
import type { BookState } from '../../core/contract/book.ts'
import type { CallInput, CallName } from '../../core/contract/calls.ts'
import type { CallAnswer } from '../../core/contract/envelope.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { client } from './client.ts'

interface BookStore {
  /** Null until the host has answered for the first time. */
  state: BookState | null
  error: Refusal | null
  /** What is being opened or made now, in words; empty when nothing is. */
  working: string
}

/** The book that is open, those of last time, and what is being opened. */
export const useBook = create<BookStore>(() => ({ state: null, error: null, working: '' }))

type OpeningCall = Extract<CallName, `book.${string}`>

async function open<Name extends OpeningCall>(
  name: Name,
  input: CallInput<Name>,
  working: string,
): Promise<CallAnswer<BookState>> {
  useBook.setState({ working, error: null })
  const answer = (await client.call(name, input)) as CallAnswer<BookState>
  useBook.setState({ working: '', ...(answer.ok ? { state: answer.value } : {}) })
  return answer
}

/** The same, with a refusal left to be shown; answers whether a book is open. */
async function openOrTell(...call: Parameters<typeof open>): Promise<boolean> {
  const answer = await open(...call)
  if (!answer.ok) useBook.setState({ error: answer.error })
  return answer.ok
}

/** Opening and closing books. */
export const book = {
  load: () => openOrTell('book.state', {}, ''),
  openSample: () => openOrTell('book.open-sample', {}, 'Making the sample book'),
  /** A refusal is left to the form that asks for the name. */
  create: (name: string) => open('book.create', { name }, 'Making the book'),
  openFile: () => openOrTell('book.open', {}, 'Opening'),
  openRecent: (recentId: string) => openOrTell('book.open-recent', { recentId }, 'Opening'),
  close: () => openOrTell('book.close', {}, ''),
  /** The answer of another call that opened a book. */
  replace: (state: BookState) => useBook.setState({ state, error: null }),
}

/** Calls back whenever another book is open than before, with the one before and this one; null for none. */
export function onOtherBook(listener: (before: BookState['book'], now: BookState['book']) => void): void {
  let before = useBook.getState().state?.book ?? null
  useBook.subscribe(({ state }) => {
    const now = state?.book ?? null
    if (now?.lineageId === before?.lineageId) return
    const left = before
    before = now
    listener(left, now)
  })
}

onOtherBook((_before, now) => client.speakOf(now?.lineageId))

/** Nothing may be changed: a snapshot, or a file that cannot be written. */
export function useIsReadOnly(): boolean {
  return useBook(({ state }) => state?.book?.isReadOnly ?? true)
}

/** Reads which book is open, now and whenever another one is. */
export function startBook(): void {
  void book.load()
  client.subscribe((push) => {
    if (push.kind === 'book') void book.load()
  })
}
