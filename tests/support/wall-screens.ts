import type { Page } from 'playwright-core'
import type { CallOutput } from '../../core/contract/calls.ts'
import { callIn } from './call-in.ts'
import { beginSampleMeeting } from './sample-meeting.ts'

/** A vote on 0620 in which every position is in; nothing is determined. */
export async function completeVote(
  page: Page,
  kind = 'self-governance',
): Promise<{ itemId: string; questionId: string; meetingId: string }> {
  const { itemId, meetingId } = await beginSampleMeeting(page, '0620')
  const { questionId, item } = await callIn(page, 'question.put', { itemId, kind })
  const seats = item.questions.at(-1)?.round.positions.filter(({ value }) => value === 'pending') ?? []
  await callIn(page, 'vote.record-many', {
    questionId,
    positions: seats.slice(0, 3).map(({ seatId }) => ({ seatId, value: 'for' })),
    rest: 'against',
  })
  return { itemId, questionId, meetingId }
}

/** The room's screen in the place of the secretary's window. */
async function toTheWall(page: Page): Promise<void> {
  await page.goto(new URL('/index.html?view=room', page.url()).href)
  await page.locator('.wall-head, .wall-quiet').first().waitFor()
}

/** The result is shown to the room before anything is determined. */
export async function wallWithResult(page: Page): Promise<void> {
  const { questionId } = await completeVote(page)
  await callIn(page, 'vote.show-room', { questionId, sees: 'result' })
  await toTheWall(page)
  await page.locator('.wall-result').waitFor()
}

/** Options that were voted on together, with their results shown. */
export async function wallWithOptions(page: Page): Promise<void> {
  const { itemId } = await beginSampleMeeting(page, '0621')
  const { jointVoteId, item } = await callIn(page, 'joint-vote.put-on-options', {
    itemId,
    kind: 'implement',
    options: ['Original', 'Alternative A', 'Alternative B', 'Alternative C'].map((label) => ({ label })),
  })
  await callIn(page, 'joint-vote.record', { jointVoteId, cells: cellsOf(item) })
  await callIn(page, 'vote.show-room', { jointVoteId, sees: 'result' })
  await toTheWall(page)
  await page.getByText('Carried', { exact: false }).first().waitFor()
}

function cellsOf(item: CallOutput<'agenda.read'>) {
  return (item.jointVotes[0]?.rows ?? []).map(({ questionId }, index) => ({
    questionId,
    value: index % 3 === 1 ? ('against' as const) : ('for' as const),
  }))
}

/** The meeting is adjourned, and says why. */
export async function wallAdjourned(page: Page): Promise<void> {
  const { meetingId } = await beginSampleMeeting(page, '0620')
  await callIn(page, 'meeting.adjourn', { meetingId, reason: 'lunch until 13:15' })
  await toTheWall(page)
  await page.getByText('lunch until 13:15').waitFor()
}
