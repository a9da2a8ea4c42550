import { badInput } from '../contract/errors.ts'
import type { DeadlineMove } from '../contract/resolutions.ts'
import type { CommandContext } from '../handler.ts'
import { deadlineWords } from '../voting/deadline.ts'
import type { VoteAtHand } from '../voting/vote-at-hand.ts'
import { endOf, requireFuture } from './circulate.ts'

/**
 * Moves the deadline of a written resolution whose vote is open, whether or not it has passed. The one before is kept
 * with the reason: positions that came after it count from now on, and the minutes say why.
 * @throws PanelbookError `bad-input` naming the field
 */
export function moveDeadline(
  { db, now }: CommandContext,
  { meeting, round }: VoteAtHand,
  { deadline, reason }: { deadline: string; reason: string },
): void {
  if (round.deadline === null) {
    const problem = 'is not that of a written resolution, so it has no deadline'
    throw badInput('questionId', problem, 'The question is not that of a written resolution.')
  }
  requireFuture(deadline, now)
  if (Date.parse(deadline) === Date.parse(round.deadline)) {
    throw badInput('deadline', `is the deadline already, ${deadlineWords(round.deadline)}`)
  }
  if (deadline.slice(0, 10) < meeting.starts_on) {
    throw badInput('deadline', 'is before the day on which it went round')
  }
  const moves = JSON.parse(round.deadline_moves) as DeadlineMove[]
  const move: DeadlineMove = { from: round.deadline, to: deadline, movedAt: now, reason }
  db.update('vote_round', round.id, { deadline, deadline_moves: JSON.stringify([...moves, move]) })
  db.update('meeting', meeting.id, endOf(deadline))
}
