import type { Reader } from '../../db/store-types.ts'
import type { Phrases } from '../contract/question-kinds.ts'
import { itemName } from '../agenda/item-row.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Evaluation, VotingRule } from '../contract/voting-rule.ts'
import type { DecisionMaker, PositionValue, RoomSees, VoteMethod } from '../contract/words.ts'
import { composeDetermination, type DeterminationParameters } from './determination.ts'
import { declaredEvaluation } from './declared-evaluation.ts'
import type { Basis } from './electorate.ts'
import { evaluate } from './evaluate.ts'

export interface QuestionRow {
  id: string
  agenda_item_id: string
  proposal_id: string | null
  joint_vote_id: string | null
  option_key: string | null
  objective_key: string | null
  kind_key: string
  text: string
  polarity: 'for-carries' | 'against-expected'
  phrases: string
  decision_maker: DecisionMaker
  /** What follows from the answer, as the kind of question had it when the question was put. */
  consequences: string
  put_at: string
  withdrawn_at: string | null
  withdrawn_reason: string
  proposal_reference: string | null
  /** Title of the item at which it was put. */
  title: string
  /** Of the votes with which it is taken, as JSON; null for a question of its own. */
  joint_options: string | null
  joint_objectives: string | null
  has_determination: number
}

export interface RoundRow {
  id: string
  question_id: string
  number: number
  rule: string
  method: VoteMethod
  state: 'open' | 'closed' | 'superseded'
  is_indicative: number
  quorum: string
  /** What the chair declared on the voices, without names. */
  declared: 'carried' | 'not-carried' | null
  room_sees: RoomSees
  casting_vote: 'for' | 'against' | null
  opened_at: string
  /** Of a written resolution. */
  deadline: string | null
  /** How it was moved, as core/contract/resolutions.ts has it. */
  deadline_moves: string
  closed_at: string | null
  superseded_reason: string
}

/** A position with its seat and with whoever cast it. */
export interface PositionRow {
  id: string
  vote_round_id: string
  seat_id: string
  votes: number
  value: PositionValue
  /** In a vote by preference, where the value is for. */
  option_key: string | null
  basis: Basis
  recorded_at: string
  seat: string
  constituency_id: string | null
  constituency: string | null
  constituency_short: string | null
  cast_by_id: string | null
  cast_by_initials: string | null
  cast_by_name: string | null
  /** Whose seat it is: the member at this meeting, or by membership on its day. */
  member_initials: string | null
}

export const questionSelect = `SELECT question.*, proposal.reference AS proposal_reference, agenda_item.title,
    joint_vote.options AS joint_options, joint_vote.objectives AS joint_objectives,
    EXISTS (SELECT 1 FROM determination WHERE determination.question_id = question.id) AS has_determination
  FROM question
  JOIN agenda_item ON agenda_item.id = question.agenda_item_id
  LEFT JOIN proposal ON proposal.id = question.proposal_id
  LEFT JOIN joint_vote ON joint_vote.id = question.joint_vote_id`

