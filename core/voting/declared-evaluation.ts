import type { Evaluation, VotingRule } from '../contract/voting-rule.ts'
import type { PositionValue } from '../contract/words.ts'
import { evaluate } from './evaluate.ts'
import { namedWords } from './named-words.ts'
import { votesWords } from './vote-words.ts'

/** What the chair declared to have heard. */
export type Declared = 'carried' | 'not-carried'

interface StatedPosition {
  seat_id: string
  votes: number
  value: PositionValue
}

/** The count of a vote that was declared on the voices: the verdict is the chair's word, whatever was said by name. */
export function declaredEvaluation(
  rule: VotingRule,
  positions: readonly StatedPosition[],
  declared: Declared,
): Evaluation {
  const named = positions.filter(({ value }) => value !== 'unnamed')
  const unnamed = sum(positions) - sum(named)
  const counted =
    named.length === 0
      ? null
      : evaluate({
          rule,
          seats: named.map(({ seat_id, votes }) => ({ id: seat_id, weight: votes })),
          positions: Object.fromEntries(
            named.flatMap(({ seat_id, value }) => (value === 'unnamed' ? [] : [[seat_id, value]])),
          ),
        })
  const counts = counted?.counts ?? noVotes
  const byName = namedWords(counts)
  const words = declared === 'carried' ? 'carried' : 'not carried'
  return {
    verdict: declared,
    unanimous: null,
    counts,
    denominator: unnamed + counts.for + counts.against,
    arithmetic:
      byName === ''
        ? `Declared ${words} by the chair on the voices; no names were taken.`
        : `Declared ${words} by the chair on the voices; by name: ${byName}.`,
    reconciliation: reconciliation(counted, unnamed, sum(positions)),
    byConstituency: null,
    toCarry: null,
  }
}

const noVotes: Evaluation['counts'] = {
  for: 0,
  against: 0,
  abstain: 0,
  none: 0,
  notPresent: 0,
  recused: 0,
  notEntitled: 0,
  pending: 0,
}

/** The usual line with the votes without a name as its last part before the sum. */
function reconciliation(counted: Evaluation | null, unnamed: number, all: number): string {
  const parts =
    counted?.reconciliation.split(' = ')[0] ??
    '0 for + 0 against + 0 abstained + 0 no vote recorded + 0 recused + 0 not present'
  return `${parts} + ${unnamed} on the voices, no name taken = ${votesWords(all)} of all seats`
}

function sum(positions: readonly StatedPosition[]): number {
  return positions.reduce((votes, position) => votes + position.votes, 0)
}
