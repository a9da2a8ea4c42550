import type { Reader } from '../../db/store-types.ts'
import type { WrittenValue } from '../contract/written-positions.ts'

/** The positions sent beforehand that stand, by seat, for one question. */
export type HeldPositions = ReadonlyMap<string, WrittenValue>

/** What is held for a question of this kind put on the item: what was sent for that kind goes before what was for any. */
export function heldPositions(db: Reader, itemId: string, kindKey: string): HeldPositions {
  const rows = db.all<{ seat_id: string; value: WrittenValue }>(
    `SELECT seat_id, value FROM written_position
     WHERE agenda_item_id = ? AND withdrawn_at IS NULL AND kind_key IN ('', ?) ORDER BY kind_key`,
    itemId,
    kindKey,
  )
  return new Map(rows.map(({ seat_id, value }) => [seat_id, value]))
}
