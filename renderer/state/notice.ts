import { create } from 'zustand'
import type { Refusal } from '../../core/contract/errors.ts'

interface NoticeState {
  refusal: Refusal | null
  /** A short word that something worked, such as where a file was put. */
  message: string
  /** What a screen reader says next. */
  announcement: string
}

/** What the window says of itself. */
export const useNotice = create<NoticeState>(() => ({ refusal: null, message: '', announcement: '' }))

/** Tells the secretary something, from wherever it happens. */
export const notice = {
  refuse: (refusal: Refusal) => useNotice.setState({ refusal, message: '' }),
  /** Shown in the status line, which a screen reader says. */
  say: (message: string) => useNotice.setState({ message, refusal: null }),
  /** Only said by a screen reader, once and politely: for a result, not for every keystroke. */
  announce: (announcement: string) => useNotice.setState({ announcement }),
  clear: () => useNotice.setState({ refusal: null, message: '' }),
}
