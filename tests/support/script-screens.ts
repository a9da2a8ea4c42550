import type { Page } from 'playwright-core'
import { callIn } from './call-in.ts'
import { pressUntil } from './press-until.ts'
import { beginSampleMeeting } from './sample-meeting.ts'

const panel = (page: Page) => page.getByRole('region', { name: 'Chair’s script' })

/** The script of a new proposal in the open meeting, at the step at which it goes to a workgroup or not. */
export async function readScript(page: Page): Promise<void> {
  await beginSampleMeeting(page, '0620')
  await pressUntil(page, 'c', panel(page).and(page.locator(':focus')))
  for (const step of [2, 3, 4, 5]) {
    await page.keyboard.press('ArrowRight')
    await panel(page)
      .getByText(`${String(step)} of 5`)
      .waitFor()
  }
  await panel(page).getByRole('button', { name: 'To consultation', exact: true }).waitFor()
}

/** One branch of it has been taken. */
export async function takeABranch(page: Page): Promise<void> {
  await readScript(page)
  await page.keyboard.press('3')
  await panel(page).getByText('Done · “Issued to consultation').waitFor()
}

/** A branch that asks for what is not known. */
export async function askForParticulars(page: Page): Promise<void> {
  await readScript(page)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('1')
  await page.getByRole('dialog', { name: 'To workgroup' }).waitFor()
  await page.keyboard.type('0620')
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  await page.evaluate(() => (window.location.hash = '#/bodies'))
  await page.getByText('UNC Modification Panel').first().click()
  await page.getByRole('tab', { name }).click()
  await page.getByRole('tabpanel', { name }).waitFor()
}

/** The scripts of a body, one of them unfolded. */
export async function listScripts(page: Page): Promise<void> {
  await openTab(page, 'Chair’s script')
  await page.getByRole('article', { name: 'New proposals' }).getByText(/steps/).click()
}

export async function changeScript(page: Page): Promise<void> {
  await openTab(page, 'Chair’s script')
  await page.getByRole('button', { name: 'Change the script for New proposals' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('summary', { hasText: 'To workgroup' }).click()
  await dialog.getByRole('group', { name: 'Step 4' }).scrollIntoViewIfNeeded()
}

export const listSnippets = (page: Page) => openTab(page, 'Snippets')

export async function addSnippet(page: Page): Promise<void> {
  await listSnippets(page)
  await pressUntil(page, 'a', page.getByRole('dialog'))
  await page.getByRole('textbox', { name: 'Key' }).fill('thx')
  await page.getByRole('textbox', { name: 'Words' }).fill('{chair} thanked {refrence} for [reason].')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').waitFor()
}

/** An item whose kind has no script. */
export async function findNoScript(page: Page): Promise<void> {
  const { itemId } = await beginSampleMeeting(page, '0620')
  await callIn(page, 'agenda.change', { itemId, kind: 'general' })
  await page.getByRole('button', { name: 'Write one' }).waitFor()
}
