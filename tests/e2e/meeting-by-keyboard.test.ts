import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { focusedName, spokenName } from '../support/by-keyboard.ts'
import { callIn } from '../support/call-in.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { takeFromPalette } from '../support/palette.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { readDocx } from '../support/read-docx.ts'

/** One meeting from the first start to its minutes. No pointer is used: everything below is keys. */
describe('the sample meeting by keyboard alone', () => {
  let window: TestWindow
  let page: Page
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  /** Finds a command or a meeting in the palette and takes it. */
  const palette = (words: string, choice: RegExp) => takeFromPalette(page, words, choice)
  const put = async (words: string, question: RegExp) => {
    await pressUntil(page, 'q', page.getByRole('dialog'))
    await page.keyboard.type(words)
    await press('Enter')
    await page.getByRole('article', { name: question }).waitFor()
    await expect.poll(() => focusedName(page)).toMatch(/^AB, .*: Still to come$/)
  }
  const cell = (initials: string) => page.getByRole('gridcell', { name: new RegExp(`^${initials}\\b`) })
  const names = (initials: string) => cell(initials).evaluate(spokenName)
  const status = () => page.getByRole('contentinfo').textContent()

  beforeAll(async () => {
    window = await openWindow({ isEmpty: true })
    page = window.page
  })
  afterAll(() => window.close())
  beforeEach(() => pictureOnFailure(() => page))

  it('opens the sample book and its meeting', async () => {
    await page.getByRole('button', { name: /sample/i }).waitFor()
    await press('Enter')
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
    await palette('UNC 199', /199/)
    await page.getByRole('heading', { name: 'Meeting 199 · UNC Modification Panel' }).waitFor()
  })

  it('records who is there, and that EF leaves and comes back', async () => {
    await press('Shift+E')
    await page.getByText('19 people', { exact: true }).waitFor()
    await press('m', 'ArrowDown', 'ArrowDown')
    expect(await focusedName(page)).toMatch(/^EF, .*Present/)
    await press('Enter')
    await page.getByText('18 people', { exact: true }).waitFor()
    await expect.poll(() => focusedName(page)).toMatch(/^EF, .*Left/)
    await press('Enter')
    await page.getByText('19 people', { exact: true }).waitFor()
    await palette('open the meeting', /Open the meeting/)
    await page.getByText(/started \d\d:\d\d/).waitFor()
  })

  it('takes the first item: on all at once, determination', async () => {
    for (let step = 0; step < 6; step += 1) await press('Alt+ArrowDown')
    await page.getByRole('heading', { name: /0620/ }).waitFor()
    await put('significant', /Significant Code Review/)
    await press('Shift+A')
    await page.getByText('unanimous', { exact: false }).first().waitFor()
    await press('d', 'Control+Enter')
    await page
      .locator('blockquote')
      .filter({ hasText: /Not related to the Significant Code Review/ })
      .waitFor()
  })

  it('takes the second by roll call, undoes a slip and goes on', async () => {
    await press('Alt+ArrowDown')
    await page.getByRole('heading', { name: /0621/ }).waitFor()
    await put('self', /Self-Governance/)
    await press('f', 'f', 'f', 'f')
    await press('a')
    await expect.poll(() => names('IJ')).toContain('Against')
    // KL is next. IJ had said "for": the slip is taken back and keyed again.
    await press('Control+z')
    await expect.poll(() => names('IJ')).toContain('Still to come')
    await press('ArrowLeft')
    expect(await focusedName(page)).toMatch(/^IJ/)
    await press('f')
    await press('a', 'a', 'a', 'a', 'n', 'a', 'n')
    await expect.poll(() => names('WX')).toContain('No vote recorded')
    await page.getByText('5 of 12 votes that could be exercised', { exact: false }).waitFor()
    await press('d', 'Control+Enter')
    await page
      .locator('blockquote')
      .filter({ hasText: /Does not satisfy the Self-Governance Criteria/ })
      .waitFor()
  })

  it('writes the note and an action', async () => {
    await press('w')
    await page.keyboard.type(
      'EF asked whether interruptible sites are covered.\n\nAB said that they are not.',
    )
    await press('Escape', '!')
    await page.keyboard.type('MN, OP to list the sites with storage by next panel')
    await page.getByText('List the sites with storage').waitFor()
    await press('Enter')
    await page.getByText('PAN 12/01', { exact: true }).waitFor()
    await expect.poll(status).toMatch(/saved \d\d:\d\d:\d\d/)
    await press('Escape', 'o', 'Enter')
    await page.getByRole('button', { name: 'Outcome: Done' }).waitFor()
  })

  it('takes the third with a recusal, undoes and redoes its determination', async () => {
    for (let step = 0; step < 4; step += 1) await press('Alt+ArrowDown')
    await page.getByRole('heading', { name: /0618/ }).waitFor()
    await press('m')
    for (let step = 0; step < 12; step += 1) {
      if (/^KL,/.test(await focusedName(page))) break
      await press('ArrowDown')
    }
    await press('r')
    await page.getByRole('dialog').getByLabel('What it is').waitFor()
    await press('Enter')
    await page.getByText('KL recused').first().waitFor()
    await put('reporting', /report/i)
    expect(await names('KL')).toContain('Recused')
    await press('Shift+F')
    await press('d')
    await page.keyboard.type('2017')
    await press('Escape')
    await press('d')
    await page.getByRole('textbox', { name: 'Determination' }).waitFor()
    // Without the date the sentence would hold a place in square brackets: it is refused at the field.
    await press('Control+Enter')
    await page.getByRole('alert').filter({ hasText: 'The sentence still says [date].' }).waitFor()
    expect(await page.locator('blockquote').count()).toBe(0)
    // The field has the focus, and the day and the month are the same in whatever order it asks for them.
    const date = page.getByRole('article', { name: /report/i }).locator('input[type=date]:focus')
    await date.waitFor()
    await page.keyboard.type('05052017')
    await expect.poll(() => date.inputValue()).toBe('2017-05-05')
    await press('Control+Enter')
    await page.locator('blockquote').filter({ hasText: 'Reporting date extended to 5 May 2017' }).waitFor()
    await press('Control+z')
    await expect.poll(() => page.locator('blockquote').count()).toBe(0)
    await press('Control+Shift+z')
    await page.locator('blockquote').first().waitFor()
  })

  it('closes the meeting, and the words are in the minutes', async () => {
    await palette('close the meeting', /Close the meeting/)
    const dialog = page.getByRole('dialog', { name: 'Close meeting 199' })
    await dialog
      .getByRole('button', { name: /has no outcome/ })
      .first()
      .waitFor()
    await page.keyboard.type('Taken as read.')
    await press('Control+Enter')
    await page.getByText('Meeting 199 is closed.').waitFor()

    const markdown = readFileSync(await exported('minutes markdown', /Minutes · Markdown/), 'utf8')
    const docx = readDocx(readFileSync(await exported('minutes word', /Minutes · Word/)))
    for (const words of [
      'EF asked whether interruptible sites are covered.',
      'List the sites with storage',
      'Does not satisfy the Self-Governance Criteria',
      'Not related to the Significant Code Review',
      '5 for + 5 against + 0 abstained + 2 no vote recorded',
    ]) {
      expect(markdown.replaceAll('\\', '')).toContain(words)
      expect(docx).toContain(words)
    }
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(window.faults).toEqual([])
  })

  /** The path of what was handed over, by whichever host. */
  const exported = (words: string, choice: RegExp) => window.delivered(() => palette(words, choice))
})
