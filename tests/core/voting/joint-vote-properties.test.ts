import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CallInput } from '../../../core/contract/calls.ts'
import type { JointVote } from '../../../core/contract/joint-votes.ts'
import type { QuestionView } from '../../../core/contract/voting.ts'
import { evaluate } from '../../../core/voting/evaluate.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'
import { grid, jointOf } from './joint-grid.ts'

/**
 * Whatever is recorded, copied, closed and corrected in votes that are taken together: each row stands as if it had
 * been voted by itself, the positions are those of a model that is much simpler, and undo brings every view back.
 */
let panel: Panel
beforeAll(async () => {
  panel = await makePanel()
  await panel.arrive('AB CD EF KL CH')
  await panel.openMeeting()
})
afterAll(() => panel.close())

const options = ['o', 'a', 'b']
const objectives = ['x', 'y']
const rowsEach = objectives.length + 1
/** The seats in their order; the last two are in the body and not in the room. */
const seats = ['AB', 'CD', 'EF', 'KL', 'MN', 'V']
const there = 4

type Recorded = Exclude<NonNullable<CallInput<'vote.correct'>['value']>, 'recused'>
type Value = Recorded | 'pending'
interface Cell {
  row: number | null
  seat: number | null
  value: Value
}
type Step =
  | { kind: 'record'; cells: Cell[] }
  | { kind: 'copy'; from: number; to: number[]; seat: number | null }
  | { kind: 'close'; row: number | null }
  | { kind: 'correct'; row: number; seat: number; value: Recorded }

const rowIndex = fc.nat(options.length * rowsEach - 1)
const recorded = fc.constantFrom<Recorded[]>('for', 'for', 'against', 'abstain', 'none', 'not-present')
const value = fc.oneof(
  { weight: 8, arbitrary: recorded },
  { weight: 1, arbitrary: fc.constant('pending' as const) },
)
const seat = fc.oneof(
  { weight: 8, arbitrary: fc.nat(there - 1) },
  { weight: 1, arbitrary: fc.nat(seats.length - 1) },
)
const cell = fc.record({ row: fc.option(rowIndex), seat: fc.option(seat), value })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      cells: fc.array(cell, { minLength: 1, maxLength: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('copy' as const),
      from: fc.nat(options.length - 1),
      to: fc.uniqueArray(fc.nat(options.length - 1), { maxLength: 2 }),
      seat: fc.option(seat),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('close' as const), row: fc.option(rowIndex, { freq: 1 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      row: rowIndex,
      seat: fc.nat(there - 1),
      value: recorded,
    }),
  },
)

/** Steps before and after all that is still to come is filled: without that little is ever closed, and then corrected. */
const sequence = fc
  .tuple(fc.array(step, { maxLength: 5 }), recorded, fc.array(step, { minLength: 3, maxLength: 8 }))
  .map(([before, rest, after]): Step[] => [
    ...before,
    { kind: 'record', cells: [{ row: null, seat: null, value: rest }] },
    ...after,
  ])

/** Each kind of step once done and once refused, so that nothing is compared by silence. */
const everyOutcome: Step[] = [
  { kind: 'copy', from: 0, to: [], seat: null },
  { kind: 'record', cells: [{ row: 0, seat: 0, value: 'for' }] },
  { kind: 'copy', from: 0, to: [], seat: null },
  { kind: 'record', cells: [{ row: null, seat: 4, value: 'for' }] },
  { kind: 'close', row: null },
  { kind: 'record', cells: [{ row: null, seat: null, value: 'abstain' }] },
  { kind: 'correct', row: 0, seat: 0, value: 'against' },
  { kind: 'close', row: null },
  { kind: 'correct', row: 0, seat: 0, value: 'against' },
]

interface Model {
  values: string[][]
  isOpen: boolean[]
}

/** The same step on a plain grid; null where it is refused. */
function modelled({ values, isOpen }: Model, step: Step): Model | null {
  const after: Model = { values: values.map((row) => [...row]), isOpen: [...isOpen] }
  const open = isOpen.flatMap((each, row) => (each ? [row] : []))
  const set = (row: number, at: number, to: string) => {
    const line = after.values[row]
    if (line !== undefined) line[at] = to
  }
  const at = (row: number, column: number) => after.values[row]?.[column] ?? ''
  switch (step.kind) {
    case 'record': {
      if (open.length === 0) return null
      for (const { row, seat: named, value: to } of step.cells) {
        if (row !== null && isOpen[row] !== true) return null
        const rows = row === null ? open : [row]
        if (named === null && to === 'pending') return null
        if (named === null) {
          for (const each of rows)
            for (let s = 0; s < there; s += 1) if (at(each, s) === 'pending') set(each, s, to)
        } else if (named < there) {
          for (const each of rows) set(each, named, to)
        } else if (to !== 'not-present' && to !== 'pending') {
          return null
        }
      }
      return after
    }
    case 'copy': {
      const wanted =
        step.to.length > 0 ? step.to : options.map((_, index) => index).filter((o) => o !== step.from)
      if (wanted.includes(step.from) || open.length === 0) return null
      let given = 0
      for (let line = 0; line < rowsEach; line += 1) {
        const source = step.from * rowsEach + line
        for (const target of wanted.map((o) => o * rowsEach + line).filter((row) => isOpen[row] === true)) {
          for (let s = 0; s < there; s += 1) {
            const to = values[source]?.[s] ?? ''
            if (to === 'pending' || (step.seat !== null && step.seat !== s)) continue
            set(target, s, to)
            given += 1
          }
        }
      }
      return given === 0 ? null : after
    }
    case 'close': {
      const rows = step.row === null ? open : [step.row]
      if (rows.length === 0 || rows.some((row) => isOpen[row] !== true)) return null
      if (rows.some((row) => after.values[row]?.includes('pending'))) return null
      for (const row of rows) after.isOpen[row] = false
      return after
    }
    case 'correct':
      if (isOpen[step.row] === true || at(step.row, step.seat) === step.value) return null
      set(step.row, step.seat, step.value)
      return after
  }
}

