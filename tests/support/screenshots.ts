import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openWindow } from './open-window.ts'
import { makeSampleBook } from './sample-books.ts'
import { screens, type SampleKind } from './screens.ts'

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
const scratch = mkdtempSync(join(tmpdir(), 'panelbook-shots-'))
const out = resolve(values.out)
mkdirSync(out, { recursive: true })
try {
  const books = new Map<SampleKind, string | undefined>()
  let count = 0
  for (const { name, book, show } of screens.filter(
    (screen) => (values.only ?? screen.name) === screen.name,
  )) {
    if (!books.has(book)) books.set(book, await makeSampleBook(scratch, book))
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const viewport of sizes) {
        const made = books.get(book)
        // Some screens are reached by changing the book: each picture has a copy of its own.
        count += 1
        const copy = made === undefined ? undefined : join(scratch, `${String(count)}.panelbook`)
        if (made !== undefined && copy !== undefined) copyFileSync(made, copy)
        const window = await openWindow({
          colorScheme,
          viewport,
          ...(copy === undefined ? { isEmpty: true } : { book: copy }),
          ...(values.page === undefined ? {} : { pageFolder: resolve(values.page) }),
        })
        const file = join(out, `${name}-${colorScheme}-${String(viewport.width)}.png`)
        await show(window.page).catch((error: unknown) => console.error(name, String(error).split('\n')[0]))
        await window.page.waitForTimeout(300)
        await window.page.screenshot({ path: file })
        console.log(file, ...window.faults)
        await window.close()
      }
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
