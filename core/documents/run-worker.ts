import { Worker } from 'node:worker_threads'
import { PanelbookError } from '../contract/errors.ts'
import type { WorkerAnswer } from './worker.ts'
import type { DocumentJob } from './write-document.ts'

const longestMs = 60_000
/** How long a thread that has answered is given to end by itself. */
const lastBreathMs = 5_000

/**
 * Writes a document in a thread of its own.
 * @throws PanelbookError `cancelled` on abort, `too-long` after a minute, `internal` when the writer failed.
 */
export async function writeInWorker(
  script: string,
  job: DocumentJob,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  throwIfCancelled(signal)
  const worker = new Worker(script)
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  // Where the job cannot even be handed over nobody waits for the answer, and its refusal would end the process.
  promise.catch(() => undefined)
  const timer = setTimeout(() => {
    reject(
      new PanelbookError('too-long', 'Writing the document took longer than a minute and was stopped.', {
        safe: 'Nothing was changed.',
      }),
    )
  }, longestMs)
  const onAbort = () => {
    reject(cancelled())
  }
  signal?.addEventListener('abort', onAbort, { once: true })
  worker.once('message', (answer: WorkerAnswer) => {
    if (answer.ok) resolve(answer.bytes)
    else reject(failed(answer.problem))
  })
  worker.once('error', (cause: unknown) => {
    reject(failed(cause))
  })
  const gone = new Promise<void>((resolveGone) => {
    worker.once('exit', () => {
      reject(failed('the thread ended without an answer'))
      resolveGone()
    })
  })
  try {
    handOver(worker, job)
    const bytes = await promise
    await endOf(worker, gone)
    return bytes
  } catch (error) {
    await worker.terminate()
    throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}

/** A thread that has answered ends by itself. To stop it while it is ending has been seen to end the process. */
async function endOf(worker: Worker, gone: Promise<void>): Promise<void> {
  const timer = setTimeout(() => void worker.terminate(), lastBreathMs)
  await gone
  clearTimeout(timer)
}

function handOver(worker: Worker, job: DocumentJob): void {
  try {
    worker.postMessage(job)
  } catch (cause) {
    throw failed(cause)
  }
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw cancelled()
}

function cancelled(): PanelbookError {
  return new PanelbookError('cancelled', 'It was cancelled; nothing was changed.')
}

function failed(cause: unknown): PanelbookError {
  return new PanelbookError(
    'internal',
    'The document could not be written because of a fault in Panelbook.',
    {
      safe: 'Nothing was changed.',
      cause,
    },
  )
}
