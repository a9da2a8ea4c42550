import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeInWorker } from '../../../core/documents/run-worker.ts'
import { writeDocument, type DocumentJob } from '../../../core/documents/write-document.ts'
import { recordHash } from '../../../core/minutes/record.ts'
import { root } from '../../support/make-core.ts'
import { meeting } from './written.ts'

const script = join(root, 'core/documents/worker.ts')
const record = meeting()
const job: DocumentJob = {
  document: 'minutes',
  format: 'md',
  record,
  recordHash: recordHash(record),
  faces: [],
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'panelbook-worker-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A worker that does this with its job. */
function worker(code: string): string {
  const path = join(folder, `${String(Math.random()).slice(2)}.mjs`)
  writeFileSync(path, `import { parentPort } from 'node:worker_threads'\n${code}`)
  return path
}

describe('a document that is written in a thread of its own', () => {
  it('is the one that would be written here', async () => {
    expect(Buffer.from(await writeInWorker(script, job, undefined)).toString()).toBe(
      Buffer.from(await writeDocument(job)).toString(),
    )
  })

  it('leaves this thread free meanwhile', async () => {
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 5)
    await writeInWorker(script, { ...job, format: 'docx' }, undefined)
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(5)
  })

  it('many at once do not disturb each other', async () => {
    const formats = ['md', 'csv', 'json', 'html'] as const
    const written = await Promise.all(
      formats.map((format) => writeInWorker(script, { ...job, format }, undefined)),
    )
    for (const [index, format] of formats.entries()) {
      expect(
        Buffer.from(written[index] ?? []).equals(Buffer.from(await writeDocument({ ...job, format }))),
      ).toBe(true)
    }
  })
})

describe('a thread that fails', () => {
  const fault = { code: 'internal', safe: 'Nothing was changed.' }

  it.each([
    ['is not there', () => join(folder, 'nowhere.mjs')],
    ['does not compile', () => worker('this is no script')],
    ['throws', () => worker(`throw new Error('broken')`)],
    ['throws later', () => worker(`parentPort.once('message', () => { throw new Error('broken') })`)],
    ['ends without an answer', () => worker(`parentPort.once('message', () => process.exit(0))`)],
    [
      'answers with a problem',
      () => worker(`parentPort.once('message', () => parentPort.postMessage({ ok: false, problem: 'x' }))`),
    ],
  ])('that %s is told as a fault of Panelbook', async (_name, path) => {
    await expect(writeInWorker(path(), job, undefined)).rejects.toMatchObject(fault)
  })

  it('with a record that no writer can read is told as well', async () => {
    const broken = { ...job, record: { ...record, items: null } } as unknown as DocumentJob
    await expect(writeInWorker(script, broken, undefined)).rejects.toMatchObject(fault)
  })

  it('with a job that cannot be handed over leaves no refusal behind', async () => {
    const behind: unknown[] = []
    const note = (reason: unknown) => behind.push(reason)
    process.on('unhandledRejection', note)
    const impossible = { ...job, faces: [() => undefined] } as unknown as DocumentJob
    await expect(writeInWorker(script, impossible, undefined)).rejects.toMatchObject(fault)
    await new Promise((done) => setTimeout(done, 50))
    process.off('unhandledRejection', note)
    expect(behind).toEqual([])
  })
})

describe('cancelling', () => {
  const endless = () => worker(`parentPort.once('message', () => { for (;;); })`)

  it('stops a thread that would never end, at once', async () => {
    const controller = new AbortController()
    const started = performance.now()
    const writing = writeInWorker(endless(), job, controller.signal)
    setTimeout(() => controller.abort(), 200)
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('before the beginning starts no thread', async () => {
    await expect(writeInWorker(join(folder, 'nowhere.mjs'), job, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('leaves nothing on the signal, which may live long', async () => {
    const controller = new AbortController()
    let listeners = 0
    const { signal } = controller
    const add = signal.addEventListener.bind(signal)
    const remove = signal.removeEventListener.bind(signal)
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners += 1
      add(...given)
    }
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners -= 1
      remove(...given)
    }
    await writeInWorker(script, job, signal)
    expect(listeners).toBe(0)
  })
})
