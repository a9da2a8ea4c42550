import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { openWall } from '../support/open-wall.ts'
import { takeFromPalette } from '../support/palette.ts'
import { pressUntil } from '../support/press-until.ts'
import { completeVote } from '../support/wall-screens.ts'

/** What the room sees of votes taken together, of a preference, and of a question that was a mistake. */
describe('the screen for the room', () => {
  let window: TestWindow
  let page: Page
  let wall: Page
  let itemId = ''
  let joint: JointVote | undefined
  const shown = async () => ((await wall.locator('.wall-item').textContent()) ?? '').replace(/\s+/g, ' ')
  const overall = () => (joint?.rows ?? []).filter(({ objective }) => objective === null)

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    itemId = (await beginSampleMeeting(page, '0620')).itemId
    wall = await openWall(window)
    await wall.getByRole('heading', { level: 1, name: /0620/ }).waitFor()
  })
  beforeEach(() => pictureOnFailure(() => wall))
  afterAll(() => window.close())

  it('names the options of a joint vote, and tells of the votes only how many positions are in', async () => {
    const { item } = await callIn(page, 'joint-vote.put-on-options', {
      itemId,
      kind: 'implement',
      title: 'The options of 0620',
      options: [{ label: 'Original' }, { label: 'Alternative A' }, { label: 'Alternative B' }],
      objectives: [{ label: 'Objective (a)' }],
    })
    joint = item.jointVotes[0]
    await wall.getByRole('heading', { level: 2, name: 'The options of 0620' }).waitFor()
    // Six votes of thirteen seats, and YZ is away in each of them.
    await wall.getByText('6 of 78 positions are in.').waitFor()
    const [first, second] = overall()
    const jointVoteId = joint?.id ?? ''
    await callIn(page, 'joint-vote.record', {
      jointVoteId,
      cells: [
        { questionId: first?.questionId ?? '', value: 'for' },
        { questionId: second?.questionId ?? '', value: 'against' },
      ],
    })
    await wall.getByText('30 of 78 positions are in.').waitFor()
    // The results are known, and the room is not told: nothing is determined.
    expect(await shown()).toMatch(/OriginalAlternative AAlternative B/)
    expect(await shown()).not.toMatch(/[Cc]arried|12–0|Objective/)
  })

  it('shows the result of an option once its determination is written', async () => {
    await callIn(page, 'determination.write', { itemId, questionId: overall()[0]?.questionId ?? '' })
    const options = wall.locator('.wall-options > li')
    await options.filter({ hasText: 'Original' }).getByText('Carried 12–0').waitFor()
    expect(await options.filter({ hasText: 'Alternative A' }).textContent()).toBe('Alternative A')
    await callIn(page, 'determination.write', { itemId, questionId: overall()[1]?.questionId ?? '' })
    await options.filter({ hasText: 'Alternative A' }).getByText('Not carried 0–12').waitFor()
  })

  it('leaves out an option whose question was withdrawn', async () => {
    const options = wall.locator('.wall-options > li')
    await callIn(page, 'question.withdraw', {
      questionId: overall()[2]?.questionId ?? '',
      reason: 'Alternative B was not before the Panel',
    })
    await options.filter({ hasText: 'Alternative B' }).waitFor({ state: 'detached' })
    expect(await options.count()).toBe(2)
  })

  it('never shows a question that was withdrawn', async () => {
    const { questionId } = await callIn(page, 'question.put', { itemId, kind: 'self-governance' })
    await wall.getByRole('heading', { level: 2, name: /Self-Governance/ }).waitFor()
    await callIn(page, 'question.withdraw', { questionId, reason: 'put on the wrong proposal' })
    await wall.getByRole('heading', { level: 2, name: 'The options of 0620' }).waitFor()
    expect(await shown()).not.toContain('Self-Governance')
  })

  it('tells of a vote by preference its result in a sentence', async () => {
    const { questionId } = await callIn(page, 'question.put', {
      itemId,
      kind: 'preferred-alternative',
      options: [
        { key: 'original', label: 'Original' },
        { key: 'a', label: 'Alternative A' },
      ],
    })
    await callIn(page, 'vote.record-many', { questionId, rest: 'for', restOption: 'a' })
    await wall.getByText('Every position is in.').waitFor()
    expect(await wall.locator('.wall-result').count()).toBe(0)
    await callIn(page, 'determination.write', { itemId, questionId })
    await wall.locator('.wall-result').filter({ hasText: 'Alternative A' }).waitFor()
    expect(window.faults).toEqual([])
  })
})

