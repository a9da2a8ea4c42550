import type { Threshold, VotingRule } from '../../contract/voting-rule.ts'
import { fewestThatReach, reaches } from '../rational.ts'
import { thresholdWords } from '../vote-words.ts'
import { castIn, categories, droppedOut, resultOf, tallies, type Tally } from './constituency-tally.ts'
import type { Reach, RuleDefinition } from './rule-definition.ts'
import { moreThanHalf } from './share-rule.ts'
import { noneOpposed } from './unanimity.ts'
import { fewestSteps, type Step } from './what-if.ts'

/**
 * Rule 8 of the field, DCUSA [likely]: weight for / weight cast against a threshold in each constituency – more than
 * one half where the rule does not say –, and then all of the eligible constituencies, or the majority of them.
 * Eligible are those in which something was cast. One that does not reach the threshold rejects: there is no neutral
 * one. A tie is possible where the majority decides: as many that approve as reject.
 */
export const weightedByConstituency: RuleDefinition = {
  name: (rule) => `weighted vote by party category: ${shareWords(rule)} in ${groupWords(rule)}`,
  explanation: (rule) =>
    `Carried if in ${groupWords(rule)} the votes for are ${shareWords(rule)} of the votes cast; one in which ` +
    'nothing was cast is not eligible, and abstentions and missing votes are ignored.',
  tieName: 'a tie between the categories',
  canTie: isByMajority,
  find({ rule, seats, counts }) {
    const threshold = thresholdOf(rule)
    const isReached = (tally: Tally) => reaches(tally.for, castIn(tally), threshold)
    const all = tallies(seats)
    const eligible = all.filter((tally) => castIn(tally) > 0)
    const approving = eligible.filter(isReached)
    const rejecting = eligible.filter((tally) => !isReached(tally))
    const isCarried = isByMajority(rule)
      ? approving.length > rejecting.length
      : approving.length > 0 && rejecting.length === 0
    return {
      denominator: eligible.length,
      isCarried,
      isTie: isByMajority(rule) && eligible.length > 0 && approving.length === rejecting.length,
      unanimous: noneOpposed(counts),
      arithmetic: [
        ...listedShares(`Approving, with ${shareWords(rule)} of the votes cast`, approving),
        ...listedShares('Rejecting', rejecting),
        ...droppedOut(all),
        `${approving.length} of the ${categories(eligible.length)} in which votes were cast ` +
          `${approving.length === 1 ? 'approves' : 'approve'}; ${neededWords(rule, eligible.length)}`,
      ].join('. '),
      equality: `As many party categories approve as reject, ${approving.length} each`,
      byConstituency: all.map((tally) =>
        resultOf(tally, () => (isReached(tally) ? 'carried' : 'not-carried')),
      ),
    }
  },
  fewestMore(rule, { byConstituency }) {
    const threshold = thresholdOf(rule)
    const isReached = (reach: Reach) => reaches(reach.for, castIn(reach), threshold)
    const eligible = byConstituency.filter((reach) => castIn(reach) > 0)
    const rejecting = eligible.filter((reach) => !isReached(reach))
    const isAll = !isByMajority(rule) && eligible.length > 0
    // Of all eligible ones each that rejects has to turn; otherwise the cheapest do.
    const asked = isAll ? rejecting : byConstituency
    const offers = asked.map((reach) => ({
      constituency: reach.constituency,
      steps: stepsOf(reach, threshold, isAll),
    }))
    return fewestSteps(offers, isAll ? rejecting.length : 1 - (eligible.length - 2 * rejecting.length))
  },
}

function thresholdOf(rule: VotingRule): Threshold {
  return rule.threshold ?? moreThanHalf
}

function isByMajority(rule: VotingRule): boolean {
  return rule.overall === 'majority'
}

function shareWords(rule: VotingRule): string {
  return thresholdWords(thresholdOf(rule))
}

function groupWords(rule: VotingRule): string {
  return isByMajority(rule)
    ? 'the majority of the eligible party categories'
    : 'every eligible party category'
}

function listedShares(verb: string, all: readonly Tally[]): string[] {
  if (all.length === 0) return []
  return [
    `${verb}: ${all.map((tally) => `${tally.constituency} (${tally.for} of ${castIn(tally)})`).join(', ')}`,
  ]
}

function neededWords(rule: VotingRule, eligible: number): string {
  if (!isByMajority(rule)) return eligible === 1 ? 'it has to' : 'all of them have to'
  const fewest = Math.floor(eligible / 2) + 1
  return `more than half of ${eligible} is needed, which is ${fewest}${fewest === eligible ? '' : ' or more'}`
}

/** What it takes to turn one that rejects, or to bring one in that has cast nothing. */
function stepsOf(reach: Reach, threshold: Threshold, isAll: boolean): Step[] {
  const cast = castIn(reach)
  if (cast === 0) return reach.fromSilent > 0 ? [{ gain: 1, votes: 1 }] : []
  const votes = fewestThatReach(cast, threshold) - reach.for
  if (votes <= 0 || votes > reach.fromAgainst) return []
  return [{ gain: isAll ? 1 : 2, votes }]
}
