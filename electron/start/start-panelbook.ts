import { join, resolve } from 'node:path'
import { createCore } from '../../core/create-core.ts'
import { startLoopback } from '../loopback/start-loopback.ts'
import { dataFolder } from '../node-ports/data-folder.ts'
import { sourceRoot } from '../node-ports/source-places.ts'
import { createShutdown } from '../shared/shutdown.ts'
import { buildHost, buildPage } from './build-stale.ts'
import { hasDisplay, openBrowser } from './display.ts'
import { findElectron, inBrowserBecause } from './find-electron.ts'
import { runElectron } from './run-electron.ts'

export interface StartOptions {
  book: string | undefined
  isSample: boolean
  data: string | undefined
  port: number
  isLoopback: boolean
}

/**
 * Opens Panelbook in Electron, or where that cannot be, in the browser.
 *
 * @returns the exit status, once Panelbook has ended.
 */
export async function start(options: StartOptions): Promise<number> {
  await buildPage()
  if (options.isLoopback) return runLoopback(options)
  const electron = await findElectron()
  if (electron.binary === null) {
    console.error(electron.sentence)
    try {
      return await runLoopback(options)
    } finally {
      electron.stop()
    }
  }
  await buildHost()
  const status = await runElectron(electron.binary, options)
  if (status !== null) return status
  console.error(inBrowserBecause('Electron does not run on this machine'))
  return runLoopback(options)
}

async function runLoopback(options: StartOptions): Promise<number> {
  const shutdown = createShutdown((name, error) => {
    console.error(`Stopping ${name}:`, error)
  })
  const signalled = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        done()
      })
    }
  })
  try {
    const loopback = await startLoopback(
      createCore,
      {
        data: resolve(options.data ?? dataFolder()),
        pageFolder: join(sourceRoot, 'build', 'renderer'),
        port: options.port,
        book: options.book === undefined ? undefined : resolve(options.book),
        isSample: options.isSample,
      },
      shutdown,
    )
    if (loopback.notice !== null) console.error(loopback.notice)
    process.stdout.write(`${loopback.address}\n`)
    console.error('The address works once. Ctrl+C ends Panelbook.')
    if (hasDisplay()) openBrowser(loopback.address)
    await signalled
    return 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    console.error(`Port ${String(options.port)} is taken; choose another with --port, or leave it out.`)
    return 1
  } finally {
    await shutdown.run()
  }
}
