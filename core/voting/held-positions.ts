import type { Reader } from '../../db/store-types.ts'
import { asksForPreference, type VotingRule } from '../contract/voting-rule.ts'
import type { WrittenValue } from '../contract/written-positions.ts'

/** The positions sent beforehand that stand, by seat, for one question. */
export type HeldPositions = ReadonlyMap<string, WrittenValue>

/** What has to be known of a question to find the positions that were sent for it. */
export interface AwaitedQuestion {
  itemId: string
  kindKey: string
  /** The objective against which an option is voted; null for any other question. */
  objectiveKey: string | null
  /** Of the vote; as it is kept, or read. */
  rule: VotingRule | string
}

/**
 * What is held for a question of this kind put on the item: what was sent for that kind goes before what was for any.
 * Where the options of a proposal are voted one by one it answers each option overall. Nothing that was sent as for or
 * against says whether an option better facilitates an objective, nor which option is preferred, so it answers neither
 * a vote against an objective nor one by preference.
 */
export function heldPositions(
  db: Reader,
  { itemId, kindKey, objectiveKey, rule }: AwaitedQuestion,
): HeldPositions {
  const { kind } = typeof rule === 'string' ? (JSON.parse(rule) as VotingRule) : rule
  if (objectiveKey !== null || asksForPreference(kind)) return new Map()
  const rows = db.all<{ seat_id: string; value: WrittenValue }>(
    `SELECT seat_id, value FROM written_position
     WHERE agenda_item_id = ? AND withdrawn_at IS NULL AND kind_key IN ('', ?) ORDER BY kind_key`,
    itemId,
    kindKey,
  )
  return new Map(rows.map(({ seat_id, value }) => [seat_id, value]))
}
