import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { positionWords } from '../../../core/contract/words.ts'
import type { MeetingRecord, RecordItem } from '../../../core/minutes/record-types.ts'
import { readDocx, tables } from '../documents/read-docx.ts'
import { kinds, makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.openMeeting()
  await panel.arrive('AB CD EF KL MN CH SE')
})
afterEach(() => panel.close())

async function exported(format: 'json' | 'docx', document: 'minutes' | 'vote-annex' = 'minutes') {
  panel.delivered.length = 0
  await panel.must('document.export', { document, format, meetingId: panel.meetingId })
  const [file] = panel.delivered
  if (file === undefined) throw new Error('nothing delivered')
  return file.bytes
}

async function record(): Promise<MeetingRecord> {
  const { record: made } = JSON.parse(new TextDecoder().decode(await exported('json'))) as {
    record: MeetingRecord
  }
  return made
}

async function recordedItem(itemId = panel.items.p): Promise<RecordItem> {
  const item = (await record()).items.find((each) => each.itemId === itemId)
  if (item === undefined) throw new Error('the record has no such item')
  return item
}

const putOnOptions = async () => {
  const { jointVoteId } = await panel.must('joint-vote.put-on-options', {
    itemId: panel.items.p,
    kind: 'cast',
    title: 'Options of 0621A',
    options: [{ label: 'Original' }, { label: 'Alternative A', key: 'alt-a' }],
    objectives: [
      { label: 'Objective (a)', key: 'a' },
      { label: 'Objective (b)', key: 'b' },
    ],
    baseline: 'the baseline',
  })
  return jointVoteId
}

describe('votes on options that were put together', () => {
  it('are in the record each with its place, and in the order of their rows', async () => {
    const jointVoteId = await putOnOptions()
    const { questions, jointVotes } = await recordedItem()
    expect(questions.map(({ joint }) => [joint?.option?.label, joint?.objective?.label])).toEqual([
      ['Original', 'Objective (a)'],
      ['Original', 'Objective (b)'],
      ['Original', undefined],
      ['Alternative A', 'Objective (a)'],
      ['Alternative A', 'Objective (b)'],
      ['Alternative A', undefined],
    ])
    expect(jointVotes).toEqual([
      {
        jointVoteId,
        form: 'options',
        title: 'Options of 0621A',
        baseline: 'the baseline',
        options: [
          { key: 'original', label: 'Original' },
          { key: 'alt-a', label: 'Alternative A' },
        ],
        objectives: [
          { key: 'a', label: 'Objective (a)' },
          { key: 'b', label: 'Objective (b)' },
        ],
        questionIds: questions.map(({ questionId }) => questionId),
        otherItems: [],
      },
    ])
    expect(questions.every(({ joint }) => joint?.jointVoteId === jointVoteId)).toBe(true)
  })

  it('are told by the documents as the book has them, cell by cell', async () => {
    const jointVoteId = await putOnOptions()
    const [vote] = (await panel.item()).jointVotes
    await panel.must('joint-vote.record', {
      jointVoteId,
      cells: (vote?.rows ?? []).flatMap(({ questionId }, row) =>
        ['AB', 'CD', 'EF', 'KL', 'MN'].map((initials, seat) => ({
          questionId,
          initials,
          value: (['for', 'against', 'abstain', 'none'] as const)[(row + seat * 2) % 4] ?? 'for',
        })),
      ),
    })
    await panel.must('joint-vote.close', { jointVoteId })
    const item = await panel.item()
    const expected = (item.jointVotes[0]?.rows ?? []).map(({ questionId, values }) => {
      const counts = item.questions.find(({ id }) => id === questionId)?.round.evaluation.counts
      return [
        ...values.map((value) => positionWords[value].mark),
        ...[counts?.for, counts?.against, counts?.abstain].map(String),
      ]
    })
    expect(expected).toHaveLength(6)
    for (const document of ['minutes', 'vote-annex'] as const) {
      const grid = tables(readDocx(await exported('docx', document)).body).find(
        ({ headers }) => headers.at(-1)?.[0] === 'Objective',
      )
      expect(grid?.rows.filter((row) => row.length > 1).map((row) => row.slice(1))).toEqual(expected)
      expect(grid?.headers.at(-1)?.slice(1, -3)).toEqual(['AB', 'CD', 'EF', 'KL', 'MN', 'Vacant'])
    }
  })

  it('stand in the record of the closed meeting as they stood', async () => {
    const jointVoteId = await putOnOptions()
    await panel.must('joint-vote.record', { jointVoteId, cells: [{ value: 'for' }] })
    await panel.must('joint-vote.close', { jointVoteId })
    for (const { id } of (await panel.item()).questions) {
      await panel.must('determination.write', { itemId: panel.items.p, questionId: id })
    }
    await panel.must('meeting.close', { meetingId: panel.meetingId })
    const before = await record()
    await panel.must('body.change', { bodyId: panel.bodyId, name: 'Renamed' })
    expect(await record()).toEqual(before)
    expect(before.items.find(({ itemId }) => itemId === panel.items.p)?.jointVotes).toHaveLength(1)
  })
})

