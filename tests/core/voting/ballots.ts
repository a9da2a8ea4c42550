import type {
  EvaluationInput,
  PositionValue,
  RuleKind,
  VotingRule,
} from '../../../core/contract/voting-rule.ts'

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

/** The options of a vote by preference: Original, A, B … */
export const threeOptions = [
  { key: 'original', label: 'Original' },
  { key: 'a', label: 'A' },
  { key: 'b', label: 'B' },
]

/** A rule of a kind with nothing but what it cannot do without. */
export function bareRule(kind: RuleKind): VotingRule {
  return kind === 'preference' ? { kind, options: threeOptions } : { kind }
}

/** The same for a vote by preference: `{ original: 3, a: 7 }`, and what else there is. Seats p1, p2 … name the options. */
export function preferences(
  votes: Record<string, number>,
  others: Partial<Record<PositionValue, number>> = {},
): Pick<EvaluationInput, 'seats' | 'positions' | 'preferences'> {
  const rest = ballots(others)
  const named = Object.entries(votes).flatMap(([key, number]) => Array.from({ length: number }, () => key))
  const ids = named.map((_key, index) => `p${index + 1}`)
  return {
    seats: [...ids.map((id) => ({ id, constituency: 'Members' })), ...rest.seats],
    positions: { ...Object.fromEntries(ids.map((id) => [id, 'for' as const])), ...rest.positions },
    preferences: Object.fromEntries(ids.map((id, index) => [id, named[index] ?? ''])),
  }
}
