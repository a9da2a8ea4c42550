import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'

/** What the palette finds is shown where it stands, with the focus on it. */
describe('what was found, in its place', () => {
  let window: TestWindow
  let page: Page
  const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '')

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  })
  afterAll(() => window.close())
  beforeEach(() => pictureOnFailure(() => page))

  it('an action has the focus in its list, also a closed one that the list leaves out', async () => {
    const { actions } = await callIn(page, 'action.list', {})
    const open = actions.find(({ status }) => status === 'open')
    const closed = actions.find(({ status }) => status === 'closed')
    for (const action of [open, closed]) {
      if (action === undefined) throw new Error('The sample has no such action.')
      await takeFromPalette(page, action.text.slice(0, 60), /^Action/)
      await expect.poll(focused).toContain(action.text.slice(0, 40))
    }
  })

  it('a person has the focus in the list of people', async () => {
    const { people } = await callIn(page, 'person.list', {})
    const person = people.at(-1)
    if (person === undefined) throw new Error('The sample has nobody.')
    await takeFromPalette(page, person.name, /^Person/)
    await expect.poll(focused).toContain(person.name)
  })

  it('a workgroup narrows the register to its proposals', async () => {
    const { workgroups } = await callIn(page, 'workgroup.list', {})
    const [workgroup] = workgroups
    if (workgroup === undefined) throw new Error('The sample has no workgroup.')
    await takeFromPalette(page, workgroup.name, /^Workgroup/)
    await page.getByRole('heading', { name: 'Register' }).waitFor()
    await expect.poll(() => page.getByLabel('Workgroup', { exact: true }).inputValue()).toBe(workgroup.id)
  })
})
