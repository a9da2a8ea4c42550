import type { Page } from 'playwright-core'
import { pressUntil } from './press-until.ts'

/** Puts a question by keys, found by some of its words, and waits until the first cell of its vote has the focus. */
export async function putQuestion(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await pressUntil(page, 'q', dialog)
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('[role="gridcell"]:focus').waitFor()
}
