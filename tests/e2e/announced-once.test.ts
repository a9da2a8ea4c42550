import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { heardBy, listen } from '../support/announcements.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { putQuestion } from '../support/put-question.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { openWall } from '../support/open-wall.ts'

/** What a screen reader says of a vote: its result, once, when the last position is in; and nothing before. */
describe('the result of a vote is announced once', () => {
  let window: TestWindow
  let page: Page
  let wall: Page
  let itemId = ''
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const words = (text: string) => page.locator('.result .words').getByText(text, { exact: true })
  /** All that has been heard, once every other window has been told and has read again. */
  const heard = async () => {
    await page.waitForTimeout(500)
    return heardBy(page)
  }
  const question = async () => {
    const { questions } = await callIn(page, 'agenda.read', { itemId })
    return questions.at(-1)
  }
  const against = 'Not related to the Significant Code Review, by unanimous vote against'
  const oneFor =
    'Not related to the Significant Code Review, there being no majority in favour (1 for, 11 against)'

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    itemId = (await beginSampleMeeting(page, '0620')).itemId
    wall = await openWall(window)
    await wall.getByText(/Quorate/).waitFor()
    await page.bringToFront()
    await listen(page)
    await listen(wall)
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('not before the last position', async () => {
    await putQuestion(page, 'significant')
    await press(...'aaaaaaaaaaa')
    await page.getByText('1 still to come: WX').waitFor()
    expect(await heard()).toEqual([])
  })

  it('when the last position is in', async () => {
    await press('a')
    await words(against).waitFor()
    expect(await heard()).toEqual([against])
  })

  it('not when it is undone, and once when it is done again', async () => {
    await press('Control+z')
    await page.getByText('1 still to come: WX').waitFor()
    expect((await heard()).filter((said) => said.includes('Significant'))).toEqual([])
    await press('Control+Shift+z')
    await words(against).waitFor()
    expect((await heard()).filter((said) => said.includes('Significant'))).toEqual([against])
  })

  it('not when another position is recorded that leaves it as it is', async () => {
    const { id: questionId = '', round } = (await question()) ?? {}
    const seatId = round?.positions[0]?.seatId ?? ''
    await callIn(page, 'vote.record', { questionId, seatId, value: 'against' })
    await callIn(page, 'vote.close', { questionId })
    await page.getByRole('button', { name: /Correct a position/ }).waitFor()
    expect(await heard()).toEqual([])
  })

  it('once when a correction changes it, and once when that is undone', async () => {
    const { id: questionId = '' } = (await question()) ?? {}
    await callIn(page, 'vote.correct', { questionId, initials: 'AB', value: 'for', reason: 'misheard' })
    await words(oneFor).waitFor()
    expect(await heard()).toEqual([oneFor])
    await press('Control+z')
    await words(against).waitFor()
    expect((await heard()).filter((said) => said.includes('Significant'))).toEqual([against])
  })

  it('not again when its determination is written, or the item is left and looked at again', async () => {
    await press('d', 'Control+Enter')
    await page.locator('blockquote').filter({ hasText: against }).waitFor()
    await press('Escape', 'Alt+ArrowDown')
    await page.getByRole('heading', { name: /0621/ }).first().waitFor()
    await press('Alt+ArrowUp')
    await page.locator('.question-line').filter({ hasText: against }).waitFor()
    expect((await heard()).filter((said) => said.includes('Significant'))).toEqual([])
  })

  it('also where its words are those of the vote before it', async () => {
    await press('Alt+ArrowDown')
    await page.getByRole('heading', { name: /0621/ }).first().waitFor()
    await putQuestion(page, 'significant')
    await press('Shift+A')
    await words(against).waitFor()
    expect(await heard()).toEqual([against])
  })

  it('by the window in which it is recorded, never by the screen of the room', async () => {
    await wall.getByText('Every position is in.').waitFor()
    expect(await heardBy(wall)).toEqual([])
    expect(window.faults).toEqual([])
  })
})
