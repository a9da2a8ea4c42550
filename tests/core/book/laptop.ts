import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { v7 } from 'uuid'
import { bookHandlers } from '../../../core/book/handlers.ts'
import { createWorkspace, type Workspace } from '../../../core/book/workspace.ts'
import { bookCalls } from '../../../core/contract/book.ts'
import type { CallInput, CallOutput } from '../../../core/contract/calls.ts'
import { PanelbookError } from '../../../core/contract/errors.ts'
import { paperCalls } from '../../../core/contract/paper-calls.ts'
import { shareCalls } from '../../../core/contract/share.ts'
import type { HostContext } from '../../../core/handler.ts'
import { paperHandlers } from '../../../core/papers/handlers.ts'
import type { FileToDeliver, Ports } from '../../../core/ports.ts'
import { shareHandlers } from '../../../core/share/handlers.ts'
import { createForkedShareAgent } from '../../../electron/node-ports/forked-share-agent.ts'

const root = join(import.meta.dirname, '../../..')
const hostCalls = {
  ...bookCalls,
  ...shareCalls,
  'paper.attach': paperCalls['paper.attach'],
  'paper.open': paperCalls['paper.open'],
  'paper.check': paperCalls['paper.check'],
}
const handlers = { ...bookHandlers, ...shareHandlers, ...paperHandlers }
type Name = keyof typeof hostCalls

export interface Laptop {
  ports: Ports
  workspace: Workspace
  /** What the windows were told. */
  told: string[]
  /** What the dialogs answer next. */
  answers: { book: string | null; folder: string | null; paper: string | null }
  /** What was opened with the viewer. */
  viewed: FileToDeliver[]
  must<N extends Name>(name: N, input: CallInput<N>, signal?: AbortSignal): Promise<CallOutput<N>>
  refused<N extends Name>(name: N, input: CallInput<N>): Promise<PanelbookError>
  /** Adds a person: any change of the open book. */
  addPerson(name: string): void
  people(): string[]
  /** The same laptop after a restart. */
  restarted(): Laptop
  setNow(instant: string): void
}

export interface LaptopOptions {
  data: string
  share?: string
  person?: string
  makeSample?: HostContext['makeSample']
  overrides?: Partial<Ports>
}

/** Workspace, book and share handlers with a real child process for the shared folder. */
export function makeLaptop(options: LaptopOptions): Laptop {
  let now = '2016-12-15T10:00:00.000+00:00'
  const share = createForkedShareAgent(join(root, 'core/share/agent-main.ts'))
  const answers: Laptop['answers'] = { book: null, folder: null, paper: null }
  const viewed: FileToDeliver[] = []
  const told: string[] = []
  const ports: Ports = {
    clock: { now: () => now },
    ids: { next: () => v7() },
    dialogs: {
      openBook: async () => answers.book,
      saveBook: async () => null,
      chooseFolder: async () => answers.folder,
      openPaper: async () => answers.paper,
    },
    deliver: async () => ({ kind: 'cancelled' }),
    view: async (file) => {
      viewed.push(file)
      return { kind: 'opened' }
    },
    pdf: { print: () => Promise.reject(new Error('not part of this test')) },
    share,
    log: { info: () => undefined, error: (message) => told.push(message) },
    places: {
      data: options.data,
      resources: join(root, 'resources'),
      migrations: join(root, 'migrations'),
      documentWorker: '',
      ...(options.share === undefined ? {} : { share: options.share }),
    },
    application: { version: '0.0.0-test', host: 'cli' },
    ...options.overrides,
  }
  const workspace = createWorkspace(ports, (reason) => told.push(reason))
  onTestFinished(async () => {
    share.stop()
    await workspace.close()
  })

  const contextOf = (signal: AbortSignal | undefined): HostContext => ({
    ports,
    workspace,
    actor: options.person ?? 'Secretary',
    now,
    signal,
    progress: () => undefined,
    call: () => Promise.reject(new Error('not part of this test')),
    changed: (topics) => told.push(`changed ${topics.join()}`),
    makeSample: options.makeSample ?? (() => Promise.reject(new Error('not part of this test'))),
  })

  async function must<N extends Name>(
    name: N,
    input: CallInput<N>,
    signal?: AbortSignal,
  ): Promise<CallOutput<N>> {
    const definition = hostCalls[name]
    const handler = handlers[name] as (context: HostContext, input: unknown) => unknown
    const value = await handler(contextOf(signal), definition.input.parse(input))
    return definition.output.parse(value) as CallOutput<N>
  }

  return {
    ports,
    workspace,
    told,
    answers,
    viewed,
    must,
    async refused(name, input) {
      try {
        await must(name, input)
      } catch (error) {
        if (error instanceof PanelbookError) return error
        throw error
      }
      throw new Error(`${name} was not refused`)
    },
    addPerson(name) {
      workspace
        .store()
        .command(
          { requestId: v7(), command: 'person.add', input: { name }, actor: 'Secretary', at: now },
          (db) => db.insert('person', { id: v7(), name, initials: 'XX' }),
        )
    },
    people: () =>
      workspace
        .store()
        .read((db) =>
          db.all<{ name: string }>('SELECT name FROM person ORDER BY name').map(({ name }) => name),
        ),
    restarted: () => makeLaptop(options),
    setNow: (instant) => void (now = instant),
  }
}
