import { membershipRoles, type MembershipRole } from '../../core/contract/words.ts'

/** Everybody who belongs to a body without sitting for a seat. */
export const nonVotingRoles: readonly MembershipRole[] = membershipRoles.filter(
  (role) => role !== 'member' && role !== 'alternate',
)
