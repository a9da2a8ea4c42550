import type { CallOutput } from '../contract/calls.ts'
import {
  asksForPreference,
  constituencyRuleKinds,
  heedsOverall,
  ruleKinds,
  votingRule,
} from '../contract/voting-rule.ts'
import { ruleExplanation, ruleName } from './rule-words.ts'
import { atLeastTwoThirds, moreThanHalf } from './rules/share-rule.ts'

type RuleChoice = CallOutput<'voting.rules'>['rules'][number]

/**
 * The kinds of rule for a form to offer. Which parameters a kind takes is asked of the contract itself, so that a
 * new kind of rule appears here without further work.
 */
export function ruleChoices(): RuleChoice[] {
  return ruleKinds.map((kind) => {
    const usual = kind === 'supermajority' ? atLeastTwoThirds : moreThanHalf
    const takesThreshold = votingRule.safeParse({ kind, threshold: usual }).success
    const isPreference = asksForPreference(kind)
    return {
      kind,
      name: ruleName({ kind }),
      explanation: ruleExplanation({ kind }),
      takesThreshold,
      usualThreshold: takesThreshold && !isPreference ? usual : null,
      takesCastingVote: votingRule.safeParse({ kind, tie: 'casting-vote' }).success,
      asksForPreference: isPreference,
      takesOverall: heedsOverall(kind),
      needsConstituencies: constituencyRuleKinds.includes(kind),
    }
  })
}
