import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { createCore } from '../../core/create-core.ts'
import { createNodePorts } from '../../electron/node-ports/node-ports.ts'
import { buildPage } from '../../electron/start/build-stale.ts'
import { openWindow } from './open-window.ts'

/**
 * Pictures of every screen, light and dark, at both sizes, for people to look at: `npm run screenshots`.
 * `--only NAME` takes one screen, `--out FOLDER` puts them elsewhere, `--page FOLDER` uses another built page.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: 'build/screenshots' },
    page: { type: 'string' },
  },
})

const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

type Show = (page: Page) => Promise<void>
const goTo =
  (hash: string, then?: Show): Show =>
  async (page) => {
    await page.evaluate((address) => (window.location.hash = address), hash)
    await page.waitForTimeout(400)
    await then?.(page)
  }
const openMeeting =
  (number: string, then?: Show): Show =>
  async (page) => {
    await goTo('#/meetings')(page)
    await page
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click()
    await page.waitForTimeout(500)
    await then?.(page)
  }

/** Name of each picture, the book that it shows, and how to get there. */
const screens: [name: string, book: 'none' | 'planned' | 'held', show: Show][] = [
  ['first-run', 'none', async () => undefined],
  ['meetings', 'planned', goTo('#/meetings')],
  ['meeting-planned', 'planned', openMeeting('199')],
  [
    'meeting-closed',
    'held',
    openMeeting('199', async (page) => {
      await page.getByRole('navigation', { name: 'Agenda' }).getByText('0621').first().click()
    }),
  ],
  ['register', 'held', goTo('#/register')],
  [
    'proposal',
    'held',
    goTo('#/register', async (page) => {
      await page.getByRole('link', { name: /0621/ }).first().click()
    }),
  ],
  ['actions', 'held', goTo('#/actions')],
  ['bodies', 'held', goTo('#/bodies')],
  ['share', 'held', goTo('#/share')],
  ['history', 'held', goTo('#/history')],
]

const scratch = mkdtempSync(join(tmpdir(), 'panelbook-shots-'))
const out = resolve(values.out)
mkdirSync(out, { recursive: true })
try {
  if (values.page === undefined) await buildPage()
  const books = {
    none: undefined,
    planned: await makeBook('planned', false),
    held: await makeBook('held', true),
  }
  for (const [name, book, show] of screens.filter(([each]) => (values.only ?? each) === each)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of sizes) {
        const window = await openWindow({
          colorScheme,
          viewport,
          ...(books[book] === undefined ? { isEmpty: true } : { book: books[book] }),
          ...(values.page === undefined ? {} : { pageFolder: resolve(values.page) }),
        })
        try {
          await window.page.waitForTimeout(500)
          await show(window.page)
          await window.page.waitForTimeout(400)
        } catch (error) {
          console.error(name, String(error).split('\n')[0])
        }
        const file = join(out, `${name}-${colorScheme}-${String(viewport.width)}.png`)
        await window.page.screenshot({ path: file })
        console.log(file, ...window.faults)
        await window.close()
      }
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function makeBook(name: string, held: boolean): Promise<string> {
  const ports = createNodePorts({
    host: 'cli',
    data: join(scratch, 'data'),
    dialogs: {
      openBook: () => Promise.resolve(null),
      saveBook: () => Promise.resolve(null),
      chooseFolder: () => Promise.resolve(null),
    },
    deliver: () => Promise.resolve({ kind: 'cancelled' }),
  })
  const core = createCore(ports)
  const path = join(scratch, `${name}.panelbook`)
  await core.createBook(path, { name: 'Sample book', sample: true, held })
  await core.close()
  ports.stop()
  return path
}
