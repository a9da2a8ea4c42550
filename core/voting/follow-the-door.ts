import { readConstituencies, roomQuorum } from '../attendance/room-quorum.ts'
import { readRoll } from '../attendance/roll.ts'
import type { CommandContext } from '../handler.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { electorate } from './electorate.ts'
import { awaitedColumns, awaitedJoins, heldPositions, type AwaitedQuestion } from './held-positions.ts'
import { isRecorded, standingOf, writeStanding } from './position-change.ts'
import { keepQuorum } from './round-quorum.ts'
import { positionRows, type RoundRow } from './round-row.ts'

type OpenRound = Pick<RoundRow, 'id' | 'method' | 'quorum' | 'rule'> & AwaitedQuestion

/**
 * Lets the open votes of a meeting follow the door: after somebody came, left, was recused or took a vote to carry,
 * seats that nobody has recorded yet become pending, not present or recused as the room now is. Positions that
 * were recorded stay, with the name of who cast them; so does one sent beforehand when its member arrives, who can
 * then change it. A vote under way that loses its quorum becomes an indication.
 */
export function followTheDoor(context: Pick<CommandContext, 'db' | 'now'>, meetingId: string): void {
  const { db } = context
  const open = db.all<OpenRound>(
    `SELECT vote_round.id, vote_round.method, vote_round.quorum, vote_round.rule, ${awaitedColumns}
     FROM agenda_item
     JOIN question ON question.agenda_item_id = agenda_item.id
     JOIN vote_round ON vote_round.question_id = question.id
     ${awaitedJoins}
     WHERE agenda_item.meeting_id = ? AND vote_round.state = 'open'`,
    meetingId,
  )
  if (open.length === 0) return
  const meeting = meetingRow(db, meetingId)
  const constituencies = readConstituencies(db, meeting.body_id)
  const positions = Map.groupBy(
    positionRows(
      db,
      open.map(({ id }) => id),
    ),
    (row) => row.vote_round_id,
  )
  for (const [itemId, rounds] of Map.groupBy(open, (round) => round.agenda_item_id)) {
    const { seats } = readRoll(db, meeting, itemId)
    const quorum = roomQuorum(db, meeting.body_id, seats, constituencies)
    for (const round of rounds) {
      const held = heldPositions(db, round, round.rule)
      const entitled = electorate(seats, { isWritten: round.method === 'written', held })
      const entitlementOf = new Map(entitled.map((entitlement) => [entitlement.seat.seatId, entitlement]))
      const rows = positions.get(round.id) ?? []
      const isUnderWay = rows.some(({ value }) => value === 'pending')
      for (const row of rows) {
        const entitlement = entitlementOf.get(row.seat_id)
        if (entitlement === undefined) continue
        // What was sent beforehand was recorded by nobody in the room: a recusal takes it out.
        const isLetterOut = row.basis === 'written' && !entitlement.canVote
        if (isLetterOut || !isRecorded(row)) writeStanding(context, row, standingOf(entitlement))
      }
      if (isUnderWay && round.method !== 'written') keepQuorum(db, round, quorum)
    }
  }
}
