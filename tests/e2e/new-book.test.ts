import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'

/** From nothing to the first agenda: a book, a body from its profile, a member, a meeting. By keyboard. */
describe('a new book', () => {
  let window: TestWindow
  let page: Page
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  beforeAll(async () => {
    window = await openWindow({ isEmpty: true })
    page = window.page
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('is refused without a name, at the field, and started with one', async () => {
    await page.getByRole('button', { name: /Start a new book/ }).focus()
    await press('Enter')
    await page.getByRole('dialog', { name: 'Start a new book' }).waitFor()
    await press('Enter')
    await page.getByText('Must not be empty.').waitFor()
    await page.keyboard.type('Gas panel')
    await press('Enter')
    await page.getByRole('heading', { name: 'Bodies' }).waitFor()
  })

  it('gets a body from a profile, with its seats and rules', async () => {
    await press('c')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await dialog.getByText('UNC Modification Panel').first().click()
    await press('Control+Enter')
    await page.getByRole('heading', { name: 'UNC Modification Panel' }).waitFor()
    const { bodies } = await callIn(page, 'body.list', {})
    expect(bodies).toMatchObject([{ name: 'UNC Modification Panel', seats: 13, votes: 13 }])
  })

  it('gets its first meeting from the agenda template', async () => {
    await press('m')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await dialog
      .getByLabel(/date|day/i)
      .first()
      .fill('2026-12-17')
    await press('Control+Enter')
    await page.getByRole('heading', { name: /Meeting 1 · UNC Modification Panel/ }).waitFor()
    await page.getByRole('navigation', { name: 'Agenda' }).getByText('Date of next meeting').waitFor()
    expect(window.faults).toEqual([])
  })
})
