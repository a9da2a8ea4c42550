import type { Reader } from '../../db/store-types.ts'
import { readRoll } from '../attendance/roll.ts'
import type { WrittenPosition, WrittenValue } from '../contract/written-positions.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import {
  answering,
  awaitedColumns,
  awaitedJoins,
  standingLetters,
  type AwaitedQuestion,
} from './held-positions.ts'

interface WrittenRow {
  id: string
  seat_id: string
  kind_key: string
  kind_label: string | null
  option_key: string
  option_label: string
  value: WrittenValue
  received_at: string
  note: string
  withdrawn_at: string | null
}

interface Answered extends AwaitedQuestion {
  question_id: string
  rule: string
}

/**
 * The positions sent beforehand for an item, in the order of the seats. That a vote counts one is read from its
 * positions and kept nowhere else, so that it is true whatever is undone, taken again or recorded in the room.
 */
export function readWrittenPositions(db: Reader, meeting: MeetingRow, itemId: string): WrittenPosition[] {
  const rows = db.all<WrittenRow>(
    `SELECT written_position.*, kind.label AS kind_label
     FROM written_position
     LEFT JOIN question_kind AS kind ON kind.body_id = ? AND kind.key = written_position.kind_key
     WHERE written_position.agenda_item_id = ? ORDER BY written_position.id`,
    meeting.body_id,
    itemId,
  )
  if (rows.length === 0) return []
  const uses = usesOf(db, itemId)
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
      option: row.option_label,
      questionIds: uses.get(row.id)?.questionIds ?? [],
      receivedAt: row.received_at,
      note: row.note,
      state: row.withdrawn_at !== null ? 'withdrawn' : uses.get(row.id)?.isUsed === true ? 'used' : 'held',
    }))
}

/** What each letter that stands answers at the item, by its id, and whether a vote counts it there. */
function usesOf(db: Reader, itemId: string): Map<string, { questionIds: string[]; isUsed: boolean }> {
  const questions = db.all<Answered>(
    `SELECT question.id AS question_id, vote_round.rule, ${awaitedColumns}
     FROM question JOIN vote_round ON vote_round.question_id = question.id ${awaitedJoins}
     WHERE question.agenda_item_id = ? AND vote_round.state <> 'superseded'
     ORDER BY question.position, question.id`,
    itemId,
  )
  const written = new Map(
    db
      .all<{ question_id: string; seat_id: string; value: string }>(
        `SELECT vote_round.question_id, position.seat_id, position.value
         FROM question JOIN vote_round ON vote_round.question_id = question.id
         JOIN position ON position.vote_round_id = vote_round.id
         WHERE question.agenda_item_id = ? AND vote_round.state <> 'superseded' AND position.basis = 'written'`,
        itemId,
      )
      .map(({ question_id, seat_id, value }) => [`${question_id} ${seat_id}`, value]),
  )
  const letters = standingLetters(db, itemId)
  const uses = new Map(letters.map(({ id }) => [id, { questionIds: [] as string[], isUsed: false }]))
  for (const question of questions) {
    for (const { id, seat_id, value } of answering(letters, question, question.rule).values()) {
      const use = uses.get(id)
      if (use === undefined) continue
      use.questionIds.push(question.question_id)
      if (written.get(`${question.question_id} ${seat_id}`) === value) use.isUsed = true
    }
  }
  return uses
}
