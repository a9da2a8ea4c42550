import { join } from 'node:path'
import type { Places } from '../../core/ports.ts'

/** The top of the checkout: loopback and the command line run straight from the source. */
export const sourceRoot = join(import.meta.dirname, '..', '..')

/** Where things lie when Panelbook runs from its source. */
export function sourcePlaces(data: string): Places {
  return {
    data,
    resources: join(sourceRoot, 'resources'),
    migrations: join(sourceRoot, 'migrations'),
    documentWorker: join(sourceRoot, 'core', 'documents', 'worker.ts'),
  }
}

export const shareAgentSource = join(sourceRoot, 'core', 'share', 'agent-main.ts')

/** Where Node keeps what it has compiled. Not in the shared folder for temporary files, where others could put theirs. */
export const compileCacheFolder = join(sourceRoot, 'node_modules', '.cache', 'panelbook')
