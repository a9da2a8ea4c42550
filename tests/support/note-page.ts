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

/** Has the note saved now, as it is when the window is put away, and not at the next pause. */
export async function saveAtOnce(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'visibilityState')
  })
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
