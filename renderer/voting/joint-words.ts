import type { JointRow, JointVote } from '../../core/contract/joint-votes.ts'
import { verdictWords } from '../../core/contract/words.ts'
import type { Verdict } from '../../core/contract/voting-rule.ts'
import { rowName } from './joint-cells.ts'

/** The rows that have an outcome of their own: items, and each option overall. */
export function outcomeRows({ rows }: Pick<JointVote, 'rows'>): JointRow[] {
  return rows.filter(({ objective, state }) => objective === null && state !== 'withdrawn')
}

/** Whether a row has a result and nothing is determined yet; against an objective nothing is. */
export function needsDetermination({ objective, state, result, hasDetermination }: JointRow): boolean {
  return objective === null && state !== 'withdrawn' && result !== null && !hasDetermination
}

/** Votes that are taken together in a line: how many are still to come, or which of them are carried. */
export function summaryOf(vote: JointVote): string {
  if (vote.stillToCome > 0) return `${vote.stillToCome} positions still to come`
  const rows = outcomeRows(vote)
  const carried = rows.filter(({ verdict }) => verdict === 'carried')
  const names = carried.map((row) =>
    vote.form === 'items' ? row.itemLabel : rowName(vote, row).split(', ')[0],
  )
  return `${carried.length} of ${rows.length} carried${names.length === 0 ? '' : `: ${names.join(', ')}`}`
}

/** What a screen reader is told when votes are complete: a few in their own words, many by their number. */
export function resultsSentence(
  vote: Pick<JointVote, 'options' | 'objectives'>,
  rows: readonly JointRow[],
): string {
  if (rows.length <= 3) {
    // The words of an option name it themselves.
    const words = rows.map(
      (row) => (row.option === null ? `${rowName(vote, row)}: ` : '') + (row.result ?? ''),
    )
    return words.map((each) => each.replace(/\.?$/, '.')).join(' ')
  }
  const counts = new Map<Verdict, number>()
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const words = [...counts].flatMap(([verdict, count]) =>
    verdict === 'pending' ? [] : [`${count} ${verdictWords[verdict].name.toLowerCase()}`],
  )
  return `${rows.length} votes are complete: ${words.join(', ')}.`
}
