import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { CallAnswer, HostQuestion, Push } from '../../core/contract/envelope.ts'
import { createBridgeTransport } from './bridge-transport.ts'
import { createLoopbackTransport } from './loopback-transport.ts'
import type { Transport } from './transport.ts'

/** What the page knows of its host: nothing but this. The same over Electron's bridge and over loopback. */
export interface Client {
  /** Makes one call of the contract. Never throws: a refusal, or a host that does not answer, is `ok: false`. */
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options?: CallOptions,
  ): Promise<CallAnswer<CallOutput<Name>>>
  /** Says which book the window has before it: what it changes from now on is meant for that one alone. */
  speakOf(lineageId: string | undefined): void
  /** Everything that the host tells of itself. Returns the unsubscriber. */
  subscribe(listener: (push: WindowPush) => void): () => void
  /** Whether the host can be reached; called at once with the present state. Returns the unsubscriber. */
  onConnection(listener: (isConnected: boolean) => void): () => void
  /** Says who answers when the host asks for a file or folder. Electron never asks: it has dialogs of its own. */
  onQuestion(listener: (question: HostQuestion) => void): () => void
  /** The person's answer: an absolute path, or null for *cancelled*. Returns a sentence when it cannot be taken. */
  answerQuestion(id: string, path: string | null): Promise<string | null>
}

export type WindowPush = Exclude<Push, HostQuestion>

export interface CallOptions {
  /** To find the `progress` pushes of a long call. One is made up when it is left out. */
  requestId?: string
}

/** The client of this window, over whatever connects it with its host. */
export function createClient(
  transport: Transport = window.panelbook === undefined
    ? createLoopbackTransport()
    : createBridgeTransport(window.panelbook),
): Client {
  const pushListeners = new Set<(push: WindowPush) => void>()
  const questionListeners = new Set<(question: HostQuestion) => void>()
  const connectionListeners = new Set<(isConnected: boolean) => void>()
  let isConnected = true
  let book: string | undefined
  transport.listen({
    onPush: (push) => {
      if (push.kind === 'question') for (const listener of questionListeners) listener(push)
      else for (const listener of pushListeners) listener(push)
    },
    onConnection: (now) => {
      if (now === isConnected) return
      isConnected = now
      for (const listener of connectionListeners) listener(now)
    },
  })
  return {
    call: async <Name extends CallName>(name: Name, input: CallInput<Name>, options: CallOptions = {}) =>
      (await transport.call({
        name,
        input,
        requestId: options.requestId ?? crypto.randomUUID(),
        ...(book === undefined ? {} : { book }),
      })) as CallAnswer<CallOutput<Name>>,
    speakOf: (lineageId) => {
      book = lineageId
    },
    subscribe: (listener) => added(pushListeners, listener),
    onQuestion: (listener) => added(questionListeners, listener),
    onConnection: (listener) => {
      listener(isConnected)
      return added(connectionListeners, listener)
    },
    answerQuestion: (id, path) => transport.answer(id, path),
  }
}

function added<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
