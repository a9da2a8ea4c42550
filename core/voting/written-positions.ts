import type { Reader } from '../../db/store-types.ts'
import { readRoll } from '../attendance/roll.ts'
import type { WrittenPosition, WrittenValue } from '../contract/written-positions.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'

interface WrittenRow {
  id: string
  seat_id: string
  kind_key: string
  kind_label: string | null
  value: WrittenValue
  received_at: string
  note: string
  withdrawn_at: string | null
  is_used: number
}

/**
 * The positions sent beforehand for an item, in the order of the seats. That a vote counts one is read from its
 * positions and kept nowhere else, so that it is true whatever is undone, taken again or recorded in the room.
 */
export function readWrittenPositions(db: Reader, meeting: MeetingRow, itemId: string): WrittenPosition[] {
  const rows = db.all<WrittenRow>(
    `SELECT written_position.*, kind.label AS kind_label,
       EXISTS (SELECT 1 FROM question
         JOIN vote_round ON vote_round.question_id = question.id AND vote_round.state <> 'superseded'
         JOIN position ON position.vote_round_id = vote_round.id
         WHERE question.agenda_item_id = written_position.agenda_item_id
           AND written_position.kind_key IN ('', question.kind_key) AND question.objective_key IS NULL
           AND position.seat_id = written_position.seat_id AND position.basis = 'written'
           AND position.value = written_position.value) AS is_used
     FROM written_position
     LEFT JOIN question_kind AS kind ON kind.body_id = ? AND kind.key = written_position.kind_key
     WHERE written_position.agenda_item_id = ? ORDER BY written_position.id`,
    meeting.body_id,
    itemId,
  )
  if (rows.length === 0) return []
  const seats = readRoll(db, meeting, itemId).seats.map(({ seatId, name, member }, index) => {
    return [seatId, { name, index, initials: member?.initials ?? name }] as const
  })
  const seatOf = new Map(seats)
  const places = (row: WrittenRow) => seatOf.get(row.seat_id)?.index ?? seats.length
  return rows
    .toSorted((one, other) => places(one) - places(other))
    .map((row) => ({
      id: row.id,
      seatId: row.seat_id,
      seat: seatOf.get(row.seat_id)?.name ?? '',
      initials: seatOf.get(row.seat_id)?.initials ?? '',
      value: row.value,
      kind: row.kind_key,
      kindLabel: row.kind_label ?? row.kind_key,
      receivedAt: row.received_at,
      note: row.note,
      state: row.withdrawn_at !== null ? 'withdrawn' : row.is_used === 1 ? 'used' : 'held',
    }))
}
