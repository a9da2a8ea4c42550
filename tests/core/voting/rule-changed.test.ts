import { afterEach, beforeEach, expect, test } from 'vitest'
import { kinds, makePanel, type Panel } from '../meetings/panel.ts'

let panel: Panel
beforeEach(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterEach(() => panel.close())

const changeRule = () =>
  panel.must('body.set-questions', {
    bodyId: panel.bodyId,
    questionKinds: kinds.map((kind) =>
      kind.key === 'exercisable'
        ? {
            ...kind,
            label: 'Changed',
            rule: { kind: 'unanimous-of-present' as const },
            phrases: { ...kind.phrases, carried: 'Other words' },
          }
        : kind,
    ),
  })

test('a rule that is changed in Bodies never changes a vote already taken, also not one taken again', async () => {
  const questionId = await panel.put('exercisable')
  await panel.record(questionId, 'AB against, rest for')
  await panel.must('determination.write', { itemId: panel.items.p, questionId })
  const before = await panel.question(questionId)
  expect(before.round.evaluation.verdict).toBe('carried')

  await changeRule()
  expect(await panel.question(questionId)).toEqual(before)

  await panel.must('vote.correct', { questionId, initials: 'CD', value: 'abstain', reason: 'misheard' })
  expect((await panel.question(questionId)).round).toMatchObject({
    rule: { kind: 'majority-of-exercisable' },
    evaluation: { verdict: 'not-carried' },
  })
  await panel.must('vote.take-again', { questionId, reason: 'once more' })
  expect((await panel.question(questionId)).round.rule).toEqual({ kind: 'majority-of-exercisable' })
})

test('the next question of the kind goes by the changed rule, and undo brings the old one back', async () => {
  await changeRule()
  const changed = await panel.put('exercisable')
  expect((await panel.question(changed)).round.rule).toEqual({ kind: 'unanimous-of-present' })
  await panel.must('history.undo', {})
  const { state } = await panel.must('history.undo', {})
  expect(state.redo).toBe('questions of TST changed')
  const again = await panel.put('exercisable')
  expect((await panel.question(again)).round.rule).toEqual({ kind: 'majority-of-exercisable' })
})
