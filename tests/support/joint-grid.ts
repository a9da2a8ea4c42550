import type { Page } from 'playwright-core'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import { callIn } from './call-in.ts'

/** The newest joint vote of an item, as the core has it. */
export async function jointVoteOf(page: Page, itemId: string): Promise<JointVote> {
  const vote = (await callIn(page, 'agenda.read', { itemId })).jointVotes.at(-1)
  if (vote === undefined) throw new Error('No votes are taken together on this item.')
  return vote
}

const marks: Record<string, string> = {
  for: 'f',
  against: 'a',
  abstain: 'b',
  none: 'n',
  'not-present': 'p',
  recused: 'r',
  pending: '.',
}

/** Its positions in a letter for each seat, row by row: the keys that would record them, and . for those to come. */
export function lettersOf({ rows }: JointVote): string[] {
  return rows.map(({ values }) => values.map((value) => marks[value] ?? '?').join(''))
}

/** Waits until a cell of the grid has the focus: from then on keys are positions. */
export async function inJointGrid(page: Page): Promise<void> {
  await page.locator('[data-cell]:focus').waitFor()
}

/** The cell that has the focus, as a screen reader says it. */
export function focusedCell(page: Page): Promise<string> {
  return page
    .locator('[data-cell]:focus')
    .evaluate((cell) => cell.querySelector('.hidden')?.textContent ?? '')
}
