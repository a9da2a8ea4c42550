import type { RuleKind, Threshold, VotingRule } from '../../contract/voting-rule.ts'
import { isMoreThanHalf } from '../rational.ts'
import { thresholdWords } from '../vote-words.ts'
import { votesCast, votesExercisable, votesOfAllSeats } from './denominators.ts'
import type { RuleDefinition } from './rule-definition.ts'
import { atLeastTwoThirds, moreThanHalf, shareRule } from './share-rule.ts'
import { unanimousOfCast, unanimousOfPresent } from './unanimous-rules.ts'

const majorityName = (group: string) => (_rule: VotingRule, threshold: Threshold) =>
  isMoreThanHalf(threshold) ? `majority of ${group}` : `${thresholdWords(threshold)} of ${group}`

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
}
