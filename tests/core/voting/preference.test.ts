import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput, CallName } from '../../../core/contract/calls.ts'
import { kinds, makePanel, type Panel } from '../meetings/panel.ts'
import { threeOptions as options } from './ballots.ts'

const preferred = {
  ...(kinds[0] as (typeof kinds)[number]),
  key: 'preferred',
  label: 'Preferred option',
  text: 'Which option of {proposal} is preferred?',
  rule: { kind: 'preference', tie: 'recorded' },
  phrases: {
    unanimousFor: 'All prefer {preferred}',
    unanimousAgainst: 'None',
    carried: '{preferred} is preferred {count}',
    notCarried: 'No option is preferred {count}',
    tied: '{preferred} share the lead {count}',
    noDecision: 'Nobody named an option',
  },
} as const

let panel: Panel
let questionId = ''
beforeEach(async () => {
  panel = await makePanel()
  await panel.must('body.set-questions', { bodyId: panel.bodyId, questionKinds: [...kinds, preferred] })
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
  questionId = (await put({})).questionId
})
afterEach(() => panel.close())

type PutInput = Partial<CallInput<'question.put'>>
const put = (more: PutInput) =>
  panel.must('question.put', { itemId: panel.items.p, kind: 'preferred', options, ...more })

/** Records 'AB a, CD abstain': an option by its key, or another position. */
async function record(positions: string, rest?: string) {
  const stated = (word: string) =>
    ['abstain', 'none', 'not-present', 'recused', 'pending', 'against'].includes(word)
      ? { value: word as 'abstain' }
      : { value: 'for' as const, option: word }
  const last = rest === undefined ? undefined : stated(rest)
  await panel.must('vote.record-many', {
    questionId,
    positions:
      positions === ''
        ? []
        : positions.split(', ').map((part) => {
            const [initials = '', word = ''] = part.split(' ')
            return { initials, ...stated(word) }
          }),
    ...(last === undefined
      ? {}
      : { rest: last.value, ...('option' in last ? { restOption: last.option } : {}) }),
  })
  return round()
}
const round = async () => (await panel.question(questionId)).round
const read = async () =>
  (await round()).positions
    .map(({ initials, value, option }) => `${initials}:${option?.label ?? value}`)
    .join(' ')

async function refusal<Name extends CallName>(name: Name, input: CallInput<Name>) {
  const before = (await panel.must('history.state', {})).undo
  const answer = await panel.call(name, input)
  if (answer.ok) throw new Error(`${name} was not refused`)
  expect((await panel.must('history.state', {})).undo).toBe(before)
  return { code: answer.error.code, field: answer.error.fields?.[0]?.field, message: answer.error.message }
}

describe('putting a question that asks for a preference', () => {
  test('keeps the options with the rule of the vote', async () => {
    expect((await round()).rule).toEqual({ kind: 'preference', tie: 'recorded', options })
    expect((await round()).ruleName).toBe('preference: the option with most votes')
    const [kind] = (await panel.item()).questionKinds.filter(({ asksForPreference }) => asksForPreference)
    expect(kind?.key).toBe('preferred')
  })

  const two = options.slice(0, 2)
  const cases: [string, PutInput, string][] = [
    ['without options', { options: undefined }, 'options'],
    ['with one option', { options: options.slice(0, 1) }, 'options'],
    ['with an option twice', { options: [...two, { key: 'a', label: 'Other' }] }, 'options.2.key'],
    ['with a label twice', { options: [...two, { key: 'other', label: 'a' }] }, 'options.2.label'],
    ['with options in the rule', { rule: { kind: 'preference', options } }, 'rule.options'],
    ['by a rule of for and against', { rule: { kind: 'majority-of-cast' } }, 'rule.kind'],
    ['with a casting vote', { rule: { kind: 'preference', tie: 'casting-vote' } }, 'rule.tie'],
    ['on the voices', { method: 'on-the-voices' }, 'method'],
    ['with options of another kind', { kind: 'cast' }, 'options'],
    [
      'by preference, of another kind',
      { kind: 'cast', options: undefined, rule: { kind: 'preference' } },
      'rule.kind',
    ],
  ]
  test.each(cases)('%s is refused', async (_what, more, field) => {
    const { options: given, ...rest } = { options, ...more } as PutInput
    const input = {
      itemId: panel.items.p,
      kind: 'preferred',
      ...rest,
      ...(given === undefined ? {} : { options: given }),
    }
    expect(await refusal('question.put', input)).toMatchObject({ code: 'bad-input', field })
  })

  test('by another share of the votes', async () => {
    const rule = {
      kind: 'preference',
      threshold: { numerator: 2, denominator: 3, comparison: 'at-least' },
    } as const
    ;({ questionId } = await put({ rule }))
    expect((await record('AB a, CD a, EF a, KL b')).result).toBe('A is preferred (Original 0, A 3, B 1)')
    expect((await record('EF b')).result).toBe('No option is preferred (Original 0, A 2, B 2)')
  })

  test('a kind whose rule names options already is refused, as they are named when it is put', async () => {
    const questionKinds = [{ ...preferred, rule: { ...preferred.rule, options } }]
    expect(await refusal('body.set-questions', { bodyId: panel.bodyId, questionKinds })).toMatchObject({
      field: 'questionKinds.0.rule.options',
    })
  })
})

