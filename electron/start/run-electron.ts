import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { sourceRoot } from '../node-ports/source-places.ts'
import type { StartOptions } from './start-panelbook.ts'

/** An Electron that fails sooner than this has never shown a window. */
const startingMs = 10_000

/**
 * Opens Panelbook in Electron and waits until it has ended.
 *
 * @returns the exit status; null where Electron cannot run on this machine, for want of a library, a display or
 * the right to a sandbox
 */
export function runElectron(binary: string, options: StartOptions): Promise<number | null> {
  const words = [
    // Chromium refuses to start its sandbox as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    sourceRoot,
    ...(options.isSample ? ['--sample'] : []),
    ...(options.book === undefined ? [] : [`--book=${resolve(options.book)}`]),
    ...(options.data === undefined ? [] : [`--data=${resolve(options.data)}`]),
  ]
  const started = performance.now()
  const child = spawn(binary, words, { stdio: 'inherit' })
  // The terminal sends the signal to both; the window shuts down in order and this process waits for it.
  let isEnding = false
  const passOn = (signal: NodeJS.Signals) => {
    isEnding = true
    child.kill(signal)
  }
  process.on('SIGINT', passOn)
  process.on('SIGTERM', passOn)
  return new Promise((done) => {
    const end = (status: number | null) => {
      process.off('SIGINT', passOn)
      process.off('SIGTERM', passOn)
      const hasFailedToStart = status !== 0 && !isEnding && performance.now() - started < startingMs
      done(hasFailedToStart ? null : (status ?? 1))
    }
    child.once('error', () => {
      end(null)
    })
    child.once('exit', (status) => {
      end(status)
    })
  })
}
