import type { VoteCounts } from '../../contract/voting-rule.ts'
import { listed } from '../vote-words.ts'
import { votesExercisable } from './denominators.ts'
import type { RuleDefinition } from './rule-definition.ts'
import { everyVote } from './unanimity.ts'

/**
 * Rule 10 of the field: agreed or noted without a count. The chair asks whether anybody objects, and the secretary
 * records what was said.
 *
 * - Any position against is an objection: not carried, however many are for. There is no tie.
 * - An abstention and silence (no vote recorded of somebody present) are no objection.
 * - Silence is assent, so nothing said at all is agreed: somebody in the room could have objected and did not. This
 *   is the one rule under which a question is carried without a vote cast, because it counts no votes.
 * - An abstention is neither an objection nor assent. Where every position is an abstention, or nobody is there or
 *   entitled to speak, nobody has agreed: no decision. At least one position must be for, or none.
 * - It is unanimous only where every vote that could be exercised was said out loud, the same way. Silence is enough
 *   for consensus, and never for a unanimous vote.
 *
 * What would carry it still is not a number of votes: the objection has to go. So there is no such what-if.
 */
export const consensus: RuleDefinition = {
  name: () => 'consensus',
  explanation: () =>
    'Carried if nobody present is against; nothing is counted, abstentions and silence are no objection, but at least ' +
    'one member must be for or silent.',
  canTie: () => false,
  find({ counts }) {
    const exercisable = votesExercisable.count(counts)
    const who =
      counts.against === 0
        ? 'Nobody present is'
        : counts.against === 1
          ? '1 vote is'
          : `${counts.against} votes are`
    return {
      denominator: exercisable,
      isCarried: counts.against === 0 && counts.for + counts.none > 0,
      isTie: false,
      unanimous: everyVote(counts, exercisable),
      arithmetic: `${who} against${othersWords(counts)}; consensus needs ${counts.against === 0 ? 'no more' : 'none against'}`,
      equality: '',
      byConstituency: null,
    }
  },
  decides: {
    isEnough: (counts) => counts.for + counts.against + counts.none > 0,
    otherwise: 'Nobody present was for it or silent, so there is no consensus and no decision.',
  },
}

function othersWords(counts: VoteCounts): string {
  const parts: [number, string][] = [
    [counts.for, 'for'],
    [counts.none, 'silent'],
    [counts.abstain, 'abstained'],
  ]
  const said = parts.filter(([votes]) => votes > 0).map(([votes, word]) => `${votes} ${word}`)
  return said.length === 0 ? '' : `, with ${listed(said)}`
}
