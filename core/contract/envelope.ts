import type { Refusal } from './errors.ts'

/** What a view of the book can be about. A command names the topics that it changes, a query those it reads. */
export const topics = [
  'book',
  'bodies',
  'people',
  'register',
  'meetings',
  'agenda',
  'room',
  'items',
  'actions',
  'minutes',
  'history',
  'share',
] as const
export type Topic = (typeof topics)[number]

/** How a caller sends a call. Plain JSON; the same shape over IPC, over loopback and on the command line. */
export interface CallRequest {
  name: string
  input: unknown
  /** Commands only: a UUID of the caller's. The same id sent twice is applied once and answered alike. */
  requestId?: string
  /**
   * The lineage of the book that the caller has before it. A command that was meant for another book than the one that
   * is open by now is refused: a rehearsal and its book hold the same meetings.
   */
  book?: string
}

/** How every call is answered. Nothing is thrown across the boundary, nothing returns undefined. */
export type CallAnswer<Value = unknown> =
  | { ok: true; value: Value; /** Commands only: the journal's sequence after it. */ seq?: number }
  | { ok: false; error: Refusal }

/** Pushed to every window after a commit, when another book is opened, and while long work goes on. */
export type Push =
  | { kind: 'changed'; seq: number; topics: Topic[] }
  | {
      kind: 'book'
      /** Another book, or none, is open now: read everything again. */ reason: 'opened' | 'closed'
    }
  | { kind: 'progress'; requestId: string; done: number; total: number; what: string }
  | HostQuestion

/**
 * A host without native dialogs (loopback) asks its own page for a file or folder. Electron never pushes one.
 * The page answers on the channel on which the question came, never through a call of the contract.
 */
export interface HostQuestion {
  kind: 'question'
  id: string
  ask: 'open-book' | 'save-book' | 'choose-folder' | 'open-paper'
  title: string
  suggested: string
}
