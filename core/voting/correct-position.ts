import { badInput, PanelbookError } from '../contract/errors.ts'
import type { PositionValue, VotingRule } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import { chooseSeat, optionsAsTaken, type SeatChoice } from './choose-seat.ts'
import { namedOption, statedWords, type StatedPosition } from './named-option.ts'
import { takeRevealBack } from './room-sees.ts'
import { headingOf, type PositionRow } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

/**
 * Corrects a position of a closed vote and keeps the old one. Who could vote is not asked again: the electorate
 * is that of the vote as it was taken, and a seat that had no vote then gets none now. In a vote by preference, from
 * one option to another is a correction as well, though both positions are for.
 * @returns the heading of the position
 * @throws PanelbookError `vote-open`, `bad-input`, `not-found`, `not-in-room`, `not-entitled`
 */
export function correctPosition(
  { db, nextId, now, actor }: CommandContext,
  vote: VoteAtHand,
  { value, option, ...choice }: SeatChoice & StatedPosition,
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
  const optionKey = namedOption(JSON.parse(vote.round.rule) as VotingRule, { value, option })
  if (row.value === value && row.option_key === optionKey) {
    const problem = `${headingOf(row)} is recorded as “${statedWords({ value, option }, vote.round.rule)}” already`
    throw badInput('value', problem, `${problem}.`)
  }
  if (row.basis === 'nobody') refuseWithoutVote(row, value)
  db.insert('position_correction', {
    id: nextId(),
    position_id: row.id,
    old_value: row.value,
    new_value: value,
    old_option_key: row.option_key,
    new_option_key: optionKey,
    recorded_at: row.recorded_at,
    corrected_at: now,
    corrected_by: actor,
    reason,
  })
  db.update('position', row.id, { value, option_key: optionKey, recorded_at: now })
  takeRevealBack(db, vote.round.id)
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
