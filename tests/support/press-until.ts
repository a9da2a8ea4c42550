import type { Locator, Page } from 'playwright-core'

/**
 * Presses a key until what it brings is there. A person waits until they see what they act on; a test is quicker than
 * the commands of a screen that has just been drawn.
 */
export async function pressUntil(page: Page, key: string, locator: Locator): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await page.keyboard.press(key)
    try {
      await locator.waitFor({ timeout: 1000 })
      return
    } catch (error) {
      if (tries === 9) throw error
    }
  }
}
