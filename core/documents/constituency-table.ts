import type { ConstituencyResult } from '../contract/voting-rule.ts'
import type { RecordRound } from '../minutes/record-types.ts'
import { bold, cell, cells, tableBlock, type Block } from './model.ts'
import { shareWords, sharesOf } from '../voting/rules/proportional-rule.ts'
import { rationalWords } from '../voting/rational.ts'
import { verdictOf } from './vote-words.ts'

/** What a constituency that was asked by itself says to the question. */
const outcomes: Record<ConstituencyResult['verdict'], string> = {
  carried: 'Approves',
  'not-carried': 'Rejects',
  tied: 'Neutral',
  'no-decision': 'Nothing cast',
  pending: 'Still to come',
}

/**
 * The count inside each constituency (party category) and what follows from all of them, as a Change Board prints it.
 * None for rules that do not ask the constituencies.
 */
export function constituencyBlocks(round: RecordRound, subject: string): Block[] {
  const results = round.byConstituency ?? []
  if (results.length === 0) return []
  const { counts } = round
  const isShared = round.rule.kind === 'proportional-by-constituency'
  return [
    tableBlock({
      kind: 'plain',
      caption: `Vote on ${subject} by constituency`,
      columns: [
        { header: 'Party category', align: 'left', width: 30 },
        { header: 'Approve', align: 'right', width: 13 },
        { header: 'Reject', align: 'right', width: 13 },
        { header: 'Abstain', align: 'right', width: 13 },
        { header: 'Outcome', align: 'left', width: 31 },
      ],
      columnGroups: null,
      rows: [
        ...results.map((result) =>
          cells(
            result.constituency,
            ...[result.for, result.against, result.abstain].map((votes) => cell(String(votes))),
            isShared ? sharesOr(result) : outcomes[result.verdict],
          ),
        ),
        cells(
          { runs: [bold('Overall outcome')] },
          ...[counts.for, counts.against, counts.abstain].map((votes) => ({ runs: [bold(String(votes))] })),
          { runs: [bold(verdictOf(round))] },
        ),
      ],
      legend: isShared ? `Outcome: the shares of the category for and against. ${sumsWords(results)}` : null,
    }),
  ]
}

/** A category that counts as one and is shared out has no outcome of its own, but its two shares: "7/9 to 2/9". */
function sharesOr(result: ConstituencyResult): string {
  const isShared = result.verdict !== 'pending' && result.verdict !== 'no-decision'
  return isShared ? shareWords(result) : outcomes[result.verdict]
}

function sumsWords(results: readonly ConstituencyResult[]): string {
  const sums = sharesOf(results)
  return `Together: ${rationalWords(sums.for)} for and ${rationalWords(sums.against)} against.`
}