describe('recording a preference', () => {
  test('names an option, waits for the last and says which is preferred', async () => {
    const before = await record('AB a, CD a, EF original')
    expect(before).toMatchObject({ result: null, evaluation: { verdict: 'pending' } })
    expect(before.evaluation.arithmetic).toBe('1 vote is still to come; Original 1, A 2, B 0 so far.')
    const after = await record('KL abstain')
    expect(after.result).toBe('A is preferred (Original 1, A 2, B 0, 1 abstained)')
    expect(after.evaluation.byOption).toEqual([
      { key: 'original', label: 'Original', votes: 1, isPreferred: false },
      { key: 'a', label: 'A', votes: 2, isPreferred: true },
      { key: 'b', label: 'B', votes: 0, isPreferred: false },
    ])
    expect(await read()).toBe('AB:A CD:A EF:Original KL:abstain MN:not-present Consumers V:not-present')
    expect((await panel.must('history.state', {})).undo).toBe('KL abstain on 0621A')
  })

  test('one that is recorded again names the new option, and one that is taken back none', async () => {
    panel.setNow('2016-12-15T11:00:00.000+00:00')
    await record('AB a')
    panel.setNow('2016-12-15T11:05:00.000+00:00')
    const [position] = (await record('AB b')).positions
    expect(position).toMatchObject({ option: { label: 'B' }, recordedAt: '2016-12-15T11:05:00.000+00:00' })
    await record('AB none')
    expect(await read()).toMatch(/^AB:none /)
    await record('AB a')
    await record('AB pending')
    expect(await read()).toMatch(/^AB:pending /)
  })

  test('the rest are for one option, and the history names it', async () => {
    expect((await record('AB b', 'a')).result).toBe('A is preferred (Original 0, A 3, B 1)')
    expect((await panel.must('history.state', {})).undo).toBe('AB for B, rest for A on 0621A')
    await panel.must('history.undo', {})
    expect(await read()).toMatch(/^AB:pending CD:pending /)
    await panel.must('history.redo', {})
    expect(await read()).toMatch(/^AB:B CD:A /)
  })

  test('all for one is unanimous, those that share the lead are named, and so is nobody', async () => {
    expect((await record('', 'a')).result).toBe('All prefer A')
    expect((await record('AB b, CD b')).result).toBe('A and B share the lead (Original 0, A 2, B 2)')
    expect((await record('AB abstain, CD abstain, EF none, KL none')).result).toBe('Nobody named an option')
  })

  const seat = { initials: 'AB' }
  const cases: [string, () => Promise<{ field: string | undefined; message: string }>, string][] = [
    ['for nothing', () => refusal('vote.record', { questionId, ...seat, value: 'for' }), 'option'],
    [
      'for an unknown option',
      () => refusal('vote.record', { questionId, ...seat, value: 'for', option: 'c' }),
      'option',
    ],
    ['against', () => refusal('vote.record', { questionId, ...seat, value: 'against' }), 'value'],
    [
      'abstaining for an option',
      () => refusal('vote.record', { questionId, ...seat, value: 'abstain', option: 'a' }),
      'option',
    ],
    [
      'the second of several',
      () =>
        refusal('vote.record-many', {
          questionId,
          positions: [
            { ...seat, value: 'for', option: 'a' },
            { initials: 'CD', value: 'for' },
          ],
        }),
      'positions.1.option',
    ],
    ['the rest for nothing', () => refusal('vote.record-many', { questionId, rest: 'for' }), 'restOption'],
    ['the rest against', () => refusal('vote.record-many', { questionId, rest: 'against' }), 'rest'],
    [
      'an option of a rest that is not there',
      () =>
        refusal('vote.record-many', {
          questionId,
          positions: [{ ...seat, value: 'for', option: 'a' }],
          restOption: 'a',
        }),
      'rest',
    ],
  ]
  test.each(cases)('%s is refused', async (_what, attempt, field) => {
    expect((await attempt()).field).toBe(field)
    expect(await read()).toMatch(/^AB:pending CD:pending /)
  })

  test('an option in a vote for and against is refused', async () => {
    const cast = await panel.put('cast')
    expect(
      await refusal('vote.record', { questionId: cast, ...seat, value: 'for', option: 'a' }),
    ).toMatchObject({ code: 'bad-input', field: 'option' })
  })

  test('who comes and goes changes nothing that is recorded', async () => {
    await record('AB a')
    await panel.leave('AB')
    await panel.arrive('MN')
    expect(await read()).toMatch(/^AB:A .* MN:pending /)
    await panel.leave('MN')
    expect(await read()).toMatch(/^AB:A .* MN:not-present /)
  })

  test('the chair cannot settle a tie, nor declare it on the voices', async () => {
    await record('AB a, CD a, EF b, KL b')
    const personId = panel.person('CH')
    expect(await refusal('vote.cast-casting', { questionId, personId, value: 'for' })).toMatchObject({
      code: 'bad-input',
    })
    ;({ questionId } = await put({}))
    expect(await refusal('vote.declare', { questionId, result: 'carried' })).toMatchObject({
      code: 'bad-input',
      message: 'The vote on 0621A cannot be declared: each position has to name an option.',
    })
  })
})

