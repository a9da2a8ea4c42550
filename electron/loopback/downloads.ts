import { randomBytes } from 'node:crypto'
import type { Deliver, FileToDeliver } from '../../core/ports.ts'

const keptMs = 10 * 60_000

/** Finished files that wait for their page to fetch them, each once and for ten minutes at the most. */
export interface Downloads {
  deliver: Deliver
  take(id: string): FileToDeliver | null
}

export function createDownloads(): Downloads {
  const waiting = new Map<string, FileToDeliver>()
  return {
    deliver: (file) => {
      const id = randomBytes(24).toString('base64url')
      waiting.set(id, file)
      setTimeout(() => waiting.delete(id), keptMs).unref()
      return Promise.resolve({ kind: 'download', href: `/download/${id}` })
    },
    take: (id) => {
      const file = waiting.get(id) ?? null
      waiting.delete(id)
      return file
    },
  }
}
