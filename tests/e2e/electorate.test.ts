import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { takeFromPalette } from '../support/palette.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { minutesInMarkdown, minutesInWord } from '../support/minutes.ts'

/**
 * Who can vote, as the secretary sees it: a written position, a member who leaves, an alternate who carries the vote,
 * a cap that refuses a third one, a quorum that is lost. All by keys; only the cap is set behind the screen.
 */
describe('the electorate follows the door', () => {
  let window: TestWindow
  let page: Page
  let meetingId: string
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const palette = (words: string, choice: RegExp) => takeFromPalette(page, words, choice)
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    )
  const cell = (initials: string) =>
    page
      .getByRole('gridcell')
      .filter({ hasText: new RegExp(`^${initials},`) })
      .textContent()
  const roomText = async () =>
    (await page.getByRole('complementary', { name: 'In the room' }).textContent()) ?? ''
  const warnings = () => page.getByRole('list', { name: 'Votes that would be inquorate' })
  /** Brings the focus to somebody in the room. */
  const at = async (initials: string) => {
    // The row begins with the mark of presence.
    const isMe = (text: string) => text.replace(/^[^A-Z]/, '').startsWith(`${initials},`)
    await press('m')
    for (let step = 0; step < 24; step += 1) {
      if (isMe(await focused())) return
      await press('ArrowUp')
    }
    for (let step = 0; step < 24; step += 1) {
      if (isMe(await focused())) return
      await press('ArrowDown')
    }
    throw new Error(`${initials} is not in the room panel.`)
  }
  const leave = async (initials: string, peopleAfter: number) => {
    await at(initials)
    await press('Enter')
    await page.getByText(`${peopleAfter} people`, { exact: true }).waitFor()
  }
  /** Opens the dialog of a vote that is carried and chooses the carrier by typing. */
  const carry = async (of: string, by: string) => {
    await at(of)
    await press('c')
    await page.getByRole('dialog', { name: `Vote of ${of}` }).waitFor()
    await page.keyboard.type(by)
    await press('Tab')
    await page.keyboard.type('told to the chair')
    await press('Enter')
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
    const { meetings } = await callIn(page, 'meeting.list', {})
    const meeting = meetings.find(({ number }) => number === '199')
    meetingId = meeting?.id ?? ''
    await callIn(page, 'body.change', { bodyId: meeting?.body.id ?? '', votesPerPersonCap: 2 })
    await palette('UNC 199', /199/)
    await page.getByRole('heading', { name: /Meeting 199/ }).waitFor()
    await press('Shift+E')
    await page.getByText('19 people', { exact: true }).waitFor()
    await palette('open the meeting', /Open the meeting/)
    for (let step = 0; step < 6; step += 1) await press('Alt+ArrowDown')
    await page.getByRole('heading', { name: /0620/ }).waitFor()
  })
  afterAll(() => window.close())
  beforeEach(() => pictureOnFailure(() => page))

  it('holds a position that came beforehand', async () => {
    await press('Shift+W')
    await page.getByRole('dialog', { name: 'Written position on 0620' }).waitFor()
    // Those who are away come first: YZ.
    await press('Tab')
    await page.keyboard.type('Against')
    await press('Tab', 'Tab', 'Tab')
    await page.keyboard.type('e-mail of 12 December')
    await press('Enter')
    await page.getByText('against, held').waitFor()
  })

  it('lets an alternate carry the vote of a member who leaves', async () => {
    await leave('IJ', 18)
    await carry('IJ', 'HA')
    await expect.poll(roomText).toContain('→ HA')
    // The vote is still in the room, the person is not.
    await page.getByText('Quorate: 11 people with 12 votes; 6 people needed.').waitFor()
  })

  it('refuses a third vote of the same person, and says why', async () => {
    await leave('CD', 17)
    await carry('CD', 'HA')
    await page
      .getByText('HA would exercise 3 votes; at UNC Panel nobody may exercise more than 2 votes.')
      .first()
      .waitFor()
    await press('Escape')
    await expect.poll(roomText).not.toContain('+IJ, CD')
    const { room } = await callIn(page, 'meeting.read', { meetingId })
    expect(room.carriedVotes).toMatchObject([{ carrier: { initials: 'HA' }, endedAt: null }])
  })

  it('counts the written position when the question is put, and leaves it to nobody else', async () => {
    await pressUntil(page, 'q', page.getByRole('dialog'))
    await page.keyboard.type('self')
    await press('Enter')
    await page.getByRole('grid').waitFor()
    await expect.poll(() => cell('YZ')).toContain('by written position: Against')
    await page.getByText('against, used').waitFor()
    expect(await cell('IJ')).toContain('by HA: Still to come')
    expect(await cell('CD')).toContain('Not present')
    await press('Shift+F')
    await page
      .getByText('11 for + 1 against + 0 abstained + 0 no vote recorded + 0 recused + 1 not present', {
        exact: false,
      })
      .waitFor()
    await press('d', 'Control+Enter')
    await page
      .locator('blockquote')
      .filter({ hasText: /Satisfies|Does satisfy/i })
      .waitFor()
  })

  it('follows a member who leaves while the vote is open, and takes up the vote with whoever carries it', async () => {
    await pressUntil(page, 'q', page.getByRole('dialog'))
    await page.keyboard.type('workgroup')
    await press('Enter')
    await page.locator('[role="gridcell"]:focus').waitFor()
    await press('f')
    await expect.poll(() => cell('AB')).toContain(': For')
    await leave('EF', 16)
    await expect.poll(() => cell('EF')).toContain('Not present')
    await carry('EF', 'KL')
    await expect.poll(() => cell('EF')).toContain('by KL: Still to come')
    // What was said before stands; the vote waits for the one who carries it.
    expect(await cell('AB')).toContain(': For')
    expect(await page.locator('.result .words').count()).toBe(0)
    await pressUntil(page, '/', page.locator('input[aria-label="Vote by exception"]:focus'))
    await page.keyboard.type('ef a / rest f')
    await press('Enter')
    await page.locator('.result').getByText('10 for + 2 against', { exact: false }).waitFor()
    expect(await cell('EF')).toContain('by KL: Against')
  })

  it('warns when a leaving loses the quorum, and takes the warning back with it', async () => {
    expect(await warnings().count()).toBe(0)
    let people = 16
    for (const initials of ['WX', 'UV', 'KL', 'MN']) {
      people -= 1
      await leave(initials, people)
    }
    await page.getByText('Not quorate', { exact: false }).first().waitFor()
    expect(await warnings().textContent()).toMatch(/^Left for decision without a quorum: .*199\.6 \(b\)/)
    await press('Control+z')
    await expect.poll(() => warnings().count()).toBe(0)
  })

  it('says it all in the minutes', async () => {
    const markdown = await minutesInMarkdown(window)
    const word = await minutesInWord(window)
    expect(markdown).toContain('✗w')
    expect(markdown).toMatch(/w\sby written position/)
    for (const written of [markdown, word]) {
      const text = written.replaceAll('\u00a0', ' ')
      expect(text).toMatch(
        /The vote of IJ \(Shipper representative 5\) was carried by [^(]+ \(HA\) from \d\d:\d\d.* \(item 199\.6 \(a\)\)\. Told to the chair\./,
      )
      expect(text).toMatch(
        /The vote of EF \(Shipper representative 3\) was carried by [^(]+ \(KL\) from \d\d:\d\d/,
      )
      expect(text).toContain('The vote of IJ was carried by HA')
      expect(text).toContain('YZ by written position')
      expect(text).toContain('11 for + 1 against')
      expect(text).toContain('10 for + 2 against')
      // The third vote was refused: CD’s was carried by nobody.
      expect(text).not.toMatch(/The vote of CD/)
    }
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(window.faults).toEqual([])
  })
})
