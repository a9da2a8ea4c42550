import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countPointer, focusedName, pointerEvents, tabTo, walkTo } from '../support/by-keyboard.ts'
import { callIn } from '../support/call-in.ts'
import { minutesInMarkdown } from '../support/minutes.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { putQuestion } from '../support/put-question.ts'
import { makeSampleBook } from '../support/sample-books.ts'

/** The February meeting from its creation to its minutes. The page counts what a pointer does: nothing. */
describe('a whole meeting by keyboard alone', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'panelbook-whole-'))
  let window: TestWindow
  let page: Page

  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = (words: string) => page.keyboard.type(words)
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
  const row = (title: RegExp) => page.getByRole('treeitem', { name: title })
  const title = () => page.getByRole('region', { name: 'Item' }).getByRole('heading', { level: 2 })
  const determination = (words: string) => page.locator('blockquote').filter({ hasText: words }).waitFor()
  const people = (count: number) => page.getByText(`${String(count)} people`, { exact: true }).waitFor()

  /** Steps through the agenda until the item is before the meeting. */
  const stepTo = async (wanted: RegExp) => {
    for (let step = 0; step < 30; step += 1) {
      const here = (await title().textContent()) ?? ''
      if (wanted.test(here)) break
      await press('Alt+ArrowDown')
      await expect.poll(() => title().textContent()).not.toBe(here)
    }
    await page.locator('[role=treeitem][aria-current=step]').filter({ hasText: wanted }).waitFor()
  }
  const writeNote = async (text: string) => {
    const note = page.locator('[data-takes-focus="note"]:focus')
    if ((await note.count()) === 0) await pressUntil(page, 'w', note)
    await press('Control+a')
    await type(text)
    await page.getByRole('region', { name: 'Note' }).getByText(text).first().waitFor()
    await press('Escape')
    await noteSaved(text)
  }
  /** The book has the words, and with them the minutes. */
  const noteSaved = (text: string) =>
    expect.poll(async () => JSON.stringify(await callIn(page, 'search.find', { text }))).toContain(text)
  const addAction = async (line: string, shown: string) => {
    await pressUntil(page, '!', page.locator('[data-takes-focus="action"]:focus'))
    await type(line)
    await page.locator('.meant').getByText(shown).waitFor()
    await press('Enter')
    await page.locator('[data-action]').filter({ hasText: shown }).waitFor()
  }
  /** Goes to somebody in the room and presses what is said of them. */
  const inRoom = async (initials: string, key: string, becomes: RegExp) => {
    await pressUntil(page, 'm', page.locator('[data-attendee]:focus'))
    await press(...Array<string>(24).fill('ArrowUp'))
    await walkTo(page, 'ArrowDown', new RegExp(`^${initials}\\b`))
    await press(key)
    await expect.poll(() => focusedName(page)).toMatch(becomes)
  }

  beforeAll(async () => {
    const book = await makeSampleBook(scratch, 'held')
    window = await openWindow(book === undefined ? {} : { book })
    page = window.page
    await countPointer(page)
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(async () => {
    await window.close()
    rmSync(scratch, { recursive: true, force: true })
  })

  it('is created from the template, and the register fills it', async () => {
    await page.getByRole('heading', { name: 'Meetings' }).waitFor()
    await pressUntil(page, 'c', dialog('Create a meeting'))
    // The same day in whatever order the field asks for it.
    await type('02022017')
    await tabTo(page, page.getByRole('checkbox', { name: /Fill it from the register/ }))
    await press('Space', 'Control+Enter')
    await page.getByRole('heading', { name: 'Meeting 201 · UNC Modification Panel' }).waitFor()
    const suggestions = dialog('Suggestions from the register')
    await pressUntil(page, 's', suggestions)
    await suggestions.getByRole('button', { name: /^Add all 5/ }).waitFor()
    await press('Control+Enter')
    await suggestions.waitFor({ state: 'detached' })
    await row(/0618/).waitFor()
  })

  it('has its actions reviewed before the last of its minutes', async () => {
    await pressUntil(page, 'g', page.locator('[role=treeitem]:focus'))
    await press('Home')
    await walkTo(page, 'ArrowDown', /Review of actions/)
    await press('Alt+Shift+ArrowUp')
    await expect
      .poll(() => page.locator('[role=treeitem][aria-level="2"]').allTextContents())
      .toEqual([
        expect.stringContaining('Minutes of meeting 197'),
        expect.stringContaining('Minutes of meeting 198'),
        expect.stringContaining('Review of actions'),
        expect.stringContaining('Minutes of meeting 199'),
        expect.stringContaining('0618'),
      ])
  })

  it('notes the apologies, lets people in as they come, and opens', async () => {
    await inRoom('YZ', 'a', /^YZ, .*Apologies/)
    const arriving = ['AB', 'CD', 'EF', 'GH', 'IJ', 'MN', 'OP', 'QR', 'ST', 'UV', 'WX', 'CH', 'SE']
    for (const initials of arriving) await inRoom(initials, 'Enter', new RegExp(`^${initials}, .*Present`))
    await people(13)
    await takeFromPalette(page, 'open the meeting', /Open the meeting/)
    await page.getByText(/started \d\d:\d\d/).waitFor()
  })

  it('keeps a note and an outcome', async () => {
    await pressUntil(page, 'g', page.locator('[role=treeitem]:focus'))
    await press('Home', 'Enter')
    await stepTo(/Minutes of meeting 197/)
    await writeNote('IJ confirmed that the tables were as shown in October.')
    await press('o')
    await page.getByRole('menuitem', { name: 'Done' }).waitFor()
    await press('Enter')
    await page.getByRole('button', { name: 'Outcome: Done' }).waitFor()
  })

  it('takes a vote by exception when the late arrival is in', async () => {
    await stepTo(/0618/)
    await inRoom('KL', 'Enter', /^KL, .*Present/)
    await people(14)
    await press('Escape')
    await putQuestion(page, 'legal')
    await pressUntil(
      page,
      '/',
      page.getByRole('textbox', { name: 'Vote by exception' }).and(page.locator(':focus')),
    )
    await type('all f / ab n / cd, kl a')
    await page.locator('.would-be').getByText('Legal text requested').waitFor()
    await press('Enter')
    await page
      .getByText(/9 for \+ 2 against \+ 0 abstained \+ 1 no vote recorded/)
      .first()
      .waitFor()
    await pressUntil(page, 'd', page.getByRole('textbox', { name: 'Determination' }))
    await press('Control+Enter')
    await determination('Legal text requested, by majority (9 for, 2 against, 1 no vote recorded)')
  })

  it('takes the next by roll call without the one who has left, and writes its determination', async () => {
    await inRoom('EF', 'Enter', /^EF, .*Left/)
    await people(13)
    await press('Escape')
    await putQuestion(page, 'reporting')
    await press(...'fffaffffnff')
    await page.getByRole('button', { name: /Write the determination/ }).waitFor()
    await press('d')
    await page.getByRole('textbox', { name: 'Determination' }).waitFor()
    await expect.poll(() => focusedName(page)).toMatch(/date/i)
    await type('04042017')
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Determination' }).inputValue())
      .toContain('4 April 2017')
    await press('Control+Enter')
    await determination('Reporting date extended to 4 April 2017')
  })

  it('keeps an action in one line, which is corrected in its place', async () => {
    await addAction('MN, OP to list the sites by next panel', 'List the sites')
    await walkTo(page, 'Shift+Tab', /^Change/)
    await press('Enter')
    await expect.poll(() => focusedName(page)).toMatch(/^Action PAN \d\d\/\d\d, in one line/)
    await type('MN, QR to list the sites with storage by next panel #0618')
    await page.locator('.meant').getByText('List the sites with storage').waitFor()
    await press('Enter')
    await page
      .locator('[data-action]')
      .filter({ hasText: 'List the sites with storage' })
      .getByText('MN, QR')
      .waitFor()
    await page.getByRole('textbox', { name: /^Action PAN/ }).waitFor({ state: 'detached' })
  })

  it('takes up a late item, with how it was accepted', async () => {
    const adding = dialog('Add a late item')
    await takeFromPalette(page, 'late item', /Add a late item/)
    await adding.waitFor()
    await type('Storage at short notice')
    await tabTo(page, adding.getByLabel('How it was accepted'))
    await type('Accepted at short notice by all members present.')
    await press('Control+Enter')
    await adding.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: /Storage at short notice/ }).waitFor()
    await press('Alt+Enter')
    await page
      .locator('[role=treeitem][aria-current=step]')
      .filter({ hasText: 'Storage at short notice' })
      .waitFor()
    await writeNote('YZ asked whether the release keeps its date.')
    await addAction('KL to circulate the dates', 'Circulate the dates')
    await press('Escape')
  })

  it('is adjourned and resumed', async () => {
    await takeFromPalette(page, 'adjourn', /Adjourn the meeting/)
    await dialog('Adjourn meeting 201').waitFor()
    await type('Fire alarm')
    await press('Enter')
    await page.getByText(/adjourned at \d\d:\d\d: Fire alarm/).waitFor()
    await takeFromPalette(page, 'resume', /Resume the meeting/)
    await page.getByText(/resumed \d\d:\d\d/).waitFor()
  })

  it('gives several items their outcome at once', async () => {
    await pressUntil(page, 'g', page.locator('[role=treeitem]:focus'))
    await press('Home', 'Shift+ArrowDown', 'Shift+ArrowDown')
    await page.getByText('3 selected').waitFor()
    await press('o')
    await page.getByRole('menuitem', { name: 'Done' }).and(page.locator(':focus')).waitFor()
    await press('n')
    await expect.poll(() => focusedName(page)).toBe('Noted')
    await press('Enter')
    await expect.poll(() => page.getByRole('treeitem', { name: /Noted/ }).count()).toBe(3)
  })

  it('leads from what the check finds to its place, where it is mended', async () => {
    const closing = dialog('Close meeting 201')
    const close = async () => {
      await takeFromPalette(page, 'close the meeting', /Close the meeting/)
      await closing
        .getByRole('button', { name: /has no outcome/ })
        .first()
        .waitFor()
    }
    await close()
    await walkTo(page, 'Shift+Tab', /^201\S* (\(b\) )?Action PAN \d\d\/\d\d has no due date/)
    await press('Enter')
    await closing.waitFor({ state: 'detached' })
    // Where actions are written, at the item that it is about.
    await page.locator('[data-takes-focus="action"]:focus').waitFor()
    await page.getByRole('heading', { name: /Storage at short notice/ }).waitFor()
    await walkTo(page, 'Shift+Tab', /^Change/)
    await press('Enter')
    await expect.poll(() => focusedName(page)).toMatch(/in one line/)
    await press('End')
    await type(' by 16 Feb 2017')
    await page.locator('.meant').getByText('Thu 16 Feb 2017').waitFor()
    await press('Enter')
    await page.locator('[data-action]').filter({ hasText: 'Thu 16 Feb 2017' }).waitFor()

    await close()
    expect(await closing.getByText('has no due date').count()).toBe(0)
    await walkTo(page, 'Shift+Tab', /^201\S* (\(b\) )?The note names YZ/)
    await press('Enter')
    await page.locator('[data-takes-focus="note"]:focus').waitFor()
    await writeNote('UV asked whether the release keeps its date.')

    await close()
    expect(await closing.getByText('The note names').count()).toBe(0)
  })

  it('closes with a reason for what is left', async () => {
    await expect.poll(() => focusedName(page)).toMatch(/^Why they are left/)
    await type('Taken as read.')
    await press('Control+Enter')
    await page.getByText('Meeting 201 is closed.').waitFor()
    const left = page.getByRole('button', { name: /left at closing/ })
    await tabTo(page, left)
    await press('Enter')
    await dialog('Left at closing').getByText('Taken as read.').first().waitFor()
    await press('Escape')
    await dialog('Left at closing').waitFor({ state: 'detached' })
  })

  it('has all of it in its minutes, on a sound history, and no pointer was used', async () => {
    const minutes = await minutesInMarkdown(window)
    for (const words of [
      'IJ confirmed that the tables were as shown in October.',
      'Legal text requested, by majority (9 for, 2 against, 1 no vote recorded)',
      'Reporting date extended to 4 April 2017',
      'List the sites with storage',
      'Accepted at short notice by all members present.',
      'UV asked whether the release keeps its date.',
      '9 for + 1 against + 0 abstained + 1 no vote recorded + 0 recused + 2 not present',
      'Apologies from Consumer representative 2 (YZ)',
    ])
      expect(minutes).toContain(words)
    expect(minutes).not.toContain('YZ asked')
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(window.faults).toEqual([])
    expect(await pointerEvents(page)).toBe(0)
  })
})
