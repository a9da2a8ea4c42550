import type { Push } from '../../core/contract/envelope.ts'
import { PanelbookError } from '../../core/contract/errors.ts'
import type { Core } from '../../core/core.ts'
import type { Deliver, Dialogs } from '../../core/ports.ts'

export interface EchoCore extends Core {
  /** Every call that got through to the core. */
  readonly seen: { name: string; input: unknown; requestId?: string; actor: string }[]
  push(push: Push): void
}

/**
 * A core that knows no panels, for tests of what a host lets through to any core: `echo` answers with its input,
 * `ask` with what the host's dialog said, `deliver` hands a file over. The hosts with the real core are tested by
 * the built bundle, the command line and the end-to-end tests.
 */
export function createEchoCore(ports: { dialogs: Dialogs; deliver: Deliver }): EchoCore {
  const listeners = new Set<(push: Push) => void>()
  const seen: EchoCore['seen'] = []
  return {
    seen,
    push: (push) => {
      for (const listener of listeners) listener(push)
    },
    onPush: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    call: async (request, context) => {
      seen.push({ ...request, actor: context.actor })
      try {
        switch (request.name) {
          case 'echo':
            return { ok: true, value: request.input }
          case 'ask':
            return { ok: true, value: await ports.dialogs.chooseFolder('Where to?') }
          case 'deliver': {
            const bytes = new TextEncoder().encode('Minutes of meeting 199\n')
            const file = { fileName: 'Minutes 199 – draft.md', mediaType: 'text/markdown', bytes }
            return { ok: true, value: await ports.deliver(file) }
          }
          default:
            throw new PanelbookError('unknown-call', 'There is no such call.')
        }
      } catch (error) {
        if (error instanceof PanelbookError) return { ok: false, error: error.toRefusal() }
        throw error
      }
    },
    openBook: () => Promise.resolve(),
    createBook: () => Promise.resolve(),
    close: () => Promise.resolve(),
  }
}
