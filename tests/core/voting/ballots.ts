import type { EvaluationInput, PositionValue } from '../../../core/contract/voting-rule.ts'

/** A vote of one-vote seats s1, s2 … from numbers by position, in the order given. */
export function ballots(
  numbers: Partial<Record<PositionValue, number>>,
): Pick<EvaluationInput, 'seats' | 'positions'> {
  const seats: { id: string }[] = []
  const positions: Record<string, PositionValue> = {}
  for (const [position, number] of Object.entries(numbers)) {
    for (let index = 0; index < number; index += 1) {
      const id = `s${seats.length + 1}`
      seats.push({ id })
      positions[id] = position as PositionValue
    }
  }
  return { seats, positions }
}
