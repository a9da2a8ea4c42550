import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tabTo } from '../support/by-keyboard.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { makeSampleBook } from '../support/sample-books.ts'

/** After the December meeting the agenda of the next one is built. By keyboard, but for the last step. */
describe('the agenda of a meeting to come', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'panelbook-agenda-'))
  let window: TestWindow
  let page: Page
  let meetingId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name })
  const focusedRow = () => page.locator('[role=treeitem]:focus')
  const row = (title: string | RegExp) => page.getByRole('treeitem', { name: title })
  /** Goes to the row by the arrow keys, as long as that takes. */
  const goToRow = async (title: RegExp) => {
    await pressUntil(page, 'g', focusedRow())
    await press('Home')
    for (let step = 0; step < 40; step += 1) {
      if (title.test((await focusedRow().textContent()) ?? '')) return
      await press('ArrowDown')
    }
    throw new Error(`There is no row ${String(title)}.`)
  }
  /** The agenda of the book, once the screen shows it as well: what is pressed next is pressed on that. */
  const agenda = async () => {
    const read = async () => (await callIn(page, 'meeting.read', { meetingId })).agenda
    const shown = () =>
      page
        .locator('[role=treeitem][data-item]')
        .evaluateAll((rows) => rows.map((each) => each.getAttribute('data-item')).join())
    await expect.poll(async () => (await read()).map(({ id }) => id).join() === (await shown())).toBe(true)
    return (await read()).map(({ fullLabel, title }) => `${fullLabel} ${title}`)
  }
  const outcomes = async () => {
    const { agenda: lines } = await callIn(page, 'meeting.read', { meetingId })
    return lines.flatMap(({ title, outcome, outcomeReason }) =>
      outcome === null ? [] : [`${title}: ${outcome}, ${outcomeReason}`],
    )
  }

  beforeAll(async () => {
    const book = await makeSampleBook(scratch, 'held')
    window = await openWindow(book === undefined ? {} : { book })
    page = window.page
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(async () => {
    await window.close()
    rmSync(scratch, { recursive: true, force: true })
  })

  it('begins with the template alone where the register is left out', async () => {
    await page.getByRole('heading', { name: 'Meetings' }).waitFor()
    await pressUntil(page, 'c', dialog('Create a meeting'))
    // The same day in whatever order the field asks for it.
    await page.keyboard.type('02022017')
    await tabTo(page, page.getByRole('checkbox', { name: /Fill it from the register/ }))
    await press('Space', 'Control+Enter')
    await page.getByRole('heading', { name: 'Meeting 201 · UNC Modification Panel' }).waitFor()
    const { meetings } = await callIn(page, 'meeting.list', {})
    meetingId = meetings.find(({ number }) => number === '201')?.id ?? ''
    expect(await agenda()).toHaveLength(14)
    await page.getByText('2 h 30 min planned').waitFor()
  })

  it('takes one suggestion with Enter and the others at once, which one undo takes back', async () => {
    await pressUntil(page, 's', dialog('Suggestions from the register'))
    await page.getByText('5 matters wait for this meeting').waitFor()
    await expect
      .poll(() => page.locator('[role=option]:focus').textContent())
      .toContain('Minutes of meeting 197')
    await press('Enter')
    await page.getByText('4 matters wait for this meeting').waitFor()
    // The next one has the focus, and is ticked.
    await expect
      .poll(() => page.locator('[role=option]:focus').textContent())
      .toContain('Minutes of meeting 198')
    await press('Space')
    await page.getByRole('button', { name: /Add 1 ticked/ }).waitFor()
    await press('Space', 'Control+Enter')
    await dialog('Suggestions from the register').waitFor({ state: 'detached' })
    expect((await agenda()).filter((line) => /\([a-z]\)/.test(line))).toEqual([
      '201.4 (a) Minutes of meeting 197',
      '201.4 (b) Minutes of meeting 198',
      '201.4 (c) Minutes of meeting 199',
      '201.4 (d) Review of actions',
      '201.10 (a) Modification 0618',
    ])
    await press('Control+z')
    await expect.poll(async () => (await agenda()).length).toBe(15)
    await row(/Review of actions/).waitFor({ state: 'detached' })
    await press('Control+Shift+z')
    await row(/Review of actions/).waitFor()
  })

  it('says that nothing waits any more', async () => {
    await pressUntil(page, 's', dialog('Suggestions from the register'))
    await page.getByText('Nothing in the register waits for this meeting').waitFor()
    await press('Escape')
    await dialog('Suggestions from the register').waitFor({ state: 'detached' })
  })

  it('moves an item by keys, out of its section and into another, and keeps it in hand', async () => {
    await goToRow(/Review of actions/)
    await press('Alt+Shift+ArrowUp')
    await expect.poll(agenda).toContain('201.4 (c) Review of actions')
    await press('Alt+Shift+ArrowLeft')
    await expect.poll(agenda).toContain('201.5 Review of actions')
    await expect.poll(() => focusedRow().textContent()).toContain('Review of actions')
    expect(await focusedRow().getAttribute('aria-level')).toBe('1')
    await press('Alt+Shift+ArrowDown')
    await expect.poll(agenda).toContain('201.6 Review of actions')
    await press('Alt+Shift+ArrowRight')
    await expect.poll(agenda).toContain('201.5 (a) Review of actions')
    await expect.poll(() => focusedRow().textContent()).toContain('Review of actions')
    expect(await focusedRow().getAttribute('aria-level')).toBe('2')
  })

  it('selects several and defers them with one reason', async () => {
    await goToRow(/Minutes of meeting 197/)
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp')
    await page.getByText('3 selected').waitFor()
    expect(await page.locator('[role=treeitem][aria-selected=true]').count()).toBe(3)
    await press('Shift+ArrowUp', 'Control+ArrowDown', 'Control+ArrowDown', 'Space')
    await page.getByText('3 selected').waitFor()
    await press('o')
    await page.getByRole('menuitem', { name: /Deferred/ }).waitFor()
    await page.keyboard.type('def')
    await press('Enter')
    await dialog('Deferred').waitFor()
    await page.keyboard.type('to the March Panel')
    await press('Enter')
    await dialog('Deferred').waitFor({ state: 'detached' })
    expect(await outcomes()).toEqual([
      'Minutes of meeting 197: deferred, to the March Panel',
      'Minutes of meeting 198: deferred, to the March Panel',
      'Consider urgent modifications: deferred, to the March Panel',
    ])
    await press('Control+z')
    await expect.poll(outcomes).toEqual([])
  })

  it('moves and removes what is selected, each with one undo', async () => {
    const before = await agenda()
    await goToRow(/Minutes of meeting 198/)
    await press('Shift+ArrowDown', 'Alt+Shift+ArrowUp')
    await expect
      .poll(async () => (await agenda()).slice(4, 7))
      .toEqual([
        '201.4 (a) Minutes of meeting 198',
        '201.4 (b) Minutes of meeting 199',
        '201.4 (c) Minutes of meeting 197',
      ])
    await page.getByText('2 selected').waitFor()
    await press('Control+z')
    await expect.poll(agenda).toEqual(before)
    await goToRow(/Minutes of meeting 198/)
    await press('Shift+ArrowDown', 'Delete')
    await expect.poll(async () => (await agenda()).length).toBe(before.length - 2)
    // What stands in their place has the focus.
    await expect.poll(() => focusedRow().textContent()).toContain('Consider urgent')
    await press('Control+z')
    await expect.poll(agenda).toEqual(before)
    await press('g', 'Control+a')
    await page.getByText(`${String(before.length)} selected`).waitFor()
    await press('Escape')
    await page.getByText(`${String(before.length)} selected`).waitFor({ state: 'detached' })
  })

  it('copies items of another meeting', async () => {
    const before = await agenda()
    await takeFromPalette(page, 'copy items', /Copy items from another meeting/)
    const copying = dialog('Copy items from another meeting')
    await copying.getByRole('option', { name: /Record apologies/ }).waitFor()
    // From 200, which stands first, to 199.
    await press('ArrowDown')
    await copying.getByRole('option', { name: /0620/ }).waitFor()
    await press('Tab')
    for (let step = 0; step < 20; step += 1) {
      if (/0620/.test((await page.locator('[role=option]:focus').textContent()) ?? '')) break
      await press('ArrowDown')
    }
    await press('Space', 'ArrowDown', 'Space', 'Control+Enter')
    await copying.waitFor({ state: 'detached' })
    await expect
      .poll(async () => (await agenda()).filter((line) => /062/.test(line)))
      .toEqual(['201.6 (a) Modification 0620', '201.6 (b) Modification 0621'])
    await press('Control+z')
    await expect.poll(agenda).toEqual(before)
  })

  it('lets an item be dragged, into a section and out, and Escape leaves it', async () => {
    const before = await agenda()
    const middleOf = async (title: RegExp) => {
      const box = (await row(title).boundingBox())!
      return { x: box.x + 120, y: box.y + box.height / 2, bottom: box.y + box.height - 2 }
    }
    const from = await middleOf(/Date of next meeting/)
    const onto = await middleOf(/Any other business/)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(onto.x, onto.y, { steps: 4 })
    await page.locator('.agenda-row.drop-on').waitFor()
    await press('Escape')
    await page.mouse.up()
    expect(await agenda()).toEqual(before)

    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(onto.x, onto.y, { steps: 4 })
    await page.mouse.up()
    await expect.poll(agenda).toContain('201.13 (a) Date of next meeting')

    await expect.poll(() => row(/Date of next meeting/).getAttribute('aria-level')).toBe('2')
    // Far to the left of where it was taken hold of: out of the section.
    const inside = await middleOf(/Date of next meeting/)
    await page.mouse.move(inside.x, inside.y)
    await page.mouse.down()
    await page.mouse.move(inside.x - 60, inside.bottom, { steps: 4 })
    await page.locator('.agenda-row.drop-after').waitFor()
    await page.mouse.up()
    await expect.poll(agenda).toEqual(before)
    expect(window.faults).toEqual([])
  })
})
