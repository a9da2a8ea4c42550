import { PanelbookError } from '../contract/errors.ts'
import type { HostContext } from '../handler.ts'
import type { ShareJobs } from './jobs.ts'

/** Milliseconds until the folder must have answered at all. */
const firstSignMs = 15_000
const jobMs = 300_000

/**
 * Runs one job in the child process. A folder that gives no sign of life is given up after seconds; once it has
 * answered, the job may take its time.
 */
export async function runJob<Kind extends keyof ShareJobs>(
  { ports, signal, progress }: Pick<HostContext, 'ports' | 'signal' | 'progress'>,
  kind: Kind,
  input: ShareJobs[Kind]['input'],
): Promise<ShareJobs[Kind]['result']> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), firstSignMs)
  try {
    return await ports.share.run<ShareJobs[Kind]['result']>(
      { kind, input },
      {
        timeoutMs: jobMs,
        signal: AbortSignal.any([silence.signal, ...(signal === undefined ? [] : [signal])]),
        onProgress: (done, total, what) => {
          clearTimeout(timer)
          progress(done, total, what)
        },
      },
    )
  } catch (error) {
    if (!silence.signal.aborted || signal?.aborted === true) throw error
    throw new PanelbookError('share-unreachable', 'The shared folder does not answer.', {
      safe: 'Your own book is not affected.',
      remedy: 'Check the network drive and try again.',
      cause: error,
    })
  } finally {
    clearTimeout(timer)
  }
}
