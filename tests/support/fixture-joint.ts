import type { PositionValue } from '../../core/contract/voting-rule.ts'
import type {
  RecordItem,
  RecordJointVote,
  RecordQuestion,
  RecordRound,
} from '../../core/minutes/record-types.ts'
import { evaluate } from '../../core/voting/evaluate.ts'
import { ruleExplanation, ruleName } from '../../core/voting/rule-words.ts'
import { at, corrected, fixtureSeats, question, round } from './fixture-votes.ts'

export const jointOptions = [
  { key: 'original', label: 'Original' },
  { key: 'alternative-a', label: 'Alternative A' },
  { key: 'alternative-b', label: 'Alternative B' },
  { key: 'alternative-c', label: 'Alternative C' },
  { key: 'alternative-d', label: 'Alternative D' },
]

export const jointObjectives = [
  { key: 'a', label: 'Objective (a): efficient operation of the pipe-line system' },
  { key: 'd', label: 'Objective (d): effective competition' },
  { key: 'f', label: 'Objective (f): efficient administration' },
]

/** Positions that differ from cell to cell in a way that a test can say again. */
function valueOf(row: number, seat: number): PositionValue {
  if (seat === fixtureSeats.length - 1) return 'not-present'
  if (seat === 0 && row % 7 === 3) return 'none'
  const turn = (row * 5 + seat * 3) % 11
  return turn < 6 + (row % 4 === 3 ? 2 : 0) ? 'for' : turn < 9 ? 'against' : 'abstain'
}

function jointRound(row: number, more: Partial<RecordRound> = {}): RecordRound {
  const positions = Object.fromEntries(fixtureSeats.map((seat, index) => [seat, valueOf(row, index)]))
  const vote = round(1, positions, 'for', { rule: { kind: 'majority-of-cast', tie: 'recorded' }, ...more })
  return { ...vote, roundId: `joint-round-${row}`, result: `As counted (${vote.counts.for} for)` }
}

/**
 * An item on which five options are voted against three objectives and overall: 20 votes of 13 seats. A position
 * against an objective is corrected, one overall is taken again, one against an objective is withdrawn, and the
 * option overall has its determination but for the last.
 */
export function jointItem(item: RecordItem): RecordItem {
  const jointVoteId = 'joint-0621'
  const questions = jointOptions.flatMap((option, optionIndex) =>
    [...jointObjectives, null].map((objective, index): RecordQuestion => {
      const row = optionIndex * 4 + index
      const text =
        objective === null
          ? `Should 0621 ${option.label} be implemented?`
          : `Does 0621 ${option.label} better facilitate ${objective.label} than the baseline?`
      const determination =
        objective === null && optionIndex < 4
          ? `The Panel ${optionIndex % 2 === 0 ? 'recommends' : 'does not recommend'} implementation of 0621 ${option.label}`
          : null
      return {
        ...question(text, roundsOf(row), determination, {
          decisionMaker: objective === null ? 'authority' : 'view',
        }),
        questionId: `joint-question-${row}`,
        joint: { jointVoteId, option, objective },
        ...(row === 14
          ? { withdrawn: { at: at('12:20'), reason: 'Alternative C does not touch this objective' } }
          : {}),
      }
    }),
  )
  const vote: RecordJointVote = {
    jointVoteId,
    form: 'options',
    title: 'Implementation of 0621: Original and Alternatives A to D',
    baseline: 'the baseline',
    options: jointOptions,
    objectives: jointObjectives,
    questionIds: questions.map(({ questionId }) => questionId),
    otherItems: [],
  }
  return { ...item, questions: [...item.questions, ...questions], jointVotes: [vote] }
}

function roundsOf(row: number): RecordRound[] {
  if (row === 5) return [corrected(jointRound(row), 'KL', 'abstain')]
  if (row === 14) return [jointRound(row, { state: 'superseded' })]
  if (row !== 7) return [jointRound(row)]
  return [
    { ...jointRound(row + 3), state: 'superseded', supersededReason: 'two members had been misheard' },
    { ...jointRound(row), roundId: 'joint-round-7-again', number: 2, openedAt: at('12:12') },
  ]
}

/** A vote on which of the options is preferred: eight for one, three for another, one abstention. */
export function preferenceQuestion(): RecordQuestion {
  const options = jointOptions.slice(0, 3)
  const named = (index: number) => options[index === 0 ? 2 : index < 9 ? 1 : 0]
  const vote = round(1, { WX: 'abstain', YZ: 'not-present' }, 'for', { rule: { kind: 'majority-of-cast' } })
  const rule = { kind: 'preference' as const, options }
  const positions = vote.positions.map((position, index) => {
    const option = named(index)
    return position.value === 'for' && option !== undefined ? { ...position, option } : position
  })
  const evaluation = evaluate({
    rule,
    seats: positions.map(({ seatId }) => ({ id: seatId })),
    positions: Object.fromEntries(positions.map(({ seatId, value }) => [seatId, value as 'for'])),
    preferences: Object.fromEntries(
      positions.flatMap(({ seatId, option }) => (option === undefined ? [] : [[seatId, option.key]])),
    ),
  })
  const { byOption } = evaluation
  if (byOption === null) throw new Error('no options')
  return question(
    'Which of the options of 0621 does the Panel prefer?',
    [
      {
        ...vote,
        positions,
        rule,
        ruleName: ruleName(rule),
        ruleExplanation: ruleExplanation(rule),
        verdict: evaluation.verdict,
        unanimous: evaluation.unanimous,
        arithmetic: evaluation.arithmetic,
        reconciliation: evaluation.reconciliation,
        byConstituency: null,
        byOption,
      },
    ],
    'The Panel prefers Alternative A',
    { decisionMaker: 'view' },
  )
}

/** A question put by mistake after three positions had been recorded. */
export function withdrawnQuestion(): RecordQuestion {
  const vote = round(1, { AB: 'for', CD: 'for', EF: 'against' }, 'pending', { state: 'superseded' })
  return question('Should 0620 be issued to consultation?', [vote], null, {
    withdrawn: { at: at('11:50'), reason: 'it had been put on the wrong proposal' },
  })
}
