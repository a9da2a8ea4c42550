import type {
  ConstituencyResult,
  OptionResult,
  PositionValue,
  VoteCounts,
  VotingRule,
} from '../../contract/voting-rule.ts'

/** One seat with its position, ready to count. */
export interface CountedSeat {
  id: string
  constituency: string | undefined
  votes: number
  position: PositionValue
  /** Key of the option that it names, in a vote by preference; null where it names none. */
  option: string | null
}

/** What a rule is given: a vote that has been checked and counted. */
export interface CountedVote {
  rule: VotingRule
  seats: readonly CountedSeat[]
  counts: VoteCounts
}

/** What a rule finds. Waiting, casting votes and votes that nobody cast are the evaluation's business. */
export interface RuleFinding {
  /** The votes of which the rule needs a share; the constituencies, where it decides by them. */
  denominator: number
  isCarried: boolean
  /** Whether it is a tie, to be settled as the rule's `tie` says. Never together with `isCarried`. */
  isTie: boolean
  /** Which way every vote that the rule looks at went. */
  unanimous: 'for' | 'against' | null
  /** The count and what was needed, without the verdict and without a full stop. */
  arithmetic: string
  /** The count while positions are still to come, where it is not of for and against. */
  soFar?: string
  /** What the verdict comes to, where that is not said by "carried" or "not carried": "A is preferred". */
  outcome?: string
  /** What is equal, where it is a tie: "For and against are equal, 5 each". */
  equality: string
  /** What each constituency decided; null for rules that do not ask them. */
  byConstituency: ConstituencyResult[] | null
  /** The votes that each option got, where positions name one. */
  byOption?: OptionResult[]
}

/** A kind of rule. A new one is one file with one of these, and one entry in `rule-table.ts`. */
export interface RuleDefinition {
  /** "majority of votes cast": fits after "Rule:" and within a sentence. */
  name(rule: VotingRule): string
  /** One sentence that says when a question is carried, without the tie. */
  explanation(rule: VotingRule): string
  /** What is called a tie where it is not one of votes: "a tie between the categories". */
  tieName?: string
  /** Whether it can end in a tie. */
  canTie(rule: VotingRule): boolean
  find(vote: CountedVote): RuleFinding
  /**
   * The fewest votes more for with which it would be carried; null where no number would do. A rule that knows no
   * votes for has none of these.
   */
  fewestMore?(rule: VotingRule, vote: WhatIf): MoreVotes | null
  /** Where something else than a vote cast is enough for a decision: whether there is enough, and what to say if not. */
  decides?: { isEnough(counts: VoteCounts): boolean; otherwise: string }
  /** What is said after "carried": ", to be ratified at the next meeting". */
  afterCarried?: string
}

/**
 * A vote as a what-if sees it: how each group of votes stands without any vote more for, and how many of its votes
 * could be one. While positions are still to come, only they can, and until then all of them are against: that is
 * the worst that they can do under every rule. When all are in, any vote of somebody who could exercise it can be
 * thought of as for.
 */
export interface WhatIf {
  all: Reach
  /** The same by constituency, in the order of the seats; empty for rules that do not ask them. */
  byConstituency: readonly (Reach & { constituency: string })[]
}

/** Numbers of votes. */
export interface Reach {
  for: number
  against: number
  /** Of those present, neither for nor against. */
  silent: number
  /** Of every seat, in the room or not. */
  seats: number
  /** How many of those against could be for. */
  fromAgainst: number
  /** How many of the silent ones could be for. */
  fromSilent: number
}

/** A number of votes more for, and in which constituencies, where the rule asks them. */
export interface MoreVotes {
  votes: number
  places: { constituency: string; votes: number }[]
}
