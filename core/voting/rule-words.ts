import type { TieRule, VotingRule } from '../contract/voting-rule.ts'
import { ruleTable } from './rules/rule-table.ts'

const tieWords: Record<TieRule, string> = {
  fails: 'fails',
  'casting-vote': 'is settled by the chair’s casting vote',
  recorded: 'is recorded as a tie, without a recommendation',
}

/** What becomes of a tie where the rule does not say. */
export const usualTie: TieRule = 'fails'

/** The rule by name, as it is printed beside a result: "majority of votes cast". */
export function ruleName(rule: VotingRule): string {
  return ruleTable[rule.kind].name(rule)
}

/** The rule in one sentence: when a question is carried, what is ignored, what a tie means. */
export function ruleExplanation(rule: VotingRule): string {
  const definition = ruleTable[rule.kind]
  const explanation = definition.explanation(rule)
  if (!definition.canTie(rule)) return explanation
  return `${explanation.slice(0, -1)}; ${definition.tieName ?? 'a tie'} ${tieWords[rule.tie ?? usualTie]}.`
}