describe('by exception', () => {
  const foresee = (line: string) => panel.must('vote.read-exceptions', { questionId, line })

  test('a line names options, is foreseen and recorded', async () => {
    const line = 'all a / kl 1 / ef abs'
    const foreseen = await foresee(line)
    expect(foreseen.problems).toEqual([])
    expect(foreseen.positions.map(({ initials, value, option }) => [initials, value, option?.label])).toEqual(
      [
        ['AB', 'for', 'A'],
        ['CD', 'for', 'A'],
        ['EF', 'abstain', undefined],
        ['KL', 'for', 'Original'],
      ],
    )
    expect(foreseen.result).toBe('A is preferred (Original 1, A 2, B 0, 1 abstained)')
    expect(await read()).toMatch(/^AB:pending /)
    await panel.must('vote.record-exceptions', { questionId, line })
    expect((await round()).result).toBe(foreseen.result)
    await panel.must('vote.record-exceptions', { questionId, line: 'ef original' })
    expect((await round()).result).toBe('Original and A share the lead (Original 2, A 2, B 0)')
  })

  test('a letter that is an option and a position is not recorded', async () => {
    expect((await foresee('all original / kl b')).problems[0]?.message).toContain('B (write 3)')
    expect(
      await refusal('vote.record-exceptions', { questionId, line: 'all original / kl b' }),
    ).toMatchObject({ field: 'line' })
  })
})

