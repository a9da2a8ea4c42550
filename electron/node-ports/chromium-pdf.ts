import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PanelbookError } from '../../core/contract/errors.ts'
import type { PdfPrinter } from '../../core/ports.ts'
import { printDocument, withPolicyInHtml } from '../shared/print-document.ts'
import { findChromium } from './find-chromium.ts'

const longestMs = 60_000

/** PDF through an installed Chromium: headless, offline, with a profile that is thrown away. */
export function createChromiumPdfPrinter(findBrowser: () => string | null = findChromium): PdfPrinter {
  return {
    print: async (html, options) => {
      const browser = findBrowser()
      if (browser === null) throw notAvailable()
      const folder = await mkdtemp(join(tmpdir(), 'panelbook-pdf-'))
      try {
        const page = join(folder, 'document.html')
        const pdf = join(folder, 'document.pdf')
        await writeFile(page, withPolicyInHtml(printDocument(html, options)), { flag: 'wx' })
        await run(browser, chromiumArguments(folder, page, pdf), options.signal)
        return await readFile(pdf).catch((cause: unknown) => {
          throw notAvailable(cause)
        })
      } finally {
        // Chromium's helpers may still write to the profile for a moment.
        await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
      }
    },
  }
}

function chromiumArguments(folder: string, page: string, pdf: string): string[] {
  return [
    '--headless',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-extensions',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
    `--print-to-pdf=${pdf}`,
    pathToFileURL(page).href,
  ]
}

function run(browser: string, options: string[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(browser, options, { stdio: 'ignore', timeout: longestMs, killSignal: 'SIGKILL' })
    const onAbort = () => {
      child.kill('SIGKILL')
    }
    if (signal?.aborted === true) onAbort()
    signal?.addEventListener('abort', onAbort, { once: true })
    child.once('error', (cause) => {
      reject(notAvailable(cause))
    })
    child.once('close', (status) => {
      signal?.removeEventListener('abort', onAbort)
      if (signal?.aborted === true)
        reject(new PanelbookError('cancelled', 'It was cancelled; nothing was changed.'))
      else if (status === null)
        reject(new PanelbookError('too-long', 'Printing took longer than a minute and was stopped.'))
      else resolve()
    })
  })
}

function notAvailable(cause?: unknown): PanelbookError {
  return new PanelbookError(
    'not-available',
    'A PDF cannot be made on this machine: there is no browser to print with.',
    {
      remedy: 'Export the document as DOCX and print it from Word.',
      cause,
    },
  )
}
