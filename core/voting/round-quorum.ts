import type { Writer } from '../../db/store-types.ts'
import type { Quorum } from '../attendance/quorum.ts'
import type { RoundRow } from './round-row.ts'

/** The quorum of a vote as it is kept with it. */
interface RoundQuorum {
  /** Whether there was one when the question was put. */
  isMet: boolean
  sentence: string
  /** How the room stood when it was lost while positions were still to come. */
  lost?: string
}

/** What is kept of the quorum when a question is put. */
export function quorumWhenPut({ met, sentence }: Pick<Quorum, 'met' | 'sentence'>): string {
  return JSON.stringify({ isMet: met, sentence } satisfies RoundQuorum)
}

/** The quorum of a vote in words, and whether it was lost on the way. */
export function quorumOf({ quorum }: Pick<RoundRow, 'quorum'>): { words: string; isLost: boolean } {
  const { sentence, lost } = JSON.parse(quorum) as RoundQuorum
  if (lost === undefined) return { words: sentence, isLost: false }
  return { words: `${sentence} Lost during the vote: ${lost.replace(/^Not quorate: /, '')}`, isLost: true }
}

/**
 * A vote that loses its quorum while positions are still to come is an indication only, and says so; it is an
 * ordinary one again when the room is quorate before the last position is in. One that was put without a quorum
 * stays what it is.
 */
export function keepQuorum(
  db: Writer,
  round: Pick<RoundRow, 'id' | 'quorum'>,
  room: Pick<Quorum, 'met' | 'sentence'>,
): void {
  const put = JSON.parse(round.quorum) as RoundQuorum
  if (!put.isMet || room.met === (put.lost === undefined)) return
  const { isMet, sentence } = put
  const next: RoundQuorum = room.met ? { isMet, sentence } : { isMet, sentence, lost: room.sentence }
  db.update('vote_round', round.id, {
    is_indicative: room.met ? 0 : 1,
    quorum: JSON.stringify(next),
  })
}
