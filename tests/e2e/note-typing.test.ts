import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { QuestionView } from '../../core/contract/voting.ts'
import { callIn } from '../support/call-in.ts'
import { noteOn, savedNote } from '../support/note-page.ts'
import { openWall } from '../support/open-wall.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { pressUntil } from '../support/press-until.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { collectFaults } from '../support/test-window.ts'

/** Twenty paragraphs of five hundred characters, in which no two words are alike. */
const paragraphs = Array.from({ length: 20 }, (_paragraph, at) => {
  let words = `Paragraph ${at}:`
  for (let word = 0; words.length < 499; word += 1) words += ` w${at}x${word}`
  return `${words.slice(0, 499).trimEnd().padEnd(499, 'e')}.`
})

/** The note keeps up with a quick typist while the room votes and looks on. */
describe('ten thousand characters of note, while votes come in', () => {
  let window: TestWindow
  let page: Page
  let wall: Page
  let itemId = ''
  let question: QuestionView | undefined

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    ;({ itemId } = await beginSampleMeeting(page, '0620'))
    await callIn(page, 'note.write', { itemId, text: 'Before.\n\nAfter.' })
    question = (await callIn(page, 'question.put', { itemId, kind: 'self-governance' })).item.questions.at(-1)
    wall = await openWall(window)
    collectFaults(wall, window.faults)
    await wall.getByRole('heading', { level: 1, name: /0620/ }).waitFor()
    await page.bringToFront()
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  it('loses none, and the caret stays where it is', async () => {
    await noteOn(page).filter({ hasText: 'Before.' }).waitFor()
    await pressUntil(page, 'w', page.locator('[data-takes-focus=note]:focus'))
    // Within a few hundredths of a second of the focus the editor still puts the caret where it was.
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+Home')
        await page.keyboard.press('End')
        return (await caret(page))[0]
      })
      .toBe('Before.')
    const toCome = (question?.round.positions ?? []).filter(({ value }) => value === 'pending')
    const votes = toCome.map(
      ({ seatId }, at) => ({ seatId, value: at % 3 === 0 ? 'against' : 'for' }) as const,
    )
    expect(votes).toHaveLength(12)

    const recorded: Promise<unknown>[] = []
    let longest = 0
    for (const [at, paragraph] of paragraphs.entries()) {
      const vote = votes[at]
      // From the room's own page: for this one it comes from elsewhere.
      if (vote !== undefined)
        recorded.push(callIn(wall, 'vote.record', { questionId: question?.id ?? '', ...vote }))
      await page.keyboard.press('Enter')
      const from = performance.now()
      await typeQuickly(page, paragraph)
      longest = Math.max(longest, performance.now() - from)
    }
    await Promise.all(recorded)
    console.log(`    the slowest 500 keys took ${longest.toFixed(0)} ms`)

    const whole = ['Before.', ...paragraphs, 'After.']
    expect(await noteOn(page).locator('p').allTextContents()).toEqual(whole)
    expect(await caret(page)).toEqual([paragraphs.at(-1), true])
    await expect.poll(() => savedNote(page, itemId)).toBe(whole.join('\n\n'))
    await page.keyboard.type('!')
    await expect.poll(() => savedNote(page, itemId)).toContain(`${paragraphs.at(-1) ?? ''}!\n\nAfter.`)
  })

  it('and the room has seen every vote', async () => {
    const { questions } = await callIn(page, 'agenda.read', { itemId })
    expect(questions.at(-1)?.round.positions.filter(({ value }) => value === 'pending')).toHaveLength(0)
    await wall.getByText('Every position is in.').waitFor()
    expect(window.faults).toEqual([])
  })
})

/** What stands in its paragraph before the caret, and whether nothing is selected. */
function caret(page: Page) {
  return page.evaluate(() => {
    const selection = getSelection()
    return [selection?.anchorNode?.textContent?.slice(0, selection.anchorOffset), selection?.isCollapsed]
  })
}

/** Presses the keys one after the other, each without waiting until the one before is done with. */
async function typeQuickly(page: Page, words: string): Promise<void> {
  await Promise.all([...words].map((character) => page.keyboard.press(character)))
}
