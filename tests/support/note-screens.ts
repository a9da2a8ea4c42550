import type { Page } from 'playwright-core'
import { noteOn } from './note-page.ts'
import { pressUntil } from './press-until.ts'
import { callIn } from './call-in.ts'
import { beginSampleMeeting } from './sample-meeting.ts'

const written = [
  'The Panel considered whether 0620 **satisfies the Self-Governance Criteria**. EF asked whether interruptible sites are covered; KL thought that the [report](https://example.com/0620) says so:',
  '- entry points with *daily* data only\n- not those with storage',
  'CH summed up: AB and CD to bring legal text [when], and the question to be put again.',
].join('\n\n')

/** A note with all that it can have, at its end the caret. */
export async function writeNote(page: Page): Promise<void> {
  const { itemId } = await beginSampleMeeting(page, '0620')
  await callIn(page, 'note.write', { itemId, text: written })
  await noteOn(page).filter({ hasText: 'CH summed up' }).waitFor()
  await pressUntil(page, 'w', page.locator('[data-takes-focus=note]:focus'))
  await page.waitForTimeout(200)
}

/** The people whose initials or names begin with what is typed. */
export async function findInitials(page: Page): Promise<void> {
  await writeNote(page)
  await page.keyboard.type(' Then @s')
  await page.getByRole('listbox', { name: 'People at this meeting' }).waitFor()
  await page.keyboard.press('ArrowDown')
}

export async function findSnippets(page: Page): Promise<void> {
  await writeNote(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type(';')
  await page.getByRole('listbox', { name: 'Snippets' }).waitFor()
}

export async function makeALink(page: Page): Promise<void> {
  await writeNote(page)
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Shift+k')
  await page.getByRole('dialog', { name: 'Link' }).waitFor()
}
