import { isSameInitials } from '../attendance/initials.ts'
import { readRoll, type Roll } from '../attendance/roll.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { PositionValue } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import { chooseSeat, optionsNow, type SeatChoice } from './choose-seat.ts'
import { refuseLateAnswer } from './deadline.ts'
import { electorate, type Entitlement } from './electorate.ts'
import { heldPositions } from './held-positions.ts'
import { recordedStanding, writeStanding, type Standing } from './position-change.ts'
import { headingOf, type PositionRow } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

/** The positions of one open vote while some of them are recorded, as they stand after each; written at the end. */
export interface Recording {
  /** The seat that is meant, as the room is now. @throws PanelbookError as `chooseSeat` */
  seatOf(choice: SeatChoice, field: string): string
  row(seatId: string): PositionRow | undefined
  /** Ids of the seats whose position is still to come. */
  pending(): string[]
  /**
   * Takes down the position of a seat. @returns the heading of the position as it then is
   * @param option the option that it names, in a vote by preference
   * @throws PanelbookError as `recordedStanding`
   */
  set(seatId: string, value: PositionValue, by?: string, option?: string | null): string
  /**
   * Writes each position that has changed, once. A change of any takes a casting vote back: it rested on the tie as it
   * was.
   */
  finish(): void
}

/** @param roll who attends, where it has been read for the item of this vote already */
export function beginRecording(
  context: CommandContext,
  vote: VoteAtHand,
  roll: Roll = readRoll(context.db, vote.meeting, vote.item.id),
): Recording {
  const rows = new Map(vote.positions.map((row) => [row.seat_id, row]))
  // Seats that came into force after the question was put have no part in it.
  const entitled = electorate(roll.seats, {
    isWritten: vote.round.method === 'written',
    held: heldPositions(context.db, vote.question, vote.round.rule),
  }).filter(({ seat }) => rows.has(seat.seatId))
  const entitlementOf = new Map(entitled.map((entitlement) => [entitlement.seat.seatId, entitlement]))
  const attendees = roll.attendees.map(({ initials }) => initials)
  const options = optionsNow(entitled)
  const next = new Map<string, Standing>()
  const row = (seatId: string) => rows.get(seatId)
  return {
    seatOf: (choice, field) => chooseSeat(options, choice, attendees, field),
    row,
    pending: () => [...rows.values()].flatMap((each) => (each.value === 'pending' ? [each.seat_id] : [])),
    set(seatId, value, by, option = null) {
      const before = row(seatId)
      if (before === undefined) throw new PanelbookError('not-found', 'There is no such seat in this vote.')
      const found = entitlementOf.get(seatId)
      const entitlement = found === undefined || by === undefined ? found : castBy(found, by)
      if (entitlement === undefined) {
        throw new PanelbookError(
          'not-entitled',
          `The seat ${before.seat} is not in force on the day of the meeting.`,
        )
      }
      // What was sent in time can be recorded at any time.
      if (value !== before.value && value !== entitlement.written) refuseLateAnswer(vote, value, context.now)
      const standing = recordedStanding(entitlement, value, vote.round.method, option)
      const after = {
        ...before,
        ...standing,
        cast_by_initials: standing.cast_by_id === null ? null : (entitlement.holder?.initials ?? null),
      }
      next.set(seatId, standing)
      rows.set(seatId, after)
      return headingOf(after)
    },
    finish() {
      const changed = vote.positions.filter((before) => {
        const standing = next.get(before.seat_id)
        return standing !== undefined && writeStanding(context, before, standing)
      })
      if (changed.length > 0 && vote.round.casting_vote !== null) {
        context.db.update('vote_round', vote.round.id, { casting_vote: null, cast_by_id: null })
      }
    },
  }
}

/** The entitlement with the one of two members who share a seat who is named: either of them can cast its vote. */
function castBy(entitlement: Entitlement, initials: string): Entitlement {
  if (entitlement.basis !== 'member') return entitlement
  const named = entitlement.seat.principals.find(
    (sitter) => sitter.isPresent && !sitter.isRecused && isSameInitials(sitter.initials, initials),
  )
  return named === undefined ? entitlement : { ...entitlement, holder: named }
}
