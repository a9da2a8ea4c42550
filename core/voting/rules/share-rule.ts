import type { Threshold, VotingRule } from '../../contract/voting-rule.ts'
import { fewestThatReach, isMoreThanHalf, reaches } from '../rational.ts'
import { shareOf, thresholdWords, votesWords } from '../vote-words.ts'
import { votesCast, votesExercisable, type Denominator } from './denominators.ts'
import type { RuleDefinition } from './rule-definition.ts'
import { everyVote, noneOpposed } from './unanimity.ts'
import { moreVotes } from './what-if.ts'

export const moreThanHalf: Threshold = { numerator: 1, denominator: 2, comparison: 'more-than' }
export const atLeastTwoThirds: Threshold = { numerator: 2, denominator: 3, comparison: 'at-least' }

/**
 * A rule by which the votes for must be a share of some group of votes: rules 1, 2, 3, 5 and 11 of the field. They
 * differ in the group, in the usual share and in the name.
 *
 * For and against are a tie where at least one vote was cast and the rule asks for more than one half. Under any
 * other share equal votes have no standing of their own: they reach the share, or they fail it.
 */
export function shareRule(
  denominator: Denominator,
  usual: Threshold,
  nameOf: (rule: VotingRule, threshold: Threshold) => string,
): RuleDefinition {
  const thresholdOf = (rule: VotingRule) => rule.threshold ?? usual
  return {
    name: (rule) => nameOf(rule, thresholdOf(rule)),
    explanation: (rule) =>
      `Carried if the votes for are ${thresholdWords(thresholdOf(rule))} of ${theGroup(denominator)}; ${denominator.note}.`,
    canTie: (rule) => isMoreThanHalf(thresholdOf(rule)),
    find({ rule, counts }) {
      const threshold = thresholdOf(rule)
      const whole = denominator.count(counts)
      const isCarried = counts.for > 0 && reaches(counts.for, whole, threshold)
      const isTie = isMoreThanHalf(threshold) && counts.for > 0 && counts.for === counts.against && !isCarried
      const unanimous =
        denominator === votesCast ? noneOpposed(counts) : everyVote(counts, votesExercisable.count(counts))
      return {
        denominator: whole,
        isCarried,
        isTie,
        // Of all seats, those present can be of one mind and still too few: that is no unanimous decision in favour.
        unanimous: unanimous === 'for' && !isCarried ? null : unanimous,
        arithmetic:
          `${shareOf(counts.for, whole, denominator.words)} for; ` +
          neededWords(whole, threshold, fewestThatReach(whole, threshold)),
        equality: `For and against are equal, ${counts.for} each`,
        byConstituency: null,
      }
    },
    fewestMore(rule, { all }) {
      const whole = denominator.of(all)
      // Where nothing was cast, the first vote for is the whole.
      if (whole === 0) return moreVotes(1, all.fromSilent)
      // Of votes cast, one for in place of one against does the most: it leaves the whole as it is.
      const available = denominator === votesCast ? all.fromAgainst : all.fromAgainst + all.fromSilent
      return moreVotes(fewestThatReach(whole, thresholdOf(rule)) - all.for, available)
    },
  }
}

function theGroup(denominator: Denominator): string {
  return denominator.group === 'all seats' ? 'the votes of all seats' : `the ${denominator.group}`
}

function neededWords(whole: number, threshold: Threshold, fewest: number): string {
  if (whole === 0) return 'none can be carried'
  if (threshold.numerator === threshold.denominator) return `all ${whole} are needed`
  const number = fewest === whole ? `all ${votesWords(fewest)}` : `${votesWords(fewest)} or more`
  return `${thresholdWords(threshold)} of ${whole} is needed, which is ${whole === 1 ? 'that 1 vote' : number}`
}
