import type { VoteCounts } from '../../contract/voting-rule.ts'

/** Of the votes cast, all one way; abstentions and missing votes are tolerated. Nothing cast is never unanimous. */
export function noneOpposed(counts: VoteCounts): 'for' | 'against' | null {
  if (counts.against === 0 && counts.for > 0) return 'for'
  if (counts.for === 0 && counts.against > 0) return 'against'
  return null
}

/** Every one of the `exercisable` votes one way: an abstention or a missing vote breaks it. */
export function everyVote(counts: VoteCounts, exercisable: number): 'for' | 'against' | null {
  if (exercisable === 0) return null
  if (counts.for === exercisable) return 'for'
  if (counts.against === exercisable) return 'against'
  return null
}
