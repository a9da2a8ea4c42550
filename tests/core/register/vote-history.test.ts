import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProposalVote } from '../../../core/contract/proposal-votes.ts'
import { kinds, makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.openMeeting()
  await panel.arrive('AB CD EF KL MN CH SE')
})
afterEach(() => panel.close())

const votes = async (): Promise<ProposalVote[]> =>
  (await panel.must('proposal.read', { proposalId: panel.proposalId })).votes

const correct = (
  questionId: string,
  initials: string,
  value: 'for' | 'against' | 'abstain',
  reason: string,
) => panel.must('vote.correct', { questionId, initials, value, reason })

describe('the voting history of a proposal', () => {
  it('has what was corrected, by whom, when and why', async () => {
    const questionId = await panel.put('exercisable')
    await panel.record(questionId, 'KL against, rest for')
    await panel.must('vote.close', { questionId })
    panel.setNow('2016-12-15T11:52:00.000+00:00')
    await correct(questionId, 'KL', 'for', 'misheard')
    await correct(questionId, 'KL', 'abstain', 'misheard again')
    const [vote] = await votes()
    expect(vote).toMatchObject({ state: 'closed', tally: { for: 4, against: 0, abstain: 1 } })
    expect(vote?.corrections).toEqual([
      {
        initials: 'KL',
        from: 'Against',
        to: 'For',
        correctedAt: '2016-12-15T11:52:00.000+00:00',
        correctedBy: 'Secretary',
        reason: 'misheard',
      },
      expect.objectContaining({ from: 'For', to: 'Abstain', reason: 'misheard again' }),
    ])
  })

  it('has a vote that was taken again above the one before, each with its own corrections and the reason', async () => {
    const questionId = await panel.put('exercisable')
    await panel.record(questionId, 'rest for')
    await panel.must('vote.close', { questionId })
    await correct(questionId, 'AB', 'against', 'misheard')
    panel.setNow('2016-12-15T11:55:00.000+00:00')
    await panel.must('vote.take-again', { questionId, reason: 'the date was wrong' })
    await panel.record(questionId, 'rest against')
    expect(
      (await votes()).map(({ round, state, reason, corrections }) => [
        round,
        state,
        reason,
        corrections.length,
      ]),
    ).toEqual([
      [2, 'open', '', 0],
      [1, 'superseded', 'the date was wrong', 1],
    ])
  })

  it('has a question that was withdrawn, with what had been recorded and why, and without a result', async () => {
    const questionId = await panel.put('exercisable')
    await panel.record(questionId, 'rest for')
    await panel.must('question.withdraw', { questionId, reason: 'put on the wrong item' })
    expect(await votes()).toMatchObject([
      {
        state: 'withdrawn',
        reason: 'put on the wrong item',
        result: '',
        tally: { for: 5 },
        determination: null,
      },
    ])
  })

  it('has the votes of which no name was taken, where the chair declared the result', async () => {
    const { questionId } = await panel.must('question.put', {
      itemId: panel.items.p,
      kind: 'cast',
      method: 'on-the-voices',
    })
    await panel.must('vote.declare', { questionId, result: 'carried' })
    const [vote] = await votes()
    // Five in the room; the sixth seat is vacant.
    expect(vote?.tally).toMatchObject({ for: 0, against: 0, unnamed: 5, notPresent: 1 })
  })

  it('has of a vote by preference what each option got, and corrections by the options named', async () => {
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [{ ...kinds[0]!, key: 'prefer', rule: { kind: 'preference' }, decisionMaker: 'view' }],
    })
    const { questionId } = await panel.must('question.put', {
      itemId: panel.items.p,
      kind: 'prefer',
      options: [
        { key: 'original', label: 'Original' },
        { key: 'alt-a', label: 'Alternative A' },
      ],
    })
    await panel.must('vote.record-many', { questionId, rest: 'for', restOption: 'original' })
    await panel.must('vote.close', { questionId })
    await panel.must('vote.correct', {
      questionId,
      initials: 'AB',
      value: 'for',
      option: 'alt-a',
      reason: 'misheard',
    })
    const [vote] = await votes()
    expect(vote?.byOption?.map(({ label, votes: got, isPreferred }) => [label, got, isPreferred])).toEqual([
      ['Original', 4, true],
      ['Alternative A', 1, false],
    ])
    expect(vote?.corrections).toMatchObject([{ from: 'Original', to: 'Alternative A' }])
  })
})

describe('votes on options that were taken together', () => {
  /** Original and Alternative A against two objectives, everybody for everything. */
  async function putOnOptions() {
    const { jointVoteId, item } = await panel.must('joint-vote.put-on-options', {
      itemId: panel.items.p,
      kind: 'exercisable',
      title: 'Options of 0621A',
      options: [{ label: 'Original' }, { label: 'Alternative A' }],
      objectives: [{ label: 'Objective (a)' }, { label: 'Objective (b)' }],
    })
    await panel.must('joint-vote.record', { jointVoteId, cells: [{ value: 'for' }] })
    await panel.must('joint-vote.close', { jointVoteId })
    return item.jointVotes[0]?.rows.map(({ questionId }) => questionId) ?? []
  }

  it('are one entry for each option, which tells what it got against each objective', async () => {
    await putOnOptions()
    const found = await votes()
    expect(found.map(({ joint }) => [joint?.title, joint?.option])).toEqual([
      ['Options of 0621A', 'Original'],
      ['Options of 0621A', 'Alternative A'],
    ])
    for (const { joint } of found) {
      expect(
        joint?.objectives.map(({ objective, verdict, tally }) => [objective, verdict, tally.for]),
      ).toEqual([
        ['Objective (a)', 'carried', 5],
        ['Objective (b)', 'carried', 5],
      ])
    }
  })

  it('keep together when one of them is taken again later, and show what was changed', async () => {
    const [firstObjective = '', secondObjective = '', overall = ''] = await putOnOptions()
    await correct(firstObjective, 'KL', 'against', 'misheard')
    panel.setNow('2016-12-15T12:30:00.000+00:00')
    const other = await panel.put('cast')
    for (const questionId of [secondObjective, overall]) {
      await panel.must('vote.take-again', { questionId, reason: 'not followed' })
      await panel.record(questionId, 'rest against')
    }
    const found = await votes()
    expect(
      found.map(({ joint, questionId, round, state }) => [joint?.option ?? questionId, round, state]),
    ).toEqual([
      [other, 1, 'open'],
      ['Original', 2, 'open'],
      ['Original', 1, 'superseded'],
      ['Alternative A', 1, 'closed'],
    ])
    const [, again, before] = found
    expect(
      again?.joint?.objectives.map(({ objective, round, state, reason }) => [
        objective,
        round,
        state,
        reason,
      ]),
    ).toEqual([
      ['Objective (a)', 1, 'closed', ''],
      ['Objective (b)', 2, 'open', ''],
      ['Objective (b)', 1, 'superseded', 'not followed'],
    ])
    expect(again?.joint?.objectives[0]?.corrections).toMatchObject([
      { initials: 'KL', from: 'Yes', to: 'No' },
    ])
    expect(before).toMatchObject({ reason: 'not followed', joint: { objectives: [] } })
  })

  it('over items stand in the history of each proposal, as votes of their own', async () => {
    await panel.must('joint-vote.put-on-items', {
      itemIds: [panel.items.p, panel.items.other],
      kind: 'cast',
      title: 'Both',
    })
    expect(await votes()).toMatchObject([{ joint: { title: 'Both', option: null, objectives: [] } }])
  })
})
