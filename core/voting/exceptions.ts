import type { Reader } from '../../db/store-types.ts'
import { readRoll } from '../attendance/roll.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { VotedOption } from '../contract/voted-option.ts'
import type { PositionValue, VotingRule } from '../contract/voting-rule.ts'
import { chooseSeat, optionsNow } from './choose-seat.ts'
import { electorate } from './electorate.ts'
import { heldPositions } from './held-positions.ts'
import { readExceptionLine, type LineProblem } from './exception-line.ts'
import { lineWords } from './line-words.ts'
import type { StatedPosition } from './named-option.ts'
import { isRecorded, recordedStanding } from './position-change.ts'
import { composeRound, evaluateRound, headingOf, type PositionRow } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

export interface Exceptions {
  /** What would be recorded, in the order of the seats. */
  positions: { seatId: string; initials: string; value: PositionValue; option: VotedOption | null }[]
  problems: LineProblem[]
  /** Whether it speaks of all, or of the rest: a vote taken by exception. */
  isOfAll: boolean
}

/**
 * What an exception line means for a vote that is open: who is named, and whom `all` and `rest` take in. `all` are
 * those whose vote can be exercised, recorded or not; `rest` those who are still to come. Nothing is written.
 */
export function readExceptions(db: Reader, vote: VoteAtHand, text: string): Exceptions {
  const rule = JSON.parse(vote.round.rule) as VotingRule
  const line = readExceptionLine(text, lineWords(rule))
  const problems = [...line.problems]
  const roll = readRoll(db, vote.meeting, vote.item.id)
  const rows = new Map(vote.positions.map((row) => [row.seat_id, row]))
  const isByLetter = vote.round.method === 'written'
  const entitled = electorate(roll.seats, {
    isWritten: isByLetter,
    held: heldPositions(db, vote.question, vote.round.rule),
  }).filter(({ seat }) => rows.has(seat.seatId))
  const entitlementOf = new Map(entitled.map((entitlement) => [entitlement.seat.seatId, entitlement]))
  const options = optionsNow(entitled)
  const attendees = roll.attendees.map(({ initials }) => initials)
  const wanted = new Map<string, StatedPosition>()
  for (const { name, ...stated } of line.named) {
    try {
      const seatId = chooseSeat(options, { initials: name.text }, attendees)
      if (wanted.has(seatId)) throw new PanelbookError('bad-input', `“${name.text}” names a seat twice.`)
      const entitlement = entitlementOf.get(seatId)
      if (entitlement !== undefined) recordedStanding(entitlement, stated.value, vote.round.method)
      wanted.set(seatId, stated)
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
    const stated = line.rest !== null && !isRecorded(row) ? line.rest : line.all
    if (stated !== null) wanted.set(row.seat_id, stated)
  }
  return {
    positions: vote.positions.flatMap((row) => {
      const stated = wanted.get(row.seat_id)
      if (stated === undefined) return []
      const option = rule.options?.find(({ key }) => key === stated.option) ?? null
      return [{ seatId: row.seat_id, initials: headingOf(row), value: stated.value, option }]
    }),
    problems: problems.sort((one, other) => one.word.from - other.word.from),
    isOfAll: line.all !== null || line.rest !== null,
  }
}

/** How the vote would stand with these positions recorded. */
export function foresee(
  vote: VoteAtHand,
  { positions }: Exceptions,
): { reconciliation: string; result: string | null; stillToCome: string[] } {
  const wanted = new Map(positions.map((position) => [position.seatId, position]))
  const rows: PositionRow[] = vote.positions.map((row) => {
    const next = wanted.get(row.seat_id)
    return next === undefined ? row : { ...row, value: next.value, option_key: next.option?.key ?? null }
  })
  const round = { ...vote.round, casting_vote: null }
  const evaluation = evaluateRound(round, rows)
  return {
    reconciliation: evaluation.reconciliation,
    result: evaluation.verdict === 'pending' ? null : composeRound(vote.question, round, rows),
    stillToCome: rows.filter(({ value }) => value === 'pending').map(headingOf),
  }
}
