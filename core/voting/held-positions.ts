import type { Reader } from '../../db/store-types.ts'
import type { JointVote } from '../contract/joint-votes.ts'
import { asksForPreference, type VotingRule } from '../contract/voting-rule.ts'
import type { WrittenValue } from '../contract/written-positions.ts'
import { optionCall } from './key-options.ts'
import type { QuestionRow } from './round-row.ts'

/** The positions sent beforehand that stand, by seat, for one question. */
export type HeldPositions = ReadonlyMap<string, WrittenValue>

/** What has to be known of a question to find the positions that were sent for it. */
export type AwaitedQuestion = Pick<
  QuestionRow,
  'agenda_item_id' | 'kind_key' | 'option_key' | 'objective_key' | 'joint_options' | 'proposal_reference'
>
/** Its columns, where `awaitedJoins` follow the table of questions. */
export const awaitedColumns = `question.agenda_item_id, question.kind_key, question.option_key,
  question.objective_key, joint_vote.options AS joint_options, proposal.reference AS proposal_reference`
export const awaitedJoins = `LEFT JOIN joint_vote ON joint_vote.id = question.joint_vote_id
  LEFT JOIN proposal ON proposal.id = question.proposal_id`

/** A position that was sent beforehand and stands. */
export interface Letter {
  id: string
  seat_id: string
  /** Empty for any question. */
  kind_key: string
  /** What calls the option that it is for; empty for all of them. */
  option_key: string
  value: WrittenValue
}

export function standingLetters(db: Reader, itemId: string): Letter[] {
  return db.all<Letter>(
    `SELECT id, seat_id, kind_key, option_key, value FROM written_position
     WHERE agenda_item_id = ? AND withdrawn_at IS NULL ORDER BY option_key, kind_key`,
    itemId,
  )
}

/**
 * Which letter answers a question, by seat: what was sent for its option goes before what was for all of them, then
 * what was sent for its kind before what was for any. Where the options of a proposal are voted one by one a letter
 * answers each option overall. Nothing that was sent as for or against says whether an option better facilitates an
 * objective, nor which option is preferred, so it answers neither a vote against an objective nor one by preference.
 * @param letters in the order of `standingLetters`
 * @param rule of the vote; as it is kept, or read
 */
export function answering(
  letters: readonly Letter[],
  question: AwaitedQuestion,
  rule: VotingRule | string,
): Map<string, Letter> {
  const { kind } = typeof rule === 'string' ? (JSON.parse(rule) as VotingRule) : rule
  if (letters.length === 0 || question.objective_key !== null || asksForPreference(kind)) return new Map()
  const calls = optionCalls(question)
  return new Map(
    letters
      .filter(({ kind_key }) => kind_key === '' || kind_key === question.kind_key)
      .filter(({ option_key }) => option_key === '' || calls.includes(option_key))
      .map((letter) => [letter.seat_id, letter]),
  )
}

/** What is held for a question, by seat. */
export function heldPositions(
  db: Reader,
  question: AwaitedQuestion,
  rule: VotingRule | string,
): HeldPositions {
  const letters = answering(standingLetters(db, question.agenda_item_id), question, rule)
  return new Map([...letters].map(([seatId, { value }]) => [seatId, value]))
}

/** What the option of a question can be called in a letter: by its label, or as the proposal that it is. */
function optionCalls({ option_key, joint_options, proposal_reference }: AwaitedQuestion): string[] {
  if (option_key === null || joint_options === null) return []
  const option = (JSON.parse(joint_options) as JointVote['options']).find(({ key }) => key === option_key)
  if (option === undefined) return [option_key]
  const isProposal = option.proposalId !== null && proposal_reference !== null
  return [option_key, optionCall(option.label), ...(isProposal ? [optionCall(proposal_reference)] : [])]
}
