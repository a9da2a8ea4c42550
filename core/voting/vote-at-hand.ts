import type { Reader } from '../../db/store-types.ts'
import { itemName, itemRow, type ItemRow } from '../agenda/item-row.ts'
import { PanelbookError } from '../contract/errors.ts'
import { openMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
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
  /** What the vote is called by in a sentence: "0621A". */
  name: string
}

/** @throws PanelbookError `not-found`, `meeting-not-open`, `meeting-closed` */
export function voteAtHand(db: Reader, questionId: string): VoteAtHand {
  const question = questionRow(db, questionId)
  const item = itemRow(db, question.agenda_item_id)
  const meeting = openMeeting(db, item.meeting_id)
  const round = currentRound(db, questionId)
  return {
    meeting,
    item,
    question,
    round,
    positions: positionRows(db, [round.id]),
    name: itemName(question),
  }
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
