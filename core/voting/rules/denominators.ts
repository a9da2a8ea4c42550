import type { VoteCounts } from '../../contract/voting-rule.ts'
import type { Reach } from './rule-definition.ts'

/** A group of votes of which a rule needs a share, in numbers and in words. */
export interface Denominator {
  count(counts: VoteCounts): number
  /** The same of a what-if. */
  of(reach: Reach): number
  /** "11 votes cast", as it stands after a number. */
  words: { one: string; many: string }
  /** "majority of …" and "more than half of …". */
  group: string
  note: string
}

/** Votes cast: for and against. Abstentions and missing votes are ignored. */
export const votesCast: Denominator = {
  count: (counts) => counts.for + counts.against,
  of: (reach) => reach.for + reach.against,
  words: { one: 'vote cast', many: 'votes cast' },
  group: 'votes cast',
  note: 'abstentions and missing votes are ignored',
}

/** Votes that those present can exercise: absent, recused and not entitled ones are out, those still to come in. */
export const votesExercisable: Denominator = {
  count: (counts) => counts.for + counts.against + counts.abstain + counts.none + counts.pending,
  of: (reach) => reach.for + reach.against + reach.silent,
  words: { one: 'vote that could be exercised', many: 'votes that could be exercised' },
  group: 'votes exercisable by those present',
  note: 'an abstention or a missing vote of someone present counts against',
}

/** The votes of every seat: absent, recused and not entitled ones too, as for a written resolution. */
export const votesOfAllSeats: Denominator = {
  count: (counts) => Object.values(counts).reduce((sum, votes) => sum + votes, 0),
  of: (reach) => reach.seats,
  words: { one: 'vote of all seats', many: 'votes of all seats' },
  group: 'all seats',
  note: 'every vote that is not for, absent ones included, counts against',
}

/** All seats again, in the words of a resolution that went round in writing. */
export const votesOfAllSeatsInWriting: Denominator = {
  ...votesOfAllSeats,
  note: 'every seat counts, and one that has not answered by the deadline counts against',
}
