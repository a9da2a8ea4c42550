import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { minutesInMarkdown } from '../support/minutes.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { goToItem } from '../support/paper-screens.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'

/** What is put off in the room goes to a meeting, by keyboard alone, and waits for it there. */
describe('an item that is put off', () => {
  let window: TestWindow
  let page: Page
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const dialog = (name: string) => page.getByRole('dialog', { name })
  const link = () => page.locator('.item-head').getByRole('link', { name: /^goes to/ })
  const goesTo = () => link().textContent()
  /** Defers the item on the screen: why, and then the keys that choose where it goes. */
  const defer = async (reference: string, why: string, ...keys: string[]) => {
    await goToItem(page, '199', reference)
    await pressUntil(page, 'o', page.getByRole('menuitem', { name: /Deferred/ }))
    await page.keyboard.type('def')
    await press('Enter')
    await dialog('Deferred').getByLabel('Goes to').waitFor()
    await page.keyboard.type(why)
    await press(...keys, 'Control+Enter')
    await dialog('Deferred').waitFor({ state: 'detached' })
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    const { meetingId } = await goToItem(page, '199', '0620')
    const { body } = await callIn(page, 'meeting.read', { meetingId })
    await callIn(page, 'meeting.create', { bodyId: body.id, startsOn: '2017-02-16' })
    await callIn(page, 'meeting.open', { meetingId })
    await page.getByText('Open', { exact: true }).waitFor()
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('goes to the next meeting that is planned where nothing else is chosen', async () => {
    await defer('0620', 'awaiting legal text')
    await expect.poll(goesTo).toBe('goes to meeting 200, Thu 19 Jan 2017')
    await page
      .getByRole('treeitem', { name: /Deferred, goes to meeting 200, Thu 19 Jan 2017/ })
      .first()
      .waitFor()
  })

  it('goes to another that is chosen, which is then the usual one', async () => {
    await defer('0621', 'more analysis is needed', 'Tab', 'ArrowDown')
    await expect.poll(goesTo).toBe('goes to meeting 201, Thu 16 Feb 2017')
    await defer('0618', 'the report is not ready')
    await expect.poll(goesTo).toBe('goes to meeting 201, Thu 16 Feb 2017')
    expect(await minutesInMarkdown(window)).toContain(
      'Deferred to meeting 201 (16 February 2017): more analysis is needed.',
    )
  })

  it('waits for that meeting and for none before it, and its link leads there', async () => {
    const waits = async (number: string) => {
      const { meetings } = await callIn(page, 'meeting.list', {})
      const meetingId = meetings.find((meeting) => meeting.number === number)?.id ?? ''
      const { suggestions } = await callIn(page, 'agenda.suggest', { meetingId })
      return suggestions.flatMap(({ proposal, reason }) =>
        reason.includes('deferred at 199') ? [proposal?.reference] : [],
      )
    }
    expect(await waits('200')).toEqual(['0620'])
    await link().press('Enter')
    await page.getByRole('heading', { name: /Meeting 201/ }).waitFor()
    await pressUntil(page, 's', dialog('Suggestions from the register'))
    await dialog('Suggestions from the register')
      .getByText(/deferred at 199.*more analysis/)
      .waitFor()
    expect((await waits('201')).toSorted()).toEqual(['0618', '0620', '0621'])
    expect(window.faults).toEqual([])
  })
})
