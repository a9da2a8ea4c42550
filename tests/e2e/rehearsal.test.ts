import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { heardBy, listen } from '../support/announcements.ts'
import { callIn } from '../support/call-in.ts'
import { openWall } from '../support/open-wall.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { putQuestion } from '../support/put-question.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** A secretary goes through the real agenda with invented votes, and nothing of it is left. */
describe('a rehearsal', () => {
  let window: TestWindow
  let page: Page
  let wall: Page
  let itemId = ''
  let before: Awaited<ReturnType<typeof kept>>
  const kept = async () => {
    const { seq, lastHash } = await callIn(page, 'history.state', {})
    return { seq, lastHash, item: await callIn(page, 'agenda.read', { itemId }) }
  }
  const banner = () => page.getByRole('region', { name: 'Rehearsal' })
  const address = () => page.evaluate(() => location.hash)
  const accent = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'))
  let realAccent = ''
  let realAddress = ''

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    itemId = (await beginSampleMeeting(page, '0620')).itemId
    wall = await openWall(window)
    await wall.getByRole('heading', { level: 1, name: /0620/ }).waitFor()
    await page.bringToFront()
    before = await kept()
    realAccent = await accent()
    realAddress = await address()
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('begins at the meeting that is looked at, and every window says so', async () => {
    await page.keyboard.press('w')
    await page.keyboard.type('Before the rehearsal.')
    await page.keyboard.press('Escape')
    await listen(page)
    await takeFromPalette(page, 'rehearse', /Rehearse this meeting/)
    await banner().getByText('Rehearsal of Sample book – nothing here is kept').waitFor()
    await page.getByRole('heading', { name: /0620/ }).first().waitFor()
    expect(await address()).toBe(realAddress)
    expect(await page.title()).toBe('Rehearsal · Sample book · Panelbook')
    expect(await accent()).not.toBe(realAccent)
    await wall.getByText('Rehearsal – nothing here is kept').waitFor()
    expect(await wall.title()).toMatch(/^Rehearsal/)
    expect((await heardBy(page)).filter((words) => words.includes('nothing here is kept'))).toHaveLength(1)
  })

  it('takes little room from the live screen, and none of it falls out of the window', async () => {
    const box = await banner().boundingBox()
    expect(box?.height).toBeLessThanOrEqual(28)
    const overflow = await page.evaluate(() => ({
      down: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      across: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      status: document.querySelector('.status-line')?.getBoundingClientRect().bottom ?? 0,
      height: innerHeight,
    }))
    expect(overflow).toMatchObject({ down: 0, across: 0 })
    expect(overflow.status).toBeLessThanOrEqual(overflow.height)
  })

  it('invents the votes still to come, by one key', async () => {
    await putQuestion(page, 'significant')
    await page
      .locator('.to-come')
      .getByText(/^12 still to come/)
      .waitFor()
    await page.keyboard.press('f')
    await page
      .locator('.to-come')
      .getByText(/^11 still to come/)
      .waitFor()
    await page.keyboard.press('Shift+G')
    await page.locator('.result .words').waitFor()
    expect(await banner().getByRole('button', { name: 'Invent the votes' }).count()).toBe(0)
    await page.getByText(/undo: 11 positions invented on 0620/).waitFor()
    await page.keyboard.press('d')
    await pressUntil(page, 'Control+Enter', page.locator('blockquote'))
    await page.keyboard.press('w')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Said in the rehearsal.')
    await page.getByText(/saved \d\d:\d\d:\d\d/).waitFor()
  })

  it('writes documents that say on their face that they are none', async () => {
    const path = await window.delivered(() => takeFromPalette(page, 'minutes markdown', /Minutes · Markdown/))
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('Rehearsal – not a record')
    expect(text).not.toContain('Draft')
    await page.getByText(/Rehearsal UNC Modification Panel 199 minutes/).waitFor()
  })

  it('keeps away from the shared drive', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Alt+5')
    await page.getByRole('heading', { name: 'A rehearsal is not shared' }).waitFor()
    await banner().waitFor()
    await page.goBack()
    await page
      .getByText(/Not related to|Is related to|Related to/)
      .first()
      .waitFor()
  })

  it('ends by one key, says what was discarded, and the book is as it was', async () => {
    await page.keyboard.press('Control+Shift+R')
    await page
      .getByText(/^The rehearsal is over; \d+ changes were discarded\. This is the book again\.$/)
      .waitFor()
    expect(await banner().count()).toBe(0)
    await wall.getByText('Rehearsal', { exact: false }).waitFor({ state: 'detached' })
    expect(await address()).toBe(realAddress)
    expect(await page.title()).toBe('Sample book · Panelbook')
    expect(await accent()).toBe(realAccent)
    await page.getByRole('heading', { name: /0620/ }).first().waitFor()
    const now = await kept()
    // The one thing written after it was looked at: the note, before the rehearsal.
    expect(now.item.note.text).toBe('Before the rehearsal.')
    expect(now.seq).toBe(before.seq + 1)
    expect(now.item.questions).toEqual(before.item.questions)
    await page.getByText('Before the rehearsal.').first().waitFor()
    expect(await page.getByText('Said in the rehearsal.').count()).toBe(0)
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true })
    expect(window.faults).toEqual([])
  })
})
