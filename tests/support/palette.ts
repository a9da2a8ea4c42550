import type { Page } from 'playwright-core'
import { pressUntil } from './press-until.ts'

/** Finds a command, a meeting or anything else of the book in the palette, and takes it. */
export async function takeFromPalette(page: Page, words: string, choice: RegExp): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Find anything' })
  await pressUntil(page, 'Control+k', palette)
  await page.keyboard.type(words)
  await page.getByRole('option', { name: choice }).first().waitFor()
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'detached' })
}
