import type { Page } from 'playwright-core'
import { callIn } from './call-in.ts'
import { pressUntil } from './press-until.ts'
import { beginSampleMeeting } from './sample-meeting.ts'

/** A question has been put on 0620 in a rehearsal of the sample's meeting; nobody has voted yet. */
export async function rehearse(
  page: Page,
): Promise<{ meetingId: string; itemId: string; questionId: string }> {
  const { meetingId, itemId } = await beginSampleMeeting(page, '0620')
  await pressUntil(page, 'Control+Shift+R', page.getByRole('region', { name: 'Rehearsal' }))
  const { questionId } = await callIn(page, 'question.put', { itemId, kind: 'self-governance' })
  await page.getByRole('button', { name: 'Invent the votes' }).waitFor()
  return { meetingId, itemId, questionId }
}

/** What the room sees of it. */
export async function wallInRehearsal(page: Page): Promise<void> {
  await rehearse(page)
  await page.goto(new URL('/index.html?view=room', page.url()).href)
  await page.getByText('Rehearsal – nothing here is kept').waitFor()
  await page.getByRole('heading', { level: 2 }).waitFor()
}

/** In the place of the shared drive. */
export async function shareInRehearsal(page: Page): Promise<void> {
  await rehearse(page)
  await page.evaluate(() => (window.location.hash = '#/share'))
  await page.getByRole('heading', { name: 'A rehearsal is not shared' }).waitFor()
}
