import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { createCore } from '../../core/create-core.ts'
import type { Ports } from '../../core/ports.ts'
import { startLoopback } from '../../electron/loopback/start-loopback.ts'
import { findChromium } from '../../electron/node-ports/find-chromium.ts'
import { localActor } from '../../electron/node-ports/local-actor.ts'
import { createNodePorts } from '../../electron/node-ports/node-ports.ts'
import { createShutdown } from '../../electron/shared/shutdown.ts'
import { chromiumArguments } from './chromium.ts'
import { once } from './once.ts'
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
  const isSample = options.book === undefined && options.isEmpty !== true
  if (isSample && options.data === undefined)
    cpSync(await once('data with the sample', makeSampleData), data, { recursive: true })
  const faults: string[] = []
  const shutdown = createShutdown((name, error) => faults.push(`stopping ${name}: ${String(error)}`))
  const { address, notice } = await startLoopback(
    options.timeStandsStill === true ? createCoreInStandingTime : createCore,
    {
      data,
      pageFolder: options.pageFolder ?? join(import.meta.dirname, '../../build/renderer'),
      port: 0,
      book: options.book,
      isSample,
    },
    shutdown,
  )
  if (notice !== null) faults.push(notice)
  const chromiumBrowser = await sharedBrowser()
  const context = await chromiumBrowser.newContext({
    viewport: options.viewport ?? usualViewport,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(patience)
  await context.addInitScript(reportViolations)
  const page = await context.newPage()
  await slowDown(page)
  collectFaults(page, faults)
  await page.goto(address)
  return {
    context,
    page,
    data,
    faults,
    delivered: async (work) => {
      // What is done for it has the patience of each of its steps.
      const coming = page.waitForEvent('download', { timeout: 6 * patience })
      const [download] = await Promise.all([coming, work()])
      return download.path()
    },
    close: async () => {
      await context.close()
      leaveBrowser()
      await shutdown.run()
      if (options.data === undefined) rmSync(data, { recursive: true, force: true })
    },
  }
}

function createCoreInStandingTime(ports: Ports) {
  const now = ports.clock.now()
  return createCore({ ...ports, clock: { now: () => now } })
}

/** Where the sample was opened once: each window of a process begins with a copy, which is there sooner than a new one. */
async function makeSampleData(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'panelbook-sample-'))
  process.once('exit', () => rmSync(data, { recursive: true, force: true }))
  const unavailable = () => Promise.reject(new Error('not part of making the sample'))
  const ports = createNodePorts({
    host: 'loopback',
    data,
    dialogs: {
      openBook: unavailable,
      saveBook: unavailable,
      chooseFolder: unavailable,
      openPaper: unavailable,
    },
    deliver: unavailable,
  })
  const core = createCore(ports)
  const answer = await core.call({ name: 'book.open-sample', input: {} }, { actor: localActor() })
  await core.close()
  ports.stop()
  if (!answer.ok) throw new Error(answer.error.message)
  return data
}

let browser: Promise<Browser> | null = null
let windows = 0

/** One browser for all windows of a process, each with a context, and so with cookies and storage, of its own. */
function sharedBrowser(): Promise<Browser> {
  windows += 1
  browser ??= startBrowser()
  return browser
}

async function startBrowser(): Promise<Browser> {
  const started = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments })
  // Chromium ends with its last page: one stays open between the windows.
  await started.newPage()
  return started
}

/** The browser stays a moment for the next window; a script that opens no more can end. */
function leaveBrowser(): void {
  windows -= 1
  setTimeout(() => {
    if (windows > 0) return
    void browser?.then((idle) => idle.close())
    browser = null
  }, 1000)
}

/**
 * With `PANELBOOK_E2E_SLOW=6` the page computes six times as slowly: what a test does not wait for is then not there yet,
 * and it fails here instead of on somebody's busy machine.
 */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env['PANELBOOK_E2E_SLOW'] ?? '1')
  if (rate <= 1) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}