/** What the secretary lets the room see, from the keyboard of the other window. */
describe('the result for the room', () => {
  let window: TestWindow
  let page: Page
  let wall: Page
  let vote: Awaited<ReturnType<typeof completeVote>>
  const result = () => wall.locator('.wall-result')
  const sign = (words: string) => page.getByRole('button', { name: words })

  beforeAll(async () => {
    window = await openWindow()
    page = window.page
    vote = await completeVote(page)
    wall = await openWall(window)
    await wall.getByText('Every position is in.').waitFor()
  })
  beforeEach(() => pictureOnFailure(() => wall))
  afterAll(() => window.close())

  it('is shown by one key before it is determined, and the secretary sees that it is', async () => {
    expect(await result().count()).toBe(0)
    await sign('The room sees: the question').waitFor()
    await page.getByText('The room sees the question').waitFor()
    await pressUntil(page, 'Shift+V', page.getByText('The room sees the result'))
    await result().filter({ hasText: 'no majority in favour (3 for, 9 against)' }).waitFor()
    await wall.getByText('3 for + 9 against').waitFor()
    await sign('The room sees: the result').waitFor()
    await page.getByRole('button', { name: /^undo: result of 0620 shown to the room/ }).waitFor()
    // No name and no initials, not even where the page keeps them.
    expect(await wall.content()).not.toMatch(/\bAB\b|\bHA\b/)
  })

  it('is taken away by a correction until it is shown again', async () => {
    await callIn(page, 'vote.close', { questionId: vote.questionId })
    await result().waitFor()
    await callIn(page, 'vote.correct', {
      questionId: vote.questionId,
      initials: 'AB',
      value: 'against',
      reason: 'Misheard',
    })
    await wall.getByText('Every position is in.').waitFor()
    expect(await result().count()).toBe(0)
    await page.getByText('The room sees the question').waitFor()
    await pressUntil(page, 'Shift+V', page.getByText('The room sees the result'))
    await result().filter({ hasText: '2 for, 10 against' }).waitFor()
  })

  it('is kept from the room also once it is determined', async () => {
    await pressUntil(page, 'Shift+V', page.getByText('The result is kept from the room'))
    await wall.getByText('Every position is in.').waitFor()
    await callIn(page, 'determination.write', { itemId: vote.itemId, questionId: vote.questionId })
    await page
      .getByText(/^Does not satisfy/)
      .first()
      .waitFor()
    await wall.waitForTimeout(300)
    expect(await result().count()).toBe(0)
    // Answered, it is a line among others, which says so as well.
    await page.getByRole('button', { name: /kept from the room/ }).click()
    await takeFromPalette(page, 'once it is determined', /Show the room the result once/)
    await result().waitFor()
  })

  it('goes with its item', async () => {
    const { agenda } = await callIn(page, 'meeting.read', { meetingId: vote.meetingId })
    const next = agenda.find(({ proposal }) => proposal?.reference === '0621')
    await callIn(page, 'agenda.set-current', { itemId: next?.id ?? '' })
    await wall.getByRole('heading', { level: 1, name: /0621/ }).waitFor()
    expect(await wall.locator('.wall-question').count()).toBe(0)
    await wall.getByText('Item 7 of 15 · late item').waitFor()
  })

  it('gives way to a cleared screen, and comes back', async () => {
    await takeFromPalette(page, 'clear the room', /Clear the room’s screen/)
    await wall.getByText('The meeting goes on shortly.').waitFor()
    expect(await wall.locator('.wall-item').count()).toBe(0)
    await sign('The room’s screen is cleared').click()
    await page.getByRole('menuitem', { name: 'Show the room the item again' }).click()
    await wall.getByRole('heading', { level: 1, name: /0621/ }).waitFor()
  })

  it('holds a long title whole, on a projector and on a large screen', async () => {
    const { proposal } = await callIn(page, 'agenda.read', { itemId: vote.itemId })
    const title = 'Alternative arrangements for exit capacity at interconnection points '.repeat(4).trim()
    await callIn(page, 'proposal.change', { proposalId: proposal?.id ?? '', title })
    await callIn(page, 'agenda.set-current', { itemId: vote.itemId })
    await wall.getByRole('heading', { level: 1, name: /interconnection points/ }).waitFor()
    for (const [width, height] of [
      [1280, 720],
      [3840, 2160],
    ] as const) {
      await wall.setViewportSize({ width, height })
      await expect
        .poll(() =>
          wall.locator('.wall-item').evaluate((item) => {
            const heading = item.querySelector('h1')
            const size = parseFloat(getComputedStyle(heading ?? item).lineHeight)
            return {
              isWhole: item.scrollHeight <= item.clientHeight + 1,
              lines: Math.round((heading?.clientHeight ?? 0) / size),
              // Read from ten metres: the words of the result are a twentieth of the height or more.
              isLarge:
                parseFloat(getComputedStyle(item.querySelector('.wall-result') ?? item).fontSize) >=
                innerHeight / 20,
            }
          }),
        )
        .toEqual({ isWhole: true, lines: 3, isLarge: true })
    }
    expect(window.faults).toEqual([])
  })

  it('leaves nothing on the screen when the meeting is over', async () => {
    await callIn(page, 'meeting.close', { meetingId: vote.meetingId })
    await wall.getByText('No meeting is open.').waitFor()
    expect(await wall.locator('.wall-item').count()).toBe(0)
  })
})
