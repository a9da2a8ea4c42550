import type { Reader, Store, Writer } from '../db/store-types.ts'
import type { CallInput, CallName, CallOutput, Calls, CheckedInput } from './contract/calls.ts'
import type { CallAnswer, Topic } from './contract/envelope.ts'
import type { Workspace } from './book/workspace.ts'
import type { Ports } from './ports.ts'

/** What there is to read of the history: the store without the means to write. */
export type History = Pick<
  Store,
  | 'history'
  | 'entry'
  | 'undoerOf'
  | 'undoable'
  | 'redoable'
  | 'lastHash'
  | 'seq'
  | 'deviceId'
  | 'verify'
  | 'ballastSpent'
>

/** What a query may use: it cannot write. */
export interface QueryContext {
  db: Reader
  history: History
  /** The instant of the call, ISO 8601 with offset. */
  now: string
}

/** What a command may use. Everything that it writes is one journalled, undoable transaction. */
export interface CommandContext {
  db: Writer
  now: string
  /** The person at this laptop. */
  actor: string
  /** A fresh UUIDv7. */
  nextId(): string
  /** Says what was done, in words: "EF against on 0621A". It is what undo will be called by. */
  summarise(summary: string): void
}

/** What a call that needs no book may use. */
export interface PureContext {
  ports: Ports
}

/** What a call on books as files may use. */
export interface HostContext {
  ports: Ports
  workspace: Workspace
  actor: string
  now: string
  signal: AbortSignal | undefined
  progress(done: number, total: number, what: string): void
  /** Another call of the contract, on behalf of the same caller. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallAnswer<CallOutput<Name>>>
  /** Tells the windows what this call has changed in the open book. */
  changed(topics: readonly Topic[]): void
  /** Writes the sample book to a path that does not exist yet, beside the book that is open, and closes it. */
  makeSample(path: string): Promise<void>
}

interface ContextOf {
  command: CommandContext
  query: QueryContext
  pure: PureContext
  host: HostContext
}

/** A handler of one call: checked input in, value out; refusals are thrown as PanelbookError. */
export type Handler<Name extends CallName> = (
  context: ContextOf[Calls[Name]['kind']],
  input: CheckedInput<Name>,
) => Calls[Name]['kind'] extends 'command' | 'query'
  ? CallOutput<Name>
  : CallOutput<Name> | Promise<CallOutput<Name>>

/** Undo and redo are steps of the store itself, not work inside a command. */
export type SteppedCall = 'history.undo' | 'history.redo'

export type AllHandlers = { [Name in Exclude<CallName, SteppedCall>]: Handler<Name> }