/** @throws PanelbookError `not-found` */
export function questionRow(db: Reader, questionId: string): QuestionRow {
  const row = db.get<QuestionRow>(`${questionSelect} WHERE question.id = ?`, questionId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such question in this book.')
  return row
}

/** The vote of a question that counts: the newest. */
export function currentRound(db: Reader, questionId: string): RoundRow {
  const row = db.get<RoundRow>(
    'SELECT * FROM vote_round WHERE question_id = ? ORDER BY number DESC LIMIT 1',
    questionId,
  )
  if (row === undefined) throw new PanelbookError('not-found', 'The question has no vote.')
  return row
}

/** The positions of some rounds, each in the order of the seats, grouped by constituency. */
export function positionRows(db: Reader, roundIds: readonly string[]): PositionRow[] {
  return db.all<PositionRow>(
    `SELECT position.id, position.vote_round_id, position.seat_id, position.votes, position.value, position.option_key,
       position.basis, position.recorded_at, seat.name AS seat, constituency.id AS constituency_id,
       constituency.name AS constituency, constituency.short_name AS constituency_short,
       position.cast_by_id, attendance.initials AS cast_by_initials, person.name AS cast_by_name,
       COALESCE(
         (SELECT own.initials FROM attendance AS own
           WHERE own.seat_id = seat.id AND own.meeting_id = meeting.id AND own.capacity <> 'alternate'
           ORDER BY own.capacity = 'member' DESC, own.id LIMIT 1),
         (SELECT COALESCE(present.initials, member.initials) FROM membership
           JOIN person AS member ON member.id = membership.person_id
           LEFT JOIN attendance AS present
             ON present.person_id = membership.person_id AND present.meeting_id = meeting.id
           WHERE membership.seat_id = seat.id AND membership.body_id = meeting.body_id AND membership.role = 'member'
             AND membership.effective_from <= meeting.starts_on
             AND (membership.effective_to IS NULL OR membership.effective_to >= meeting.starts_on)
           ORDER BY membership.id LIMIT 1)
       ) AS member_initials
     FROM json_each(?) AS wanted
     JOIN vote_round ON vote_round.id = wanted.value
     JOIN question ON question.id = vote_round.question_id
     JOIN agenda_item ON agenda_item.id = question.agenda_item_id
     JOIN meeting ON meeting.id = agenda_item.meeting_id
     JOIN position ON position.vote_round_id = vote_round.id
     JOIN seat ON seat.id = position.seat_id
     LEFT JOIN constituency ON constituency.id = seat.constituency_id
     LEFT JOIN attendance ON attendance.id = position.cast_by_id
     LEFT JOIN person ON person.id = attendance.person_id
     ORDER BY seat.constituency_id IS NULL, constituency.position, seat.position, seat.id`,
    JSON.stringify(roundIds),
  )
}

/**
 * The heading of a position's column: who exercises it, or whose it is. A carried vote keeps the initials of the
 * absent member, or the name of a vacant seat, so that no two columns are called the same.
 */
export function headingOf(position: PositionRow): string {
  const caster = position.basis === 'carried' ? null : position.cast_by_initials
  return caster ?? position.member_initials ?? position.seat
}

/**
 * The count of a round by its own rule. A casting vote counts only while there is a tie for it to settle. Seats
 * without a constituency go together as one, so that a vote that was taken can always be read again.
 */
export function evaluateRound(round: RoundRow, positions: readonly PositionRow[]): Evaluation {
  return countRound(round, positions).evaluation
}

/** Whether a casting vote that was given settles the result: after a correction there may be no tie left for it. */
export function castingVoteCounts(round: RoundRow, positions: readonly PositionRow[]): boolean {
  return round.casting_vote !== null && countRound(round, positions).castingVote !== null
}

function countRound(
  round: RoundRow,
  positions: readonly PositionRow[],
): { rule: VotingRule; evaluation: Evaluation; castingVote: 'for' | 'against' | null } {
  const rule = JSON.parse(round.rule) as VotingRule
  if (round.declared !== null) {
    return { rule, evaluation: declaredEvaluation(positions, round.declared), castingVote: null }
  }
  const input = {
    rule,
    seats: positions.map((position) => ({
      id: position.seat_id,
      weight: position.votes,
      constituency: position.constituency ?? 'no party category',
    })),
    positions: Object.fromEntries(
      positions.flatMap(({ seat_id, value }) => (value === 'unnamed' ? [] : [[seat_id, value]])),
    ),
    preferences: Object.fromEntries(
      positions.flatMap(({ seat_id, option_key }) => (option_key === null ? [] : [[seat_id, option_key]])),
    ),
  }
  const counted = evaluate(input)
  if (round.casting_vote === null || counted.verdict !== 'tied' || rule.tie !== 'casting-vote') {
    return { rule, evaluation: counted, castingVote: null }
  }
  const { casting_vote: castingVote } = round
  return { rule, evaluation: evaluate({ ...input, castingVote }), castingVote }
}

/** The sentence of a question's vote in the body's phrase; empty while positions are still to come. */
export function composeRound(
  question: QuestionRow,
  round: RoundRow,
  positions: readonly PositionRow[],
  parameters: DeterminationParameters = {},
): string {
  const { rule, evaluation, castingVote } = countRound(round, positions)
  return composeDetermination({
    phrases: JSON.parse(question.phrases) as Phrases,
    evaluation,
    rule,
    castingVote,
    isIndicative: round.is_indicative === 1,
    isOnTheVoices: round.declared !== null,
    proposal: itemName(question),
    parameters,
  })
}
