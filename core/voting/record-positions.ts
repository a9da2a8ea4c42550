import { isSameInitials } from '../attendance/initials.ts'
import { readRoll } from '../attendance/roll.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { PositionValue } from '../contract/voting-rule.ts'
import type { CommandContext } from '../handler.ts'
import { chooseSeat, optionsNow, type SeatChoice } from './choose-seat.ts'
import { electorate, type Entitlement } from './electorate.ts'
import { heldPositions } from './held-positions.ts'
import { recordedStanding, writeStanding } from './position-change.ts'
import { headingOf, type PositionRow } from './round-row.ts'
import type { VoteAtHand } from './vote-at-hand.ts'

export interface PositionToRecord extends SeatChoice {
  value: PositionValue
}

/**
 * Records positions of an open vote, and one value for every seat that is then still to come. A change of any
 * position takes a casting vote back: it rested on the tie as it was.
 * @param fieldOf the input's field of the nth position, for a refusal
 * @returns the headings of the positions named, in their order
 * @throws PanelbookError as `chooseSeat` and `recordedStanding`
 */
export function recordPositions(
  context: CommandContext,
  vote: VoteAtHand,
  named: readonly PositionToRecord[],
  rest: PositionValue | undefined,
  fieldOf: (index: number) => string,
): string[] {
  const roll = readRoll(context.db, vote.meeting, vote.item.id)
  const rows = new Map(vote.positions.map((row) => [row.seat_id, row]))
  // Seats that came into force after the question was put have no part in it.
  const entitled = electorate(roll.seats, {
    isWritten: vote.round.method === 'written',
    held: heldPositions(context.db, vote.item.id, vote.question.kind_key),
  }).filter(({ seat }) => rows.has(seat.seatId))
  const entitlementOf = new Map(entitled.map((entitlement) => [entitlement.seat.seatId, entitlement]))
  const attendees = roll.attendees.map(({ initials }) => initials)
  const options = optionsNow(entitled)
  let isChanged = false
  /** Writes a position and answers with its heading as it then is. */
  const write = (row: PositionRow, value: PositionValue, by?: string): string => {
    const found = entitlementOf.get(row.seat_id)
    const entitlement = found === undefined || by === undefined ? found : castBy(found, by)
    if (entitlement === undefined) {
      throw new PanelbookError(
        'not-entitled',
        `The seat ${row.seat} is not in force on the day of the meeting.`,
      )
    }
    const next = recordedStanding(entitlement, value, vote.round.method)
    isChanged = writeStanding(context, row, next) || isChanged
    return headingOf({
      ...row,
      basis: next.basis,
      cast_by_initials: next.cast_by_id === null ? null : (entitlement.holder?.initials ?? null),
    })
  }
  const done = new Set<string>()
  const writeNamed = (value: PositionValue, choice: SeatChoice, index: number): string => {
    const seatId = chooseSeat(options, choice, attendees, fieldOf(index))
    const row = rows.get(seatId)
    if (row === undefined) throw new PanelbookError('not-found', 'There is no such seat in this vote.')
    if (done.has(seatId)) {
      const who = headingOf(row)
      throw badInput(`${fieldOf(index)}value`, `${who} is named twice`, `${who} is named twice in this vote.`)
    }
    done.add(seatId)
    return write(row, value, choice.initials)
  }
  const headings = named.map(({ value, ...choice }, index) => {
    const field = `${fieldOf(index)}${choice.seatId === undefined ? 'initials' : 'seatId'}`
    return naming(field, () => writeNamed(value, choice, index))
  })
  if (rest !== undefined) {
    for (const row of vote.positions) if (row.value === 'pending' && !done.has(row.seat_id)) write(row, rest)
  }
  if (isChanged && vote.round.casting_vote !== null) {
    context.db.update('vote_round', vote.round.id, { casting_vote: null, cast_by_id: null })
  }
  return headings
}

/** The entitlement with the one of two members who share a seat who is named: either of them can cast its vote. */
function castBy(entitlement: Entitlement, initials: string): Entitlement {
  if (entitlement.basis !== 'member') return entitlement
  const named = entitlement.seat.principals.find(
    (sitter) => sitter.isPresent && !sitter.isRecused && isSameInitials(sitter.initials, initials),
  )
  return named === undefined ? entitlement : { ...entitlement, holder: named }
}

/** Names the field at fault in a refusal that does not name one itself. */
function naming<T>(field: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof PanelbookError) || error.fields !== undefined) throw error
    const { code, message, safe, remedy } = error
    throw new PanelbookError(code, message, {
      ...(safe === undefined ? {} : { safe }),
      ...(remedy === undefined ? {} : { remedy }),
      fields: [{ field, problem: message }],
      cause: error,
    })
  }
}
