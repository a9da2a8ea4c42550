import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFailed } from 'vitest'

const folder = join(import.meta.dirname, '../../build/e2e')

/** Keeps a picture of the page as it is, in `build/e2e` under a name. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name.replace(/[^a-z0-9]+/gi, '-')}.png`) })
}

/** The same, under its name, when the test that is running fails; its window must outlive it. */
export function pictureOnFailure(page: () => Page): void {
  onTestFailed(() => keepPicture(page(), expect.getState().currentTestName ?? 'test'))
}
