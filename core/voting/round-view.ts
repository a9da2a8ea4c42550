import type { z } from 'zod'
import type { Reader } from '../../db/store-types.ts'
import type { Phrases } from '../contract/question-kinds.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { determinationView, DeterminationConsequences } from '../contract/determinations.ts'
import type { DeadlineMove } from '../contract/resolutions.ts'
import type { PositionView, QuestionView, RoundView } from '../contract/voting.ts'
import type { VotedOption } from '../contract/voted-option.ts'
import type { VotingRule } from '../contract/voting-rule.ts'
import type { DecisionMaker, PositionValue } from '../contract/words.ts'
import type { DeterminationParameters } from './determination.ts'
import { named, readJoints } from './question-places.ts'
import { readRatifications } from './ratifications.ts'
import { fitOf, isShownToRoom } from './room-sees.ts'
import {
  castingVoteCounts,
  composeRound,
  evaluateRound,
  headingOf,
  positionRows,
  questionSelect,
  type PositionRow,
  type QuestionRow,
  type RoundRow,
} from './round-row.ts'
import { quorumOf } from './round-quorum.ts'
import { ruleExplanation, ruleName } from './rule-words.ts'

type DeterminationView = z.infer<typeof determinationView>
type Correction = PositionView['corrections'][number]

interface CorrectionRow {
  position_id: string
  old_value: PositionValue
  new_value: PositionValue
  old_option_key: string | null
  new_option_key: string | null
  recorded_at: string
  corrected_at: string
  corrected_by: string
  reason: string
}

interface DeterminationRow {
  id: string
  question_id: string
  kind: string
  text: string
  composed_text: string
  parameters: string
  consequences: string
  decision_maker: DecisionMaker
  written_at: string
}

interface Places {
  joints: ReturnType<typeof readJoints>
  ratifications: ReturnType<typeof readRatifications>
}

interface Rounds {
  rounds: readonly RoundRow[]
  positions: ReadonlyMap<string, PositionRow[]>
  corrections: ReadonlyMap<string, CorrectionRow[]>
}

/** The questions put at an item, with their votes and determinations. Seven queries, however many votes. */
export function readQuestions(db: Reader, itemId: string): QuestionView[] {
  const questions = db.all<QuestionRow>(
    `${questionSelect} WHERE question.agenda_item_id = ? ORDER BY question.position, question.id`,
    itemId,
  )
  if (questions.length === 0) return []
  const held = readRounds(
    db,
    db.all<RoundRow>(
      `SELECT vote_round.* FROM question JOIN vote_round ON vote_round.question_id = question.id
       WHERE question.agenda_item_id = ? ORDER BY vote_round.number`,
      itemId,
    ),
  )
  const roundsOf = Map.groupBy(held.rounds, (round) => round.question_id)
  const determinations = new Map(
    db
      .all<DeterminationRow>(
        `SELECT id, question_id, kind, text, composed_text, parameters, consequences, decision_maker, written_at
         FROM determination WHERE agenda_item_id = ? AND question_id IS NOT NULL ORDER BY position, id`,
        itemId,
      )
      .map((row) => [row.question_id, row]),
  )
  const places = {
    joints: readJoints(db, questions),
    ratifications: readRatifications(
      db,
      questions.map(({ id }) => id),
    ),
  }
  return questions.map((question) =>
    questionView(question, roundsOf.get(question.id) ?? [], held, places, determinations.get(question.id)),
  )
}

/** One vote, superseded or not. @throws PanelbookError `not-found` */
export function readRound(db: Reader, roundId: string): RoundView {
  const round = db.get<RoundRow>('SELECT * FROM vote_round WHERE id = ?', roundId)
  const question = round && db.get<QuestionRow>(`${questionSelect} WHERE question.id = ?`, round.question_id)
  if (round === undefined || question === undefined) {
    throw new PanelbookError('not-found', 'There is no such vote in this book.')
  }
  return roundView(question, round, readRounds(db, [round]))
}

function readRounds(db: Reader, rounds: readonly RoundRow[]): Rounds {
  const positions = positionRows(
    db,
    rounds.map(({ id }) => id),
  )
  const corrections = db.all<CorrectionRow>(
    `SELECT position_correction.* FROM json_each(?) AS wanted
     JOIN position_correction ON position_correction.position_id = wanted.value ORDER BY position_correction.id`,
    JSON.stringify(positions.map(({ id }) => id)),
  )
  return {
    rounds,
    positions: Map.groupBy(positions, (position) => position.vote_round_id),
    corrections: Map.groupBy(corrections, (correction) => correction.position_id),
  }
}

