import type { Page } from 'playwright-core'
import { callIn } from './call-in.ts'

/**
 * Brings the sample's meeting 199 to the point at which a vote can be taken: everybody who is expected is in the room,
 * the meeting is open and the item of that proposal is before it and on the screen. Twelve of thirteen votes can be
 * exercised; HA sits for GH, and YZ is away.
 */
export async function beginSampleMeeting(
  page: Page,
  reference: string,
): Promise<{ meetingId: string; itemId: string; proposalId: string; bodyId: string }> {
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  const { meetings } = await callIn(page, 'meeting.list', {})
  const meeting = meetings.find(({ number }) => number === '199')
  if (meeting === undefined) throw new Error('This book is not the sample.')
  const meetingId = meeting.id
  const { room, agenda } = await callIn(page, 'meeting.read', { meetingId })
  await callIn(page, 'attendance.record-many', {
    meetingId,
    personIds: room.attendees
      .filter(({ presence }) => presence === 'expected')
      .map(({ personId }) => personId),
    presence: 'present',
  })
  await callIn(page, 'meeting.open', { meetingId })
  const line = agenda.find(({ proposal }) => proposal?.reference === reference)
  if (line === undefined || line.proposal === null) throw new Error(`${reference} is not on the agenda.`)
  await callIn(page, 'agenda.set-current', { itemId: line.id })
  await page.evaluate((to) => (location.hash = to), `#/meetings/${meetingId}/${line.id}`)
  await page
    .getByRole('heading', { name: new RegExp(reference) })
    .first()
    .waitFor()
  return { meetingId, itemId: line.id, proposalId: line.proposal.id, bodyId: meeting.body.id }
}
