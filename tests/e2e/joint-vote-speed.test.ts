import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { inJointGrid, jointVoteOf, lettersOf } from '../support/joint-grid.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'

/** What every one of thirteen seats says to six questions. */
const said = [
  'ffffaffffafff',
  'aaaaaaaaaaaaa',
  'fafafafafafaf',
  'nffbffffffffa',
  'ffffffaaaaaaa',
  'bbbfffaaanfff',
]

/** Thirteen seats and six questions by real key presses, and how long it takes until every position is saved. */
describe('a grid of 13 seats and 6 questions', () => {
  let window: TestWindow
  let page: Page
  let itemId = ''

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    const begun = await beginSampleMeeting(page, '0621')
    itemId = begun.itemId
    const { room } = await callIn(page, 'meeting.read', { meetingId: begun.meetingId })
    await callIn(page, 'attendance.record', {
      meetingId: begun.meetingId,
      personId: room.attendees.find(({ initials }) => initials === 'YZ')?.personId ?? '',
      presence: 'present',
    })
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  /** Puts six options and goes to the first cell of their grid. */
  const put = async (letter: string) => {
    await callIn(page, 'joint-vote.put-on-options', {
      itemId,
      kind: 'implement',
      options: said.map((_, index) => ({ label: `Option ${letter}${index + 1}` })),
    })
    await page.getByRole('rowheader', { name: `Option ${letter}1` }).waitFor()
    await page.keyboard.press('v')
    await inJointGrid(page)
  }
  /** Presses keys and gives the seconds until all of them are saved and drawn. */
  const time = async (keys: readonly string[]) => {
    const start = performance.now()
    for (const key of keys) await page.keyboard.press(key)
    await page.getByText('every position is in').waitFor({ timeout: 60_000 })
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
    return (performance.now() - start) / 1000
  }
  const tell = (what: string, seconds: number) => console.log(`${what}: ${seconds.toFixed(1)} s`)

  it('takes 78 positions, one key each, well under a minute', async () => {
    await put('A')
    const keys = said.flatMap((row) => [...row])
    let calls = 0
    const count = () => (calls += 1)
    page.on('request', count)
    const seconds = await time(keys)
    page.off('request', count)
    tell('78 positions, one key each', seconds)
    expect(lettersOf(await jointVoteOf(page, itemId))).toEqual(said)
    expect(seconds).toBeLessThan(60)
    // What reads after a change reads once for it: readings that overtake each other would become ever more.
    expect(calls).toBeLessThan(8 * keys.length)
  })

  it('loses no key that comes faster than the answers', async () => {
    await put('B')
    // All of them are pressed before the page draws anything or has an answer.
    await page.evaluate((keys) => {
      for (const key of keys)
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        )
    }, said.join(''))
    tell('78 positions pressed at once', await time([]))
    expect(lettersOf(await jointVoteOf(page, itemId))).toEqual(said)
  })

  it('is filled with a key for each row', async () => {
    await put('C')
    const seconds = await time(['Shift+F', 'Shift+A', 'Shift+F', 'Shift+N', 'Shift+A', 'Shift+B'])
    tell('the same by filling six rows', seconds)
    expect(lettersOf(await jointVoteOf(page, itemId))).toEqual(
      ['f', 'a', 'f', 'n', 'a', 'b'].map((letter) => letter.repeat(13)),
    )
    expect(window.faults).toEqual([])
  })
})
