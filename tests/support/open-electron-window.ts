import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { electronPackageFolder, installedBinary } from '../../electron/start/find-electron.ts'
import {
  collectFaults,
  patience,
  reportViolations,
  usualViewport,
  type TestWindow,
  type WindowOptions,
} from './test-window.ts'

const root = join(import.meta.dirname, '../..')

/** Panelbook as it is delivered: real Electron with the built main, preload and page. It needs the binary. */
export async function openElectronWindow(options: WindowOptions = {}): Promise<TestWindow> {
  if (installedBinary(electronPackageFolder) === null) throw new Error('Electron’s binary is not installed.')
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'panelbook-electron-'))
  const faults: string[] = []
  const book = options.book === undefined ? ['--sample'] : [`--book=${options.book}`]
  // Without a path playwright takes that binary itself, and holds the application back until it is attached.
  const application = await _electron.launch({
    args: [root, `--data=${data}`, ...(options.isEmpty === true ? [] : book)],
    cwd: root,
    env: ownEnvironment(),
    // Chromium refuses to start its sandbox as root.
    chromiumSandbox: process.getuid?.() !== 0,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-GB',
  })
  const page = await application.firstWindow()
  const context = application.context()
  context.setDefaultTimeout(patience)
  collectFaults(page, faults)
  await context.addInitScript(reportViolations)
  // The first page may have begun before the line above.
  await page.waitForLoadState('domcontentloaded')
  await page.evaluate(reportViolations)
  await page.emulateMedia({ colorScheme: options.colorScheme ?? 'light', reducedMotion: 'reduce' })
  const { width, height } = options.viewport ?? usualViewport
  const window = await application.browserWindow(page)
  await window.evaluate(
    (shown, size: [number, number]) => {
      ;(shown as { setContentSize(width: number, height: number): void }).setContentSize(...size)
    },
    [width, height] as [number, number],
  )
  return {
    context,
    page,
    data,
    faults,
    delivered: (work) => savedByDialog(application, data, work),
    close: async () => {
      await application.close()
      if (options.data === undefined) rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Answers the next save dialog with a path of its own and waits until the file is there. */
async function savedByDialog(
  application: ElectronApplication,
  data: string,
  work: () => Promise<void>,
): Promise<string> {
  const path = join(mkdtempSync(join(data, 'delivered-')), 'file')
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
  await work()
  // It is renamed to its name when it is whole.
  for (const end = Date.now() + patience; !existsSync(path);) {
    if (Date.now() > end) throw new Error('Nothing was handed over.')
    await new Promise((done) => setTimeout(done, 50))
  }
  return path
}

/** Without what would make Electron something else: the test runner sets options for Node's children. */
function ownEnvironment(): Record<string, string> {
  const dropped = ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE', 'VITEST']
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !dropped.includes(entry[0]),
    ),
  )
}
