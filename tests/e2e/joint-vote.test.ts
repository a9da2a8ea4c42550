import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { focusedCell, inJointGrid, jointVoteOf, lettersOf } from '../support/joint-grid.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { patience } from '../support/test-window.ts'
import { minutesInMarkdown, minutesInWord } from '../support/minutes.ts'

/** As `expect.poll`, with the patience of a locator. */
const patiently = <Value>(value: () => Value) => expect.poll(value, { timeout: patience })

/** AB CD EF HA IJ, KL MN OP QR ST, UV, WX YZ: thirteen seats, of which YZ’s is away. */
describe('five options of a proposal against three objectives, by keyboard', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const row = (name: RegExp | string) => page.getByRole('row', { name })
  const rows = async () => lettersOf(await jointVoteOf(page, itemId))
  const results = () => page.getByRole('list', { name: 'Results' })

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    itemId = (await beginSampleMeeting(page, '0621')).itemId
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('is put with the options and objectives as they are typed', async () => {
    const dialog = page.getByRole('dialog', { name: 'Vote on options' })
    await pressUntil(page, 'Shift+Q', dialog)
    // The proposal is the original: the register knows of no alternative to it.
    expect(await dialog.getByLabel('Option 1').inputValue()).toBe('Original')
    await press('Tab', 'Tab')
    for (const label of ['A', 'B', 'D', 'C']) {
      await page.keyboard.type(`Alternative ${label}`)
      await press('Tab')
    }
    // C and D are in the wrong order.
    await press('Shift+Tab', 'Alt+ArrowUp')
    expect(await dialog.getByLabel('Option 4').inputValue()).toBe('Alternative C')
    await press('Tab', 'Tab', 'Tab')
    for (const label of ['(a) economy', '(b) co-ordination', '(c) competition']) {
      await page.keyboard.type(label)
      await press('Tab')
    }
    expect(await dialog.getByLabel('Compared with').inputValue()).toBe('the baseline')
    await press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await inJointGrid(page)
    expect(await focusedCell(page)).toBe('AB, Original, (a) economy: Still to come')
    const vote = await jointVoteOf(page, itemId)
    expect(vote.options.map(({ label }) => label)).toEqual([
      'Original',
      'Alternative A',
      'Alternative B',
      'Alternative C',
      'Alternative D',
    ])
    expect(vote.rows).toHaveLength(20)
  })

  it('takes one member’s whole paper down the column, with the same as on the original', async () => {
    await press('f', 'f', 'a', 'f')
    expect(await focusedCell(page)).toBe('AB, Alternative A, (a) economy: Still to come')
    await press('=', '=', '=', '=')
    await patiently(() => focusedCell(page)).toBe('CD, Original, (a) economy: Still to come')
    await patiently(async () => (await rows()).map((letters) => letters[0]).join('')).toBe('ffaf'.repeat(5))
    // CD answers by objectives: no, neutral, yes; then not the original, but B.
    await press('a', 'b', 'f', 'a')
    await press('=', 'f', 'f', 'f', 'f', '=', '=')
    await patiently(async () => (await rows()).map((letters) => letters[1]).join('')).toBe(
      'abfa'.repeat(2) + 'ffff' + 'abfa'.repeat(2),
    )
    expect(
      await page.getByRole('gridcell', { name: 'CD, Original, (b) co-ordination: Neutral' }).count(),
    ).toBe(1)
    expect(await page.getByRole('gridcell', { name: 'CD, Original, Overall: Against' }).count()).toBe(1)
  })

  it('moves in two dimensions, corrects what was keyed, and takes a slip back', async () => {
    await press('Control+Home')
    expect(await focusedCell(page)).toBe('AB, Original, (a) economy: Yes')
    await press('ArrowDown', 'ArrowDown', 'ArrowRight')
    expect(await focusedCell(page)).toBe('CD, Original, (c) competition: Yes')
    await press('End')
    expect(await focusedCell(page)).toBe('YZ, Original, (c) competition: Not present')
    await press('Control+End', 'Home')
    expect(await focusedCell(page)).toBe('AB, Alternative D, Overall: For')
    await press('a')
    await patiently(async () => (await rows())[19]?.[0]).toBe('a')
    await press('Control+z')
    await patiently(async () => (await rows())[19]?.[0]).toBe('f')
  })

  it('fills a row, a column, an option and all that is left, and shows no outcome before the last position', async () => {
    await press('Control+Home', 'ArrowRight', 'ArrowRight')
    await press('Shift+F')
    await patiently(async () => (await rows())[0]).toBe('fa' + 'f'.repeat(10) + 'p')
    await row(/^\(a\) economy.*11–1/)
      .first()
      .waitFor()
    // Nobody else has said anything on the other rows.
    expect(await page.locator('.joint-outcome .verdict').count()).toBe(1)
    await press('c', 'f')
    await patiently(async () => (await rows()).map((letters) => letters[2]).join('')).toBe('f'.repeat(20))
    await takeFromPalette(page, 'all still to come against', /All that are still to come: against/)
    await page.getByText('every position is in').waitFor()
    expect((await rows())[3]).toBe('faf' + 'a'.repeat(9) + 'p')
    // Alternative A takes over what all said of the original.
    await press('v')
    await page.getByRole('gridcell', { name: 'AB, Alternative A, (a) economy: Yes' }).focus()
    await press('Shift+Equal')
    await patiently(async () => (await rows()).slice(4, 8)).toEqual((await rows()).slice(0, 4))
    await row(/^Overall.*2–10 Not carried/)
      .first()
      .waitFor()
  })

  it('says the results to a screen reader in one sentence', async () => {
    await patiently(() => page.locator('p.hidden[role="status"][aria-live]').textContent()).toMatch(
      /votes are complete: .*not carried|Alternative A/,
    )
  })

  it('is determined option by option', async () => {
    expect(await results().getByText('no determination yet').count()).toBe(5)
    for (let left = 4; left >= 0; left -= 1) {
      await page.getByRole('button', { name: 'Write the next determination' }).waitFor()
      await press('d')
      await page.getByRole('textbox', { name: 'Determination' }).waitFor()
      await press('Control+Enter')
      await patiently(() => results().getByText('no determination yet').count()).toBe(left)
    }
    await results()
      .getByRole('button', { name: /Alternative D.*Not implemented, there being no majority/ })
      .waitFor()
    const { questions } = await callIn(page, 'agenda.read', { itemId })
    expect(questions.filter(({ determination }) => determination !== null)).toHaveLength(5)
  })

  it('keeps a correction of one cell with its reason, and tells that the words no longer match', async () => {
    await results()
      .getByRole('button', { name: /Original/ })
      .focus()
    await press('Enter')
    await page.getByRole('button', { name: 'Correct a position…' }).focus()
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Correct a position' })
    // The lists take the first letters of a line.
    await dialog.getByLabel('Whose').focus()
    await page.keyboard.type('KL')
    await press('Tab')
    await page.keyboard.type('For')
    await press('Tab')
    await page.keyboard.type('KL had been misheard')
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await results().getByText('wording no longer matches', { exact: true }).waitFor()
    await patiently(async () => (await rows())[3]).toBe('faf' + 'aa' + 'f' + 'a'.repeat(6) + 'p')
    await row(/^Overall.*3–9 Not carried/)
      .first()
      .waitFor()
  })

  it('stands in the minutes as one table', async () => {
    for (const text of [await minutesInMarkdown(window), await minutesInWord(window)]) {
      for (const label of ['(a) economy', '(b) co-ordination', '(c) competition', 'Alternative C', 'Overall'])
        expect(text).toContain(label)
      expect(text).toContain('KL had been misheard')
    }
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(window.faults).toEqual([])
  })
})

