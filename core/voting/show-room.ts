import { badInput } from '../contract/errors.ts'
import type { CheckedInput } from '../contract/calls.ts'
import type { RoomSees } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import { requireRoom, type MeetingRow } from '../meetings/meeting-row.ts'
import { jointVoteAtHand, requireVotes } from './joint-vote-at-hand.ts'
import { requireComplete, voteAtHand, type VoteAtHand } from './vote-at-hand.ts'

/** What was done, by the name of the vote. */
const summaries: Record<RoomSees, (name: string) => string> = {
  result: (name) => `result of ${name} shown to the room`,
  nothing: (name) => `result of ${name} kept from the room`,
  'when-determined': (name) => `result of ${name} for the room once it is determined`,
}

/**
 * Says what the room's screen shows of the result of a vote, or of all the votes that are taken together.
 * @returns the item at which it was put, and what was done in words
 * @throws PanelbookError `bad-input` where neither or both are named, and for a written resolution, which has no room;
 *   `vote-open` for a result while positions are still to come; `vote-closed` where every question was withdrawn;
 *   `not-found`, `meeting-not-open`, `meeting-closed`
 */
export function showRoom(
  { db }: CommandContext,
  { questionId, jointVoteId, sees }: CheckedInput<'vote.show-room'>,
): { itemId: string; summary: string } {
  const { field, itemId, meeting, name, votes } = votesToShow(db, questionId, jointVoteId)
  requireVotes(name, votes)
  requireRoom(meeting, field)
  if (sees === 'result') for (const vote of votes) requireComplete(vote)
  for (const { round } of votes) db.update('vote_round', round.id, { room_sees: sees })
  return { itemId, summary: summaries[sees](name) }
}

interface VotesToShow {
  field: string
  itemId: string
  meeting: MeetingRow
  name: string
  votes: readonly VoteAtHand[]
}

function votesToShow(
  db: CommandContext['db'],
  questionId: string | undefined,
  jointVoteId: string | undefined,
): VotesToShow {
  if (questionId !== undefined && jointVoteId === undefined) {
    const vote = voteAtHand(db, questionId)
    return {
      field: 'questionId',
      itemId: vote.item.id,
      meeting: vote.meeting,
      name: vote.name,
      votes: [vote],
    }
  }
  if (jointVoteId !== undefined && questionId === undefined) {
    const { row, item, meeting, votes } = jointVoteAtHand(db, jointVoteId)
    return { field: 'jointVoteId', itemId: item.id, meeting, name: row.title, votes }
  }
  throw questionId === undefined
    ? badInput('questionId', 'give the question, or the joint vote')
    : badInput('jointVoteId', 'give either the question or the joint vote')
}
