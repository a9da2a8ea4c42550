import type { ConstituencyResult, Verdict, VotingRule } from '../contract/voting-rule.ts'
import { compare, decimalWords } from './rational.ts'
import { categories } from './rules/constituency-tally.ts'
import { sharesOf } from './rules/proportional-rule.ts'

/**
 * The count of a rule that decides by constituency, as it stands before the votes in the brackets of a result: "3
 * party categories approve, 1 rejects, 1 is neutral", "2.5 to 1.5 by party category". Null for other rules: their
 * votes say it all.
 */
export function constituencyCount(
  rule: VotingRule,
  results: readonly ConstituencyResult[] | null,
): string | null {
  if (results === null) return null
  if (rule.kind === 'proportional-by-constituency') {
    const sums = sharesOf(results)
    const [inFavour, against] = [decimalWords(sums.for), decimalWords(sums.against)]
    const order = compare(sums.for, sums.against)
    // Figures that are rounded alike must not read as equal.
    const exactly = order !== 0 && inFavour === against ? `, more ${order > 0 ? 'for' : 'against'},` : ''
    return `${inFavour} to ${against}${exactly} by party category`
  }
  const number = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length
  const [approving, rejecting, neutral] = [number('carried'), number('not-carried'), number('tied')]
  const parts = [
    `${categories(approving)} ${approving === 1 ? 'approves' : 'approve'}`,
    `${rejecting} ${rejecting === 1 ? 'rejects' : 'reject'}`,
    ...(neutral === 0 ? [] : [`${neutral} ${neutral === 1 ? 'is' : 'are'} neutral`]),
  ]
  return parts.join(', ')
}
