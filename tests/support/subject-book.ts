import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { v7 } from 'uuid'
import { makeBook } from '../../core/book/library.ts'
import { calls, type CallInput, type CallNameOfKind, type CallOutput } from '../../core/contract/calls.ts'
import { PanelbookError } from '../../core/contract/errors.ts'
import type { CommandContext, SteppedCall } from '../../core/handler.ts'
import { handlers } from '../../core/handlers.ts'
import { openStore } from '../../db/open.ts'
import type { Reader, Store, Writer } from '../../db/store-types.ts'
import { root } from './make-core.ts'
import { once } from './once.ts'
import { tempFolder } from './temp-folder.ts'

type Name = Exclude<CallNameOfKind<'command' | 'query'>, SteppedCall>

export interface SubjectBook {
  store: Store
  path: string
  /** The summaries of the commands so far, as undo will call them. */
  summaries: string[]
  /** One command or query on a real store; the output is checked against the contract. */
  call<N extends Name>(name: N, input: CallInput<N>): CallOutput<N>
  /** The refusal, or a failed test where there was none. */
  refusal<N extends Name>(name: N, input: CallInput<N>): PanelbookError
  /** Runs a step inside a command, as another subject's command would. */
  within(step: (context: CommandContext) => void): void
  /** Rows as another subject's commands would write them. */
  write(work: (db: Writer) => void): void
  read<T>(work: (db: Reader) => T): T
  setNow(instant: string): void
}

/** What undo and redo are asked with. */
export const request = () => ({ requestId: v7(), actor: 'Secretary', at: '2016-12-15T10:00:00.000+00:00' })

/**
 * The handlers on a fresh book, without the core around them: for the tests of one subject. It is 15 December 2016.
 * The book goes when the test is over.
 */
export function makeSubjectBook(): SubjectBook {
  let now = '2016-12-15T10:00:00.000+00:00'
  const migrations = join(root, 'migrations')
  const path = join(tempFolder(), 'small.panelbook')
  const empty = () => {
    const ports = {
      clock: { now: () => now },
      ids: { next: () => v7() },
      places: { data: '', resources: '', documentWorker: '', migrations },
    }
    makeBook(ports, path, { name: 'Small', lineageId: v7(), actor: 'Secretary' })
    return readFileSync(path)
  }
  writeFileSync(path, once('subject book', empty))
  const store = openStore(path, { migrations, now: () => now })
  onTestFinished(() => store.close())
  const summaries: string[] = []

  function command<T>(name: string, input: unknown, work: (context: CommandContext) => T): T {
    let summary = name
    const summarise = (words: string) => {
      summary = words
      summaries.push(words)
    }
    const entry = {
      requestId: v7(),
      command: name,
      input,
      actor: 'Secretary',
      at: now,
      summary: () => summary,
    }
    const { value } = store.command(entry, (db) =>
      work({ db, now, actor: 'Secretary', nextId: () => v7(), summarise }),
    )
    return value
  }

  function call<N extends Name>(name: N, input: CallInput<N>): CallOutput<N> {
    const definition = calls[name]
    const checked: unknown = definition.input.parse(input)
    const handler = handlers[name] as (context: unknown, input: unknown) => unknown
    const value =
      definition.kind === 'command'
        ? command(name, checked, (context) => handler(context, checked))
        : store.read((db) => handler({ db, now, history: store }, checked))
    return definition.output.parse(value) as CallOutput<N>
  }

  return {
    store,
    path,
    summaries,
    call,
    refusal(name, input) {
      try {
        call(name, input)
      } catch (error) {
        if (error instanceof PanelbookError) return error
        throw error
      }
      throw new Error(`${name} was not refused`)
    },
    within: (step) => command('test.step', {}, step),
    write: (work) => command('test.write', {}, ({ db }) => work(db)),
    read: (work) => store.read(work),
    setNow: (instant) => void (now = instant),
  }
}