function questionView(
  question: QuestionRow,
  rounds: readonly RoundRow[],
  held: Rounds,
  { joints, ratifications }: Places,
  determination: DeterminationRow | undefined,
): QuestionView {
  const current = rounds.at(-1)
  if (current === undefined) throw new PanelbookError('internal', 'A question has no vote.')
  const round = roundView(question, current, held, determination)
  const ratification = ratifications.get(question.id)
  return {
    id: question.id,
    kindKey: question.kind_key,
    text: question.text,
    polarity: question.polarity,
    decisionMaker: question.decision_maker,
    phrases: JSON.parse(question.phrases) as Phrases,
    putAt: question.put_at,
    joint: joints.get(question.id) ?? null,
    withdrawn:
      question.withdrawn_at === null
        ? null
        : { at: question.withdrawn_at, reason: question.withdrawn_reason },
    ratification:
      ratification === undefined
        ? null
        : { ...ratification, isStale: round.evaluation.verdict !== 'carried' },
    round,
    superseded: rounds.slice(0, -1).map((round) => roundView(question, round, held)),
    determination:
      determination === undefined
        ? null
        : determinationOf(determination, question, current, held.positions.get(current.id) ?? []),
  }
}

function determinationOf(
  row: DeterminationRow,
  question: QuestionRow,
  round: RoundRow,
  positions: readonly PositionRow[],
): DeterminationView {
  const composedNow = composeRound(question, round, positions, parametersOf(row))
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    decisionMaker: row.decision_maker,
    writtenAt: row.written_at,
    isStale: composedNow !== row.composed_text,
    composedNow,
    parameters: parametersOf(row),
    consequences: JSON.parse(row.consequences) as DeterminationConsequences,
    ratifies: null,
  }
}

/** What the determination filled in fills the places of the result as well. */
function roundView(
  question: QuestionRow,
  round: RoundRow,
  held: Rounds,
  determination?: DeterminationRow,
): RoundView {
  const rule = JSON.parse(round.rule) as VotingRule
  const positions = held.positions.get(round.id) ?? []
  const evaluation = evaluateRound(round, positions)
  const result = composeRound(question, round, positions, parametersOf(determination))
  return {
    id: round.id,
    number: round.number,
    state: round.state,
    method: round.method,
    rule,
    ruleName: ruleName(rule),
    ruleExplanation: ruleExplanation(rule),
    isIndicative: round.is_indicative === 1,
    quorum: quorumOf(round).words,
    declared: round.declared,
    castingVote: round.casting_vote,
    castingVoteCounts: castingVoteCounts(round, positions),
    openedAt: round.opened_at,
    deadline: round.deadline,
    deadlineMoves: JSON.parse(round.deadline_moves) as DeadlineMove[],
    closedAt: round.closed_at,
    supersededReason: round.superseded_reason,
    positions: positions.map((position) =>
      positionView(position, held.corrections.get(position.id) ?? [], rule.options ?? []),
    ),
    evaluation,
    stillToCome: positions.filter(({ value }) => value === 'pending').map(headingOf),
    result: evaluation.verdict === 'pending' ? null : result,
    roomSees: round.room_sees,
    isShownToRoom: isShownToRoom({
      sees: round.room_sees,
      verdict: evaluation.verdict,
      isOver: round.state === 'superseded' || question.withdrawn_at !== null,
      determination: fitOf(determination, result),
    }),
  }
}

function parametersOf(determination: DeterminationRow | undefined): DeterminationParameters {
  return determination === undefined ? {} : (JSON.parse(determination.parameters) as DeterminationParameters)
}

function positionView(
  position: PositionRow,
  corrections: readonly CorrectionRow[],
  options: readonly VotedOption[],
): PositionView {
  return {
    seatId: position.seat_id,
    seat: position.seat,
    constituency:
      position.constituency_id === null
        ? null
        : {
            id: position.constituency_id,
            name: position.constituency ?? '',
            shortName: position.constituency_short ?? '',
          },
    votes: position.votes,
    initials: headingOf(position),
    value: position.value,
    option: named(options, position.option_key),
    basis: position.basis,
    castBy:
      position.cast_by_id === null
        ? null
        : {
            attendanceId: position.cast_by_id,
            initials: position.cast_by_initials ?? '',
            name: position.cast_by_name ?? '',
          },
    recordedAt: position.recorded_at,
    corrections: corrections.map((row) => correctionView(row, options)),
  }
}

function correctionView(row: CorrectionRow, options: readonly VotedOption[]): Correction {
  return {
    oldValue: row.old_value,
    newValue: row.new_value,
    oldOption: named(options, row.old_option_key)?.label ?? null,
    newOption: named(options, row.new_option_key)?.label ?? null,
    recordedAt: row.recorded_at,
    correctedAt: row.corrected_at,
    correctedBy: row.corrected_by,
    reason: row.reason,
  }
}
