import type { OptionResult, Threshold, VotingRule } from '../../contract/voting-rule.ts'
import { leadersOf, optionCounts } from '../option-words.ts'
import { fewestThatReach, isMoreThanHalf, reaches } from '../rational.ts'
import { listed, thresholdWords, votesWords } from '../vote-words.ts'
import type { CountedSeat, RuleDefinition } from './rule-definition.ts'

/**
 * The last step of rule 9 of the field: which of several options is preferred. A position for names an option, and
 * the votes cast are those that name one; abstentions and missing votes are ignored.
 *
 * - The option that most votes name is the preferred one. With a threshold it needs that share of them as well.
 * - Two or more that share the lead are a tie, recorded or failing as the rule says. The chair has no casting vote:
 *   it would have to name an option. With a threshold that none of them reaches nothing is tied, as nothing would be
 *   preferred either way; one half each, where more than one half is asked for, is a tie as in any other vote.
 * - It is unanimous where every vote that names an option names the same one.
 *
 * What would carry it still is no number of votes for: that depends on the option. So there is no such what-if.
 */
export const preference: RuleDefinition = {
  name: ({ threshold }) =>
    `preference: the option with ${threshold === undefined ? 'most votes' : `${thresholdWords(threshold)} of the votes`}`,
  explanation: ({ threshold }) =>
    `An option is preferred if more votes name it than any other${
      threshold === undefined ? '' : `, and they are ${thresholdWords(threshold)} of those that name one`
    }; abstentions and missing votes are ignored.`,
  tieName: 'a tie for the lead',
  canTie: ({ threshold }) => threshold === undefined || threshold.numerator * 2 <= threshold.denominator,
  find({ rule, seats, counts }) {
    const whole = counts.for
    const options = votesByOption(rule, seats)
    const leaders = leadersOf(options)
    const most = leaders[0]?.votes ?? 0
    const isReached = rule.threshold === undefined || reaches(most, whole, rule.threshold)
    const isCarried = leaders.length === 1 && isReached
    const isWaiting = counts.pending > 0
    const names = listed(leaders.map(({ label }) => label))
    return {
      denominator: whole,
      isCarried,
      isTie: leaders.length > 1 && (isReached || isHalfEach(rule.threshold, most, whole)),
      unanimous: whole > 0 && most === whole ? 'for' : null,
      arithmetic: `${optionCounts(options).join(', ')} of ${votesWords(whole)}; ${neededWords(rule.threshold, whole)}`,
      soFar: optionCounts(options).join(', '),
      outcome: isCarried ? `${names} is preferred` : 'no option is preferred',
      equality: `${names} share the lead, ${most} each`,
      byConstituency: null,
      byOption: options.map((option) => ({
        ...option,
        isPreferred: !isWaiting && isCarried && option.key === leaders[0]?.key,
      })),
    }
  },
  decides: {
    isEnough: (counts) => counts.for > 0,
    otherwise: 'No vote names an option, so none is preferred.',
  },
}

function votesByOption(rule: VotingRule, seats: readonly CountedSeat[]): Omit<OptionResult, 'isPreferred'>[] {
  const votes = new Map<string, number>()
  for (const { option, votes: own } of seats) {
    if (option !== null) votes.set(option, (votes.get(option) ?? 0) + own)
  }
  return (rule.options ?? []).map(({ key, label }) => ({ key, label, votes: votes.get(key) ?? 0 }))
}

function isHalfEach(threshold: Threshold | undefined, most: number, whole: number): boolean {
  return threshold !== undefined && isMoreThanHalf(threshold) && most * 2 === whole
}

function neededWords(threshold: Threshold | undefined, whole: number): string {
  if (threshold === undefined) return 'the option with most votes is preferred'
  const fewest = fewestThatReach(whole, threshold)
  if (fewest >= whole) return `all ${whole} are needed`
  return `${thresholdWords(threshold)} of ${whole} is needed, which is ${votesWords(fewest)} or more`
}
