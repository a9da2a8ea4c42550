import type { Page } from 'playwright-core'
import { callIn } from './call-in.ts'

/** The note on the screen. */
export function noteOn(page: Page) {
  return page.getByRole('textbox', { name: 'Note' })
}

/** The note of an item as the book has it. */
export async function savedNote(page: Page, itemId: string): Promise<string> {
  return (await callIn(page, 'agenda.read', { itemId })).note.text
}

/**
 * Waits where the minute is almost over: a new one ends a piece of typing, and what is done in the next few seconds is to
 * be one.
 * @param seconds how long that takes at the most
 */
export async function withinOneMinute(page: Page, seconds: number): Promise<void> {
  const left = 60 - new Date().getSeconds()
  if (left <= seconds) await page.waitForTimeout((left + 1) * 1000)
}

/** Pastes into the note what another program would have put on the clipboard. */
export async function pasteInto(page: Page, data: { text: string; html?: string }): Promise<void> {
  await noteOn(page).evaluate((element, { text, html }) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    if (html !== undefined) clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}
