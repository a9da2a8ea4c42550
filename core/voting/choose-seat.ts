import { isSameInitials } from '../attendance/initials.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { Basis, Entitlement, Sitter } from './electorate.ts'
import type { PositionRow } from './round-row.ts'

/** A seat as it can be named: by its id, or by the initials of somebody. */
export interface SeatOption {
  seatId: string
  basis: Basis
  /** Initials of whoever exercises its vote. */
  casters: readonly string[]
  /** Initials of whose seat it is. */
  member: string | null
  /** Those who sit for it as well, but do not exercise its vote now. */
  others: readonly Pick<Sitter, 'initials' | 'isPresent'>[]
}

export interface SeatChoice {
  seatId?: string | undefined
  initials?: string | undefined
}

/** The seats of a vote that is open, as the room is now. */
export function optionsNow(entitlements: readonly Entitlement[]): SeatOption[] {
  return entitlements.map(({ seat, basis, holder }) => {
    const present = seat.principals.filter((sitter) => sitter.isPresent)
    const able = present.filter((sitter) => !sitter.isRecused)
    // Of two who share a seat either can cast its vote; one who is recused cannot while the other can.
    const sharing = (able.length > 0 ? able : present).map(({ initials }) => initials)
    const casters = sharing.length > 0 ? sharing : holder === null ? [] : [holder.initials]
    return {
      seatId: seat.seatId,
      basis,
      casters,
      member: seat.member?.initials ?? null,
      others: [...seat.principals, ...seat.alternates].filter(({ initials }) => !casters.includes(initials)),
    }
  })
}

/** The seats of a vote as it was taken. */
export function optionsAsTaken(positions: readonly PositionRow[]): SeatOption[] {
  return positions.map((position) => ({
    seatId: position.seat_id,
    basis: position.basis,
    casters: position.cast_by_initials === null ? [] : [position.cast_by_initials],
    member: position.member_initials,
    others: [],
  }))
}

/**
 * The seat that is meant. Initials are those of whoever exercises the vote; somebody with a seat of their own who
 * carries another vote is taken to mean their own. A carried vote, or that of a seat that nobody fills, is named
 * by the absent member's initials.
 * @param field the input's field, for a refusal
 * @param attendees initials of everybody at the meeting
 * @throws PanelbookError `bad-input`, `not-found`, `not-in-room`, `not-entitled`
 */
export function chooseSeat(
  options: readonly SeatOption[],
  choice: SeatChoice,
  attendees: readonly string[],
  field = '',
): string {
  const { seatId, initials } = choice
  if (seatId === undefined && initials === undefined)
    throw badInput(`${field}seatId`, 'give the seat or the initials')
  if (seatId !== undefined && initials !== undefined) {
    throw badInput(`${field}initials`, 'give either the seat or the initials, not both')
  }
  if (seatId !== undefined) {
    if (options.some((option) => option.seatId === seatId)) return seatId
    throw new PanelbookError('not-found', 'There is no such seat in this vote.')
  }
  return seatByInitials(options, initials ?? '', attendees, field)
}

function seatByInitials(
  options: readonly SeatOption[],
  initials: string,
  attendees: readonly string[],
  field: string,
): string {
  const isMeant = (other: string | null) => other !== null && isSameInitials(other, initials)
  const own = options.find(({ basis, casters }) => basis !== 'carried' && casters.some(isMeant))
  if (own !== undefined) return own.seatId
  const absent = options.find(
    ({ basis, member }) =>
      (basis === 'carried' || basis === 'nobody' || basis === 'written') && isMeant(member),
  )
  if (absent !== undefined) return absent.seatId
  const [carried, ...more] = options.filter(
    ({ basis, casters }) => basis === 'carried' && casters.some(isMeant),
  )
  if (carried !== undefined && more.length === 0) return carried.seatId
  if (carried !== undefined) {
    const whose = [carried, ...more].map(({ member }) => member ?? 'a vacant seat').join(' and ')
    const problem = `${initials} carries more than one vote, of ${whose}; name the one that is meant`
    throw badInput(`${field}initials`, problem, `${problem}.`)
  }
  const idle = options.find(
    ({ member, others }) => isMeant(member) || others.some((other) => isMeant(other.initials)),
  )
  if (idle !== undefined) return idleSeat(idle, initials)
  if (attendees.some(isMeant)) throw new PanelbookError('not-entitled', `${initials} has no vote.`)
  throw new PanelbookError('not-found', `Nobody at this meeting has the initials ${initials}.`)
}

/** Somebody who sits for a seat whose vote another exercises, or nobody. */
function idleSeat(option: SeatOption, initials: string): string {
  const [caster] = option.casters
  if (caster === undefined) return option.seatId
  const isPresent = option.others.some((other) => isSameInitials(other.initials, initials) && other.isPresent)
  if (isPresent) {
    throw new PanelbookError('not-entitled', `${initials} has no vote while ${caster} votes for the seat.`, {
      remedy: `Record the position of ${caster}.`,
    })
  }
  throw new PanelbookError('not-in-room', `${initials} is not in the room; ${caster} votes for the seat.`, {
    remedy: `Record the position of ${caster}, or that ${initials} arrived.`,
  })
}
