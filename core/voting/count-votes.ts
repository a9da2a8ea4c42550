import type { PositionValue, VoteCounts } from '../contract/voting-rule.ts'

const countOf: Record<PositionValue, keyof VoteCounts> = {
  for: 'for',
  against: 'against',
  abstain: 'abstain',
  none: 'none',
  'not-present': 'notPresent',
  recused: 'recused',
  'not-entitled': 'notEntitled',
  pending: 'pending',
}

/** The votes of some seats by position; of no seats, all of them 0. */
export function countVotes(seats: Iterable<{ position: PositionValue; votes: number }>): VoteCounts {
  const counts: VoteCounts = {
    for: 0,
    against: 0,
    abstain: 0,
    none: 0,
    notPresent: 0,
    recused: 0,
    notEntitled: 0,
    pending: 0,
  }
  for (const { position, votes } of seats) counts[countOf[position]] += votes
  return counts
}
