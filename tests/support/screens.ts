import type { Page } from 'playwright-core'
import { callIn } from './call-in.ts'
import { pressUntil } from './press-until.ts'

/** Which sample a screen is looked at with: none, with its December meeting to come, or with it held. */
export type SampleKind = 'none' | 'planned' | 'held'

export interface NamedScreen {
  name: string
  book: SampleKind
  show(page: Page): Promise<unknown>
}

/** Every screen, and how to get there: for pictures, and for what must hold on each of them. */
export const screens: readonly NamedScreen[] = [
  {
    name: 'first-run',
    book: 'none',
    show: (page) => page.getByRole('button', { name: /sample/i }).waitFor(),
  },
  { name: 'meetings', book: 'planned', show: goTo('#/meetings', 'Meetings') },
  { name: 'create-meeting', book: 'planned', show: pressed('#/meetings', 'Meetings', 'c') },
  { name: 'meeting-planned', book: 'planned', show: (page) => openMeeting(page, null) },
  { name: 'meeting-open', book: 'planned', show: takeAVote },
  { name: 'put-question', book: 'planned', show: putAQuestion },
  { name: 'meeting-closed', book: 'held', show: (page) => openMeeting(page, '0621') },
  { name: 'register', book: 'held', show: goTo('#/register', 'Register') },
  { name: 'proposal', book: 'held', show: openProposal },
  { name: 'actions', book: 'held', show: goTo('#/actions', 'Actions') },
  { name: 'bodies', book: 'held', show: openUncPanel },
  { name: 'share', book: 'held', show: goTo('#/share', 'Share') },
  { name: 'history', book: 'held', show: goTo('#/history', 'History') },
  { name: 'palette', book: 'held', show: openPalette },
  { name: 'keys', book: 'held', show: pressed('#/meetings', 'Meetings', '?') },
  { name: 'room', book: 'planned', show: openWall },
]

function goTo(hash: string, heading: string) {
  return async (page: Page) => {
    await page.getByRole('navigation', { name: 'Screens' }).waitFor()
    await page.evaluate((address) => (window.location.hash = address), hash)
    await page.getByRole('heading', { name: heading }).first().waitFor()
    await settled(page)
  }
}

function pressed(hash: string, heading: string, key: string) {
  return async (page: Page) => {
    await goTo(hash, heading)(page)
    await pressUntil(page, key, page.getByRole('dialog'))
  }
}

/** Nothing is on its way any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.waitForTimeout(150)
}

async function openMeeting(page: Page, reference: string | null): Promise<string> {
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  const { meetings } = await callIn(page, 'meeting.list', {})
  const id = meetings.find(({ number }) => number === '199')?.id ?? ''
  const { agenda } = await callIn(page, 'meeting.read', { meetingId: id })
  const item = agenda.find(({ proposal }) => proposal?.reference === reference)?.id
  await page.evaluate(
    (address) => (window.location.hash = address),
    `#/meetings/${id}${item === undefined ? '' : `/${item}`}`,
  )
  await page.getByRole('heading', { name: /Meeting 199/ }).waitFor()
  await settled(page)
  return id
}

/** The meeting is open, 0620 is before it, and its vote waits for half of the positions. */
async function takeAVote(page: Page): Promise<void> {
  await putAQuestion(page)
  await page.keyboard.type('self')
  await page.keyboard.press('Enter')
  await page.getByRole('grid').waitFor()
  for (const key of ['a', 'a', 'f', 'a', 'n', 'a']) {
    await page.keyboard.press(key)
    await settled(page)
  }
}

async function putAQuestion(page: Page): Promise<void> {
  const meetingId = await openMeeting(page, '0620')
  const { room, agenda } = await callIn(page, 'meeting.read', { meetingId })
  const expected = room.attendees.filter(({ presence }) => presence === 'expected')
  await callIn(page, 'attendance.record-many', {
    meetingId,
    personIds: expected.map(({ personId }) => personId),
    presence: 'present',
  })
  await callIn(page, 'meeting.open', { meetingId })
  await callIn(page, 'agenda.set-current', {
    itemId: agenda.find(({ proposal }) => proposal?.reference === '0620')?.id ?? '',
  })
  await settled(page)
  await pressUntil(page, 'q', page.getByRole('dialog'))
}

async function openProposal(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  const { proposals } = await callIn(page, 'proposal.resolve', { reference: '0621' })
  await page.evaluate((address) => (window.location.hash = address), `#/register/${proposals[0]?.id ?? ''}`)
  await page.getByRole('heading', { name: /0621/ }).first().waitFor()
  await settled(page)
}

async function openUncPanel(page: Page): Promise<void> {
  await goTo('#/bodies', 'Bodies')(page)
  await page.getByText('UNC Modification Panel').first().click()
  await settled(page)
}

async function openPalette(page: Page): Promise<void> {
  await goTo('#/meetings', 'Meetings')(page)
  await pressUntil(page, 'Control+k', page.getByRole('dialog', { name: 'Find anything' }))
  await page.keyboard.type('consum')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
  await settled(page)
}

async function openWall(page: Page): Promise<void> {
  await takeAVote(page)
  await page.goto(new URL('/index.html?view=room', page.url()).href)
  await page.getByRole('heading', { level: 1, name: /0620/ }).waitFor()
  await settled(page)
}
