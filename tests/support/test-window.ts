import type { BrowserContext, Page } from 'playwright-core'

/** A window of Panelbook in a test, whichever host is behind it. */
export interface TestWindow {
  context: BrowserContext
  page: Page
  /** The folder with this window's books, gone when it is closed. */
  data: string
  /** Everything that went wrong in the page: errors, and what its policy blocked. */
  faults: string[]
  /** Does what makes Panelbook hand a file over; gives the path of that file. */
  delivered(work: () => Promise<void>): Promise<string>
  close(): Promise<void>
}

export interface WindowOptions {
  /** The book to open; the sample where left out; none with `isEmpty`. */
  book?: string
  isEmpty?: boolean
  /** The folder of the books; a temporary one where left out. */
  data?: string
  /** The built page; `build/renderer` where left out. Loopback only: Electron has the one that is built. */
  pageFolder?: string
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /**
   * The host's clock stays where it is, so that typing is one piece however long the machine takes: a new minute and a
   * pause of five seconds both end one. Loopback only.
   */
  timeStandsStill?: boolean
}

export const usualViewport = { width: 1366, height: 768 }
/** Milliseconds that a locator waits. */
export const patience = 10_000

/** Writes down what goes wrong in the page from now on. */
export function collectFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
}

/** In the page: says as an error what the policy has blocked. */
export function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`)
  })
}