describe('one vote on three items, by keyboard', () => {
  let window: TestWindow
  let page: Page
  let meetingId = ''
  const items: Record<string, string> = {}
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const goTo = async (reference: string) => {
    await page.evaluate((to) => (location.hash = to), `#/meetings/${meetingId}/${items[reference] ?? ''}`)
    await page.getByRole('heading', { level: 2, name: new RegExp(`^${reference}`) }).waitFor()
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    ;({ meetingId } = await beginSampleMeeting(page, '0621'))
    const { agenda, room } = await callIn(page, 'meeting.read', { meetingId })
    for (const { id, proposal } of agenda) if (proposal !== null) items[proposal.reference] = id
    await callIn(page, 'attendance.declare-interest', {
      itemId: items['0621'] ?? '',
      personId: room.attendees.find(({ initials }) => initials === 'KL')?.personId ?? '',
      kind: 'recused',
    })
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('is put on the items that are ticked', async () => {
    const dialog = page.getByRole('dialog', { name: 'One vote for several items' })
    await pressUntil(page, 'j', dialog)
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(1)
    expect(await dialog.getByRole('button', { name: 'Put it' }).isDisabled()).toBe(true)
    for (const reference of ['0620', '0618']) {
      await dialog.getByRole('checkbox', { name: new RegExp(reference) }).focus()
      await press('Space')
    }
    await dialog.getByLabel('Question').focus()
    await page.keyboard.type('Self')
    await press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await inJointGrid(page)
    await page.getByText('Taken together with 199.6 (a), 199.9 (a)').waitFor()
    expect(lettersOf(await jointVoteOf(page, items['0621'] ?? ''))).toEqual([
      '............p',
      '.....r......p',
      '............p',
    ])
  })

  it('goes on along the row, past who is recused', async () => {
    await press('Control+Home', ...'fffffaffffff')
    expect(await focusedCell(page)).toBe('AB, 199.6 (b) 0621: Still to come')
    await press(...'aaaaa')
    expect(await focusedCell(page)).toBe('MN, 199.6 (b) 0621: Still to come')
    await press('Shift+A')
    await patiently(() => focusedCell(page)).toBe('AB, 199.9 (a) 0618: Still to come')
  })

  it('is gone on with at another of its items', async () => {
    await goTo('0618')
    await page.getByText('Taken together with 199.6 (a), (b)').waitFor()
    await pressUntil(page, 'v', page.locator('[data-cell]:focus'))
    expect(await focusedCell(page)).toBe('AB, 199.9 (a) 0618: Still to come')
    await press(...'ffffffff')
    await patiently(() => focusedCell(page)).toBe('QR, 199.9 (a) 0618: Still to come')
    await press(...'aaaa')
    await page.getByText('every position is in').waitFor()
  })

  it('leaves each item with a vote, a result and a determination of its own', async () => {
    const of = async (reference: string) => {
      const { questions } = await callIn(page, 'agenda.read', { itemId: items[reference] ?? '' })
      expect(questions).toHaveLength(1)
      return questions[0]
    }
    expect((await of('0620'))?.round.evaluation.reconciliation).toContain('11 for + 1 against')
    expect((await of('0621'))?.round.evaluation.reconciliation).toContain('0 for + 11 against')
    expect((await of('0621'))?.round.evaluation.reconciliation).toContain('1 recused')
    expect((await of('0618'))?.round.evaluation.reconciliation).toContain('8 for + 4 against')
    await press('d')
    await page.getByRole('textbox', { name: 'Determination' }).waitFor()
    await press('Control+Enter')
    const missing = () =>
      page.getByRole('list', { name: 'Results' }).getByText('no determination yet').count()
    await patiently(missing).toBe(2)
    expect((await of('0618'))?.determination?.text).toMatch(/Does satisfy.*8 for, 4 against/)
    expect((await of('0620'))?.determination).toBeNull()
    // Its own words are written: the key leads to the next of the items that waits for them.
    await press('d')
    await page.getByRole('heading', { level: 2, name: /^0620/ }).waitFor()
    await pressUntil(page, 'd', page.getByRole('textbox', { name: 'Determination' }))
    await press('Control+Enter')
    await patiently(async () => (await of('0620'))?.determination?.text).toMatch(
      /Does satisfy.*11 for, 1 against/,
    )
    // An answer that stands is taken back first: till then it is not offered to withdraw the votes.
    const menu = page.getByRole('button', { name: 'What to do with these votes' })
    await menu.click()
    await page.getByRole('menuitem', { name: 'Rename…' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Withdraw these votes…' }).count()).toBe(0)
    await press('Escape')
  })

  it('is kept from the room before anything is in, withdrawn as a whole, and put back by one undo', async () => {
    const { item } = await callIn(page, 'joint-vote.put-on-items', {
      itemIds: [items['0620'] ?? '', items['0618'] ?? ''],
      kind: 'implement',
      title: 'Put by mistake',
    })
    const menu = page
      .getByRole('article', { name: 'Put by mistake' })
      .getByRole('button', { name: 'What to do with these votes' })
    await menu.click()
    await page.getByRole('menuitem', { name: 'Keep the result from the room' }).click()
    await page.getByText('The result is kept from the room').waitFor()
    await page.getByRole('button', { name: 'Show it once determined' }).click()
    await page.getByText('The result is kept from the room').waitFor({ state: 'detached' })
    await menu.click()
    await page.getByRole('menuitem', { name: 'Withdraw these votes…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Withdraw the votes taken together' })
    await dialog.getByText('All 2 questions are withdrawn, on 199.6 (a), 199.9 (a).').waitFor()
    await page.keyboard.type('It was the next item')
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Withdrawn: It was the next item').waitFor()
    const vote = async () => jointVoteOf(page, item.line.id)
    expect((await vote()).rows.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn'])
    await press('Control+z')
    await page.getByText('24 still to come').waitFor()
    expect((await vote()).rows.map(({ state }) => state)).toEqual(['open', 'open'])
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(window.faults).toEqual([])
  })
})
