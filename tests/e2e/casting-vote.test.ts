import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { minutesInMarkdown } from '../support/minutes.ts'

/** A tie, settled by the chair as a second step: the tied count stays, on the screen and in the minutes. */
describe('a casting vote', () => {
  let window: TestWindow
  let page: Page
  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
    const { meetings } = await callIn(page, 'meeting.list', {})
    const { id: meetingId, body } = meetings.find(({ number }) => number === '199') ?? {
      id: '',
      body: { id: '' },
    }
    await callIn(page, 'body.change', { bodyId: body.id, chairVote: 'casting' })
    const { room, agenda } = await callIn(page, 'meeting.read', { meetingId })
    const expected = room.attendees.filter(({ presence }) => presence === 'expected')
    await callIn(page, 'attendance.record-many', {
      meetingId,
      personIds: expected.map(({ personId }) => personId),
      presence: 'present',
    })
    await callIn(page, 'meeting.open', { meetingId })
    const itemId = agenda.find(({ proposal }) => proposal?.reference === '0620')?.id ?? ''
    await callIn(page, 'agenda.set-current', { itemId })
    await callIn(page, 'question.put', {
      itemId,
      kind: 'implement',
      rule: { kind: 'majority-of-cast', tie: 'casting-vote' },
    })
    await page.evaluate((to) => (location.hash = to), `#/meetings/${meetingId}/${itemId}`)
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('is asked of the chair when the last position has made a tie, and not before', async () => {
    const field = page.getByLabel('Vote by exception')
    await field.fill('ab, cd, ef, ha, ij, kl f')
    await field.press('Enter')
    await page.getByText('6 still to come: MN').waitFor()
    expect(await page.getByText('Casting vote of CH').count()).toBe(0)
    await field.fill('rest a')
    await field.press('Enter')
    await page.getByText('Casting vote of CH').waitFor()
    await page.getByText('6 for + 6 against', { exact: false }).first().waitFor()
  })

  it('settles it, and the tied count stays beside it', async () => {
    await page.getByText('Casting vote of CH').getByRole('button', { name: 'For' }).click()
    await page.getByText('settled by the chair’s casting vote for', { exact: false }).waitFor()
    await page.getByText('6 for + 6 against', { exact: false }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('d')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Implemented, by the chair’s casting vote (6 for, 6 against)').first().waitFor()
    await page.getByText('undo: determination on 0620').waitFor()
  })

  it('stands in the minutes with the tied count', async () => {
    const text = await minutesInMarkdown(window)
    expect(text).toContain('6 for + 6 against')
    expect(text).toContain('Implemented, by the chair’s casting vote (6 for, 6 against)')
    expect(window.faults).toEqual([])
  })
})
