import type { Reader } from '../../db/store-types.ts'
import { readRoll } from '../attendance/roll.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { PositionValue } from '../contract/voting-rule.ts'
import { chooseSeat, optionsNow } from './choose-seat.ts'
import { electorate } from './electorate.ts'
import { heldPositions } from './held-positions.ts'
import { readExceptionLine, type LineProblem } from './exception-line.ts'
import { isRecorded, recordedStanding } from './position-change.ts'
import { composeRound, evaluateRound, headingOf, type PositionRow } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

export interface Exceptions {
  /** What would be recorded, in the order of the seats. */
  positions: { seatId: string; initials: string; value: PositionValue }[]
  problems: LineProblem[]
}

/**
 * What an exception line means for a vote that is open: who is named, and whom `all` and `rest` take in. `all` are
 * those whose vote can be exercised, recorded or not; `rest` those who are still to come. Nothing is written.
 */
export function readExceptions(db: Reader, vote: VoteAtHand, text: string): Exceptions {
  const line = readExceptionLine(text)
  const problems = [...line.problems]
  const roll = readRoll(db, vote.meeting, vote.item.id)
  const rows = new Map(vote.positions.map((row) => [row.seat_id, row]))
  const isByLetter = vote.round.method === 'written'
  const entitled = electorate(roll.seats, {
    isWritten: isByLetter,
    held: heldPositions(db, vote.item.id, vote.question.kind_key),
  }).filter(({ seat }) => rows.has(seat.seatId))
  const entitlementOf = new Map(entitled.map((entitlement) => [entitlement.seat.seatId, entitlement]))
  const options = optionsNow(entitled)
  const attendees = roll.attendees.map(({ initials }) => initials)
  const wanted = new Map<string, PositionValue>()
  for (const { name, value } of line.named) {
    try {
      const seatId = chooseSeat(options, { initials: name.text }, attendees)
      if (wanted.has(seatId)) throw new PanelbookError('bad-input', `“${name.text}” names a seat twice.`)
      const entitlement = entitlementOf.get(seatId)
      if (entitlement !== undefined) recordedStanding(entitlement, value, vote.round.method)
      wanted.set(seatId, value)
    } catch (error) {
      if (!(error instanceof PanelbookError)) throw error
      problems.push({ word: name, message: error.message })
    }
  }
  for (const row of vote.positions) {
    const entitlement = entitlementOf.get(row.seat_id)
    if (wanted.has(row.seat_id) || entitlement?.canVote !== true) continue
    // "All" are those in the room: it does not answer for somebody whose position came beforehand.
    if (entitlement.written !== null && !isByLetter) continue
    const value = line.rest !== null && !isRecorded(row) ? line.rest : line.all
    if (value !== null) wanted.set(row.seat_id, value)
  }
  return {
    positions: vote.positions.flatMap((row) => {
      const value = wanted.get(row.seat_id)
      return value === undefined ? [] : [{ seatId: row.seat_id, initials: headingOf(row), value }]
    }),
    problems: problems.sort((one, other) => one.word.from - other.word.from),
  }
}

/** How the vote would stand with these positions recorded. */
export function foresee(
  vote: VoteAtHand,
  { positions }: Exceptions,
): { reconciliation: string; result: string | null; stillToCome: string[] } {
  const values = new Map(positions.map(({ seatId, value }) => [seatId, value]))
  const rows: PositionRow[] = vote.positions.map((row) => ({
    ...row,
    value: values.get(row.seat_id) ?? row.value,
  }))
  const round = { ...vote.round, casting_vote: null }
  const evaluation = evaluateRound(round, rows)
  return {
    reconciliation: evaluation.reconciliation,
    result: evaluation.verdict === 'pending' ? null : composeRound(vote.question, round, rows),
    stillToCome: rows.filter(({ value }) => value === 'pending').map(headingOf),
  }
}
