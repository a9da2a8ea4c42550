import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** The chair’s script beside an item: read, put, taken, undone and written, by keyboard. */
describe('the chair’s script', () => {
  let window: TestWindow
  let page: Page
  let ids: Awaited<ReturnType<typeof beginSampleMeeting>>
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const panel = () => page.getByRole('region', { name: 'Chair’s script' })
  const focusedPanel = () => panel().and(page.locator(':focus'))
  const item = () => callIn(page, 'agenda.read', { itemId: ids.itemId })
  /** Where it has the focus already, its key would put it away. */
  const goToPanel = async () => {
    if ((await focusedPanel().count()) === 0) await pressUntil(page, 'c', focusedPanel())
  }
  /** To a step, from wherever one is. */
  const turnTo = async (step: number) => {
    await goToPanel()
    for (let at = 1; at < 6; at += 1) await press('ArrowLeft')
    for (let at = 1; at < step; at += 1) await press('ArrowRight')
    await panel()
      .getByText(`${String(step)} of 5`)
      .waitFor()
  }

  beforeAll(async () => {
    window = await openWindow({ viewport: { width: 1366, height: 768 } })
    page = window.page
    ids = await beginSampleMeeting(page, '0620')
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('says what the chair says, filled in', async () => {
    await panel()
      .getByText(/^0620, Gas quality data at entry points, is raised by/)
      .waitFor()
    await turnTo(2)
    await panel().getByText('First: is it related to a Significant Code Review that is under way?').waitFor()
  })

  it('puts a question, and makes room for its vote on a low screen', async () => {
    await turnTo(3)
    await press('Tab', 'Tab', 'Tab', 'Enter')
    await page.getByRole('grid').waitFor()
    await panel().waitFor({ state: 'detached' })
    // The keys go to the grid at once.
    await press('Shift+A')
    await expect.poll(async () => (await item()).questions[0]?.round.result).toMatch(/unanimous/)
    await pressUntil(page, 'd', page.getByRole('button', { name: /^Write/ }))
    await press('Control+Enter')
    await panel().waitFor()
    await turnTo(3)
    await panel()
      .getByText(/Does not satisfy the Self-Governance Criteria/)
      .waitFor()
  })

  it('shows what a branch will do, takes it with its number, and undoes it whole', async () => {
    await turnTo(5)
    const branch = panel()
      .getByRole('button', { name: /^3 ?To consultation|^To consultation/ })
      .first()
    expect(await branch.evaluate(describedBy)).toMatch(
      /Determination “Issued to consultation, closing out on 17 January 2017”.*20 working days after Thu 15 Dec 2016/,
    )
    await press('3')
    await panel()
      .getByText(/^Done · “Issued to consultation/)
      .waitFor()
    expect(await item()).toMatchObject({
      line: { outcome: 'done' },
      proposal: { stage: { key: 'consultation' }, consultationClosesOn: '2017-01-17' },
    })
    expect(await focusedPanel().count(), 'the focus stays').toBe(1)
    await press('Control+z')
    await expect
      .poll(item)
      .toMatchObject({ line: { outcome: null }, determinations: [], proposal: { stage: { key: 'new' } } })
    await panel()
      .getByText(/^Done\. Determination/)
      .waitFor()
  })

  it('asks for what it does not know, and shows the branch of another step before it is taken', async () => {
    await turnTo(5)
    await press('1')
    await panel().getByText('4 of 5').waitFor()
    expect((await item()).determinations).toEqual([])
    await press('1')
    const dialog = page.getByRole('dialog', { name: 'To workgroup' })
    await dialog.getByLabel('Workgroup').waitFor()
    await page.keyboard.type('0620')
    await dialog.getByText('Issued to Workgroup 0620').waitFor()
    await press('Control+Enter')
    // The date is still missing: that is said at its field.
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('Reporting date').fill('2017-03-16')
    await press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(item).toMatchObject({
      line: { outcome: 'done' },
      proposal: { stage: { key: 'workgroup' }, reportingOn: '2017-03-16' },
    })
    await press('Control+z')
  })

  it('is put away with its key, and stays so on the next item', async () => {
    await goToPanel()
    await press('c')
    await panel().waitFor({ state: 'detached' })
    await press('Alt+ArrowDown')
    await page.getByRole('heading', { name: /^0621 / }).waitFor()
    expect(await panel().count()).toBe(0)
    await press('Alt+ArrowUp')
    await page.getByRole('heading', { name: /^0620 / }).waitFor()
    await goToPanel()
  })

  it('leads to where one can be written, for a kind of item that has none', async () => {
    await callIn(page, 'agenda.change', { itemId: ids.itemId, kind: 'general' })
    await page.getByRole('button', { name: 'Write one' }).focus()
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Script for general' })
    await dialog.getByLabel('The chair says').fill('Who introduces {tilte}?')
    await press('Control+Enter')
    await dialog.getByText(/\{tilte\} is not a place that can be filled/).waitFor()
    await dialog.getByLabel('The chair says').fill('Who introduces {title}?')
    await dialog.getByRole('button', { name: 'Add a branch' }).focus()
    await press('Enter')
    await dialog.getByLabel('Label').fill('Heard')
    await press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('article', { name: 'General' }).getByText('1 step, 1 branch').waitFor()
    const { scripts } = await callIn(page, 'body.read', { bodyId: ids.bodyId })
    expect(scripts.find(({ itemKind }) => itemKind === 'general')?.steps).toMatchObject([
      { say: 'Who introduces {title}?', branches: [{ label: 'Heard', outcome: 'noted' }] },
    ])
    await page.goBack()
    await panel().getByText('Who introduces Gas quality data at entry points?').waitFor()
    expect(window.faults).toEqual([])
  })
})

function describedBy(element: Element): string {
  const id = element.getAttribute('aria-describedby') ?? ''
  return document.getElementById(id)?.textContent ?? ''
}