/** The call of a step. */
function callOf(joint: JointVote, step: Step): Parameters<Panel['call']> {
  const jointVoteId = joint.id
  const questionId = (row: number) => joint.rows[row]?.questionId ?? ''
  const seatId = (index: number) => panel.seat(seats[index] ?? '')
  switch (step.kind) {
    case 'record':
      return [
        'joint-vote.record',
        {
          jointVoteId,
          cells: step.cells.map((one) => ({
            ...(one.row === null ? {} : { questionId: questionId(one.row) }),
            ...(one.seat === null ? {} : { seatId: seatId(one.seat) }),
            value: one.value,
          })),
        },
      ]
    case 'copy':
      return [
        'joint-vote.copy',
        {
          jointVoteId,
          from: options[step.from] ?? '',
          to: step.to.map((index) => options[index] ?? ''),
          ...(step.seat === null ? {} : { seatId: seatId(step.seat) }),
        },
      ]
    case 'close':
      return step.row === null
        ? ['joint-vote.close', { jointVoteId }]
        : ['vote.close', { questionId: questionId(step.row) }]
    case 'correct':
      return [
        'vote.correct',
        {
          questionId: questionId(step.row),
          seatId: seatId(step.seat),
          value: step.value,
          reason: 'Misheard.',
        },
      ]
  }
}

/** The row is what its own vote is, and that is what its positions come to by themselves. */
function expectAlone(joint: JointVote, question: QuestionView): void {
  const { round } = question
  const alone = evaluate({
    rule: round.rule,
    seats: round.positions.map((one) => ({
      id: one.seatId,
      weight: one.votes,
      constituency: one.constituency?.name ?? '',
    })),
    positions: Object.fromEntries(round.positions.map((one) => [one.seatId, one.value])) as Record<
      string,
      Recorded
    >,
  })
  expect(round.evaluation).toEqual(alone)
  const counts = Object.values(alone.counts)
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(seats.length)
  expect(alone.reconciliation).toContain(`= ${seats.length} votes of all seats`)
  const row = joint.rows.find(({ questionId }) => questionId === question.id)
  expect(row).toMatchObject({
    verdict: alone.verdict,
    values: round.positions.map((one) => one.value),
    result: round.result,
    state: round.state,
  })
  expect(row?.count.startsWith(`${alone.counts.for}–${alone.counts.against}`)).toBe(true)
}

async function undoTo(summary: string | null): Promise<void> {
  for (;;) {
    const { undo } = await panel.must('history.state', {})
    if (undo === null || undo === summary) return
    await panel.must('history.undo', {})
  }
}

test(
  'each row stands by itself, positions add up, and undo brings every view back',
  { timeout: 120_000 },
  async () => {
    const start = (await panel.must('history.state', {})).undo
    const seen = new Set<string>()
    await fc.assert(
      fc
        .asyncProperty(sequence, async (steps) => {
          const { item } = await panel.must('joint-vote.put-on-options', {
            itemId: panel.items.p,
            kind: 'exercisable',
            options: options.map((key) => ({ key, label: key.toUpperCase() })),
            objectives: objectives.map((key) => ({ key, label: `(${key})` })),
          })
          const joint = jointOf(item)
          let model: Model = {
            values: joint.rows.map(() =>
              seats.map((_, index) => (index < there ? 'pending' : 'not-present')),
            ),
            isOpen: joint.rows.map(() => true),
          }
          const views = [await panel.item()]
          for (const each of steps) {
            const next = modelled(model, each)
            const answer = await panel.call(...callOf(joint, each))
            seen.add(`${each.kind} ${next === null ? 'refused' : 'done'}`)
            expect(answer.ok, JSON.stringify([each, answer.ok ? '' : answer.error])).toBe(next !== null)
            if (next === null) continue
            // What changes nothing is nothing to undo.
            if (JSON.stringify(next) !== JSON.stringify(model)) views.push(await panel.item())
            model = next
          }
          const last = await panel.item()
          const after = jointOf(last)
          expect(after.rows.map(({ values }) => values)).toEqual(model.values)
          expect(after.rows.map(({ state }) => state === 'open')).toEqual(model.isOpen)
          for (const question of last.questions) expectAlone(after, question)
          expect(after.stillToCome).toBe(model.values.flat().filter((one) => one === 'pending').length)
          for (const view of views.toReversed().slice(1)) {
            await panel.must('history.undo', {})
            const back = await panel.item()
            expect(grid(jointOf(back))).toEqual(grid(jointOf(view)))
            expect(back).toEqual(view)
          }
        })
        .afterEach(() => undoTo(start)),
      { numRuns: 20, examples: [[everyOutcome]] },
    )
    expect([...seen].sort()).toEqual(
      ['record', 'copy', 'close', 'correct'].flatMap((kind) => [`${kind} done`, `${kind} refused`]).sort(),
    )
    expect((await panel.item()).questions).toEqual([])
    expect(await panel.must('history.verify', {})).toMatchObject({ isSound: true, problems: [] })
  },
)
