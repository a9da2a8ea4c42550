import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { minutesInMarkdown } from '../support/minutes.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { answerWithFile, goToItem, paperFile } from '../support/paper-screens.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'

/** The papers of an item: filed, opened, found late, accepted and found again, by keyboard. */
describe('the papers of an item', () => {
  const legalText = paperFile('Legal_text.pdf')
  const letter = paperFile('Letter.pdf')
  let window: TestWindow
  let page: Page
  let ids: { meetingId: string; itemId: string }
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const chip = (name: string | RegExp) => page.locator('.paper-open').filter({ hasText: name })
  const focusedChip = () => page.locator('.paper-open:focus')
  const papers = async () => (await callIn(page, 'agenda.read', { itemId: ids.itemId })).papers
  const names = async () => (await papers()).map(({ title }) => title)
  const particulars = () => page.getByRole('dialog', { name: 'Change what is recorded of the paper' })

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    ids = await goToItem(page, '199', '0620')
    for (const { id: paperId } of await papers()) await callIn(page, 'paper.remove', { paperId })
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('begins with a line that says how', async () => {
    await page.getByText('No paper is listed for this item.').waitFor()
    await page.getByText(/^Papers are due Mon 5 Dec 2016/).waitFor()
  })

  it('takes a file, and then what is to be known of it', async () => {
    await pressUntil(page, 'Shift+I', page.getByRole('textbox', { name: 'Path of the file' }))
    await answerWithFile(page, legalText)
    await particulars().waitFor()
    expect(await particulars().getByLabel('Title').inputValue()).toBe('Legal text')
    await particulars().getByLabel('Reference').fill('199/6a')
    // Whether it is late is said while the day is typed.
    await particulars().getByLabel('Received on').fill('2016-12-06')
    await particulars().getByText('Late: papers were due Mon 5 Dec 2016.').waitFor()
    await particulars().getByLabel('How it was accepted').waitFor()
    await particulars().getByLabel('Received on').fill('2016-12-05')
    await particulars().getByText('In time: papers are due Mon 5 Dec 2016.').waitFor()
    await particulars().getByLabel('How it was accepted').waitFor({ state: 'detached' })
    await press('Control+Enter')
    await particulars().waitFor({ state: 'detached' })
    await expect.poll(papers).toMatchObject([
      {
        reference: '199/6a',
        title: 'Legal text',
        isLate: false,
        fileName: 'Legal_text.pdf',
        hasFile: true,
      },
    ])
    await chip('Legal text').waitFor()
  })

  it('opens it with one key, and what comes is what was filed', async () => {
    const path = await window.delivered(() => press('Shift+O'))
    expect(readFileSync(path)).toEqual(readFileSync(legalText))
    const again = await window.delivered(() =>
      takeFromPalette(page, 'open 199/6a', /Open 199\/6a Legal text/),
    )
    expect(readFileSync(again)).toEqual(readFileSync(legalText))
  })

  it('lists one without its file, which can be attached to it later', async () => {
    await takeFromPalette(page, 'list a paper', /List a paper without its file/)
    const dialog = page.getByRole('dialog', { name: 'A paper for 0620' })
    await dialog.getByLabel('Title').fill('Letter of the Proposer')
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await chip('Letter of the Proposer').getByText('no file').waitFor()
    await chip('Letter of the Proposer').focus()
    await pressUntil(page, 'Enter', page.getByRole('textbox', { name: 'Path of the file' }))
    await answerWithFile(page, letter)
    await chip('Letter of the Proposer').getByText(/^PDF/).waitFor()
    // It came in today, long after the deadline.
    await expect
      .poll(papers)
      .toMatchObject([{}, { fileName: 'Letter.pdf', isLate: true, needsAcceptance: true }])
  })

  it('is put in order and taken off by keys, each with one undo', async () => {
    await chip('Letter of the Proposer').focus()
    await press('Alt+Shift+ArrowLeft')
    await expect.poll(names).toEqual(['Letter of the Proposer', 'Legal text'])
    await expect.poll(() => focusedChip().textContent()).toContain('Letter of the Proposer')
    await press('ArrowRight')
    await expect.poll(() => focusedChip().textContent()).toContain('Legal text')
    await press('Delete')
    await expect.poll(names).toEqual(['Letter of the Proposer'])
    await chip('Legal text').waitFor({ state: 'detached' })
    await expect.poll(() => focusedChip().textContent()).toContain('Letter of the Proposer')
    await press('Control+z')
    await chip('Legal text').waitFor()
    await press('Control+z')
    await expect.poll(names).toEqual(['Legal text', 'Letter of the Proposer'])
  })

  it('is accepted in the meeting with one key, and the minutes say it', async () => {
    await callIn(page, 'meeting.open', { meetingId: ids.meetingId })
    await page.getByText('Open', { exact: true }).waitFor()
    await chip('Letter of the Proposer').getByText('late', { exact: true }).waitFor()
    await pressUntil(
      page,
      'Shift+L',
      chip('Letter of the Proposer').getByText('late, accepted', { exact: true }),
    )
    expect(await minutesInMarkdown(window)).toMatch(
      /Letter of the Proposer \(late, received .*accepted by the Panel as a late paper\)/,
    )
    await press('Control+z')
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await chip('Letter of the Proposer').getByText('late, accepted', { exact: true }).waitFor()
  })

  it('says in its place that its file has vanished, and takes it again', async () => {
    const sha256 = (await papers())[0]?.sha256 ?? ''
    const kept = readdirSync(window.data, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith(sha256),
    )
    expect(kept).toHaveLength(1)
    rmSync(join(window.data, kept[0] ?? ''), { force: true })
    await chip('Legal text').click()
    const refusal = page.locator('.paper-refusal')
    await refusal.getByText('The file of the paper 199/6a is not with the book any more.').waitFor()
    await refusal.getByRole('button', { name: 'Attach it again…' }).click()
    await answerWithFile(page, legalText)
    await refusal.waitFor({ state: 'detached' })
    await page.getByText('The file of the paper is there again.').waitFor()
    const path = await window.delivered(() => chip('Legal text').click())
    expect(readFileSync(path)).toEqual(readFileSync(legalText))
    expect(window.faults).toEqual([])
  })
})
