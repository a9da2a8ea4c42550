import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFailed } from 'vitest'

const folder = join(import.meta.dirname, '../../build/e2e')

/** Keeps a picture of the page in `build/e2e` when the test that is running fails. */
export function pictureOnFailure(page: () => Page): void {
  const name = (expect.getState().currentTestName ?? 'test').replace(/[^a-z0-9]+/gi, '-')
  onTestFailed(async () => {
    mkdirSync(folder, { recursive: true })
    await page().screenshot({ path: join(folder, `${name}.png`) })
  })
}
