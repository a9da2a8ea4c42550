import { flushCompileCache } from 'node:module'
import { PanelbookError, type Refusal } from '../contract/errors.ts'
import { shareJobs } from './jobs.ts'
import { shareRefusal } from './share-files.ts'

/**
 * The child process that touches the shared folder. It gets one job as its one message, says how far it is, and
 * answers. It may be killed at any moment.
 */

type Message =
  | { kind: 'progress'; done: number; total: number; what: string }
  | { kind: 'answer'; answer: { ok: true; value: unknown } | { ok: false; error: Refusal } }

/** What Electron's utility process has in place of `process.send`. */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const { parentPort } = process as NodeJS.Process & { parentPort?: ParentPort }

function post(message: Message): void {
  if (parentPort !== undefined) parentPort.postMessage(message)
  else process.send?.(message)
}

async function run(job: unknown): Promise<void> {
  // Now, because a child that is killed when it has answered would leave nothing to the next one.
  flushCompileCache()
  const { kind, input } = job as { kind: string; input: unknown }
  try {
    if (!Object.hasOwn(shareJobs, kind)) throw new PanelbookError('internal', `There is no job ${kind}.`)
    const work = shareJobs[kind as keyof typeof shareJobs] as (
      input: unknown,
      onProgress: (done: number, total: number, what: string) => void,
    ) => unknown
    const value = await work(input, (done, total, what) => post({ kind: 'progress', done, total, what }))
    post({ kind: 'answer', answer: { ok: true, value } })
  } catch (error) {
    post({ kind: 'answer', answer: { ok: false, error: refusalOf(error) } })
  }
}

function refusalOf(error: unknown): Refusal {
  // A job that refuses in its own words knows best: not all that is read and written lies in the shared folder.
  const refusal = error instanceof PanelbookError ? error : shareRefusal(error)
  if (refusal instanceof PanelbookError) return refusal.toRefusal()
  console.error(error)
  return new PanelbookError(
    'internal',
    'The work on the shared folder failed through a fault of Panelbook.',
    {
      safe: 'Your own book is not affected.',
    },
  ).toRefusal()
}

if (parentPort !== undefined) parentPort.on('message', ({ data }) => void run(data))
else {
  process.on('message', (job) => void run(job))
  // Nobody is left to answer.
  process.on('disconnect', () => process.exit())
}
