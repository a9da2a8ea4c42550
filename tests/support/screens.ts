import type { Page } from 'playwright-core'
import { callIn } from './call-in.ts'
import {
  addSnippet,
  askForParticulars,
  changeScript,
  findNoScript,
  listScripts,
  listSnippets,
  readScript,
  takeABranch,
} from './script-screens.ts'
import {
  determineJointVote,
  putOnItems,
  putOnOptions,
  takeJointVote,
  takeVoteOnItems,
  withdrawJointVote,
  writePerOption,
} from './joint-screens.ts'
import { findInitials, findSnippets, makeALink, writeNote } from './note-screens.ts'
import { takeFromPalette } from './palette.ts'
import { changePaper, deferAnItem, listPapers } from './paper-screens.ts'
import { pressUntil } from './press-until.ts'
import { rehearse, shareInRehearsal, wallInRehearsal } from './rehearsal-screens.ts'
import { completeVote, wallAdjourned, wallWithOptions, wallWithResult } from './wall-screens.ts'

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
  { name: 'agenda-selection', book: 'planned', show: selectItems },
  { name: 'agenda-suggestions', book: 'held', show: openSuggestions },
  { name: 'agenda-copy', book: 'held', show: openCopy },
  { name: 'agenda-empty', book: 'held', show: openEmptyMeeting },
  { name: 'papers', book: 'planned', show: listPapers },
  { name: 'paper-changed', book: 'planned', show: changePaper },
  { name: 'outcome-deferred', book: 'planned', show: deferAnItem },
  { name: 'meeting-open', book: 'planned', show: takeAVote },
  { name: 'note', book: 'planned', show: writeNote },
  { name: 'note-initials', book: 'planned', show: findInitials },
  { name: 'note-snippets', book: 'planned', show: findSnippets },
  { name: 'note-link', book: 'planned', show: makeALink },
  { name: 'put-question', book: 'planned', show: putAQuestion },
  { name: 'vote-on-options', book: 'planned', show: putOnOptions },
  { name: 'vote-on-items', book: 'planned', show: putOnItems },
  { name: 'joint-vote', book: 'planned', show: takeJointVote },
  { name: 'written-option', book: 'planned', show: writePerOption },
  { name: 'joint-vote-withdraw', book: 'planned', show: withdrawJointVote },
  { name: 'joint-vote-results', book: 'planned', show: determineJointVote },
  { name: 'joint-vote-items', book: 'planned', show: takeVoteOnItems },
  { name: 'script', book: 'planned', show: readScript },
  { name: 'script-taken', book: 'planned', show: takeABranch },
  { name: 'script-particulars', book: 'planned', show: askForParticulars },
  { name: 'script-none', book: 'planned', show: findNoScript },
  { name: 'scripts', book: 'held', show: listScripts },
  { name: 'script-dialog', book: 'held', show: changeScript },
  { name: 'snippets', book: 'held', show: listSnippets },
  { name: 'snippet-dialog', book: 'held', show: addSnippet },
  { name: 'circulate', book: 'planned', show: pressed('#/meetings', 'Meetings', 'w') },
  { name: 'resolution-out', book: 'held', show: (page) => openResolution(page, false) },
  { name: 'resolution-late', book: 'held', show: (page) => openResolution(page, true) },
  { name: 'resolution-list', book: 'held', show: listResolutions },
  { name: 'to-ratify', book: 'held', show: openToRatify },
  { name: 'meeting-closed', book: 'held', show: (page) => openMeeting(page, '0621') },
  { name: 'register', book: 'held', show: goTo('#/register', 'Register') },
  { name: 'proposal', book: 'held', show: openProposal },
  { name: 'actions', book: 'held', show: goTo('#/actions', 'Actions') },
  { name: 'bodies', book: 'held', show: openUncPanel },
  { name: 'share', book: 'held', show: goTo('#/share', 'Share') },
  { name: 'history', book: 'held', show: goTo('#/history', 'History') },
  { name: 'meeting-history', book: 'planned', show: showMeetingHistory },
  { name: 'guide', book: 'held', show: goTo('#/guide', 'Guide') },
  { name: 'guide-section', book: 'held', show: goTo('#/guide/vote', 'Putting a question') },
  { name: 'palette', book: 'held', show: openPalette },
  { name: 'keys', book: 'held', show: pressed('#/meetings', 'Meetings', '?') },
  { name: 'room', book: 'planned', show: openWall },
  { name: 'room-result', book: 'planned', show: wallWithResult },
  { name: 'room-options', book: 'planned', show: wallWithOptions },
  { name: 'room-adjourned', book: 'planned', show: wallAdjourned },
  { name: 'rehearsal', book: 'planned', show: rehearse },
  { name: 'rehearsal-share', book: 'planned', show: shareInRehearsal },
  { name: 'room-rehearsal', book: 'planned', show: wallInRehearsal },
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

async function openMeeting(page: Page, reference: string | null, number = '199'): Promise<string> {
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  const { meetings } = await callIn(page, 'meeting.list', {})
  const id = meetings.find((meeting) => meeting.number === number)?.id ?? ''
  const { agenda } = await callIn(page, 'meeting.read', { meetingId: id })
  const item = agenda.find(({ proposal }) => proposal?.reference === reference)?.id
  await page.evaluate(
    (address) => (window.location.hash = address),
    `#/meetings/${id}${item === undefined ? '' : `/${item}`}`,
  )
  await page.getByRole('heading', { name: new RegExp(`Meeting ${number}`) }).waitFor()
  await settled(page)
  return id
}

