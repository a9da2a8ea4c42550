import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'

/**
 * A vote that was decided by constituency rests on the constituency of each seat: moving a seat to another one would
 * change what was decided. So a seat that took part in such a vote stays where it is; a new one takes its place.
 * @param constituencyId where the seat is to go; undefined where it is not to move
 * @throws PanelbookError `bad-input` naming the field
 */
export function keepConstituency(
  db: Reader,
  seat: { id: string; name: string; constituency_id: string | null },
  constituencyId: string | null | undefined,
): void {
  if (constituencyId === undefined || constituencyId === seat.constituency_id) return
  const vote = db.get(
    `SELECT 1 FROM position JOIN vote_round ON vote_round.id = position.vote_round_id
     WHERE position.seat_id = ? AND json_extract(vote_round.rule, '$.kind') LIKE '%-by-constituency' LIMIT 1`,
    seat.id,
  )
  if (vote === undefined) return
  throw new PanelbookError(
    'bad-input',
    `The seat ${seat.name} took part in a vote that was decided by constituency, so it stays in its own.`,
    {
      safe: 'Nothing was changed.',
      remedy: 'End the seat on a day, and add another one in the new constituency.',
      fields: [
        { field: 'constituencyId', problem: 'a vote that was decided by constituency rests on the old one' },
      ],
    },
  )
}
