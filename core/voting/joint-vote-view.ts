import type { Reader } from '../../db/store-types.ts'
import { itemName } from '../agenda/item-row.ts'
import type { JointRow, JointVote } from '../contract/joint-votes.ts'
import type { VotedOption } from '../contract/voted-option.ts'
import type { VoteCounts, VotingRule } from '../contract/voting-rule.ts'
import type { DeterminationParameters } from './determination.ts'
import {
  composeRound,
  evaluateRound,
  headingOf,
  positionRows,
  questionSelect,
  type PositionRow,
  type QuestionRow,
  type RoundRow,
} from './round-row.ts'
import { fitOf, isShownToRoom } from './room-sees.ts'
import { ruleName } from './rule-words.ts'

export interface JointVoteRow {
  id: string
  agenda_item_id: string
  form: JointVote['form']
  title: string
  baseline: string
  options: string
  objectives: string
  put_at: string
}

interface WrittenRow {
  question_id: string
  composed_text: string
  parameters: string
}

/** A numbered item of the meeting, to call a row by. */
interface Numbered {
  item: { id: string }
  fullLabel: string
}

/** The joint votes in which an item has a part, oldest first, with all their rows. */
export function readJointVotes(db: Reader, items: readonly Numbered[], itemId: string): JointVote[] {
  return db
    .all<JointVoteRow>(
      `SELECT * FROM joint_vote
       WHERE id IN (SELECT joint_vote_id FROM question WHERE agenda_item_id = ? AND joint_vote_id IS NOT NULL)
       ORDER BY put_at, id`,
      itemId,
    )
    .map((row) => jointVote(db, row, items))
}

/** The questions of a joint vote in the order of its rows. */
export function jointQuestions(db: Reader, jointVoteId: string): QuestionRow[] {
  return db.all<QuestionRow>(
    `${questionSelect} WHERE question.joint_vote_id = ? ORDER BY question.put_at, question.position, question.id`,
    jointVoteId,
  )
}

/** The vote that counts of each question of a joint vote, by the id of the question. */
export function jointRounds(db: Reader, jointVoteId: string): Map<string, RoundRow> {
  const rounds = db.all<RoundRow>(
    `SELECT vote_round.* FROM question JOIN vote_round ON vote_round.question_id = question.id
     WHERE question.joint_vote_id = ? ORDER BY vote_round.number`,
    jointVoteId,
  )
  return new Map(rounds.map((round) => [round.question_id, round]))
}

function jointVote(db: Reader, row: JointVoteRow, items: readonly Numbered[]): JointVote {
  const questions = inOrder(jointQuestions(db, row.id), items)
  const rounds = jointRounds(db, row.id)
  const all = positionRows(
    db,
    [...rounds.values()].map(({ id }) => id),
  )
  const positions = Map.groupBy(all, (position) => position.vote_round_id)
  const objectives = JSON.parse(row.objectives) as VotedOption[]
  const options = JSON.parse(row.options) as JointVote['options']
  const seats = columns(all, rounds.get(questions[0]?.id ?? ''))
  // Of votes against objectives too it is the option overall that says how they are counted.
  const main = rounds.get(questions.find(({ objective_key }) => objective_key === null)?.id ?? '')
  const written = new Map(
    db
      .all<WrittenRow>(
        `SELECT determination.question_id, determination.composed_text, determination.parameters
         FROM question JOIN determination ON determination.question_id = question.id
         WHERE question.joint_vote_id = ? ORDER BY determination.position, determination.id`,
        row.id,
      )
      .map((each) => [each.question_id, each]),
  )
  const rows = questions.flatMap((question) => {
    const round = rounds.get(question.id)
    return round === undefined
      ? []
      : [
          jointRow(question, round, positions.get(round.id) ?? [], seats, {
            objectives,
            items,
            written: written.get(question.id),
          }),
        ]
  })
  return {
    id: row.id,
    itemId: row.agenda_item_id,
    form: row.form,
    title: row.title,
    kindKey: questions[0]?.kind_key ?? '',
    ruleName: main === undefined ? '' : ruleName(JSON.parse(main.rule) as VotingRule),
    method: main?.method ?? 'roll-call',
    isIndicative: [...rounds.values()].some(({ is_indicative }) => is_indicative === 1),
    baseline: row.baseline,
    options,
    objectives,
    seats: seats.map((position) => ({
      seatId: position.seat_id,
      seat: position.seat,
      initials: headingOf(position),
      votes: position.votes,
      constituency: position.constituency_short ?? '',
    })),
    rows,
    stillToCome: rows
      .filter(({ state }) => state === 'open')
      .reduce((sum, { values }) => sum + values.filter((value) => value === 'pending').length, 0),
    carried: rows.flatMap(({ option, objective, verdict, state }) =>
      option !== null && objective === null && verdict === 'carried' && state !== 'withdrawn' ? [option] : [],
    ),
  }
}

