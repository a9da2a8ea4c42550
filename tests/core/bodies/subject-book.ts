import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { z } from 'zod'
import { bodyCommands } from '../../../core/bodies/commands.ts'
import { bodyQueries } from '../../../core/bodies/queries.ts'
import { bodyCalls } from '../../../core/contract/bodies.ts'
import { PanelbookError } from '../../../core/contract/errors.ts'
import { registerCalls } from '../../../core/contract/register.ts'
import type { CommandContext } from '../../../core/handler.ts'
import { registerCommands } from '../../../core/register/commands.ts'
import { registerQueries } from '../../../core/register/queries.ts'
import { createStore } from '../../../db/open.ts'
import type { Reader, Store } from '../../../db/store-types.ts'

const subjectCalls = { ...bodyCalls, ...registerCalls }
const subjectHandlers = { ...bodyCommands, ...bodyQueries, ...registerCommands, ...registerQueries }
type Name = keyof typeof subjectCalls
type Input<N extends Name> = z.input<(typeof subjectCalls)[N]['input']>
type Output<N extends Name> = z.output<(typeof subjectCalls)[N]['output']>

export interface SubjectBook {
  store: Store
  /** The summaries of the commands so far, as undo will call them. */
  summaries: string[]
  /** One call of bodies or register on a real store; the output is checked against the contract. */
  call<N extends Name>(name: N, input: Input<N>): Output<N>
  /** The refusal, or a failed test where there was none. */
  refusal<N extends Name>(name: N, input: Input<N>): PanelbookError
  /** Runs a step inside a command, as another subject's command would. */
  within(step: (context: CommandContext) => void): void
  read<T>(work: (db: Reader) => T): T
  close(): void
}

/** Bodies and register on a fresh book in a temporary folder. Today is 15 December 2016. */
export function makeSubjectBook(): SubjectBook {
  const folder = mkdtempSync(join(tmpdir(), 'panelbook-subject-'))
  const now = '2016-12-15T10:00:00.000+00:00'
  const store = createStore(join(folder, 'book.panelbook'), {
    migrations: join(import.meta.dirname, '../../../migrations'),
    deviceId: v7(),
    now: () => now,
  })
  const summaries: string[] = []

  function command<T>(name: string, input: unknown, work: (context: CommandContext) => T): T {
    let summary = name
    const entry = {
      requestId: v7(),
      command: name,
      input,
      actor: 'Secretary',
      at: now,
      summary: () => summary,
    }
    const { value } = store.command(entry, (db) =>
      work({
        db,
        now,
        actor: 'Secretary',
        nextId: () => v7(),
        summarise: (words) => {
          summary = words
          summaries.push(words)
        },
      }),
    )
    return value
  }

  function call<N extends Name>(name: N, input: Input<N>): Output<N> {
    const definition = subjectCalls[name]
    const checked = definition.input.parse(input)
    const handler = subjectHandlers[name] as (context: unknown, input: unknown) => unknown
    const value =
      definition.kind === 'command'
        ? command(name, checked, (context) => handler(context, checked))
        : store.read((db) => handler({ db, now }, checked))
    return definition.output.parse(value) as Output<N>
  }

  return {
    store,
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
    read: (work) => store.read(work),
    close() {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
