import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { readDocx } from '../support/read-docx.ts'
import { openWall } from '../support/open-wall.ts'

/** A question goes round between two meetings, and the next one ratifies it. */
describe('a written resolution', () => {
  let window: TestWindow
  let page: Page
  let bodyId = ''
  const ids = { resolution: '', question: '', item: '', meeting: '' }
  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
    const { bodies } = await callIn(page, 'body.list', {})
    bodyId = bodies.find(({ shortName }) => shortName === 'UNC Panel')?.id ?? ''
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  const goTo = (hash: string) => page.evaluate((to) => (location.hash = to), hash)
  const banner = (words: RegExp) =>
    page.getByRole('region', { name: 'Deadline' }).filter({ hasText: words }).waitFor()
  const question = async () => {
    const { questions } = await callIn(page, 'agenda.read', { itemId: ids.item })
    const [first] = questions
    if (first === undefined) throw new Error('The resolution has no question.')
    return first
  }
  const positionOf = async (initials: string) =>
    (await question()).round.positions.find((position) => position.initials === initials)?.value

  it('is circulated from the list of meetings', async () => {
    await goTo('#/meetings')
    await page.getByRole('heading', { name: 'Meetings' }).waitFor()
    const dialog = page.getByRole('dialog', { name: 'Written resolution' })
    await pressUntil(page, 'w', dialog)
    await dialog.getByLabel('Body').selectOption(bodyId)
    const { proposals } = await callIn(page, 'proposal.resolve', { reference: '0621' })
    await dialog.getByLabel('Proposal').selectOption(proposals[0]?.id ?? '')
    await dialog.getByLabel('Kind of question').selectOption('implement')
    await expect
      .poll(() => dialog.getByLabel('Question as it goes round').inputValue())
      .toBe('Should 0621 be implemented?')
    expect(await dialog.getByLabel('At', { exact: true }).inputValue()).toBe('17:00')
    await dialog.getByRole('button', { name: 'Circulate it' }).click()
    await page.getByRole('heading', { name: 'Written resolution WR1 · UNC Modification Panel' }).waitFor()
    await banner(/Answer by .*, 17:00 · 13 still to come: AB, CD, EF, GH, IJ, KL and 7 more/)

    const { resolutions } = await callIn(page, 'resolution.list', { bodyId })
    const { meetingId, questionId, itemId, deadline } = resolutions[0] ?? {}
    Object.assign(ids, { resolution: meetingId, question: questionId, item: itemId })
    const { date } = await callIn(page, 'timetable.add-working-days', {
      from: new Date().toISOString().slice(0, 10),
      days: 10,
    })
    expect(deadline?.slice(0, 16)).toBe(`${date}T17:00`)
  })

  it('is nothing of the room’s screen, and no meeting among the meetings', async () => {
    const wall = await openWall(window)
    await wall.getByText('No meeting is open.').waitFor()
    await wall.close()
    await goTo('#/meetings')
    const list = page.getByRole('region', { name: 'Written resolutions' })
    await list.getByRole('link', { name: /WR1/ }).waitFor()
    await list.getByText(/Answer by/).waitFor()
    expect(await page.getByRole('region', { name: 'Open now' }).count()).toBe(0)
    await list.getByRole('link', { name: /WR1/ }).click()
    await banner(/Answer by/)
  })

  it('takes positions as they come in', async () => {
    await pressUntil(page, 'v', page.locator('[role="gridcell"]:focus'))
    for (const [index, key] of ['f', 'f', 'f', 'a', 'f', 'f', 'f', 'f', 'f', 'b', 'f'].entries()) {
      await page.keyboard.press(key)
      await expect.poll(async () => (await question()).round.stillToCome.length).toBe(13 - index - 1)
    }
    await banner(/2 still to come: WX, YZ/)
    // Before the deadline a position can be changed.
    await callIn(page, 'vote.record', { questionId: ids.question, initials: 'ST', value: 'for' })
    await page.getByRole('complementary', { name: 'Members' }).getByText('11 of 13').waitFor()
  })

  it('shows by itself that its deadline has passed, and takes no position any more', async () => {
    const soon = new Date(Date.now() + 2000).toISOString()
    await callIn(page, 'resolution.move-deadline', {
      questionId: ids.question,
      deadline: soon,
      reason: 'The Authority asked for an earlier answer',
    })
    await banner(/The deadline passed on .* · 2 still to come: WX, YZ/)
    await banner(/The deadline was moved from .*17:00 to .*: The Authority asked for an earlier answer/)
    const cell = page.getByRole('gridcell').filter({ hasText: 'WX' })
    await cell.click()
    await page.keyboard.press('f')
    const why = page.getByText(/^The deadline was .*: for, against and abstain are not taken any more/)
    await why.first().waitFor()
    // Nothing was sent to be refused, and what is said of it is said to a screen reader as well.
    expect(await page.getByRole('alert').count()).toBe(0)
    await expect
      .poll(() => page.getByRole('status').allTextContents())
      .toEqual(expect.arrayContaining([expect.stringMatching(/abstain are not taken any more/)]))
    for (const name of [/^✓?\s*For/, /Against/, /Abstain/]) {
      const button = page.locator('.vote-acts').getByRole('button', { name }).first()
      expect(await button.getAttribute('aria-disabled')).toBe('true')
    }
    expect(await page.getByLabel('Vote by exception').getAttribute('readonly')).not.toBeNull()
    expect(await page.getByRole('grid', { name: 'Positions' }).getAttribute('aria-describedby')).toBe(
      await why.first().getAttribute('id'),
    )
    expect(await positionOf('WX')).toBe('pending')
  })

  it('takes one that came in time, with the time when it came', async () => {
    const dialog = page.getByRole('dialog', { name: 'Position received on WR1' })
    await page.getByRole('button', { name: 'It came in time…' }).click()
    const deadline = (await question()).round.deadline ?? ''
    const time = dialog.getByLabel('At', { exact: true })
    // A minute after the deadline is too late.
    const late = new Date(Date.parse(deadline) + 86_400_000).toISOString()
    await dialog.getByLabel('Received on').fill(late.slice(0, 10))
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('alert').first().waitFor()
    await dialog.getByLabel('Received on').fill(deadline.slice(0, 10))
    await time.fill(deadline.slice(11, 16))
    await dialog.getByLabel('How it came').fill('e-mail')
    await dialog.getByRole('button', { name: 'Record it' }).click()
    await dialog.waitFor({ state: 'detached' })
    await banner(/1 still to come: YZ/)
    expect(await positionOf('WX')).toBe('for')
  })

  it('records no vote for the rest, and is carried and determined', async () => {
    await page.getByRole('button', { name: 'Rest: no vote recorded' }).click()
    await banner(/all positions are in; the vote can be closed/)
    await page.locator('body').click({ position: { x: 5, y: 400 } })
    await pressUntil(page, 'd', page.getByRole('textbox', { name: 'Determination' }))
    await page.keyboard.press('Control+Enter')
    await page
      .locator('blockquote')
      .filter({ hasText: /Implemented/ })
      .waitFor()
    await banner(/To be ratified at the next meeting/)
    expect(await page.getByRole('button', { name: /Take the vote again/ }).count()).toBe(0)
  })

  it('is ratified at the next meeting, from the line that says it waits', async () => {
    const created = await callIn(page, 'meeting.create', { bodyId, startsOn: '2027-01-21', number: '300' })
    ids.meeting = created.id
    await callIn(page, 'meeting.open', { meetingId: created.id })
    const minutes = created.agenda.find(({ kind }) => kind === 'minutes')?.id ?? ''
    await goTo(`#/meetings/${created.id}/${minutes}`)
    await page.getByText(/waits to be ratified: Implemented/).waitFor()
    await page.getByRole('button', { name: 'Ratify WR1' }).click()
    await page
      .locator('blockquote')
      .filter({
        hasText: /The UNC Modification Panel ratified the written resolution WR1 of .*: Implemented/,
      })
      .waitFor()
    await page.getByRole('button', { name: 'Ratify WR1' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Written resolution WR1' }).click()
    await banner(/Ratified at 300 \(300\.4\), Thu 21 Jan 2027/)
  })

  it('says so in both minutes', async () => {
    await takeFromPalette(page, 'close the written', /Close the written resolution/)
    const closing = page.getByRole('dialog', { name: 'Close written resolution WR1' })
    await closing.getByText('Nothing is left to mend: the resolution can be closed.').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Written resolution WR1 is closed.').waitFor()
    const word = () =>
      window
        .delivered(() => takeFromPalette(page, 'minutes word', /Minutes · Word/))
        .then((path) => readDocx(readFileSync(path)))
    const own = await word()
    expect(own).toContain('Written resolution WR1')
    expect(own).toContain('Ratified at meeting 300, item 300.4, on Thursday 21 January 2027.')
    expect(own).toContain('The Authority asked for an earlier answer.')
    expect(own).not.toContain('Attendance')

    await callIn(page, 'meeting.close', { meetingId: ids.meeting })
    await goTo(`#/meetings/${ids.meeting}`)
    await page.getByRole('heading', { name: /Meeting 300/ }).waitFor()
    const later = await word()
    for (const minutes of [own, later]) {
      expect(minutes).toMatch(/ratified the written resolution WR1 of .*: Implemented, by majority/)
    }
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(window.faults).toEqual([])
  })
})
