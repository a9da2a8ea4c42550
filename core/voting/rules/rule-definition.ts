import type { PositionValue, VoteCounts, VotingRule } from '../../contract/voting-rule.ts'

/** One seat with its position, ready to count. */
export interface CountedSeat {
  id: string
  constituency: string | undefined
  votes: number
  position: PositionValue
}

/** What a rule is given: a vote that has been checked and counted. */
export interface CountedVote {
  rule: VotingRule
  seats: readonly CountedSeat[]
  counts: VoteCounts
}

/** What a rule finds. Waiting, casting votes and votes that nobody cast are the evaluation's business. */
export interface RuleFinding {
  /** The votes of which the rule needs a share. */
  denominator: number
  isCarried: boolean
  /** Whether it is a tie, to be settled as the rule's `tie` says. Never together with `isCarried`. */
  isTie: boolean
  /** Which way every vote that the rule looks at went. */
  unanimous: 'for' | 'against' | null
  /** The count and what was needed, without the verdict and without a full stop. */
  arithmetic: string
}

/** A kind of rule. A new one is one file with one of these, and one entry in `rule-table.ts`. */
export interface RuleDefinition {
  /** "majority of votes cast": fits after "Rule:" and within a sentence. */
  name(rule: VotingRule): string
  /** One sentence that says when a question is carried, without the tie. */
  explanation(rule: VotingRule): string
  /** Whether equal votes can be a tie under it. */
  canTie(rule: VotingRule): boolean
  find(vote: CountedVote): RuleFinding
}