describe('correcting a preference', () => {
  const correct = (input: Omit<CallInput<'vote.correct'>, 'questionId' | 'reason'>) =>
    panel.must('vote.correct', { questionId, reason: 'Misheard.', ...input })

  test('from one option to another keeps the old one, and can be undone', async () => {
    await record('AB a, CD a, EF original, KL original')
    await panel.must('vote.close', { questionId })
    await correct({ initials: 'KL', value: 'for', option: 'a' })
    const after = await round()
    expect(after.result).toBe('A is preferred (Original 1, A 3, B 0)')
    expect(after.positions.find(({ initials }) => initials === 'KL')).toMatchObject({
      value: 'for',
      option: { key: 'a', label: 'A' },
      corrections: [{ oldValue: 'for', newValue: 'for', oldOption: 'Original', newOption: 'A' }],
    })
    expect((await panel.must('history.state', {})).undo).toBe('KL corrected to for A on 0621A')
    await correct({ initials: 'KL', value: 'abstain' })
    expect((await round()).positions[3]?.corrections.at(-1)).toMatchObject({
      oldOption: 'A',
      newOption: null,
    })
    await panel.must('history.undo', {})
    await panel.must('history.undo', {})
    expect((await round()).positions[3]).toMatchObject({ option: { key: 'original' }, corrections: [] })
  })

  test('to what it is already, to nothing and to against is refused', async () => {
    await record('', 'a')
    await panel.must('vote.close', { questionId })
    const attempt = (input: Omit<CallInput<'vote.correct'>, 'questionId' | 'reason'>) =>
      refusal('vote.correct', { questionId, reason: 'Why.', ...input })
    expect(await attempt({ initials: 'AB', value: 'for', option: 'a' })).toMatchObject({
      field: 'value',
      message: 'AB is recorded as “for A” already.',
    })
    expect(await attempt({ initials: 'AB', value: 'for' })).toMatchObject({ field: 'option' })
    expect(await attempt({ initials: 'AB', value: 'against' })).toMatchObject({ field: 'value' })
  })

  test('taken again, the vote has the same options and none of the positions', async () => {
    await record('', 'a')
    await panel.must('vote.close', { questionId })
    await panel.must('vote.take-again', { questionId, reason: 'The count was disputed.' })
    const { round: again, superseded } = await panel.question(questionId)
    expect(again.rule.options).toEqual(options)
    expect(again.positions.map(({ option }) => option)).toEqual(again.positions.map(() => null))
    expect(superseded[0]?.result).toBe('All prefer A')
    expect(await panel.refused('vote.take-again', { questionId, reason: 'x', method: 'on-the-voices' })).toBe(
      'bad-input',
    )
  })
})

describe('what was sent beforehand', () => {
  test('answers no preference and stays held; for this kind alone it is refused', async () => {
    const seatId = panel.seat('MN')
    const hold = { itemId: panel.items.p, seatId, value: 'for' } as const
    await panel.must('written-position.hold', { ...hold, kind: '' })
    ;({ questionId } = await put({}))
    expect(await read()).toContain('MN:not-present')
    const [held] = (await panel.item()).writtenPositions
    expect(held).toMatchObject({ seatId, state: 'held' })
    const cast = await panel.put('cast')
    expect(await panel.positions(cast)).toContain('MN:for')
    expect(await refusal('written-position.hold', { ...hold, kind: 'preferred' })).toMatchObject({
      code: 'bad-input',
      field: 'kind',
    })
  })

  test('taken by written position, each names an option', async () => {
    ;({ questionId } = await put({ method: 'written' }))
    expect((await record('MN b', 'a')).result).toBe('A is preferred (Original 0, A 4, B 1)')
  })
})

test('the determination names the preferred option, and is stale once a correction changes it', async () => {
  await record('AB a, CD a, EF b, KL original')
  const written = await panel.must('determination.write', { itemId: panel.items.p, questionId })
  const text = 'A is preferred (Original 1, A 2, B 1)'
  expect(written.questions.at(-1)?.determination).toMatchObject({ text, isStale: false })
  for (const initials of ['CD', 'KL']) {
    await panel.must('vote.correct', {
      questionId,
      initials,
      value: 'for',
      option: 'b',
      reason: 'Misheard.',
    })
  }
  expect((await panel.question(questionId)).determination).toMatchObject({
    text,
    isStale: true,
    composedNow: 'B is preferred (Original 0, A 1, B 3)',
  })
})
