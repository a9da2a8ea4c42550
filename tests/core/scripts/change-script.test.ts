import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import { everyRow } from '../../support/every-row.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let book: TestCore
let bodyId: string
beforeEach(async () => {
  book = await makeCore()
  bodyId = (await book.must('body.create', { profile: 'unc-modification-panel' })).id
})
afterEach(() => book.close())

type Steps = CallInput<'script.change'>['steps']

describe('changing a script', () => {
  const change = (steps: unknown) =>
    book.call('script.change', { bodyId, itemKind: 'general', steps: steps as Steps })

  test('writes it, keeps its source note where none is given, and an empty one removes it', async () => {
    const steps: Steps = [
      { say: 'Good morning.', ask: 'defer', branches: [{ label: 'Noted', outcome: 'noted' }] },
    ]
    await book.must('script.change', { bodyId, itemKind: 'general', steps, sourceNote: 'Our own.' })
    await book.must('script.change', { bodyId, itemKind: 'general', steps: [{ say: 'Good day.' }] })
    const scripts = async () =>
      (await book.must('body.read', { bodyId })).scripts.filter(({ itemKind }) => itemKind === 'general')
    expect(await scripts()).toMatchObject([
      { steps: [{ say: 'Good day.', ask: null, branches: [] }], sourceNote: 'Our own.' },
    ])
    await book.must('script.change', { bodyId, itemKind: 'general', steps: [] })
    expect(await scripts()).toEqual([])
  })

  test.each([
    [
      'a question that the body does not put',
      [{ say: 'x', ask: 'nothing' }],
      'steps.0.ask',
      /it has scr-relation/,
    ],
    ['a place that is not known', [{ say: '{refrence}' }], 'steps.0.say', /not a place/],
    [
      'a place in an action',
      [{ say: 'x', branches: [{ label: 'x', action: '{who} to write' }] }],
      'steps.0.branches.0.action',
      /not a place/,
    ],
    [
      'a date that is none of its own',
      [{ say: 'x', branches: [{ label: 'x', determination: { kind: 'x', text: 'By {report}' } }] }],
      'steps.0.branches.0.determination.text',
      /\{report\}/,
    ],
    [
      'a branch that sets nothing',
      [{ say: 'x', branches: [{ label: 'x' }] }],
      'steps.0.branches.0.outcome',
      /sets nothing/,
    ],
    [
      'a reason without an outcome',
      [{ say: 'x', branches: [{ label: 'x', reason: 'y', action: 'z' }] }],
      'steps.0.branches.0.reason',
      /outcome/,
    ],
    [
      'a register without a determination',
      [
        {
          say: 'x',
          branches: [{ label: 'x', outcome: 'done', consequences: [{ kind: 'stage', stage: 'new' }] }],
        },
      ],
      'steps.0.branches.0.consequences',
      /determination/,
    ],
    [
      'a stage that the code has not',
      [
        {
          say: 'x',
          branches: [
            {
              label: 'x',
              determination: { kind: 'x', text: 'x' },
              consequences: [{ kind: 'stage', stage: 'moon' }],
            },
          ],
        },
      ],
      'steps.0.branches.0.consequences.0.stage',
      /no such stage/,
    ],
    [
      'more branches than number keys',
      [
        { say: 'x', branches: Array.from({ length: 9 }, () => ({ label: 'x', outcome: 'done' })) },
        { say: 'y', branches: [{ label: 'x', outcome: 'done' }] },
      ],
      'steps.1.branches',
      /at most 9/,
    ],
  ])('refuses %s, naming the field', async (_what, steps, field, problem) => {
    const before = everyRow(book.book)
    expect(await change(steps)).toMatchObject({
      ok: false,
      error: { code: 'bad-input', fields: [{ field, problem: expect.stringMatching(problem) as string }] },
    })
    expect(everyRow(book.book)).toEqual(before)
  })
})
