import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import type { Refusal } from '../../../core/contract/errors.ts'
import { kinds, makePanel, type Panel } from '../meetings/panel.ts'
import { grid, jointOf, rowOf } from './joint-grid.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

type OnItems = CallInput<'joint-vote.put-on-items'>
type OnOptions = CallInput<'joint-vote.put-on-options'>

const onItems = (more: Partial<OnItems> = {}): OnItems => ({
  itemIds: [panel.items.p, panel.items.other],
  kind: 'cast',
  ...more,
})
const onOptions = (more: Partial<OnOptions> = {}): OnOptions => ({
  itemId: panel.items.p,
  kind: 'cast',
  options: [{ label: 'Original' }, { label: 'Alternative A' }],
  ...more,
})
const refusal = async (name: 'joint-vote.put-on-items' | 'joint-vote.put-on-options', input: unknown) => {
  const before = (await panel.must('history.state', {})).undo
  const answer = await panel.call(name, input as never)
  if (answer.ok) throw new Error('was not refused')
  expect((await panel.must('history.state', {})).undo).toBe(before)
  expect((await panel.item()).questions).toEqual([])
  return answer.error
}
const fieldOf = ({ fields }: Refusal) => fields?.[0]?.field
const undo = async () => (await panel.must('history.state', {})).undo

