import { badInput } from '../contract/errors.ts'
import {
  constituencyRuleKinds,
  type Evaluation,
  type EvaluationInput,
  type Verdict,
} from '../contract/voting-rule.ts'
import { countVotes } from './count-votes.ts'
import { usualTie } from './rule-words.ts'
import type { CountedSeat, RuleFinding } from './rules/rule-definition.ts'
import { ruleTable } from './rules/rule-table.ts'
import { whatWouldCarry } from './to-carry.ts'
import { reconciliationSentence, verdictSentence } from './verdict-sentence.ts'

/**
 * Counts a vote by its rule and explains the verdict. The input has passed `evaluationInput`.
 *
 * - Counts are votes, not seats. A seat without a position is pending.
 * - The verdict waits for the last position, even where the rest could not change it.
 * - Nothing cast for or against is never carried and never unanimous: no decision. Consensus alone is found without
 *   votes cast; see there.
 * - A casting vote is a second step: it settles the tie, and the tied count stays as it was.
 *
 * @throws PanelbookError `bad-input` naming the field: no seat, a seat twice, a position of an unknown seat, a
 *   casting vote where there is no tie for the chair to settle, a seat without constituency under a rule that decides
 *   by constituency.
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const { rule, castingVote } = input
  const seats = countedSeats(input)
  const counts = countVotes(seats)
  const definition = ruleTable[rule.kind]
  const finding = definition.find({ rule, seats, counts })
  const tieRule = rule.tie ?? usualTie
  const isEnough = definition.decides?.isEnough(counts) ?? counts.for + counts.against > 0
  const isDecided = counts.pending === 0 && isEnough
  if (castingVote !== undefined) checkCastingVote(isDecided && finding.isTie, tieRule)
  const verdict: Verdict =
    counts.pending > 0 ? 'pending' : isDecided ? decide(finding, tieRule, castingVote) : 'no-decision'
  const waitsForChair = verdict === 'tied' && tieRule === 'casting-vote'
  return {
    verdict,
    unanimous: isDecided ? finding.unanimous : null,
    counts,
    denominator: finding.denominator,
    arithmetic: verdictSentence(verdict, counts, finding, definition, { rule: tieRule, castingVote }),
    reconciliation: reconciliationSentence(counts),
    byConstituency: finding.byConstituency,
    toCarry: whatWouldCarry(definition, { rule, seats, counts }, verdict, waitsForChair),
  }
}

function decide(
  finding: RuleFinding,
  tieRule: 'fails' | 'casting-vote' | 'recorded',
  castingVote: 'for' | 'against' | undefined,
): Verdict {
  if (!finding.isTie) return finding.isCarried ? 'carried' : 'not-carried'
  if (tieRule === 'fails') return 'not-carried'
  if (tieRule === 'recorded' || castingVote === undefined) return 'tied'
  return castingVote === 'for' ? 'carried' : 'not-carried'
}

function countedSeats({ rule, seats, positions }: EvaluationInput): CountedSeat[] {
  if (seats.length === 0) throw badInput('seats', 'must name at least one seat')
  const known = new Set<string>()
  seats.forEach((seat, index) => {
    if (known.has(seat.id)) throw badInput(`seats.${index}.id`, `the seat ${seat.id} is named twice`)
    known.add(seat.id)
    if (constituencyRuleKinds.includes(rule.kind) && (seat.constituency ?? '') === '') {
      const problem = `the seat ${seat.id} has none, and the rule decides by constituency`
      throw badInput(`seats.${index}.constituency`, problem)
    }
  })
  for (const seatId of Object.keys(positions)) {
    if (!known.has(seatId)) throw badInput(`positions.${seatId}`, `there is no seat ${seatId}`)
  }
  return seats.map((seat) => ({
    id: seat.id,
    constituency: seat.constituency,
    votes: seat.weight ?? 1,
    // A seat may be called like something that every object inherits.
    position: (Object.hasOwn(positions, seat.id) ? positions[seat.id] : undefined) ?? 'pending',
  }))
}

function checkCastingVote(isTie: boolean, tieRule: string): void {
  if (tieRule !== 'casting-vote') throw badInput('castingVote', 'this rule gives the chair no casting vote')
  if (!isTie) throw badInput('castingVote', 'there is no tie for a casting vote to settle')
}
