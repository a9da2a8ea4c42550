import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { minutesInMarkdown } from '../support/minutes.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** Which of three options is preferred: put, recorded, corrected and determined by keyboard. */
describe('a vote by preference', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const question = async () => (await callIn(page, 'agenda.read', { itemId })).questions.at(-1)
  const preferences = async () =>
    (await question())?.round.positions.map(({ initials, option, value }) =>
      option === null ? `${initials} ${value}` : `${initials} ${option.label}`,
    )

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    itemId = (await beginSampleMeeting(page, '0620')).itemId
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('asks for its options before it is put', async () => {
    await pressUntil(page, 'q', page.getByRole('dialog', { name: 'Put a question' }))
    await page.keyboard.type('preferred')
    await press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Preferred alternative' })
    await dialog.getByLabel('Option 1').waitFor()
    expect(await dialog.getByLabel('Option 1').inputValue()).toBe('Original')
    expect(await dialog.getByRole('button', { name: 'Put it' }).isDisabled()).toBe(true)
    await dialog.getByLabel('Option 2').focus()
    await page.keyboard.type('A')
    await press('Tab')
    await page.keyboard.type('B')
    // To the empty line, and there it is put.
    await press('Enter', 'Enter')
    await page
      .getByRole('article', { name: 'Which of 0620 and its alternatives does the Panel prefer?' })
      .waitFor()
    expect((await question())?.round.rule.options).toEqual([
      { key: 'original', label: 'Original' },
      { key: 'a', label: 'A' },
      { key: 'b', label: 'B' },
    ])
  })

  it('is recorded with digits, and waits for the last position', async () => {
    await page.locator('[role="gridcell"]:focus').waitFor()
    await press('1', '2', '2', '3', 'b')
    await page.getByText(/^7 still to come/).waitFor()
    expect((await preferences())?.slice(0, 5)).toEqual(['AB Original', 'CD A', 'EF A', 'HA B', 'IJ abstain'])
    expect(await page.getByText('✓ preferred').count()).toBe(0)
    await press('Shift+Digit2')
    await page.getByRole('row', { name: 'A 9 ✓ preferred' }).waitFor()
    await page.getByText('The Panel prefers A (Original 1, A 9, B 1, 1 abstained)').first().waitFor()
  })

  it('is changed by exception, where a letter that can mean two things is not recorded', async () => {
    await press('/')
    await page.keyboard.type('op,qr,st,uv b')
    await page.getByText('“b” can mean B (write 3) or abstain (write abstained).').waitFor()
    await press('Backspace')
    await page.keyboard.type('3 / ij 1')
    await page.locator('.would-be').filter({ hasText: 'A and B sharing the lead' }).waitFor()
    expect((await question())?.round.evaluation.verdict).toBe('carried')
    await press('Enter')
    await page
      .getByText('The Panel prefers no option, A and B sharing the lead (Original 2, A 5, B 5)')
      .first()
      .waitFor()
    await page.getByText('Casting vote').waitFor({ state: 'detached' })
    await press('Escape')
  })

  it('is corrected from one option to another with a reason, once it is closed', async () => {
    await page.getByRole('button', { name: 'Close the vote' }).click()
    await page.getByRole('button', { name: /Correct a position/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Correct a position' })
    await dialog.getByLabel('Whose').selectOption((await question())?.round.positions[1]?.seatId ?? '')
    await dialog.getByLabel('Right position').selectOption({ label: 'B' })
    await dialog.getByLabel('Why').fill('Misheard: CD said B.')
    await press('Enter')
    await page.getByText('CD corrected from A to B: Misheard: CD said B.').waitFor()
    await page.getByText('The Panel prefers B (Original 2, A 4, B 6)').first().waitFor()
    expect((await question())?.round.positions[1]).toMatchObject({
      value: 'for',
      option: { key: 'b' },
      corrections: [{ oldOption: 'A', newOption: 'B' }],
    })
  })

  it('has a determination that names the preferred option', async () => {
    await press('d')
    const form = page.getByRole('form', { name: 'Determination' })
    await form.waitFor()
    expect(await form.getByLabel('Determination', { exact: true }).inputValue()).toBe(
      'The Panel prefers B (Original 2, A 4, B 6)',
    )
    await press('Control+Enter')
    await page.locator('blockquote').filter({ hasText: 'The Panel prefers B' }).waitFor()
    expect((await question())?.determination).toMatchObject({
      kind: 'preferred-alternative',
      text: 'The Panel prefers B (Original 2, A 4, B 6)',
      isStale: false,
    })
  })

  it('stands in the minutes with each option', async () => {
    const text = await minutesInMarkdown(window)
    expect(text).toContain('The Panel prefers B (Original 2, A 4, B 6)')
    expect(window.faults).toEqual([])
  })
})
