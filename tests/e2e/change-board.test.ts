import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pressUntil } from '../support/press-until.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { minutesInMarkdown } from '../support/minutes.ts'

/** How many of each party category come, and how they vote: for, against. The rest of its seats stays empty. */
const categories: readonly [name: string, letter: string, votesFor: number, votesAgainst: number][] = [
  ['Large Suppliers', 'L', 7, 2],
  ['Small Suppliers', 'S', 0, 2],
  ['Network Parties', 'N', 3, 0],
  ['Other SEC Parties', 'O', 1, 1],
  ['Consumers', 'C', 1, 0],
]
const against = categories.flatMap(([, letter, votesFor, votesAgainst]) =>
  Array.from({ length: votesAgainst }, (_, index) => `${letter}${votesFor + index + 1}`.toLowerCase()),
)

/** The SEC Change Board: the same positions under both readings of its rule. */
describe('a vote by party category', () => {
  let window: TestWindow
  let page: Page
  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  })
  beforeEach(() => pictureOnFailure(() => page))
  afterAll(() => window.close())

  const outcomes = () =>
    page
      .getByRole('table')
      .last()
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' | ')),
      )
  const vote = async (words: string) => {
    await pressUntil(page, 'q', page.getByRole('dialog'))
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.locator('[role="gridcell"]:focus').waitFor()
    await pressUntil(page, '/', page.locator('input[aria-label="Vote by exception"]:focus'))
    await page.keyboard.type(`all f / ${against.join(', ')} a`)
    await page.keyboard.press('Enter')
    await page.getByText('12 for + 5 against', { exact: false }).last().waitFor()
  }

  it('has seventeen members in the room', async () => {
    const { bodies } = await callIn(page, 'body.list', {})
    const board = bodies.find(({ name }) => name === 'SEC Change Board')
    const body = await callIn(page, 'body.read', { bodyId: board?.id ?? '' })
    for (const [name, letter, votesFor, votesAgainst] of categories) {
      const constituency = body.constituencies.find((each) => each.name === name)
      const seats = body.seats.filter(({ constituencyId }) => constituencyId === constituency?.id)
      for (const [index, seat] of seats.slice(0, votesFor + votesAgainst).entries()) {
        const initials = `${letter}${index + 1}`
        const { id } = await callIn(page, 'person.add', { name: `Member ${initials}`, initials })
        await callIn(page, 'body.add-member', {
          bodyId: body.id,
          personId: id,
          role: 'member',
          seatId: seat.id,
        })
      }
    }
    const { id: meetingId, room } = await callIn(page, 'meeting.create', {
      bodyId: body.id,
      startsOn: '2017-01-25',
    })
    await callIn(page, 'attendance.record-many', {
      meetingId,
      personIds: room.attendees.map(({ personId }) => personId),
      presence: 'present',
    })
    await callIn(page, 'meeting.open', { meetingId })
    const { proposals } = await callIn(page, 'proposal.resolve', { reference: 'SECMP-16' })
    const { itemId } = await callIn(page, 'agenda.add', {
      meetingId,
      title: 'Credit cover',
      proposalId: proposals[0]?.id ?? null,
    })
    await callIn(page, 'agenda.set-current', { itemId })
    await page.evaluate((to) => (location.hash = to), `#/meetings/${meetingId}/${itemId}`)
    await page.getByText('17 seats').or(page.getByText('17 people')).first().waitFor()
  })

  it('is approved by three categories to one as a block, the tied one neutral', async () => {
    await vote('approve')
    expect(await outcomes()).toEqual([
      'Large Suppliers | 7 | 2 | 0 | ✓ approves',
      'Small Suppliers | 0 | 2 | 0 | ✗ rejects',
      'Network Parties | 3 | 0 | 0 | ✓ approves',
      'Other SEC Parties | 1 | 1 | 0 | = neutral',
      'Consumers | 1 | 0 | 0 | ✓ approves',
    ])
    await page
      .getByText(/3 of the .*party categories/)
      .first()
      .waitFor()
    await page.keyboard.press('d')
    await page.keyboard.press('Control+Enter')
    await page
      .locator('blockquote')
      .filter({ hasText: /Approved/ })
      .waitFor()
  })

  it('is approved by the sum of the shares in the other reading', async () => {
    await vote('proportional')
    await page
      .getByText(/3\.278/)
      .first()
      .waitFor()
    await page
      .getByText(/1\.722/)
      .first()
      .waitFor()
  })

  it('stands by category in the minutes', async () => {
    const text = await minutesInMarkdown(window)
    expect(text).toMatch(/Party category \| Approve \| Reject \| Abstain \| Outcome/)
    expect(text).toMatch(/Other SEC Parties \| 1 \| 1 \| 0 \|/)
    expect(window.faults).toEqual([])
  })
})
