import type { ElectorateSeat, Sitter } from '../voting/electorate.ts'

/** A room as it would be with some people in it, and others not. Nobody else moves. */
export interface Supposed {
  isPresent(personId: string, isPresentNow: boolean): boolean
  /** Whether somebody is recused from the item that is asked about. */
  isRecused?(attendanceId: string): boolean
}

/** The seats as they would be. Votes that are carried sleep and wake as they do when somebody really comes or goes. */
export function supposing(seats: readonly ElectorateSeat[], supposed: Supposed): ElectorateSeat[] {
  const sitter = (one: Sitter): Sitter => ({
    ...one,
    isPresent: supposed.isPresent(one.personId, one.isPresent),
    isRecused: supposed.isRecused?.(one.attendanceId) ?? one.isRecused,
  })
  return seats.map((seat) => ({
    ...seat,
    principals: seat.principals.map(sitter),
    alternates: seat.alternates.map(sitter),
    carrier: seat.carrier === null ? null : sitter(seat.carrier),
  }))
}
