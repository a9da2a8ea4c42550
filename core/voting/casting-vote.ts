import { badInput, PanelbookError } from '../contract/errors.ts'
import type { VotingRule } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import { takeRevealBack } from './room-sees.ts'
import { verdictOf, type VoteAtHand } from './vote-at-hand.ts'

/**
 * Records the chair's casting vote: a second step that settles a tie and leaves the tied count as it was.
 * @throws PanelbookError `bad-input` where there is no tie for it to settle, `not-entitled` for somebody without a
 *   casting vote, `not-in-room`, `vote-closed` where the closed vote has one already
 */
export function castCastingVote(
  { db }: CommandContext,
  vote: VoteAtHand,
  personId: string,
  value: 'for' | 'against',
): void {
  const { meeting, round } = vote
  if (meeting.chair_vote === 'none') {
    throw new PanelbookError('not-entitled', `The chair of ${meeting.body_short_name} has no vote.`)
  }
  if ((JSON.parse(round.rule) as VotingRule).tie !== 'casting-vote') {
    const problem = 'its rule gives the chair no casting vote'
    throw badInput(
      'questionId',
      problem,
      `The rule of the vote on ${vote.name} gives the chair no casting vote.`,
    )
  }
  if (verdictOf(vote) !== 'tied') {
    const problem = 'there is no tie for a casting vote to settle'
    throw badInput('questionId', problem, `On ${vote.name} there is no tie for a casting vote to settle.`)
  }
  if (round.state === 'closed' && round.casting_vote !== null) {
    throw new PanelbookError('vote-closed', `The vote on ${vote.name} is closed with its casting vote.`, {
      remedy: 'Undo it, or take the vote again.',
    })
  }
  const chair = db.get<{ id: string; initials: string; is_present: number; is_chair: number }>(
    `SELECT attendance.id, attendance.initials,
       EXISTS (SELECT 1 FROM attendance_interval WHERE attendance_id = attendance.id AND left_at IS NULL) AS is_present,
       attendance.capacity IN ('chair', 'deputy-chair') OR EXISTS (SELECT 1 FROM membership
         WHERE membership.person_id = attendance.person_id AND membership.body_id = ?
           AND membership.role IN ('chair', 'deputy-chair') AND membership.effective_from <= ?
           AND (membership.effective_to IS NULL OR membership.effective_to >= ?)) AS is_chair
     FROM attendance WHERE attendance.meeting_id = ? AND attendance.person_id = ?`,
    meeting.body_id,
    meeting.starts_on,
    meeting.starts_on,
    meeting.id,
    personId,
  )
  if (chair === undefined) {
    throw new PanelbookError('not-found', 'The person is not an attendee of this meeting.')
  }
  if (chair.is_chair === 0) {
    throw new PanelbookError('not-entitled', `${chair.initials} is not in the chair and has no casting vote.`)
  }
  if (chair.is_present === 0) {
    throw new PanelbookError(
      'not-in-room',
      `${chair.initials} is not in the room, so there is no casting vote.`,
    )
  }
  if (round.casting_vote === value) return
  db.update('vote_round', round.id, { casting_vote: value, cast_by_id: chair.id })
  takeRevealBack(db, round.id)
}
