import type { WrittenValue } from '../contract/written-positions.ts'
import type { HeldPositions } from './held-positions.ts'

/** Somebody who may sit for a seat at this meeting. */
export interface Sitter {
  attendanceId: string
  personId: string
  initials: string
  name: string
  isPresent: boolean
  /** Recused from the item at hand. */
  isRecused: boolean
}

/** A seat in force at the meeting, with everybody who could exercise its vote. */
export interface ElectorateSeat {
  seatId: string
  name: string
  constituencyId: string | null
  /** Votes that go with the seat. */
  votes: number
  /** Whose seat it is: the member at this meeting, or by membership; null while it is vacant. */
  member: { personId: string; initials: string; name: string } | null
  /** Its own members: usually one, two where they share the seat. */
  principals: readonly Sitter[]
  alternates: readonly Sitter[]
  /** Who carries its vote, where that has been notified and not ended. */
  carrier: Sitter | null
}

export type Basis = 'member' | 'alternate' | 'carried' | 'written' | 'nobody'

/** Whether the vote of a seat can be exercised on an item, and by whom. */
export interface Entitlement {
  seat: ElectorateSeat
  canVote: boolean
  basis: Basis
  /** In the room and the one whose turn it would be, recused or not; null where there is nobody. */
  holder: Sitter | null
  /** The position that was sent beforehand, where it is by that that the vote is exercised. */
  written: WrittenValue | null
  /** What the seat's position is when its vote cannot be exercised. */
  otherwise: 'not-present' | 'recused'
}

/**
 * Who can vote, seat by seat. The member comes first; with the member in the room an alternate has no vote. Then
 * the alternate, then whoever carries the vote. Carried votes sleep while the seat is filled from the room.
 *
 * Recusal follows the person, not the seat: whoever is recused casts neither their own vote nor one that they
 * carry, and while they are in the room nobody takes their place. An absent member who is recused leaves the seat
 * to its alternate or carrier; where there is neither, the seat counts as recused and not as absent.
 *
 * A position sent beforehand stands for a seat that nobody in the room can vote for. It is a vote and no person: it
 * is in the denominator of the votes that can be exercised (rule 2 of the field), and never in a quorum, which is of
 * the room.
 *
 * In a vote by written position the members need not be in the room.
 * @param options.held positions sent beforehand, by seat
 */
export function electorate(
  seats: readonly ElectorateSeat[],
  options: { isWritten?: boolean; held?: HeldPositions } = {},
): Entitlement[] {
  return seats.map((seat) => entitlement(seat, options.isWritten === true, options.held?.get(seat.seatId)))
}

function entitlement(seat: ElectorateSeat, isWritten: boolean, held: WrittenValue | undefined): Entitlement {
  const inTurn = [
    ['member', seat.principals],
    ['alternate', seat.alternates],
    ['carried', seat.carrier === null ? [] : [seat.carrier]],
  ] as const
  for (const [basis, sitters] of inTurn) {
    const present = sitters.filter(({ isPresent }) => isPresent)
    const able = present.find(({ isRecused }) => !isRecused)
    if (able !== undefined) {
      return { seat, canVote: true, basis, holder: able, written: null, otherwise: 'not-present' }
    }
    const [recused] = present
    if (recused !== undefined) {
      return { seat, canVote: false, basis: 'nobody', holder: recused, written: null, otherwise: 'recused' }
    }
  }
  const isRecused = seat.principals.length > 0 && seat.principals.every((sitter) => sitter.isRecused)
  if ((isWritten || held !== undefined) && !isRecused && seat.member !== null) {
    return {
      seat,
      canVote: true,
      basis: 'written',
      holder: seat.principals[0] ?? null,
      written: held ?? null,
      otherwise: 'not-present',
    }
  }
  return {
    seat,
    canVote: false,
    basis: 'nobody',
    holder: null,
    written: null,
    otherwise: isRecused ? 'recused' : 'not-present',
  }
}
