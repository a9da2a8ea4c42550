import type { Page } from 'playwright-core'

interface Heard {
  heard?: string[]
}

/**
 * Listens to the page as a screen reader does: each time that something changes inside a live region, its words are
 * heard once. Several changes of one region at the same moment are one.
 */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = []
    ;(window as Heard).heard = heard
    const regions =
      '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], [role="log"], output'
    const observer = new MutationObserver((changes) => {
      const touched = new Set<Element>()
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const around = element?.closest(regions)
        if (around) touched.add(around)
        for (const node of addedNodes) {
          if (node instanceof Element && node.matches('[role="alert"]')) touched.add(node)
        }
      }
      for (const region of touched) {
        const words = region.textContent.replace(/\s+/g, ' ').trim()
        if (words !== '') heard.push(words)
      }
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

/** What was heard since it was last asked. */
export async function heardBy(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as Heard).heard?.splice(0) ?? [])
}
