import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 } from 'uuid'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { CallAnswer, Push } from '../../core/contract/envelope.ts'
import type { Core } from '../../core/core.ts'
import { createCore } from '../../core/create-core.ts'
import type { FileToDeliver, Ports } from '../../core/ports.ts'
import { once } from './once.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface TestCore {
  core: Core
  folder: string
  book: string
  ports: Ports
  delivered: FileToDeliver[]
  pushes: Push[]
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallAnswer<CallOutput<Name>>>
  /** The value, or a failed test that shows the refusal. */
  must<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>
  /** The code of the refusal, or a failed test where there was none. */
  refused(name: string, input: unknown): Promise<string>
  setNow(instant: string): void
  close(): Promise<void>
}

interface Kind {
  now?: string
  sample?: boolean
  held?: boolean
}

/**
 * A core on a fresh book in a temporary folder, with a clock that stands still until it is set. Each kind of book is
 * made once and copied, so that two of a kind are of one lineage.
 * @param begun the bytes of another book to go on from, as `bytesOf` gives them
 */
export async function makeCore({
  begun,
  overrides,
  ...kind
}: Kind & { begun?: Uint8Array; overrides?: Partial<Ports> } = {}): Promise<TestCore> {
  const test = coreWithoutBook(kind.now, overrides)
  writeFileSync(test.book, begun ?? (await once(`book ${JSON.stringify(kind)}`, () => freshBook(kind))))
  await test.core.openBook(test.book)
  return test
}

/** The book as it stands, for `makeCore` to go on from; the test core that it was begun in is gone. */
export async function bytesOf(test: TestCore): Promise<Uint8Array> {
  await test.core.close()
  const bytes = readFileSync(test.book)
  await test.close()
  return bytes
}

async function freshBook({ now, sample = false, held = false }: Kind): Promise<Uint8Array> {
  const test = coreWithoutBook(now)
  await test.core.createBook(test.book, { name: 'Test', sample, held })
  return bytesOf(test)
}

function coreWithoutBook(
  startsAt = '2016-12-15T10:00:00.000+00:00',
  overrides: Partial<Ports> = {},
): TestCore {
  const folder = mkdtempSync(join(tmpdir(), 'panelbook-test-'))
  let now = startsAt
  const delivered: FileToDeliver[] = []
  const pushes: Push[] = []
  const unavailable = () => Promise.reject(new Error('not part of this test'))
  const ports: Ports = {
    clock: { now: () => now },
    ids: { next: () => v7() },
    dialogs: {
      openBook: async () => null,
      saveBook: async () => null,
      chooseFolder: async () => null,
      openPaper: async () => null,
    },
    deliver: async (file) => {
      delivered.push(file)
      return { kind: 'saved', where: join(folder, file.fileName) }
    },
    view: unavailable,
    pdf: { print: unavailable },
    share: { run: unavailable },
    log: { info: () => undefined, error: (message, details) => console.error(message, details) },
    places: {
      data: join(folder, 'data'),
      resources: join(root, 'resources'),
      migrations: join(root, 'migrations'),
      documentWorker: join(root, 'core/documents/worker.ts'),
    },
    application: { version: '0.0.0-test', host: 'cli' },
    ...overrides,
  }
  const core = createCore(ports)
  core.onPush((push) => pushes.push(push))
  const book = join(folder, 'test.panelbook')
  const call = (name: string, input: unknown) => core.call({ name, input }, { actor: 'Secretary' })
  return {
    core,
    folder,
    book,
    ports,
    delivered,
    pushes,
    call: (name, input) => call(name, input) as Promise<never>,
    async must(name, input) {
      const answer = await call(name, input)
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`)
      return answer.value as never
    },
    async refused(name, input) {
      const answer = await call(name, input)
      if (answer.ok) throw new Error(`${name} was not refused: ${JSON.stringify(answer.value).slice(0, 300)}`)
      return answer.error.code
    },
    setNow(instant) {
      now = instant
    },
    async close() {
      await core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
