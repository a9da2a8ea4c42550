import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { createCore } from '../../core/create-core.ts'
import { startLoopback } from '../../electron/loopback/start-loopback.ts'
import { findChromium } from '../../electron/node-ports/find-chromium.ts'
import { createShutdown } from '../../electron/shared/shutdown.ts'
import { chromiumArguments } from './chromium.ts'
import { openElectronWindow } from './open-electron-window.ts'
import {
  collectFaults,
  patience,
  reportViolations,
  usualViewport,
  type TestWindow,
  type WindowOptions,
} from './test-window.ts'

export type { TestWindow, WindowOptions } from './test-window.ts'

/**
 * Panelbook in a window for a test: the loopback host in a real browser, or with `PANELBOOK_E2E_HOST=electron`
 * Electron itself. What a test does with it is the same.
 */
export function openWindow(options: WindowOptions = {}): Promise<TestWindow> {
  return process.env['PANELBOOK_E2E_HOST'] === 'electron'
    ? openElectronWindow(options)
    : openLoopbackWindow(options)
}

/** Panelbook as a person without Electron's binary has it: the loopback host and its page, in a real browser. */
async function openLoopbackWindow(options: WindowOptions): Promise<TestWindow> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'panelbook-window-'))
  const faults: string[] = []
  const shutdown = createShutdown((name, error) => faults.push(`stopping ${name}: ${String(error)}`))
  const { address, notice } = await startLoopback(
    createCore,
    {
      data,
      pageFolder: options.pageFolder ?? join(import.meta.dirname, '../../build/renderer'),
      port: 0,
      book: options.book,
      isSample: options.book === undefined && options.isEmpty !== true,
    },
    shutdown,
  )
  if (notice !== null) faults.push(notice)
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments })
  const context = await browser.newContext({
    viewport: options.viewport ?? usualViewport,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(patience)
  await context.addInitScript(reportViolations)
  const page = await context.newPage()
  collectFaults(page, faults)
  await page.goto(address)
  return {
    context,
    page,
    data,
    faults,
    delivered: async (work) => {
      const [download] = await Promise.all([page.waitForEvent('download'), work()])
      return download.path()
    },
    close: async () => {
      await browser.close()
      await shutdown.run()
      if (options.data === undefined) rmSync(data, { recursive: true, force: true })
    },
  }
}
