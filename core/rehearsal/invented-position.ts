import { createHash } from 'node:crypto'
import { asksForPreference, type VotingRule } from '../contract/voting-rule.ts'
import type { StatedPosition } from '../voting/named-option.ts'

/**
 * The position that a seat takes in a rehearsal: the same each time for the same question and seat, so that a rehearsal
 * can be gone through again. Each question has a leaning of its own, from four in ten for it to nine in ten, so that
 * some are carried clearly, some barely and some not; a few abstain, and of a few no vote is recorded.
 */
export function inventedPosition(rule: VotingRule, questionId: string, seatId: string): StatedPosition {
  const leaning = 0.4 + 0.5 * fractionOf(questionId)
  const own = fractionOf(`${questionId} ${seatId}`)
  if (asksForPreference(rule.kind)) return inventedPreference(rule, questionId, { leaning, own })
  if (own < leaning) return { value: 'for' }
  // Of those who are not for it: seven in ten against, and the others without a side.
  const other = (own - leaning) / (1 - leaning)
  return { value: other < 0.7 ? 'against' : other < 0.85 ? 'abstain' : 'none' }
}

/** One option leads as far as the question leans; the others share most of the rest. */
function inventedPreference(
  { options = [] }: VotingRule,
  questionId: string,
  { leaning, own }: { leaning: number; own: number },
): StatedPosition {
  const first = Math.floor(fractionOf(`${questionId} first`) * options.length)
  const inOrder = [...options.slice(first), ...options.slice(0, first)]
  const [leader, ...others] = inOrder.map(({ key }) => key)
  if (own < leaning) return { value: 'for', option: leader }
  const other = (own - leaning) / (1 - leaning)
  const next = others[Math.floor((other / 0.85) * others.length)]
  return next === undefined ? { value: 'abstain' } : { value: 'for', option: next }
}

/** A number from 0 up to 1 that follows from a text and looks like chance. */
function fractionOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32
}
