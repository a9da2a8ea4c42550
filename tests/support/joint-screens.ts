import type { Page } from 'playwright-core'
import { callIn } from './call-in.ts'
import { inJointGrid, jointVoteOf } from './joint-grid.ts'
import { takeFromPalette } from './palette.ts'
import { pressUntil } from './press-until.ts'
import { beginSampleMeeting } from './sample-meeting.ts'

/** The dialog that puts votes on the options of 0621, with some of them typed. */
export async function putOnOptions(page: Page): Promise<void> {
  await beginSampleMeeting(page, '0621')
  const dialog = page.getByRole('dialog', { name: 'Vote on options' })
  await pressUntil(page, 'Shift+Q', dialog)
  await dialog.getByLabel('Option 2').fill('Alternative A')
  await dialog.getByLabel('Objective 1').fill('(a) Efficient and economic operation of the system')
  await dialog.getByLabel('Compared with').waitFor()
}

/** The dialog that puts one vote on several items. */
export async function putOnItems(page: Page): Promise<void> {
  await beginSampleMeeting(page, '0621')
  const dialog = page.getByRole('dialog', { name: 'One vote for several items' })
  await pressUntil(page, 'j', dialog)
  await dialog.getByRole('button', { name: /with a proposal/ }).click()
}

/** Five options against three objectives: one member’s paper is in, the next is begun. */
export async function takeJointVote(page: Page): Promise<string> {
  const { itemId } = await beginSampleMeeting(page, '0621')
  await callIn(page, 'joint-vote.put-on-options', {
    itemId,
    kind: 'implement',
    options: ['Original', 'Alternative A', 'Alternative B', 'Alternative C', 'Alternative D'].map(
      (label) => ({
        label,
      }),
    ),
    objectives: [
      '(a) Efficient and economic operation of the pipe-line system',
      '(b) Co-ordinated operation',
      '(c) Competition between shippers',
    ].map((label) => ({ label })),
    baseline: 'the baseline',
  })
  await page.getByRole('rowgroup').nth(1).waitFor()
  await pressUntil(page, 'v', page.locator('[data-cell]:focus'))
  for (const key of ['f', 'f', 'a', 'f', '=', '=', 'n', 'b', 'a', 'a', '=', 'f', 'a', 'b'])
    await page.keyboard.press(key)
  await page.getByText('217 still to come').waitFor()
  await inJointGrid(page)
  return itemId
}

/** The same when all is in, with one determination written and the next being written. */
export async function determineJointVote(page: Page): Promise<void> {
  const itemId = await takeJointVote(page)
  const { id, rows } = await jointVoteOf(page, itemId)
  await callIn(page, 'joint-vote.record', {
    jointVoteId: id,
    cells: rows.map(({ questionId }, index) => ({ questionId, value: index % 8 < 4 ? 'for' : 'against' })),
  })
  const overall = rows.find(({ objective }) => objective === null)
  await callIn(page, 'determination.write', { itemId, questionId: overall?.questionId ?? null })
  await page.getByRole('button', { name: 'Write the next determination' }).click()
  await page.getByRole('textbox', { name: 'Determination' }).waitFor()
}

/** One vote on three items, with KL recused from one of them. */
export async function takeVoteOnItems(page: Page): Promise<void> {
  const { meetingId, itemId } = await beginSampleMeeting(page, '0621')
  const { agenda, room } = await callIn(page, 'meeting.read', { meetingId })
  await callIn(page, 'attendance.declare-interest', {
    itemId,
    personId: room.attendees.find(({ initials }) => initials === 'KL')?.personId ?? '',
    kind: 'recused',
  })
  await callIn(page, 'joint-vote.put-on-items', {
    itemIds: agenda.filter(({ proposal }) => proposal !== null).map(({ id }) => id),
    kind: 'scr-relation',
  })
  await page.getByText(/^Taken together with/).waitFor()
  await pressUntil(page, 'v', page.locator('[data-cell]:focus'))
  await page.keyboard.press('Shift+A')
  for (const key of ['a', 'a', 'f', 'n']) await page.keyboard.press(key)
  await page.getByText('31 still to come').waitFor()
}

/** Positions that were sent option by option are held; another is being held. */
export async function writePerOption(page: Page): Promise<void> {
  await letters(page)
  const dialog = page.getByRole('dialog', { name: 'Written position on 0621' })
  await pressUntil(page, 'Shift+W', dialog)
  await dialog.getByLabel('Option').fill('Alternative B')
}

/** Votes on options, in which those positions count, are about to be withdrawn together. */
export async function withdrawJointVote(page: Page): Promise<void> {
  const itemId = await letters(page)
  await callIn(page, 'joint-vote.put-on-options', {
    itemId,
    kind: 'implement',
    options: ['Original', 'Alternative A'].map((label) => ({ label })),
  })
  await page.locator('[data-cell]').first().waitFor()
  await takeFromPalette(page, 'withdraw the votes', /Withdraw the votes taken together/)
  await page.getByText('The 2 positions recorded so far stay on record.').waitFor()
}

/** YZ, who is away, is for the original and against its alternative. */
async function letters(page: Page): Promise<string> {
  const { meetingId, itemId } = await beginSampleMeeting(page, '0621')
  const { room } = await callIn(page, 'meeting.read', { meetingId })
  const seatId = room.seatList.find(({ member }) => member?.initials === 'YZ')?.seatId ?? ''
  const hold = (option: string, value: 'for' | 'against') =>
    callIn(page, 'written-position.hold', { itemId, seatId, value, option, note: 'e-mail of 12 December' })
  await hold('Original', 'for')
  await hold('Alternative A', 'against')
  await page.getByText('against Alternative A, held').waitFor()
  return itemId
}
