import type { Refusal } from '../../core/contract/errors.ts'
import { PanelbookError } from '../../core/contract/errors.ts'
import type { ShareAgent } from '../../core/ports.ts'

/** What the child says: any number of `progress`, then one `answer`. The job itself is the one message to it. */
export type ShareChildMessage =
  | { kind: 'progress'; done: number; total: number; what: string }
  | { kind: 'answer'; answer: { ok: true; value: unknown } | { ok: false; error: Refusal } }

/** A child process that runs one job: Node's fork and Electron's utilityProcess both fit. */
export interface ShareChild {
  post(message: unknown): void
  onMessage(listener: (message: ShareChildMessage) => void): void
  onExit(listener: () => void): void
  /** Must end the child even while a system call of its does not return. */
  kill(): void
}

/** The share agent of any host: one fresh child per job, killed when it is late, cancelled or done. */
export function createShareAgent(startChild: () => ShareChild): ShareAgent & { stop(): void } {
  const running = new Set<ShareChild>()
  return {
    run: async <Result>(
      job: { kind: string; input: unknown },
      options: Parameters<ShareAgent['run']>[1],
    ): Promise<Result> => {
      if (options.signal?.aborted === true)
        throw new PanelbookError('cancelled', 'It was cancelled; nothing was changed.')
      const child = startChild()
      running.add(child)
      try {
        return (await runShareJob(child, job, options)) as Result
      } finally {
        running.delete(child)
        child.kill()
      }
    },
    stop: () => {
      for (const child of running) child.kill()
    },
  }
}

function runShareJob(
  child: ShareChild,
  job: { kind: string; input: unknown },
  options: Parameters<ShareAgent['run']>[1],
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new PanelbookError('share-unreachable', 'The shared folder does not answer.', {
          safe: 'Your own book is not affected.',
          remedy: 'Check the network drive and try again.',
        }),
      )
    }, options.timeoutMs)
    const onAbort = () => {
      reject(new PanelbookError('cancelled', 'It was cancelled; nothing was changed.'))
    }
    const settle = () => {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
    }
    options.signal?.addEventListener('abort', onAbort, { once: true })
    child.onMessage((message) => {
      if (message.kind === 'progress') {
        options.onProgress?.(message.done, message.total, message.what)
        return
      }
      settle()
      if (message.answer.ok) resolve(message.answer.value)
      else reject(fromRefusal(message.answer.error))
    })
    child.onExit(() => {
      settle()
      reject(new PanelbookError('internal', 'The work on the shared folder stopped unexpectedly.'))
    })
    child.post(job)
  })
}

function fromRefusal(refusal: Refusal): PanelbookError {
  const { code, message, ...more } = refusal
  return new PanelbookError(code, message, more)
}
