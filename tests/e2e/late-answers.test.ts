import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { because } from '../support/skip-reason.ts'

const isElectron = process.env['PANELBOOK_E2E_HOST'] === 'electron'

/** On a busy laptop an answer comes late, and another one overtakes it: what is shown in the end is right all the same. */
describe('answers that come late', () => {
  let window: TestWindow
  let page: Page
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    await beginSampleMeeting(page, '0620')
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it.skipIf(isElectron)(
    'show the item that was gone to, with what was changed on the way',
    because('only the loopback host answers over HTTP, where an answer can be held back'),
    async () => {
      // What is done is done at once, and pushed; its answer is late, and what is read is overtaken by it.
      let waiting: (() => void)[] = []
      await page.route('**/call', async (route) => {
        const { name } = route.request().postDataJSON() as { name: string }
        const response = await route.fetch()
        if (name === 'agenda.set-current') await pause(150)
        if (name === 'agenda.read')
          await Promise.race([new Promise<void>((done) => waiting.push(done)), pause(500)])
        await route.fulfill({ response })
        if (name !== 'agenda.set-current') return
        await pause(20)
        for (const done of waiting) done()
        waiting = []
      })
      const goingOn = page.waitForRequest(
        (request) => request.postData()?.includes('agenda.set-current') === true,
      )
      await press('Alt+ArrowDown')
      await goingOn
      await press('Alt+ArrowDown')
      await page.locator('[role=treeitem].current').getByText('Existing modifications').waitFor()
      await page
        .getByRole('region', { name: 'Item' })
        .getByRole('heading', { name: /^Existing/ })
        .waitFor()
      // An answer that is still held back goes out before the window closes under it.
      await page.unrouteAll({ behavior: 'wait' })
      expect(window.faults).toEqual([])
    },
  )
})
