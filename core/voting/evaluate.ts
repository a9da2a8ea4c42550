import { badInput } from '../contract/errors.ts'
import {
  asksForPreference,
  constituencyRuleKinds,
  type Evaluation,
  type EvaluationInput,
  type Verdict,
  type VotingRule,
} from '../contract/voting-rule.ts'
import { countVotes } from './count-votes.ts'
import { namedOption } from './named-option.ts'
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
 *   by constituency, in a vote by preference a rule without options, a position against, or one for that names none
 *   of them.
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
    reconciliation: reconciliationSentence(counts, { byOption: finding.byOption ?? null }),
    byConstituency: finding.byConstituency,
    byOption: finding.byOption ?? null,
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

function countedSeats(input: EvaluationInput): CountedSeat[] {
  const { rule, seats, positions } = input
  checkRule(rule)
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
  for (const field of ['positions', 'preferences'] as const) {
    const stray = Object.keys(input[field] ?? {}).find((seatId) => !known.has(seatId))
    if (stray !== undefined) throw badInput(`${field}.${stray}`, `there is no seat ${stray}`)
  }
  return seats.map((seat) => {
    // A seat may be called like something that every object inherits.
    const own = <T>(by: Record<string, T> = {}) => (Object.hasOwn(by, seat.id) ? by[seat.id] : undefined)
    const value = own(positions) ?? 'pending'
    const fields = { value: `positions.${seat.id}`, option: `preferences.${seat.id}` }
    return {
      id: seat.id,
      constituency: seat.constituency,
      votes: seat.weight ?? 1,
      position: value,
      option: namedOption(rule, { value, option: own(input.preferences) }, fields),
    }
  })
}

function checkRule({ kind, options = [] }: VotingRule): void {
  if (!asksForPreference(kind) || options.length > 1) return
  const problem = 'name at least two options, of which one is preferred'
  throw badInput('rule.options', problem, `A vote by preference has options: ${problem}.`)
}

function checkCastingVote(isTie: boolean, tieRule: string): void {
  if (tieRule !== 'casting-vote') throw badInput('castingVote', 'this rule gives the chair no casting vote')
  if (!isTie) throw badInput('castingVote', 'there is no tie for a casting vote to settle')
}
