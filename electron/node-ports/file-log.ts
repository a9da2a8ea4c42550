import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../../core/ports.ts'

const largestBytes = 2_000_000

/**
 * One line of JSON per event in `<folder>/panelbook.log`; the file before it is kept as `panelbook.old.log`. A log
 * that cannot be written must never stop a meeting, so its own errors end here.
 */
export function createFileLog(folder: string, clock: Clock): Log {
  const file = join(folder, 'panelbook.log')
  const write = (level: string, message: string, details?: Record<string, unknown>) => {
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) {
        renameSync(file, join(folder, 'panelbook.old.log'))
      }
      appendFileSync(file, `${JSON.stringify({ at: clock.now(), level, message, ...details })}\n`)
    } catch {
      // Nowhere left to tell it.
    }
  }
  return {
    info: (message, details) => {
      write('info', message, details)
    },
    error: (message, details) => {
      write('error', message, details)
    },
  }
}
