import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** The history of a meeting as a secretary reads it, by keyboard alone. */
describe('the history of a meeting', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  const entries = () => page.locator('.timeline li')
  const entry = (words: string | RegExp) => entries().filter({ hasText: words })
  const focused = () => page.locator('.timeline li:focus')

  beforeAll(async () => {
    window = await openWindow({ timeStandsStill: true })
    page = window.page
    itemId = (await beginSampleMeeting(page, '0620')).itemId
    const { questionId } = await callIn(page, 'question.put', { itemId, kind: 'self-governance' })
    for (const text of ['A', 'A member', 'A member asked.'])
      await callIn(page, 'note.write', { itemId, text })
    await callIn(page, 'vote.record', { questionId, initials: 'AB', value: 'against' })
    await callIn(page, 'vote.record', { questionId, initials: 'CD', value: 'against' })
    await callIn(page, 'history.undo', {})
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('opens by a key and tells what was done, typing as one, what was undone struck through', async () => {
    await pressUntil(page, 'h', page.getByRole('heading', { name: 'History of meeting 199' }))
    await entry(/^\d\d:\d\d(–\d\d:\d\d)?Note on 0620, 3 saves/).waitFor()
    const undone = entry(/^\d\d:\d\dCD against on 0620undoneat \d\d:\d\d by entry \d+/)
    await undone.waitFor()
    expect(
      await undone.locator('.summary').evaluate((words) => getComputedStyle(words).textDecorationLine),
    ).toBe('line-through')
    await entry('Undone: CD against on 0620').waitFor()
    await page
      .getByRole('heading', { level: 3, name: /^199\.6 \(a\) 0620/ })
      .first()
      .waitFor()
    // Of this meeting, and not of the book: its making is not in it.
    expect(await entry('UNC Panel meeting 198').count()).toBe(0)
  })

  it('is gone through with the arrows, and Enter leads to where it was', async () => {
    await pressUntil(page, 'g', focused())
    expect(await focused().textContent()).toContain('Undone: CD against')
    await page.keyboard.press('ArrowDown')
    expect(await focused().textContent()).toContain('CD against on 0620')
    await page.keyboard.press('End')
    const last = await focused().textContent()
    await page.keyboard.press('ArrowDown')
    expect(await focused().textContent()).toBe(last)
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await focused().textContent()).toContain('AB against on 0620')
    await page.keyboard.press('Enter')
    await page.getByRole('grid').waitFor()
    await page.waitForURL(new RegExp(itemId))
    await pressUntil(page, 'h', page.getByRole('heading', { name: 'History of meeting 199' }))
    await pressUntil(page, 'Escape', page.getByRole('heading', { name: /^Meeting 199/ }))
  })

  it('is found by words, and by the item', async () => {
    await takeFromPalette(page, 'history of this', /History of this meeting/)
    await pressUntil(page, '/', page.getByLabel('Find').and(page.locator(':focus')))
    await page.keyboard.type('against')
    await expect.poll(() => entries().count()).toBe(3)
    await page.keyboard.type(' nobody')
    await page.getByText('Nothing in the history has all these words').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await entry('19 people arrived').waitFor()
    await page
      .getByLabel('Item', { exact: true })
      .selectOption({ label: '199.3 Record apologies for absence' })
    await entry('19 people arrived').waitFor({ state: 'detached' })
  })

  it('names what undo and redo would do, on the screen, in the status line and in the palette', async () => {
    const { undo, redo } = await callIn(page, 'history.state', {})
    expect([undo, redo]).toEqual(['AB against on 0620', 'CD against on 0620'])
    const steps = page.getByRole('group', { name: 'Undo and redo' })
    await steps.getByRole('button', { name: 'Undo: AB against on 0620' }).waitFor()
    await steps.getByRole('button', { name: 'Redo: CD against on 0620' }).waitFor()
    await page.getByRole('button', { name: /^undo: AB against on 0620/ }).waitFor()
    await page.getByRole('button', { name: /^redo: CD against on 0620/ }).waitFor()
    await takeFromPalette(page, 'redo cd', /Redo: CD against on 0620/)
    await expect.poll(async () => (await callIn(page, 'history.state', {})).undo).toBe('CD against on 0620')
    expect(window.faults).toEqual([])
  })
})
