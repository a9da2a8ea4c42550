import type { CallAnswer, CallRequest, Push } from './contract/envelope.ts'

/** Who calls. A host fills it in; the caller cannot. */
export interface CallContext {
  /** The person at this laptop, for the journal: "Secretary". */
  actor: string
  /** The instant to record instead of now. Only the sample book is written with it. */
  at?: string
  signal?: AbortSignal
}

export interface Core {
  /** Answers one call of the contract. Never throws. */
  call(request: CallRequest, context: CallContext): Promise<CallAnswer>
  /** Everything that windows must be told: changes, another book, progress. Returns the unsubscriber. */
  onPush(listener: (push: Push) => void): () => void
  /** Hosts and the command line only: a window asks through the contract and the host's dialog answers. */
  openBook(path: string, options?: { readOnly?: boolean }): Promise<void>
  createBook(path: string, options: { name: string; sample?: boolean; held?: boolean }): Promise<void>
  close(): Promise<void>
}
