import type { RuleKind, Threshold, VotingRule } from '../../contract/voting-rule.ts'
import { isMoreThanHalf } from '../rational.ts'
import { thresholdWords } from '../vote-words.ts'
import { blockByConstituency } from './block-rule.ts'
import { consensus } from './consensus-rule.ts'
import { votesCast, votesExercisable, votesOfAllSeats, votesOfAllSeatsInWriting } from './denominators.ts'
import { preference } from './preference-rule.ts'
import { proportionalByConstituency } from './proportional-rule.ts'
import type { RuleDefinition } from './rule-definition.ts'
import { atLeastTwoThirds, moreThanHalf, shareRule } from './share-rule.ts'
import { unanimousOfCast, unanimousOfPresent } from './unanimous-rules.ts'
import { weightedByConstituency } from './weighted-rule.ts'

const majorityName = (group: string) => (_rule: VotingRule, threshold: Threshold) =>
  isMoreThanHalf(threshold) ? `majority of ${group}` : `${thresholdWords(threshold)} of ${group}`

/**
 * Rule 11 of the field: a resolution that goes round in writing, answered by a deadline outside the meeting. Every
 * seat is in the denominator, so that silence counts against, and it is ratified at the next meeting.
 */
const writtenResolution: RuleDefinition = {
  ...shareRule(
    votesOfAllSeatsInWriting,
    moreThanHalf,
    (rule, threshold) => `written resolution: ${majorityName('all seats')(rule, threshold)}`,
  ),
  afterCarried: ', to be ratified at the next meeting',
}

/** Every kind of rule that Panelbook counts by. A kind in the contract without an entry does not compile. */
export const ruleTable: Record<RuleKind, RuleDefinition> = {
  'majority-of-cast': shareRule(votesCast, moreThanHalf, majorityName(votesCast.group)),
  'majority-of-exercisable': shareRule(votesExercisable, moreThanHalf, majorityName(votesExercisable.group)),
  'majority-of-seats': shareRule(votesOfAllSeats, moreThanHalf, majorityName(votesOfAllSeats.group)),
  'unanimous-of-cast': unanimousOfCast,
  'unanimous-of-present': unanimousOfPresent,
  supermajority: shareRule(
    votesCast,
    atLeastTwoThirds,
    (_rule, threshold) => `supermajority: ${thresholdWords(threshold)} of votes cast`,
  ),
  'block-by-constituency': blockByConstituency,
  'proportional-by-constituency': proportionalByConstituency,
  'weighted-by-constituency': weightedByConstituency,
  consensus,
  'written-resolution': writtenResolution,
  preference,
}
