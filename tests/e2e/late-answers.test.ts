import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { noteOn, savedNote } from '../support/note-page.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { because } from '../support/skip-reason.ts'

const isElectron = process.env['PANELBOOK_E2E_HOST'] === 'electron'
const onlyOverHttp = because('only the loopback host answers over HTTP, where an answer can be held back')

/** On a busy laptop an answer comes late, and another one overtakes it: what is shown in the end is right all the same. */
describe('answers that come late', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    ;({ itemId } = await beginSampleMeeting(page, '0620'))
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it.skipIf(isElectron)(
    'leave on the screen what was typed, where another window has written before it was saved',
    onlyOverHttp,
    async () => {
      await callIn(page, 'note.write', { itemId, text: 'Kept.' })
      await expect.poll(() => noteOn(page).textContent()).toBe('Kept.')
      let seenMeanwhile: string | null = null
      await page.route('**/call', async (route) => {
        if (route.request().postData()?.includes('Mine.') === true) {
          const read = page.waitForResponse(
            async (response) =>
              response.request().postData()?.includes('agenda.read') === true &&
              (await response.text()).includes('Theirs.'),
          )
          await callIn(page, 'note.write', { itemId, text: 'Theirs.' })
          await read
          // Time in which it would be replaced.
          await page.waitForTimeout(400)
          seenMeanwhile = await noteOn(page).textContent()
        }
        await route.continue()
      })
      await pressUntil(page, 'w', page.locator('[data-takes-focus=note]:focus'))
      await press('End')
      await page.keyboard.type(' Mine.')
      await expect.poll(() => savedNote(page, itemId)).toBe('Kept. Mine.')
      expect(seenMeanwhile).toBe('Kept. Mine.')
      expect(await noteOn(page).textContent()).toBe('Kept. Mine.')
      await page.unrouteAll({ behavior: 'wait' })
      expect(window.faults).toEqual([])
      await press('Escape')
    },
  )

  it.skipIf(isElectron)(
    'show the item that was gone to, with what was changed on the way',
    onlyOverHttp,
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
