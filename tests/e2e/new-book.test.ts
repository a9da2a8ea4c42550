import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countPointer, focusedName, pointerEvents } from '../support/by-keyboard.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'

/** A window on an empty folder, of which the keys are counted; the letters of a name count as one. */
function freshStart() {
  let window: TestWindow
  let page: Page
  let keys = 0
  beforeAll(async () => {
    window = await openWindow({ isEmpty: true })
    page = window.page
    await page.getByRole('button', { name: /Open the sample book/ }).waitFor()
    await countPointer(page)
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())
  return {
    window: () => window,
    page: () => page,
    keys: () => keys,
    press: async (key: string) => {
      keys += 1
      await page.keyboard.press(key)
    },
    type: async (words: string) => {
      keys += 1
      await page.keyboard.type(words)
    },
    /** Where Enter will do what comes next. */
    waitsAt: (name: RegExp) => expect.poll(() => focusedName(page)).toMatch(name),
  }
}

const agenda = (page: Page) => page.getByRole('navigation', { name: 'Agenda' })

describe('from nothing to the first agenda of an own book', () => {
  const { window, page, keys, press, type, waitsAt } = freshStart()

  it('a book is refused without a name, at the field, and started with one', async () => {
    await waitsAt(/^Open the sample book/)
    await press('Tab')
    await waitsAt(/^Start a new book/)
    await press('Enter')
    await waitsAt(/^Name of the book/)
    // A slip, which is not on the way.
    await page().keyboard.press('Enter')
    await page().getByText('Must not be empty.').waitFor()
    await type('Gas panel')
    await press('Enter')
    await page().getByRole('heading', { name: 'Bodies' }).waitFor()
  })

  it('the one button adds a body, from a profile with its seats and rules', async () => {
    await waitsAt(/^Add a body/)
    await press('Enter')
    await waitsAt(/^UNC Modification Panel/)
    await press('Enter')
    await page().getByRole('heading', { name: 'UNC Modification Panel' }).waitFor()
    const { bodies } = await callIn(page(), 'body.list', {})
    expect(bodies).toMatchObject([{ name: 'UNC Modification Panel', seats: 13, votes: 13 }])
  })

  it('the next button creates the first meeting, on a day that stands there already', async () => {
    await waitsAt(/^Create the first meeting/)
    await press('Enter')
    await waitsAt(/^Date/)
    await page()
      .getByText(/four weeks from today, for the first meeting/)
      .waitFor()
    await press('Enter')
    await page()
      .getByRole('heading', { name: /Meeting 1 · UNC Modification Panel/ })
      .waitFor()
    await agenda(page()).getByText('Date of next meeting').waitFor()
    const { meetings } = await callIn(page(), 'meeting.list', {})
    expect(meetings).toHaveLength(1)
    expect(Date.parse(meetings[0]?.startsOn ?? '')).toBeGreaterThan(Date.now())
  })

  it('takes seven keys and a name, and no pointer', async () => {
    expect(keys()).toBe(8)
    expect(await pointerEvents(page())).toBe(0)
    expect(window().faults).toEqual([])
  })
})

describe('from nothing to an agenda of the sample book', () => {
  const { window, page, keys, press, waitsAt } = freshStart()

  it('takes three keys', async () => {
    await waitsAt(/^Open the sample book/)
    await press('Enter')
    await page().getByRole('heading', { name: 'Planned' }).waitFor()
    await press('ArrowDown')
    await waitsAt(/Meeting \d+/)
    await press('Enter')
    await agenda(page()).getByRole('treeitem').first().waitFor()
    expect(keys()).toBe(3)
    expect(await pointerEvents(page())).toBe(0)
    expect(window().faults).toEqual([])
  })
})
