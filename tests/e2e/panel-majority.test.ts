import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { putQuestion } from '../support/put-question.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { minutesInMarkdown, minutesInWord } from '../support/minutes.ts'

/** Twelve votes that can be exercised, six for, five against: the twelfth decides by saying nothing. All by keys. */
describe('an abstention under a Panel Majority', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const card = () => page.getByRole('article', { name: /Self-Governance Criteria/ })
  const round = async () => {
    const { questions } = await callIn(page, 'agenda.read', { itemId })
    return questions.at(-1)?.round
  }

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    itemId = (await beginSampleMeeting(page, '0620')).itemId
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('says nothing of a result while one position is still to come', async () => {
    await putQuestion(page, 'self')
    await card()
      .getByText(/rule: majority of votes exercisable/i)
      .waitFor()
    await press(...'ffffffaaaaa')
    await card().getByText('1 still to come: WX').waitFor()
    const shown = (await card().textContent()) ?? ''
    expect(shown).not.toMatch(/Does (not )?satisfy the Self-Governance Criteria,/)
    expect(shown).not.toContain('of 12 votes that could be exercised')
    await card().getByText('It is sure to be carried if the 1 vote still to come is for.').waitFor()
    expect(await round()).toMatchObject({ result: null, evaluation: { verdict: 'pending' } })
  })

  it('is not carried with the abstention, and the arithmetic says why', async () => {
    await press('b')
    for (const words of [
      'Does not satisfy the Self-Governance Criteria, there being no majority in favour (6 for, 5 against, 1 abstained)',
      '6 of 12 votes that could be exercised are for; more than half of 12 is needed, which is 7 votes or more: not carried.',
      '6 for + 5 against + 1 abstained + 0 no vote recorded + 0 recused + 1 not present = 13 votes of all seats',
    ]) {
      await card().getByText(words).waitFor()
    }
    await card().getByText('1 vote more for, instead of against or not cast, would carry it.').waitFor()
    // Of the votes cast it would have been a majority.
    const now = await round()
    const positions = (now?.positions ?? []).map(({ seatId, value }) => ({
      id: seatId,
      value: value === 'unnamed' ? 'pending' : value,
    }))
    const ofCast = await callIn(page, 'voting.evaluate', {
      rule: { kind: 'majority-of-cast' },
      seats: positions.map(({ id }) => ({ id })),
      positions: Object.fromEntries(positions.map(({ id, value }) => [id, value])),
    })
    expect(ofCast).toMatchObject({ verdict: 'carried', denominator: 11 })
  })

  it('is carried when the one who abstained says for, and not again when that is undone', async () => {
    await page.locator('[role="gridcell"]:focus', { hasText: 'WX' }).waitFor()
    await press('f')
    await card()
      .getByText(
        '7 of 12 votes that could be exercised are for; more than half of 12 is needed, which is 7 votes or more: carried.',
      )
      .waitFor()
    await card()
      .getByText('Does satisfy the Self-Governance Criteria, by majority (7 for, 5 against)')
      .waitFor()
    await press('Control+z')
    await card()
      .getByText(/no majority in favour \(6 for, 5 against, 1 abstained\)/)
      .waitFor()
    await press('Control+Shift+z')
    await card()
      .getByText(/by majority \(7 for, 5 against\)/)
      .waitFor()
    await press('d', 'Control+Enter')
    await page
      .locator('blockquote')
      .filter({ hasText: 'Does satisfy the Self-Governance Criteria, by majority (7 for, 5 against)' })
      .waitFor()
  })

  it('has its rule, its count and its arithmetic in the minutes', async () => {
    const markdown = await minutesInMarkdown(window)
    const word = await minutesInWord(window)
    for (const text of [markdown, word]) {
      expect(text).toMatch(/Majority of votes exercisable by those present/)
      expect(text).toContain('7 for + 5 against + 0 abstained')
      expect(text).toContain('7 of 12 votes that could be exercised are for')
      expect(text).toContain('Does satisfy the Self-Governance Criteria, by majority (7 for, 5 against)')
    }
    expect(await callIn(page, 'history.verify', {})).toMatchObject({ isSound: true, problems: [] })
    expect(window.faults).toEqual([])
  })
})
