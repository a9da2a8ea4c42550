import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openWindow } from '../support/open-window.ts'
import { keepPicture } from '../support/picture-on-failure.ts'
import { makeSampleBook } from '../support/sample-books.ts'
import { screens, type SampleKind } from '../support/screens.ts'

const scratch = mkdtempSync(join(tmpdir(), 'panelbook-screens-'))
const books = new Map<SampleKind, string | undefined>()
beforeAll(async () => {
  for (const kind of new Set(screens.map(({ book }) => book)))
    books.set(kind, await makeSampleBook(scratch, kind))
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A copy of its own for each look: some screens are reached by changing the book. */
function bookFor(kind: SampleKind, name: string): string | undefined {
  const made = books.get(kind)
  if (made === undefined) return undefined
  const copy = join(scratch, `${name}.panelbook`)
  copyFileSync(made, copy)
  return copy
}

describe('every screen', () => {
  // A few at a time: while one waits for its host, another draws.
  it.concurrent.for(screens)(
    '$name has nothing that axe finds, light or dark',
    async (screen, { expect }) => {
      const { name, book, show } = screen
      const path = bookFor(book, name)
      const window = await openWindow(path === undefined ? { isEmpty: true } : { book: path })
      try {
        await show(window.page)
        expect(await violationsOf(window.page), 'light').toEqual([])
        await window.page.emulateMedia({ colorScheme: 'dark' })
        await expect
          .poll(() => window.page.evaluate(() => document.documentElement.dataset['theme']))
          .toBe('dark')
        // In the dark nothing but the colours is another.
        expect(await violationsOf(window.page, ['color-contrast']), 'dark').toEqual([])
        expect(window.faults).toEqual([])
        // Nothing is cut off at the smallest size: the page itself never scrolls.
        expect(
          await window.page.evaluate(() => [
            document.documentElement.scrollWidth - innerWidth,
            document.documentElement.scrollHeight - innerHeight,
          ]),
        ).toEqual([0, 0])
      } catch (error) {
        await keepPicture(window.page, name)
        throw error
      } finally {
        await window.close()
      }
    },
  )
})

/** @param rules only these; all of the levels that are asked for where left out */
async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  // In the page itself, which has no frames, and without working out what is in order: the same is found in a quarter of
  // the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations } = await (
    rules === undefined
      ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      : axe.withRules(rules)
  ).analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}
