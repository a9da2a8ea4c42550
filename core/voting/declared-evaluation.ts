import type { Evaluation } from '../contract/voting-rule.ts'
import type { PositionValue } from '../contract/words.ts'
import { namedWords } from './named-words.ts'
import { countVotes } from './count-votes.ts'
import { reconciliationSentence } from './verdict-sentence.ts'

/** What the chair declared to have heard. */
export type Declared = 'carried' | 'not-carried'

interface StatedPosition {
  seat_id: string
  votes: number
  value: PositionValue
}

/** The count of a vote that was declared on the voices: the verdict is the chair's word, whatever was said by name. */
export function declaredEvaluation(positions: readonly StatedPosition[], declared: Declared): Evaluation {
  const named = positions.flatMap(({ value, votes }) =>
    value === 'unnamed' ? [] : [{ position: value, votes }],
  )
  const unnamed = sum(positions) - sum(named)
  const counts = countVotes(named)
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
    reconciliation: reconciliationSentence(counts, { unnamed }),
    byConstituency: null,
    byOption: null,
    toCarry: null,
  }
}

function sum(positions: readonly { votes: number }[]): number {
  return positions.reduce((votes, position) => votes + position.votes, 0)
}
