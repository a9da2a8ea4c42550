import type { Locator, Page } from 'playwright-core'

/**
 * What a screen reader calls an element: its label, or its words without those that are only seen. Of several it is the
 * first, and of none nothing. Runs in the page.
 */
export function spokenName(elements: Element | readonly Element[]): string {
  const [element] = [elements].flat()
  if (element === undefined) return ''
  const copy = element.cloneNode(true) as Element
  for (const seen of copy.querySelectorAll('[aria-hidden=true]')) seen.remove()
  const labelledBy = document.getElementById(element.getAttribute('aria-labelledby') ?? '')
  const label = labelledBy ?? (element as HTMLInputElement).labels?.[0]
  const name = element.getAttribute('aria-label') ?? label?.textContent ?? copy.textContent
  return name.replace(/\s+/g, ' ').trim()
}

/** What a screen reader calls the element that has the focus; empty where none has. */
export function focusedName(page: Page): Promise<string> {
  return page.locator(':focus').evaluateAll(spokenName)
}

/** Presses a key until what has the focus has the name, as a person goes through a list. */
export async function walkTo(page: Page, key: string, name: RegExp, most = 60): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step <= most; step += 1) {
    const here = await focusedName(page)
    if (name.test(here)) return
    passed.push(here)
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead to ${String(name)}, only past ${passed.join(' | ')}`)
}

/** Presses Tab until the focus is there. */
export async function tabTo(page: Page, locator: Locator, most = 60): Promise<void> {
  for (let step = 0; step <= most; step += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(locator)}.`)
}

interface Counted {
  pointerEvents?: number
}

/** Counts from now on what a mouse, a pen or a finger does in the page. */
export async function countPointer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = window as Counted
    counted.pointerEvents = 0
    for (const kind of ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel']) {
      window.addEventListener(kind, () => (counted.pointerEvents = (counted.pointerEvents ?? 0) + 1), {
        capture: true,
        passive: true,
      })
    }
    // A click by Enter or Space counts no presses of a button.
    const onClick = ({ detail }: MouseEvent) => {
      if (detail > 0) counted.pointerEvents = (counted.pointerEvents ?? 0) + 1
    }
    window.addEventListener('click', onClick, { capture: true })
  })
}

/** How often a pointer was used since then; undefined where the page is another. */
export async function pointerEvents(page: Page): Promise<number | undefined> {
  return page.evaluate(() => (window as Counted).pointerEvents)
}
