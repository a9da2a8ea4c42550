import type { Phrases } from '../contract/question-kinds.ts'
import type { VotingRule } from '../contract/voting-rule.ts'

interface Comparison {
  /** The option, as it is named in a sentence: "0621A". */
  option: string
  objective: string
  /** What the option is compared with; empty where it is compared with nothing that has a name. */
  baseline: string
}

/**
 * The words of one cell of a vote against objectives. Such a vote is taken by the CUSC and the Grid Code Review
 * Panels: for each option and each objective yes, no or neutral against the baseline, then each option overall.
 */
export function objectiveText({ option, objective, baseline }: Comparison): string {
  return `Does ${option} better facilitate ${objective}${than(baseline)}?`
}

/** The results in words. They follow the pattern of the other phrases, "by majority {count}", so that they can be fitted. */
export function objectivePhrases({ option, objective, baseline }: Comparison): Phrases {
  const what = `${objective}${than(baseline)}`
  return {
    unanimousFor: `${option} better facilitates ${what}, by unanimous vote in favour`,
    unanimousAgainst: `${option} does not better facilitate ${what}, by unanimous vote against`,
    carried: `${option} better facilitates ${what}, by majority {count}`,
    notCarried: `${option} does not better facilitate ${what}, there being no majority in favour {count}`,
    tied: `The vote whether ${option} better facilitates ${what} was tied {count}`,
    noDecision: `No view whether ${option} better facilitates ${what}, as no vote was cast`,
  }
}

/** How such a cell is counted: like the option overall, but a tie is a view as well, and no chair settles it. */
export function objectiveRule(rule: VotingRule): VotingRule {
  return { ...rule, tie: 'recorded' }
}

function than(baseline: string): string {
  return baseline === '' ? '' : ` than ${baseline}`
}
