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

/** Pastes into the note what another program would have put on the clipboard. */
export async function pasteInto(page: Page, data: { text: string; html?: string }): Promise<void> {
  await noteOn(page).evaluate((element, { text, html }) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    if (html !== undefined) clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, data)
}