describe('one question for each option and objective', () => {
  const objectives = [{ label: 'Objective (a)' }, { label: 'Objective (b)' }]

  test('puts the objectives of an option and then the option itself, each in its words', async () => {
    const { jointVoteId, item } = await panel.must(
      'joint-vote.put-on-options',
      onOptions({ objectives, baseline: 'the baseline' }),
    )
    const joint = jointOf(item, jointVoteId)
    expect(joint).toMatchObject({
      form: 'options',
      title: 'cast on 0621A: Original and Alternative A',
      baseline: 'the baseline',
      options: [
        { key: 'original', label: 'Original', proposalId: null },
        { key: 'alternative-a', label: 'Alternative A', proposalId: null },
      ],
      objectives: [
        { key: 'objective-a', label: 'Objective (a)' },
        { key: 'objective-b', label: 'Objective (b)' },
      ],
      stillToCome: 24,
      carried: [],
    })
    expect(grid(joint)).toEqual([
      'original Objective (a): ....--',
      'original Objective (b): ....--',
      'original Overall: ....--',
      'alternative-a Objective (a): ....--',
      'alternative-a Objective (b): ....--',
      'alternative-a Overall: ....--',
    ])
    expect(joint.rows.slice(3).map(({ text }) => text)).toEqual([
      'Does 0621A Alternative A better facilitate Objective (a) than the baseline?',
      'Does 0621A Alternative A better facilitate Objective (b) than the baseline?',
      'What of 0621A Alternative A as to cast?',
    ])
    // The item shows them in the same order, and each says where it belongs.
    expect(item.questions.map(({ id }) => id)).toEqual(joint.rows.map(({ questionId }) => questionId))
    expect(new Set(item.questions.map(({ putAt }) => putAt)).size).toBe(1)
    expect(item.questions[4]).toMatchObject({
      decisionMaker: 'view',
      joint: {
        id: jointVoteId,
        option: { key: 'alternative-a', label: 'Alternative A' },
        objective: { key: 'objective-b', label: 'Objective (b)' },
      },
      round: { rule: { kind: 'majority-of-cast', tie: 'recorded' } },
    })
    expect(item.questions[5]).toMatchObject({
      decisionMaker: 'authority',
      joint: { objective: null },
      round: { rule: { kind: 'majority-of-cast', tie: 'casting-vote' } },
    })
    expect(await undo()).toBe('Original and Alternative A: joint vote put on 0621A')
  })

  test('many options are counted where their names would be too long to read', async () => {
    const label = (index: number) => ({ label: `A rather long name, number ${index}` })
    const { item } = await panel.must(
      'joint-vote.put-on-options',
      onOptions({ options: [1, 2, 3, 4].map(label) }),
    )
    expect(jointOf(item).title).toBe('cast on 0621A: 4 options')
    expect(await undo()).toBe('4 options: joint vote put on 0621A')
    const [cast] = kinds
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [{ ...cast, label: 'K'.repeat(120) } as typeof cast & object],
    })
    const { itemId } = await panel.must('agenda.add', { meetingId: panel.meetingId, title: 'T'.repeat(200) })
    const long = await panel.must('joint-vote.put-on-options', onOptions({ itemId }))
    expect(jointOf(long.item).title).toHaveLength(200)
  })

  test('an option is called by its item and its label, once', async () => {
    const { item } = await panel.must(
      'joint-vote.put-on-options',
      onOptions({
        itemId: panel.items.other,
        options: [{ label: 'Date in April' }, { label: '“Another matter” as it stands' }],
      }),
    )
    expect(item.questions.map(({ text }) => text)).toEqual([
      'What of “Another matter” Date in April as to cast?',
      'What of “Another matter” as it stands as to cast?',
    ])
  })

  test('comes after the questions that the item has', async () => {
    const first = await panel.put('cast')
    const { item } = await panel.must('joint-vote.put-on-options', onOptions())
    expect(item.questions.map(({ id }) => id).indexOf(first)).toBe(0)
    expect(item.questions).toHaveLength(3)
  })

  test.each([
    ['for', 'better facilitates (a) than what there is, by unanimous vote in favour'],
    ['against', 'does not better facilitate (a) than what there is, by unanimous vote against'],
  ] as const)('says in words that all were %s', async (value, words) => {
    const { jointVoteId } = await panel.must(
      'joint-vote.put-on-options',
      onOptions({ objectives: [{ label: '(a)' }], baseline: 'what there is' }),
    )
    const item = await panel.must('joint-vote.record', { jointVoteId, cells: [{ value }] })
    expect(jointOf(item).rows[0]?.result).toBe(`0621A Original ${words}`)
    expect(jointOf(item).rows[1]?.result).toBe(
      value === 'for'
        ? '0621A Original: yes, by unanimous vote in favour'
        : '0621A Original: no, by unanimous vote against',
    )
  })

  test('a tie against an objective is recorded as one, whatever the rule of the kind makes of it', async () => {
    const { jointVoteId, item } = await panel.must(
      'joint-vote.put-on-options',
      onOptions({ options: [{ label: 'Original' }], objectives: [{ label: '(a)' }] }),
    )
    const view = rowOf(jointOf(item), 'original (a)')
    const after = await panel.must('joint-vote.record', {
      jointVoteId,
      cells: [
        { questionId: view, initials: 'AB', value: 'against' },
        { questionId: view, initials: 'KL', value: 'against' },
        { questionId: view, value: 'for' },
      ],
    })
    expect(jointOf(after).rows[0]).toMatchObject({
      verdict: 'tied',
      count: '2–2',
      result: 'The vote whether 0621A Original better facilitates (a) was tied (2 for, 2 against)',
    })
  })

  test('every phrase names its option, also where the kind does not name the proposal', async () => {
    const silent = Object.fromEntries(
      Object.keys(kinds[0]?.phrases ?? {}).map((name) => [name, `Result ${name}`]),
    ) as (typeof kinds)[0]['phrases']
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [{ ...kinds[0], text: 'Implement?', phrases: silent } as (typeof kinds)[0]],
    })
    const { jointVoteId } = await panel.must('joint-vote.put-on-options', onOptions())
    const item = await panel.must('joint-vote.record', { jointVoteId, cells: [{ value: 'for' }] })
    expect(jointOf(item).rows.map(({ text, result }) => [text, result])).toEqual([
      ['Original: Implement?', 'Original: Result unanimousFor'],
      ['Alternative A: Implement?', 'Alternative A: Result unanimousFor'],
    ])
  })

  test('an option that is a proposal of the register is called by its reference, and what follows is its own', async () => {
    const register = await panel.must('proposal.list', {})
    const codeId = register.proposals[0]?.code.id ?? ''
    const alternative = await panel.must('proposal.add', { codeId, reference: '0621B', title: 'Charging B' })
    const [cast] = kinds
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [
        { ...cast, consequences: [{ kind: 'stage', stage: 'workgroup' }] } as typeof cast & object,
      ],
    })
    const { jointVoteId, item } = await panel.must(
      'joint-vote.put-on-options',
      onOptions({
        options: [
          { label: 'Original', proposalId: panel.proposalId },
          { label: 'Alternative B', proposalId: alternative.id },
          { label: 'Alternative C' },
        ],
        objectives: [{ label: '(a)' }],
      }),
    )
    expect(item.questions.map(({ text }) => text)).toEqual([
      'Does 0621A better facilitate (a)?',
      'What of 0621A as to cast?',
      'Does 0621B better facilitate (a)?',
      'What of 0621B as to cast?',
      'Does 0621A Alternative C better facilitate (a)?',
      'What of 0621A Alternative C as to cast?',
    ])
    await panel.must('joint-vote.record', { jointVoteId, cells: [{ value: 'for' }] })
    const foreseen = await Promise.all(
      item.questions.map(async ({ id }) => {
        const { consequences, whyNone } = await panel.must('determination.foresee', { questionId: id })
        return consequences.length > 0 ? consequences.length : whyNone.slice(0, 33)
      }),
    )
    const nothing = 'Nothing follows for the register '
    expect(foreseen).toEqual([nothing, 1, nothing, 1, nothing, 'Nothing follows for the register:'])
    const votes = async (proposalId: string) =>
      (await panel.must('proposal.read', { proposalId })).votes
        .map(({ question }) => question)
        .filter((question) => question.startsWith('What of'))
    expect(await votes(alternative.id)).toEqual(['What of 0621B as to cast?'])
    expect((await votes(panel.proposalId)).sort()).toEqual([
      'What of 0621A Alternative C as to cast?',
      'What of 0621A as to cast?',
    ])
    const { consequences } = await panel.must('determination.foresee', {
      questionId: rowOf(jointOf(item), 'alternative-b Overall'),
    })
    await panel.must('determination.write', {
      itemId: panel.items.p,
      questionId: rowOf(jointOf(item), 'alternative-b Overall'),
      consequences: { stage: 'workgroup' },
    })
    expect(consequences).toHaveLength(1)
    const stage = async (proposalId: string) => (await panel.must('proposal.read', { proposalId })).stage.key
    expect([await stage(alternative.id), await stage(panel.proposalId)]).toEqual(['workgroup', 'raised'])
  })

  test('keys are composed from the labels, and keep clear of those that are given', async () => {
    const { item } = await panel.must(
      'joint-vote.put-on-options',
      onOptions({
        options: [
          { label: 'Été (2)' },
          { label: 'ete 2' },
          { label: '选项' },
          { key: 'ete-2-2', label: 'Given' },
          { label: '$& {count}' },
        ],
      }),
    )
    expect(jointOf(item).options.map(({ key }) => key)).toEqual(['ete-2', 'ete-2-3', '3', 'ete-2-2', 'count'])
    expect(item.questions.at(-1)?.text).toBe('What of 0621A $& {count} as to cast?')
  })

  test('is refused whole, naming the field', async () => {
    const refuse = async (more: Partial<OnOptions>) => {
      const error = await refusal('joint-vote.put-on-options', onOptions(more))
      return `${error.code} ${fieldOf(error) ?? ''}`
    }
    expect(await refuse({ options: [] })).toBe('bad-input options')
    expect(await refuse({ options: [{ label: 'A' }, { label: 'a' }] })).toBe('bad-input options.1.label')
    expect(
      await refuse({
        options: [
          { key: 'x', label: 'A' },
          { key: 'x', label: 'B' },
        ],
      }),
    ).toBe('bad-input options.1.key')
    expect(await refuse({ objectives: [{ label: '(a)' }, { label: '(b)' }, { label: '(a)' }] })).toBe(
      'bad-input objectives.2.label',
    )
    expect(await refuse({ options: [{ label: 'A' }, { label: 'B', proposalId: 'none' }] })).toBe(
      'not-found options.1.proposalId',
    )
    expect(await refuse({ kind: 'castt' })).toBe('bad-input kind')
    expect(await refuse({ itemId: 'none' })).toBe('not-found ')
    await panel.leave('AB CD')
    expect(await refuse({})).toBe('not-quorate ')
  })

  test('a question that asks for a preference is one vote and not several', async () => {
    const [cast] = kinds
    await panel.must('body.set-questions', {
      bodyId: panel.bodyId,
      questionKinds: [
        { ...cast, key: 'best', label: 'Best option', rule: { kind: 'preference' } } as typeof cast & object,
      ],
    })
    for (const [name, input] of [
      ['joint-vote.put-on-items', onItems({ kind: 'best' })],
      ['joint-vote.put-on-options', onOptions({ kind: 'best' })],
    ] as const) {
      const error = await refusal(name, input)
      expect([error.code, fieldOf(error)]).toEqual(['bad-input', 'kind'])
      expect(error.message).toContain('which option is preferred')
    }
  })

  test('waits for the meeting to open', async () => {
    const planned = await makePanel()
    expect(
      await planned.refused('joint-vote.put-on-options', { ...onOptions(), itemId: planned.items.p }),
    ).toBe('meeting-not-open')
    await planned.close()
  })
})
