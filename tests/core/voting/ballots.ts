import type { EvaluationInput, PositionValue } from '../../../core/contract/voting-rule.ts'

/** A vote of one-vote seats s1, s2 … of one constituency from numbers by position, in the order given. */
export function ballots(
  numbers: Partial<Record<PositionValue, number>>,
): Pick<EvaluationInput, 'seats' | 'positions'> {
  const seats: { id: string; constituency: string }[] = []
  const positions: Record<string, PositionValue> = {}
  for (const [position, number] of Object.entries(numbers)) {
    for (let index = 0; index < number; index += 1) {
      const id = `s${seats.length + 1}`
      seats.push({ id, constituency: 'Members' })
      positions[id] = position as PositionValue
    }
  }
  return { seats, positions }
}

/** The same for several constituencies: `{ Networks: [3, 0] }` are three for and none against, and what else there is. */
export function byConstituency(
  votes: Record<string, [inFavour: number, against: number, others?: Partial<Record<PositionValue, number>>]>,
): Pick<EvaluationInput, 'seats' | 'positions'> {
  const seats: { id: string; constituency: string }[] = []
  const positions: Record<string, PositionValue> = {}
  for (const [constituency, [inFavour, against, others = {}]] of Object.entries(votes)) {
    const part = ballots({ for: inFavour, against, ...others })
    for (const { id } of part.seats) {
      const name = `${constituency} ${id}`
      seats.push({ id: name, constituency })
      positions[name] = part.positions[id] ?? 'pending'
    }
  }
  return { seats, positions }
}
