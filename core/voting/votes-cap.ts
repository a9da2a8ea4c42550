import { electorate, type ElectorateSeat, type Entitlement } from './electorate.ts'

/** Votes that each attendance exercises from a seat of its own, by attendance. Of two who share a seat each does. */
export function ownVotes(entitlements: readonly Entitlement[]): Map<string, number> {
  const votes = new Map<string, number>()
  for (const { seat, basis, holder } of entitlements) {
    if (holder === null || holder === seat.carrier) continue
    const sharing = basis === 'member' ? seat.principals.filter(({ isPresent }) => isPresent) : [holder]
    for (const { attendanceId } of sharing)
      votes.set(attendanceId, (votes.get(attendanceId) ?? 0) + seat.votes)
  }
  return votes
}

/**
 * The seats with the votes asleep that would take somebody above the most that one person may exercise, their own
 * included. A vote is given to be carried within the cap; but an alternate may come to vote for their seat later,
 * when its member leaves. Then what they sit for goes first, and of the carried votes those that were given first.
 * @param given seats whose vote is carried, in the order in which they were given
 * @param cap in votes; null for none
 */
export function sleepAboveCap(
  seats: readonly ElectorateSeat[],
  given: readonly string[],
  cap: number | null,
): readonly ElectorateSeat[] {
  if (cap === null || given.length === 0) return seats
  const asleep = new Set<string>()
  const entitlements = electorate(seats)
  const exercised = ownVotes(entitlements)
  for (const seatId of given) {
    const found = entitlements.find(({ seat, holder }) => seat.seatId === seatId && holder === seat.carrier)
    const attendanceId = found?.holder?.attendanceId
    if (found === undefined || attendanceId === undefined) continue
    const votes = (exercised.get(attendanceId) ?? 0) + found.seat.votes
    if (votes > cap) asleep.add(seatId)
    else exercised.set(attendanceId, votes)
  }
  return seats.map((seat) => (asleep.has(seat.seatId) ? { ...seat, carrier: null } : seat))
}