/** Three items of the agenda are selected, and one of them ticked off again. */
async function selectItems(page: Page): Promise<void> {
  await openMeeting(page, '0620')
  await pressUntil(page, 'g', page.locator('[role=treeitem]:focus'))
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  await page.getByText('4 selected').waitFor()
  await settled(page)
}

/** A written resolution on 0621, with answers from most; its deadline is in two weeks, or has just passed. */
async function circulate(page: Page, isLate: boolean): Promise<{ meetingId: string; questionId: string }> {
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  const { bodies } = await callIn(page, 'body.list', {})
  const bodyId = bodies.find(({ shortName }) => shortName === 'UNC Panel')?.id ?? ''
  const { proposals } = await callIn(page, 'proposal.resolve', { reference: '0621' })
  const soon = new Date(Date.now() + (isLate ? 3000 : 14 * 86_400_000)).toISOString()
  const { meetingId, itemId, questionId } = await callIn(page, 'resolution.circulate', {
    bodyId,
    kind: 'implement',
    proposalId: proposals[0]?.id ?? null,
    deadline: soon,
  })
  const { questions } = await callIn(page, 'agenda.read', { itemId })
  const seats = (questions[0]?.round.positions ?? []).slice(0, 11).map(({ seatId }) => seatId)
  await callIn(page, 'vote.record-many', {
    questionId,
    positions: seats.map((seatId, index) => ({ seatId, value: index === 3 ? 'against' : 'for' })),
  })
  return { meetingId, questionId }
}

async function openResolution(page: Page, isLate: boolean): Promise<void> {
  const { meetingId } = await circulate(page, isLate)
  await page.evaluate((address) => (window.location.hash = address), `#/meetings/${meetingId}`)
  await page
    .getByRole('region', { name: 'Deadline' })
    .filter({ hasText: isLate ? 'The deadline passed' : 'Answer by' })
    .waitFor()
  await settled(page)
}

/** One that is out, one that waits to be ratified and one that is past its deadline. */
async function listResolutions(page: Page): Promise<void> {
  await circulate(page, true)
  await carry(page)
  await circulate(page, false)
  await goTo('#/meetings', 'Meetings')(page)
  await page.getByText('Past its deadline').waitFor()
  await settled(page)
}

async function carry(page: Page): Promise<void> {
  const { questionId } = await circulate(page, false)
  await callIn(page, 'vote.record-many', { questionId, rest: 'none' })
  await callIn(page, 'vote.close', { questionId })
}

/** Meeting 200 is open at the minutes of earlier meetings, and a resolution waits. */
async function openToRatify(page: Page): Promise<void> {
  await carry(page)
  const meetingId = await openMeeting(page, null, '200')
  const { agenda } = await callIn(page, 'meeting.open', { meetingId })
  const itemId = agenda.find(({ kind }) => kind === 'minutes')?.id ?? ''
  await page.evaluate((address) => (window.location.hash = address), `#/meetings/${meetingId}/${itemId}`)
  await page.getByRole('button', { name: 'Ratify WR1' }).waitFor()
  await settled(page)
}

async function openSuggestions(page: Page): Promise<void> {
  await openMeeting(page, null, '200')
  await pressUntil(page, 's', page.getByRole('dialog', { name: 'Suggestions from the register' }))
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await settled(page)
}

async function openCopy(page: Page): Promise<void> {
  await openMeeting(page, null, '200')
  await takeFromPalette(page, 'copy items', /Copy items/)
  await page.getByRole('option', { name: /Record apologies/ }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press(' ')
  await settled(page)
}

async function openEmptyMeeting(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).waitFor()
  const { bodies } = await callIn(page, 'body.list', {})
  const bodyId = bodies.find(({ shortName }) => shortName === 'UNC Panel')?.id ?? ''
  await callIn(page, 'meeting.create', { bodyId, startsOn: '2017-02-16', fromTemplate: false })
  await openMeeting(page, null, '201')
  await page.getByRole('button', { name: 'Fill it from the register' }).waitFor()
  await settled(page)
}

/** The meeting is open, 0620 is before it, and its vote waits for half of the positions. */
async function takeAVote(page: Page): Promise<void> {
  await putAQuestion(page)
  await page.keyboard.type('self')
  await page.keyboard.press('Enter')
  await page.locator('[role=gridcell]:focus').waitFor()
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

/** A vote is taken at a meeting, typing and a slip among it, and its history is opened. */
async function showMeetingHistory(page: Page): Promise<void> {
  const { itemId } = await completeVote(page)
  for (const text of ['A member', 'A member asked', 'A member asked why.']) {
    await callIn(page, 'note.write', { itemId, text })
  }
  await callIn(page, 'action.add-line', { itemId, line: 'AB to provide legal text by 12 Jan #0620' })
  await callIn(page, 'history.undo', {})
  await callIn(page, 'agenda.set-outcome', { itemId, outcome: 'done' })
  await pressUntil(page, 'h', page.getByRole('heading', { name: 'History of meeting 199' }))
  await page.locator('.timeline li').first().waitFor()
  await settled(page)
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
