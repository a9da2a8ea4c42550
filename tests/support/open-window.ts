import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { createCore } from '../../core/create-core.ts'
import type { Core } from '../../core/core.ts'
import { startLoopback } from '../../electron/loopback/start-loopback.ts'
import { findChromium } from '../../electron/node-ports/find-chromium.ts'
import { createShutdown } from '../../electron/shared/shutdown.ts'
import { chromiumArguments } from './chromium.ts'

export interface TestWindow {
  browser: Browser
  context: BrowserContext
  page: Page
  /** The folder with this window's books, gone when it is closed. */
  data: string
  /** Everything that went wrong in the page: errors, and what its policy blocked. */
  faults: string[]
  close(): Promise<void>
}

export interface WindowOptions {
  /** The book to open; the sample where left out; none with `isEmpty`. */
  book?: string
  isEmpty?: boolean
  /** The folder of the books; a temporary one where left out. */
  data?: string
  /** The built page; `build/renderer` where left out. */
  pageFolder?: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
}

/** Panelbook in a real browser, as a person without Electron's binary has it: the loopback host and its page. */
export async function openWindow(options: WindowOptions = {}): Promise<TestWindow> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'panelbook-window-'))
  const faults: string[] = []
  const shutdown = createShutdown((name, error) => faults.push(`stopping ${name}: ${String(error)}`))
  let core: Core | undefined
  const { address, notice } = await startLoopback(
    (ports) => (core = createCore(ports)),
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
    viewport: options.viewport ?? { width: 1366, height: 768 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(10_000)
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(address)
  return {
    browser,
    context,
    page,
    data,
    faults,
    close: async () => {
      await browser.close()
      await shutdown.run()
      await core?.close()
      if (options.data === undefined) rmSync(data, { recursive: true, force: true })
    },
  }
}
