import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tabTo } from '../support/by-keyboard.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { putQuestion } from '../support/put-question.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** What is typed wrong is told at its place, stays as it was typed, and nothing is saved of it. */
describe('what cannot be taken as it was typed', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const item = () => callIn(page, 'agenda.read', { itemId })
  const actions = async () => (await item()).actions.map(({ text }) => text)
  const actionLine = () => page.getByRole('textbox', { name: 'New action, in one line' })
  const exceptionLine = () => page.getByRole('textbox', { name: 'Vote by exception' })
  const isInHand = (field: ReturnType<typeof actionLine>) => field.and(page.locator(':focus')).waitFor()
  /** What is in the field instead of what was there before. */
  const retype = async (words: string) => {
    await press('Control+a')
    await page.keyboard.insertText(words)
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    itemId = (await beginSampleMeeting(page, '0620')).itemId
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('a title of 100,000 characters is refused at its field and stays there to be shortened', async () => {
    const dialog = page.getByRole('dialog', { name: 'Add an item' })
    await pressUntil(page, 'i', dialog)
    const title = dialog.getByRole('textbox', { name: 'Title' })
    await isInHand(title)
    await page.keyboard.insertText('x'.repeat(100_000))
    await press('Control+Enter')
    await dialog.getByRole('alert').getByText('Must not be longer than 300 characters.').waitFor()
    expect(await title.inputValue()).toHaveLength(100_000)
    await isInHand(title)
    await retype('שלום, مرحبا! 🗳️')
    await press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: 'שלום, مرحبا! 🗳️' }).waitFor()
  })

  it('words from right to left leave what stands beside them where it is', async () => {
    const row = page.getByRole('treeitem', { name: /שלום/ })
    const left = (selector: string) =>
      row.locator(selector).evaluate((each) => each.getBoundingClientRect().left)
    expect(await left('.label')).toBeLessThan(await left('.title'))
    expect(await left('.title')).toBeLessThan(await left('.time'))
    expect(await row.locator('.title').evaluate((each) => getComputedStyle(each).unicodeBidi)).toBe(
      'plaintext',
    )
    await press('Control+z')
    await row.waitFor({ state: 'detached' })
    await page.evaluate(
      (to) => (location.hash = to),
      `${page.url().split('#')[1]?.split('/').slice(0, 3).join('/') ?? ''}/${itemId}`,
    )
    await page.getByRole('heading', { level: 2, name: /0620/ }).waitFor()
  })

  it.each([
    ['AB, ZZ to write', 'Nobody in the book has the initials ZZ; a name stands in quotation marks: "ZZ".'],
    [
      'AB to write by 1 Dec 2016',
      'Thu 1 Dec 2016 is before the day on which it is raised, 15 December 2016.',
    ],
    ['AB to write by 31 Feb', 'There is no day 31 February.'],
    ['AB to write #0999', 'There is no proposal 0999 in the register.'],
  ])('the action “%s” says so while it is typed, and Enter does not save it', async (line, words) => {
    const before = await actions()
    await pressUntil(page, '!', page.locator('[data-takes-focus="action"]:focus'))
    await retype(line)
    await page.locator('.meant .fault').getByText(words).waitFor()
    await press('Enter')
    await page.locator('.meant .fault').getByText(words).waitFor()
    await isInHand(actionLine())
    expect(await actionLine().inputValue()).toBe(line)
    expect(await actions()).toEqual(before)
    await press('Escape', 'Escape')
  })

  it('an action of 100,000 characters is refused, not cut', async () => {
    await pressUntil(page, '!', page.locator('[data-takes-focus="action"]:focus'))
    await retype('x'.repeat(100_000))
    await press('Enter')
    await page.locator('.meant .fault').getByText('Must not be longer than 1000 characters.').waitFor()
    expect(await actionLine().inputValue()).toHaveLength(100_000)
    await retype('AB to mend it')
    await page.locator('.meant').getByText('Mend it').waitFor()
    await press('Enter')
    await page.locator('[data-action]').filter({ hasText: 'Mend it' }).waitFor()
    await press('Escape')
  })

  it('initials that nobody has are told at the exception line, and Enter records nothing', async () => {
    await putQuestion(page, 'self')
    await pressUntil(page, '/', exceptionLine().and(page.locator(':focus')))
    await page.keyboard.type('all f / zz a')
    await page.locator('.foreseen .fault').getByText('Nobody at this meeting has the initials zz.').waitFor()
    await press('Enter')
    await page.locator('.foreseen .fault').getByText('Nobody at this meeting has the initials zz.').waitFor()
    await isInHand(exceptionLine())
    expect(await exceptionLine().inputValue()).toBe('all f / zz a')
    expect((await item()).questions.at(-1)?.round.stillToCome).toHaveLength(12)
    await press('Escape')
  })

  it('a number that another meeting has is told at its field', async () => {
    await page.evaluate(() => (location.hash = '#/meetings'))
    const dialog = page.getByRole('dialog', { name: 'Create a meeting' })
    await page.getByRole('heading', { name: 'Meetings' }).waitFor()
    await pressUntil(page, 'c', dialog)
    await page.keyboard.type('02022017')
    const number = dialog.getByRole('textbox', { name: 'Number' })
    await tabTo(page, number)
    await page.keyboard.type('199')
    await press('Control+Enter')
    await dialog.getByRole('alert').getByText(/199/).waitFor()
    await isInHand(number)
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(window.faults).toEqual([])
  })
})
