import type { Locator, Page } from 'playwright-core'

interface Watched {
  /** Whether the key that was pressed last did something; undefined in a page that is new. */
  keyWasTaken?: boolean
}

/**
 * Presses a key until Panelbook takes it, and waits for what it brings. A person waits until they see what they act on; a
 * test is quicker than the commands of a screen that has just been drawn. A key that was taken is never pressed again:
 * it would be a letter in the dialog that is on its way, or switch back what it has switched.
 */
export async function pressUntil(page: Page, key: string, locator: Locator): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    await watchKeys(page)
    await page.keyboard.press(key)
    // Where the key has brought another page, that has not seen it.
    const wasTaken = await page.evaluate(() => (window as Watched).keyWasTaken ?? true)
    try {
      await locator.waitFor(wasTaken ? {} : { timeout: 200 })
      return
    } catch (error) {
      if (wasTaken || tries === 49) throw error
    }
  }
}

/** Panelbook keeps a key that it takes from the browser. */
function watchKeys(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watched = window as Watched
    const isNew = watched.keyWasTaken === undefined
    watched.keyWasTaken = false
    if (isNew)
      window.addEventListener('keydown', ({ defaultPrevented }) => (watched.keyWasTaken = defaultPrevented))
  })
}
