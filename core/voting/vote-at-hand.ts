import type { Reader } from '../../db/store-types.ts'
import { itemRow, type ItemRow } from '../agenda/item-row.ts'
import { PanelbookError } from '../contract/errors.ts'
import { openMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
import { questionName } from './question-places.ts'
import {
  currentRound,
  evaluateRound,
  headingOf,
  positionRows,
  questionRow,
  type PositionRow,
  type QuestionRow,
  type RoundRow,
} from './round-row.ts'
import { listed } from './vote-words.ts'

/** A question with the vote that counts, at an open meeting. */
export interface VoteAtHand {
  meeting: MeetingRow
  item: ItemRow
  question: QuestionRow
  round: RoundRow
  positions: PositionRow[]
  /** What the vote is called by in a sentence: "0621A", or "0621A, Objective (a)". */
  name: string
}

/**
 * The one way to a vote for every command on it, so that nothing reaches one whose question was withdrawn.
 * @throws PanelbookError `not-found`, `meeting-not-open`, `meeting-closed`, `vote-closed` where the question was
 *   withdrawn
 */
export function voteAtHand(db: Reader, questionId: string): VoteAtHand {
  const question = questionRow(db, questionId)
  const item = itemRow(db, question.agenda_item_id)
  const meeting = openMeeting(db, item.meeting_id)
  requireStanding(question)
  const round = currentRound(db, questionId)
  return {
    meeting,
    item,
    question,
    round,
    positions: positionRows(db, [round.id]),
    name: questionName(question),
  }
}

/** @throws PanelbookError `vote-closed` where the question was withdrawn */
export function requireStanding(question: Pick<QuestionRow, 'text' | 'withdrawn_at'>): void {
  if (question.withdrawn_at === null) return
  throw new PanelbookError('vote-closed', `The question “${question.text}” was withdrawn.`, {
    safe: 'It stays on record with its reason.',
    remedy: 'Put the question again.',
  })
}

/** A vote in which positions can be recorded. @throws PanelbookError `vote-closed` and those of `voteAtHand` */
export function openVote(db: Reader, questionId: string): VoteAtHand {
  const vote = voteAtHand(db, questionId)
  if (vote.round.state !== 'open') {
    throw new PanelbookError('vote-closed', `The vote on ${vote.name} is closed.`, {
      safe: 'Its positions stand as they were recorded.',
      remedy: 'Correct a position, or take the vote again.',
    })
  }
  return vote
}

/** @throws PanelbookError `vote-open` naming those who are still to come */
export function requireComplete({ positions, name }: Pick<VoteAtHand, 'positions' | 'name'>): void {
  const missing = positions.filter(({ value }) => value === 'pending').map(headingOf)
  if (missing.length === 0) return
  throw new PanelbookError('vote-open', `The vote on ${name} still waits for ${listed(missing)}.`, {
    remedy: 'Record their positions, or no vote where none was given.',
  })
}

export function verdictOf({ round, positions }: Pick<VoteAtHand, 'round' | 'positions'>): string {
  return evaluateRound({ ...round, casting_vote: null }, positions).verdict
}