/**
 * Every seat of the votes once, in the order of the seats. A vote that was taken again may have a seat that those
 * before it do not have. The heading is that in the first row, where the seat is in it.
 */
function columns(all: readonly PositionRow[], first: RoundRow | undefined): PositionRow[] {
  const seats = new Map<string, PositionRow>()
  for (const position of all) {
    if (!seats.has(position.seat_id) || position.vote_round_id === first?.id) {
      seats.set(position.seat_id, position)
    }
  }
  return [...seats.values()]
}

/** Over items in the order of the agenda; over options as they were put. */
function inOrder(questions: readonly QuestionRow[], items: readonly Numbered[]): QuestionRow[] {
  const placeOf = new Map(items.map(({ item }, index) => [item.id, index]))
  return [...questions].sort(
    (one, other) => (placeOf.get(one.agenda_item_id) ?? 0) - (placeOf.get(other.agenda_item_id) ?? 0),
  )
}

function jointRow(
  question: QuestionRow,
  round: RoundRow,
  positions: readonly PositionRow[],
  seats: readonly PositionRow[],
  {
    objectives,
    items,
    written,
  }: { objectives: readonly VotedOption[]; items: readonly Numbered[]; written: WrittenRow | undefined },
): JointRow {
  const evaluation = evaluateRound(round, positions)
  const state = question.withdrawn_at !== null ? 'withdrawn' : round.state === 'open' ? 'open' : 'closed'
  const values = new Map(positions.map(({ seat_id, value }) => [seat_id, value]))
  return {
    questionId: question.id,
    itemId: question.agenda_item_id,
    itemLabel: items.find(({ item }) => item.id === question.agenda_item_id)?.fullLabel ?? '',
    label: rowLabel(question, objectives),
    option: question.option_key,
    objective: question.objective_key,
    text: question.text,
    state,
    values: seats.map(({ seat_id }) => values.get(seat_id) ?? 'not-entitled'),
    verdict: evaluation.verdict,
    count: round.declared === null ? shortCount(evaluation.counts) : 'on the voices',
    result:
      evaluation.verdict === 'pending' || state === 'withdrawn'
        ? null
        : composeRound(question, round, positions),
    hasDetermination: question.has_determination === 1,
    roomSees: round.room_sees,
    isShownToRoom: isShownToRoom({
      sees: round.room_sees,
      verdict: evaluation.verdict,
      isOver: state === 'withdrawn',
      determination: fitOf(
        written,
        composeRound(
          question,
          round,
          positions,
          JSON.parse(written?.parameters ?? '{}') as DeterminationParameters,
        ),
      ),
    }),
  }
}

function rowLabel(question: QuestionRow, objectives: readonly VotedOption[]): string {
  if (question.option_key === null) return itemName(question)
  return objectives.find(({ key }) => key === question.objective_key)?.label ?? 'Overall'
}

/** "8–2", and what else there is: "8–2, 1 abstained, 1 no vote". */
function shortCount(counts: VoteCounts): string {
  return [
    `${counts.for}–${counts.against}`,
    ...(counts.abstain > 0 ? [`${counts.abstain} abstained`] : []),
    ...(counts.none > 0 ? [`${counts.none} no vote`] : []),
  ].join(', ')
}
