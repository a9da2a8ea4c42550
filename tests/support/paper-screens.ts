import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { callIn } from './call-in.ts'
import { pressUntil } from './press-until.ts'

/** A file as small as a PDF can be, in a folder of its own. @returns its path */
export function paperFile(name: string, words = name): string {
  const path = join(mkdtempSync(join(tmpdir(), 'panelbook-paper-')), name)
  writeFileSync(path, `%PDF-1.4\n% ${words}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`)
  return path
}

/** Answers the question of a host without dialogs for a file. */
export async function answerWithFile(page: Page, path: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Path of the file' })
  await field.fill(path)
  await page.keyboard.press('Enter')
  await field.waitFor({ state: 'detached' })
}

/** Goes to an item of a meeting by the reference of its proposal. @returns the ids of both */
export async function goToItem(
  page: Page,
  number: string,
  reference: string,
): Promise<{ meetingId: string; itemId: string }> {
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  const { meetings } = await callIn(page, 'meeting.list', {})
  const meetingId = meetings.find((meeting) => meeting.number === number)?.id ?? ''
  const { agenda } = await callIn(page, 'meeting.read', { meetingId })
  const itemId = agenda.find(({ proposal }) => proposal?.reference === reference)?.id ?? ''
  await page.evaluate((address) => (window.location.hash = address), `#/meetings/${meetingId}/${itemId}`)
  await page.getByRole('heading', { name: new RegExp(`^${reference} `) }).waitFor()
  return { meetingId, itemId }
}

/** An item with a paper in time, one without its file and one that came late. */
export async function listPapers(page: Page): Promise<void> {
  const { itemId } = await goToItem(page, '199', '0621')
  await callIn(page, 'agenda.add-paper', {
    itemId,
    reference: '199/6c',
    title: 'Legal text',
    receivedOn: '2016-12-07',
  })
  await pressUntil(page, 'Shift+I', page.getByRole('dialog'))
  await answerWithFile(page, paperFile('Letter_of_the_Proposer.pdf'))
  await page.getByRole('dialog', { name: /recorded of the paper/ }).waitFor()
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /Letter of the Proposer/ })
    .first()
    .waitFor()
}

/** What is recorded of a paper, while a day after the deadline is typed. */
export async function changePaper(page: Page): Promise<void> {
  await listPapers(page)
  await page
    .getByRole('button', { name: /Legal text/ })
    .first()
    .focus()
  await pressUntil(page, 'c', page.getByRole('dialog'))
  await page.getByLabel('Received on').fill('2016-12-13')
  await page.getByText('Late: papers were due').waitFor()
}

/** An item is put off: why, and to which meeting. */
export async function deferAnItem(page: Page): Promise<void> {
  await goToItem(page, '199', '0621')
  await pressUntil(page, 'o', page.getByRole('menuitem', { name: /Deferred/ }))
  await page.getByRole('menuitem', { name: /Deferred/ }).click()
  await page.getByLabel('Why').fill('awaiting legal text')
  await page.getByLabel('Goes to').waitFor()
}
