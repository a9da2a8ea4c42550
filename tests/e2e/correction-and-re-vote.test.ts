import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { putQuestion } from '../support/put-question.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { minutesInMarkdown, minutesInWord } from '../support/minutes.ts'

/** What went wrong with a vote stays on record, with what it became and why. All by keys. */
describe('a correction, and a vote taken again', () => {
  let window: TestWindow
  let page: Page
  let place = { meetingId: '', itemId: '', proposalId: '' }
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const card = () => page.getByRole('article', { name: /Self-Governance Criteria/ })
  /** Goes to a button of the card by the tab key and presses it. */
  const take = async (name: RegExp) => {
    const button = card().getByRole('button', { name })
    await button.waitFor()
    const hasFocus = () => button.evaluate((element) => element === document.activeElement)
    for (let step = 0; step < 60 && !(await hasFocus()); step += 1) await press('Tab')
    expect(await hasFocus()).toBe(true)
    await press('Enter')
  }
  const exceptions = async (line: string) => {
    await pressUntil(page, '/', page.locator('input[aria-label="Vote by exception"]:focus'))
    await page.keyboard.type(line)
    await press('Enter')
  }
  const result = (words: RegExp) => card().locator('.result').getByText(words).waitFor()
  const determined = (words: string) => page.locator('blockquote').filter({ hasText: words }).waitFor()
  const votes = async () => {
    const { questions } = await callIn(page, 'agenda.read', { itemId: place.itemId })
    const question = questions.at(-1)
    return { round: question?.round, superseded: question?.superseded ?? [] }
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    place = await beginSampleMeeting(page, '0621')
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('takes a vote again with a reason, and keeps the one before', async () => {
    await putQuestion(page, 'self')
    await exceptions('all f / kl, mn a')
    await result(/by majority \(10 for, 2 against\)/)
    await take(/^Close the vote/)
    await take(/^Take the vote again/)
    const dialog = page.getByRole('dialog', { name: 'Take the vote again' })
    await dialog.waitFor()
    // Without a reason it is refused, and nothing is changed.
    await press('Enter')
    await dialog.getByText('Must not be empty.').waitFor()
    await page.keyboard.type('AB had voted on another paper')
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.locator('[role="gridcell"]:focus').waitFor()
    await card()
      .getByText(/^12 still to come/)
      .waitFor()
    await exceptions('all f / ab, kl a')
    await result(/by majority \(10 for, 2 against\)/)
    await card()
      .getByText(/Vote 1, superseded: AB had voted on another paper/)
      .waitFor()
    const { round, superseded } = await votes()
    expect(round).toMatchObject({ number: 2, evaluation: { counts: { for: 10, against: 2 } } })
    expect(superseded).toMatchObject([{ number: 1, state: 'superseded' }])
    const valueOf = (initials: string, from = round) =>
      from?.positions.find((position) => position.initials === initials)?.value
    expect([valueOf('AB'), valueOf('MN')]).toEqual(['against', 'for'])
    expect([valueOf('AB', superseded[0]), valueOf('MN', superseded[0])]).toEqual(['for', 'against'])
    await press('Escape')
    await pressUntil(page, 'd', page.getByRole('form', { name: 'Determination' }))
    await press('Control+Enter')
    await determined('by majority (10 for, 2 against)')
  })

  it('puts a position of a closed vote right, and keeps the one before with the reason', async () => {
    await take(/^Correct a position/)
    const dialog = page.getByRole('dialog', { name: 'Correct a position' })
    await dialog.waitFor()
    await page.keyboard.type('KL')
    await press('Tab')
    await page.keyboard.type('Abstain')
    await press('Tab', 'Enter')
    await dialog.getByText('Must not be empty.').waitFor()
    await page.keyboard.type('KL had said abstain')
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await card()
      .getByText(/KL corrected from against to abstain: KL had said abstain/i)
      .waitFor()
    const { round } = await votes()
    expect(round?.positions.find(({ initials }) => initials === 'KL')).toMatchObject({
      value: 'abstain',
      corrections: [{ oldValue: 'against', newValue: 'abstain', reason: 'KL had said abstain' }],
    })
    // The words of the determination were those of the vote as it was: one key takes the new ones.
    await card()
      .getByRole('button', { name: /Take the new words/ })
      .waitFor()
    await press('t')
    await determined('by majority (10 for, 1 against, 1 abstained)')
  })

  it('shows both in the history of the proposal: from, to and why', async () => {
    await page.evaluate((to) => (location.hash = to), `#/register/${place.proposalId}`)
    const history = page.getByRole('region', { name: /UNC Modification Panel 199/ })
    await history.getByText('Superseded').waitFor()
    const text = ((await history.textContent()) ?? '').replace(/\s+/g, ' ')
    expect(text).toContain('10 for + 2 against + 0 abstained')
    expect(text).toContain('10 for + 1 against + 1 abstained')
    expect(text).toContain('Taken again: AB had voted on another paper')
    expect(text).toMatch(/Corrected .*\d\d:\d\d by \S+: KL from against to abstain\W+KL had said abstain/i)
  })

  it('prints both in the minutes: from, to, when and why', async () => {
    await page.evaluate((to) => (location.hash = to), `#/meetings/${place.meetingId}/${place.itemId}`)
    await page.getByRole('heading', { name: /0621/ }).first().waitFor()
    const markdown = await minutesInMarkdown(window)
    const word = await minutesInWord(window)
    for (const written of [markdown, word]) {
      const text = written.replaceAll('\u00a0', ' ')
      expect(text).toContain('AB had voted on another paper')
      expect(text).toContain('10 for + 1 against + 1 abstained')
      expect(text).toContain('10 for + 2 against + 0 abstained')
      expect(text).toMatch(/KL from against to abstain, \d\d:\d\d/)
      expect(text).toContain('KL had said abstain')
      expect(text).toContain('taken again (vote 2)')
    }
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(window.faults).toEqual([])
  })
})
