import type { OptionResult, TieRule, Verdict, VoteCounts } from '../contract/voting-rule.ts'
import { verdictWords } from '../contract/words.ts'
import type { RuleDefinition, RuleFinding } from './rules/rule-definition.ts'
import { votesWords } from './vote-words.ts'

/** How the verdict follows from the counts, for the screen, the minutes and the vote annex. */
export function verdictSentence(
  verdict: Verdict,
  counts: VoteCounts,
  finding: RuleFinding,
  definition: Pick<RuleDefinition, 'decides' | 'afterCarried'>,
  tie: { rule: TieRule; castingVote: 'for' | 'against' | undefined },
): string {
  if (verdict === 'pending') {
    const isOrAre = counts.pending === 1 ? 'is' : 'are'
    const soFar = finding.soFar ?? `${counts.for} for and ${counts.against} against`
    return `${votesWords(counts.pending)} ${isOrAre} still to come; ${soFar} so far.`
  }
  if (verdict === 'no-decision') {
    return definition.decides?.otherwise ?? 'No vote was cast for or against, so there is no decision.'
  }
  const after = verdict === 'carried' ? (definition.afterCarried ?? '') : ''
  if (!finding.isTie) {
    return `${finding.arithmetic}: ${finding.outcome ?? verdictWords[verdict].name.toLowerCase()}${after}.`
  }
  return `${finding.arithmetic}. ${finding.equality}: ${tieSentence(tie, after, finding.outcome)}`
}

function tieSentence(
  { rule, castingVote }: Parameters<typeof verdictSentence>[4],
  after: string,
  outcome: string | undefined,
): string {
  if (rule === 'recorded')
    return `recorded as a tie, ${outcome === undefined ? 'without a recommendation' : `so ${outcome}`}.`
  if (rule === 'fails') return `under this rule a tie fails, so ${outcome ?? 'it is not carried'}.`
  if (castingVote === undefined) return 'a tie, which waits for the chair’s casting vote.'
  return `a tie, settled by the chair’s casting vote ${castingVote}: ${castingVote === 'for' ? `carried${after}` : 'not carried'}.`
}

/**
 * The counts adding up to the votes of all seats, always in this order. Parts that say who voted are printed even
 * when they are 0; not entitled and still to come only where there are any.
 * @param more.unnamed of a vote that was declared on the voices: the votes of which no name was taken
 * @param more.byOption of a vote by preference: the votes for each option, in the place of for and against
 */
export function reconciliationSentence(
  counts: VoteCounts,
  { unnamed, byOption }: { unnamed?: number; byOption?: readonly OptionResult[] | null } = {},
): string {
  const parts = [
    ...(byOption?.map(({ label, votes }) => `${votes} for ${label}`) ?? [
      `${counts.for} for`,
      `${counts.against} against`,
    ]),
    `${counts.abstain} abstained`,
    `${counts.none} no vote recorded`,
    `${counts.recused} recused`,
    `${counts.notPresent} not present`,
  ]
  if (counts.notEntitled > 0) parts.push(`${counts.notEntitled} not entitled`)
  if (counts.pending > 0) parts.push(`${counts.pending} still to come`)
  if (unnamed !== undefined) parts.push(`${unnamed} on the voices, no name taken`)
  const all = Object.values(counts).reduce((sum, votes) => sum + votes, unnamed ?? 0)
  return `${parts.join(' + ')} = ${votesWords(all)} of all seats`
}
