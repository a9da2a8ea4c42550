import { create } from 'zustand'
import type { Refusal } from '../../core/contract/errors.ts'

interface NoticeState {
  refusal: Refusal | null
  /** A short word that something worked, such as where a file was put. */
  message: string
  /** What a screen reader says next. Each is another, though its words may be those of the one before. */
  announcement: { number: number; words: string }
}

/** What the window says of itself. */
export const useNotice = create<NoticeState>(() => ({
  refusal: null,
  message: '',
  announcement: { number: 0, words: '' },
}))

/** Tells the secretary something, from wherever it happens. */
export const notice = {
  refuse: (refusal: Refusal) => useNotice.setState({ refusal, message: '' }),
  /** Shown in the status line, which a screen reader says. */
  say: (message: string) => useNotice.setState({ message, refusal: null }),
  /** Only said by a screen reader, once and politely: for a result, not for every keystroke. */
  announce: (words: string) =>
    useNotice.setState(({ announcement }) => ({ announcement: { number: announcement.number + 1, words } })),
  clear: () => useNotice.setState({ refusal: null, message: '' }),
}
