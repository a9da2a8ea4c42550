import type { Body } from '../../core/contract/bodies.ts'
import type { MembershipRole } from '../../core/contract/words.ts'
import { today } from '../ui/dates.ts'
import type { Membership, Seat } from './body-words.ts'

/** 2017-01-01 for 2016-12-31. */
export function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** Whether its last day has gone by. */
export function isOver({ effectiveTo }: Pick<Seat, 'effectiveTo'>): boolean {
  return effectiveTo !== null && effectiveTo < today()
}

/** A seat without a member, or a role that nobody has. */
export interface Vacancy {
  key: string
  role: MembershipRole
  seat: Seat | null
  /** The first day on which somebody new can have it, where somebody had it before. */
  from: string
}

/** What is looked for in nearly every body; the Authority attends where there is a code. */
export function usualRoles(body: Body): MembershipRole[] {
  return body.codeId === null ? ['chair', 'secretary'] : ['chair', 'secretary', 'authority']
}

/** The seats to fill in the order of the vote table, then the roles. */
export function vacanciesOf(body: Body): Vacancy[] {
  const seats = body.seats.filter((seat) => !isOver(seat))
  return [
    ...seats
      .filter((seat) => !hasHolder(body.memberships, 'member', seat.id))
      .map((seat) => ({
        key: seat.id,
        role: 'member' as const,
        seat,
        from: freeFrom(body.memberships, 'member', seat.id),
      })),
    ...usualRoles(body)
      .filter((role) => !hasHolder(body.memberships, role, null))
      .map((role) => ({ key: role, role, seat: null, from: freeFrom(body.memberships, role, null) })),
  ]
}

/** The seats among the vacancies. */
export function vacantSeats(body: Body): Vacancy[] {
  return vacanciesOf(body).filter(({ seat }) => seat !== null)
}

function hasHolder(memberships: readonly Membership[], role: MembershipRole, seatId: string | null): boolean {
  return memberships.some((other) => other.role === role && other.seatId === seatId && !isOver(other))
}

/** The day after the last holder's last; empty where nobody held it before. */
function freeFrom(memberships: readonly Membership[], role: MembershipRole, seatId: string | null): string {
  const last = memberships
    .filter((other) => other.role === role && other.seatId === seatId)
    .map(({ effectiveTo }) => effectiveTo ?? '')
    .toSorted()
    .at(-1)
  return last === undefined || last === '' ? '' : dayAfter(last)
}
