import type { Writer } from '../../db/store-types.ts'
import type { RoomSees } from '../contract/words.ts'
import type { Verdict } from '../contract/voting-rule.ts'

/** What decides whether the room's screen shows the result of a vote. */
export interface VoteInTheRoom {
  sees: RoomSees
  verdict: Verdict
  /** Superseded, or its question withdrawn: it counts no more. */
  isOver: boolean
  determination: 'none' | 'stale' | 'fits'
}

/** How the words of a determination stand to its vote. @param composed what they would be now */
export function fitOf(
  determination: { composed_text: string } | undefined,
  composed: string,
): VoteInTheRoom['determination'] {
  if (determination === undefined) return 'none'
  return determination.composed_text === composed ? 'fits' : 'stale'
}

/**
 * Whether the room's screen shows the result of a vote: never before the last position is in; then once its
 * determination is written, as the secretary says, or not at all. Words that no longer match the vote are no result:
 * they are not shown until they are written again, or the secretary shows the result.
 */
export function isShownToRoom({ sees, verdict, isOver, determination }: VoteInTheRoom): boolean {
  if (isOver || verdict === 'pending' || sees === 'nothing') return false
  return sees === 'result' || determination === 'fits'
}

/**
 * What was shown to the room was the result as it stood. When it changes, the secretary shows it again or its
 * determination does. What is kept from the room stays kept.
 */
export function takeRevealBack(db: Writer, roundId: string): void {
  db.run(`UPDATE vote_round SET room_sees = 'when-determined' WHERE id = ? AND room_sees = 'result'`, roundId)
}
