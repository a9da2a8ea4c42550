import { badInput, PanelbookError } from '../contract/errors.ts'
import type { PositionValue } from '../contract/voting-rule.ts'
import { positionWords } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import { chooseSeat, optionsAsTaken, type SeatChoice } from './choose-seat.ts'
import { headingOf, type PositionRow } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

/**
 * Corrects a position of a closed vote and keeps the old one. Who could vote is not asked again: the electorate
 * is that of the vote as it was taken, and a seat that had no vote then gets none now.
 * @returns the heading of the position
 * @throws PanelbookError `vote-open`, `bad-input`, `not-found`, `not-in-room`, `not-entitled`
 */
export function correctPosition(
  { db, nextId, now, actor }: CommandContext,
  vote: VoteAtHand,
  choice: SeatChoice,
  value: PositionValue,
  reason: string,
): string {
  if (vote.round.state !== 'closed') {
    throw new PanelbookError('vote-open', `The vote on ${vote.name} is still open.`, {
      remedy: 'Record the position again; a correction is for a vote that is closed.',
    })
  }
  const attendees = db
    .all<{ initials: string }>('SELECT initials FROM attendance WHERE meeting_id = ?', vote.meeting.id)
    .map(({ initials }) => initials)
  const seatId = chooseSeat(optionsAsTaken(vote.positions), choice, attendees)
  const row = vote.positions.find((position) => position.seat_id === seatId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such seat in this vote.')
  if (row.value === value) {
    const problem = `${headingOf(row)} is recorded as “${positionWords[value].name}” already`
    throw badInput('value', problem, `${problem}.`)
  }
  if (row.basis === 'nobody') refuseWithoutVote(row, value)
  db.insert('position_correction', {
    id: nextId(),
    position_id: row.id,
    old_value: row.value,
    new_value: value,
    recorded_at: row.recorded_at,
    corrected_at: now,
    corrected_by: actor,
    reason,
  })
  db.update('position', row.id, { value, recorded_at: now })
  return headingOf(row)
}

function refuseWithoutVote(row: PositionRow, value: PositionValue): void {
  if (value === 'not-present') return
  const remedy = 'Record who was in the room, and take the vote again.'
  if (row.value === 'recused') {
    throw new PanelbookError('not-entitled', `${headingOf(row)} was recused, so the seat had no vote.`, {
      remedy,
    })
  }
  throw new PanelbookError('not-in-room', `Nobody in the room could vote for ${headingOf(row)}.`, { remedy })
}
