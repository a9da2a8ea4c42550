import type { Reader } from '../../db/store-types.ts'
import { itemRow, type ItemRow } from '../agenda/item-row.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { JointVote } from '../contract/joint-votes.ts'
import { openMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
import { jointQuestions, jointRounds, type JointVoteRow } from './joint-vote-view.ts'
import { questionName } from './question-places.ts'
import { positionRows, type QuestionRow } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

/** Votes that are taken together, at an open meeting. */
export interface JointVoteAtHand {
  row: JointVoteRow
  meeting: MeetingRow
  /** The item at which it was put. */
  item: ItemRow
  options: JointVote['options']
  /** Every row as it was put, those withdrawn among them. */
  questions: QuestionRow[]
  /** The votes of the rows that stand, open or closed, in their order. */
  votes: VoteAtHand[]
}

/**
 * A joint vote with all its rows. For another row there is no other query, for another item one.
 * @throws PanelbookError `not-found`, `meeting-not-open`, `meeting-closed`
 */
export function jointVoteAtHand(db: Reader, jointVoteId: string): JointVoteAtHand {
  const row = db.get<JointVoteRow>('SELECT * FROM joint_vote WHERE id = ?', jointVoteId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such joint vote in this book.')
  const item = itemRow(db, row.agenda_item_id)
  const meeting = openMeeting(db, item.meeting_id)
  const questions = jointQuestions(db, jointVoteId)
  const standing = questions.filter(({ withdrawn_at }) => withdrawn_at === null)
  const rounds = jointRounds(db, jointVoteId)
  const positions = Map.groupBy(
    positionRows(
      db,
      [...rounds.values()].map(({ id }) => id),
    ),
    (position) => position.vote_round_id,
  )
  const items = new Map(
    [...new Set(standing.map(({ agenda_item_id }) => agenda_item_id))].map((id) => [id, itemRow(db, id)]),
  )
  return {
    row,
    meeting,
    item,
    options: JSON.parse(row.options) as JointVote['options'],
    questions,
    votes: standing.flatMap((question) => {
      const round = rounds.get(question.id)
      const at = items.get(question.agenda_item_id)
      if (round === undefined || at === undefined) return []
      const name = questionName(question)
      return [{ meeting, item: at, question, round, positions: positions.get(round.id) ?? [], name }]
    }),
  }
}

/** @throws PanelbookError `vote-closed` where every question of a joint vote was withdrawn */
export function requireVotes(title: string, votes: readonly VoteAtHand[]): void {
  if (votes.length > 0) return
  throw new PanelbookError('vote-closed', `Every question of “${title}” was withdrawn.`, {
    safe: 'They stay on record with their reasons.',
  })
}

/**
 * The votes of which positions can still be recorded.
 * @throws PanelbookError `vote-closed` where there is none
 */
export function openVotes({ row, votes }: Pick<JointVoteAtHand, 'row' | 'votes'>): VoteAtHand[] {
  const open = votes.filter(({ round }) => round.state === 'open')
  if (open.length > 0) return open
  throw new PanelbookError('vote-closed', `No vote of “${row.title}” is open any more.`, {
    safe: 'The positions stand as they were recorded.',
    remedy: 'Correct a position, or take a vote again.',
  })
}
