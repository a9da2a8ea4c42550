import { readConstituencies, roomQuorum } from '../attendance/room-quorum.ts'
import { readRoll } from '../attendance/roll.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { VotingRule } from '../contract/voting-rule.ts'
import type { VoteMethod } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { electorate } from './electorate.ts'
import { standingOf } from './position-change.ts'
import { quorumWhenPut } from './round-quorum.ts'

export interface RoundToOpen {
  questionId: string
  itemId: string
  number: number
  rule: VotingRule
  method: VoteMethod
  /** Take it although there is no quorum. With a quorum it is an ordinary vote. */
  isIndicative: boolean
}

/**
 * Opens a vote: its electorate is who is in the room at this item, seat by seat.
 * @throws PanelbookError `not-quorate`, and `not-entitled` where the body has no seat in force
 */
export function openRound(
  { db, nextId, now }: CommandContext,
  meeting: MeetingRow,
  round: RoundToOpen,
): void {
  const { seats } = readRoll(db, meeting, round.itemId)
  if (seats.length === 0) {
    throw new PanelbookError(
      'not-entitled',
      `${meeting.body_name} has no seat in force on the day of the meeting.`,
      {
        remedy: 'Add its seats and members, or write the determination without a vote.',
      },
    )
  }
  const quorum = roomQuorum(db, meeting.body_id, seats, readConstituencies(db, meeting.body_id))
  if (!quorum.met && !round.isIndicative) {
    throw new PanelbookError('not-quorate', quorum.sentence, {
      safe: 'Nothing was changed.',
      remedy: 'Wait until the meeting is quorate, or take the vote as an indication only.',
    })
  }
  const roundId = nextId()
  db.insert('vote_round', {
    id: roundId,
    question_id: round.questionId,
    number: round.number,
    rule: JSON.stringify(round.rule),
    method: round.method,
    state: 'open',
    is_indicative: quorum.met ? 0 : 1,
    quorum: quorumWhenPut(quorum),
    opened_at: now,
  })
  for (const entitlement of electorate(seats, { isWritten: round.method === 'written' })) {
    db.insert('position', {
      id: nextId(),
      vote_round_id: roundId,
      seat_id: entitlement.seat.seatId,
      votes: entitlement.seat.votes,
      recorded_at: now,
      ...standingOf(entitlement),
    })
  }
}