describe('the same question on several items', () => {
  it('is in the record of each, with the numbers of the others whose question stands', async () => {
    const { itemId: third } = await panel.must('agenda.add', {
      meetingId: panel.meetingId,
      parentId: panel.items.one,
      title: 'A third matter',
    })
    await panel.must('joint-vote.put-on-items', {
      itemIds: [panel.items.other, third, panel.items.p],
      kind: 'exercisable',
    })
    const ofItem = await recordedItem()
    expect(ofItem.jointVotes?.[0]?.otherItems.map(({ label }) => label)).toEqual(['199.1 (a)', '199.2 (b)'])
    expect(ofItem.questions[0]?.joint).toMatchObject({ option: null, objective: null })
    // Its own question among those of all three, in the order of the agenda.
    expect(ofItem.jointVotes?.[0]?.questionIds[1]).toBe(ofItem.questions[0]?.questionId)

    const [asked] = (await panel.item(third)).questions
    await panel.must('question.withdraw', { questionId: asked?.id ?? '', reason: 'not ready' })
    expect((await recordedItem()).jointVotes?.[0]?.otherItems.map(({ label }) => label)).toEqual([
      '199.2 (b)',
    ])
    const withdrawn = await recordedItem(third)
    expect(withdrawn.questions[0]?.withdrawn).toMatchObject({ reason: 'not ready' })
  })
})

describe('what one question is about', () => {
  it('is in the record with every option and what it got', async () => {
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [
        ...kinds,
        { ...kinds[0]!, key: 'prefer', rule: { kind: 'preference' }, decisionMaker: 'view' },
      ],
    })
    const { questionId } = await panel.must('question.put', {
      itemId: panel.items.p,
      kind: 'prefer',
      options: [
        { key: 'original', label: 'Original' },
        { key: 'alt-a', label: 'Alternative A' },
      ],
    })
    await panel.must('vote.record-many', {
      questionId,
      positions: [
        { initials: 'AB', value: 'for', option: 'original' },
        { initials: 'KL', value: 'abstain' },
      ],
      rest: 'for',
      restOption: 'alt-a',
    })
    await panel.must('vote.close', { questionId })
    await panel.must('vote.correct', {
      questionId,
      initials: 'AB',
      value: 'for',
      option: 'alt-a',
      reason: 'misheard',
    })
    const [asked] = (await recordedItem()).questions
    const round = asked?.rounds[0]
    expect(round?.byOption?.map(({ label, votes, isPreferred }) => [label, votes, isPreferred])).toEqual([
      ['Original', 0, false],
      ['Alternative A', 4, true],
    ])
    expect(round?.positions.map(({ option }) => option?.label)).toEqual([
      ...Array<string>(3).fill('Alternative A'),
      undefined,
      'Alternative A',
      undefined,
    ])
    expect(round?.positions[0]?.corrections).toMatchObject([
      { oldValue: 'for', newValue: 'for', oldOption: 'Original', newOption: 'Alternative A' },
    ])
  })

  it('is in the record after it was withdrawn, with what had been recorded, also when it is the only one', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'AB for')
    await panel.must('question.withdraw', { questionId, reason: 'put on the wrong item' })
    const { questions, jointVotes } = await recordedItem()
    expect(questions).toMatchObject([
      {
        withdrawn: { reason: 'put on the wrong item' },
        determination: null,
        rounds: [{ state: 'superseded' }],
      },
    ])
    expect(questions[0]?.rounds[0]?.positions[0]).toMatchObject({ initials: 'AB', value: 'for' })
    expect(jointVotes).toBeUndefined()
  })

  it('has nothing of all this in an ordinary vote, so that its record is as it was', async () => {
    const questionId = await panel.put('cast')
    await panel.record(questionId, 'rest for')
    const [asked] = (await recordedItem()).questions
    expect(Object.keys(asked ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(joint|withdrawn)$/)]),
    )
    const keys = [
      ...Object.keys(asked?.rounds[0] ?? {}),
      ...Object.keys(asked?.rounds[0]?.positions[0] ?? {}),
    ]
    expect(keys.filter((key) => ['deadline', 'byOption', 'option'].includes(key))).toEqual([])
  })
})
