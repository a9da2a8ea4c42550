import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JointVote } from '../../core/contract/joint-votes.ts'
import { callIn } from '../support/call-in.ts'
import { openWindow, type TestWindow } from '../support/open-window.ts'
import { pictureOnFailure } from '../support/picture-on-failure.ts'
import { beginSampleMeeting } from '../support/sample-meeting.ts'
import { openWall } from '../support/open-wall.ts'

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
