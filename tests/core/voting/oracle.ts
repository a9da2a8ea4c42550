import type {
  EvaluationInput,
  PositionValue,
  RuleKind,
  Threshold,
} from '../../../core/contract/voting-rule.ts'

/** What the oracle knows of a vote. */
export interface Counted {
  verdict: string
  unanimous: string | null
  denominator: number
  /** Verdict by constituency; null for rules that do not ask them. */
  byConstituency: Record<string, string> | null
  /** Key of the option that is preferred; null where none is, and in votes for and against. */
  preferred: string | null
}

type Ballot = { position: PositionValue; constituency: string; option: string | undefined }

const out: readonly PositionValue[] = ['not-present', 'recused', 'not-entitled']

/**
 * The rules over again, by laying out tokens and pairing them off instead of by arithmetic. Each vote is one ballot in
 * a heap. A share is compared by laying out `denominator` tokens for each vote for and `numerator` for each vote of
 * the whole; shares of different wholes by giving each whole the same number of tokens.
 */
export function oracle({ rule, seats, positions, preferences, castingVote }: EvaluationInput): Counted {
  const heap = seats.flatMap((seat) =>
    Array.from({ length: seat.weight ?? 1 }, (): Ballot => ({
      position: positions[seat.id] ?? 'pending',
      constituency: seat.constituency ?? '',
      option: preferences?.[seat.id],
    })),
  )
  const has = (wanted: PositionValue) => heap.some(({ position }) => position === wanted)
  const cast = heap.filter(isCast)
  const present = heap.filter(({ position }) => !out.includes(position))
  const groups = Object.groupBy(heap, ({ constituency }) => constituency) as Record<string, Ballot[]>
  const found = count(rule.kind)
  const isEmpty =
    rule.kind === 'consensus' ? !has('for') && !has('none') && !has('against') : cast.length === 0
  const verdict = has('pending') ? 'pending' : isEmpty ? 'no-decision' : settle()
  return {
    verdict,
    unanimous: verdict === 'pending' || isEmpty ? null : unanimity(),
    denominator: found.denominator,
    byConstituency: found.byConstituency,
    preferred: verdict === 'carried' && rule.kind === 'preference' ? (ahead()[0]?.key ?? null) : null,
  }

  function settle(): string {
    if (found.outcome !== 'tied') return found.outcome
    if (rule.tie === undefined || rule.tie === 'fails') return 'not-carried'
    if (rule.tie === 'recorded' || castingVote === undefined) return 'tied'
    return castingVote === 'for' ? 'carried' : 'not-carried'
  }

  function unanimity(): string | null {
    const looksAtPresent = [
      'majority-of-exercisable',
      'majority-of-seats',
      'unanimous-of-present',
      'consensus',
    ]
    const asked = looksAtPresent.includes(rule.kind) || rule.kind === 'written-resolution' ? present : cast
    const isAll = (side: PositionValue) => asked.every(({ position }) => position === side)
    if (rule.kind === 'preference') {
      return cast.every(({ option }) => option === cast[0]?.option) ? 'for' : null
    }
    if (isAll('against')) return 'against'
    return isAll('for') && found.outcome === 'carried' ? 'for' : null
  }

  function count(kind: RuleKind): {
    outcome: string
    denominator: number
    byConstituency: Counted['byConstituency']
  } {
    switch (kind) {
      case 'unanimous-of-cast':
        return plain(cast.length, has('for') && !has('against') ? 'carried' : 'not-carried')
      case 'unanimous-of-present':
        return plain(
          present.length,
          present.every(({ position }) => position === 'for') ? 'carried' : 'not-carried',
        )
      case 'consensus':
        return plain(present.length, has('against') ? 'not-carried' : 'carried')
      case 'block-by-constituency':
        return byGroups((group) => pairOff(sides(group, 'for'), sides(group, 'against')))
      case 'weighted-by-constituency':
        return byGroups((group) => (reached(group, group.filter(isCast)) ? 'carried' : 'not-carried'))
      case 'proportional-by-constituency':
        return bySum()
      case 'preference':
        return byHeaps()
      default:
        return byShare()
    }
  }

  /** The heaps of the options that no other heap has more ballots than. */
  function ahead() {
    const heaps = (rule.options ?? []).map(({ key }) => ({
      key,
      size: cast.filter(({ option }) => option === key).length,
    }))
    return heaps.filter(({ size }) => heaps.every((other) => pairOff(size, other.size) !== 'not-carried'))
  }

  function byHeaps() {
    const first = ahead()
    const size = first[0]?.size ?? 0
    const asked = rule.threshold
    const isReached = asked === undefined || shareReached(size, cast.length, asked)
    const isHalf = asked?.comparison === 'more-than' && asked.numerator * 2 === asked.denominator
    const isEvenHalf = isHalf && first.length === 2 && pairOff(size * 2, cast.length) === 'tied'
    const isTie = first.length > 1 && (isReached || isEvenHalf)
    return plain(cast.length, isTie ? 'tied' : isReached ? 'carried' : 'not-carried')
  }

  function byShare() {
    const isOfSeats = rule.kind === 'majority-of-seats' || rule.kind === 'written-resolution'
    const whole = isOfSeats ? heap : rule.kind === 'majority-of-exercisable' ? present : cast
    if (has('for') && reached(heap, whole)) return plain(whole.length, 'carried')
    const asked = rule.threshold ?? (rule.kind === 'supermajority' ? twoThirds : half)
    const isHalf = asked.numerator * 2 === asked.denominator && asked.comparison === 'more-than'
    const isEven = pairOff(sides(heap, 'for'), sides(heap, 'against')) === 'tied'
    return plain(whole.length, isHalf && isEven ? 'tied' : 'not-carried')
  }

  function byGroups(decide: (group: Ballot[]) => string) {
    const decided = verdicts(decide)
    const now = Object.entries(groups).map(([, group]) => (group.some(isCast) ? decide(group) : 'dropped'))
    const approving = now.filter((each) => each === 'carried')
    const rejecting = now.filter((each) => each === 'not-carried')
    const isAll = rule.kind.startsWith('weighted') && rule.overall !== 'majority'
    const outcome = isAll
      ? rejecting.length === 0
        ? 'carried'
        : 'not-carried'
      : pairOff(approving.length, rejecting.length)
    return { outcome, denominator: approving.length + rejecting.length, byConstituency: decided }
  }

  function bySum() {
    const eligible = Object.values(groups).filter((group) => group.some(isCast))
    const each = eligible.reduce((product, group) => product * group.filter(isCast).length, 1)
    const tokens = (side: PositionValue) =>
      eligible.reduce((sum, group) => sum + sides(group, side) * (each / group.filter(isCast).length), 0)
    return {
      outcome: pairOff(tokens('for'), tokens('against')),
      denominator: eligible.length,
      byConstituency: verdicts((group) => pairOff(sides(group, 'for'), sides(group, 'against'))),
    }
  }

  function verdicts(decide: (group: Ballot[]) => string): Record<string, string> {
    return Object.fromEntries(
      Object.entries(groups).map(([name, group]) => [
        name,
        group.some(({ position }) => position === 'pending')
          ? 'pending'
          : group.some(isCast)
            ? decide(group)
            : 'no-decision',
      ]),
    )
  }

  function reached(group: readonly Ballot[], whole: readonly Ballot[]): boolean {
    const asked = rule.threshold ?? (rule.kind === 'supermajority' ? twoThirds : half)
    return shareReached(sides(group, 'for'), whole.length, asked)
  }
}

function shareReached(part: number, whole: number, asked: Threshold): boolean {
  const paired = pairOff(part * asked.denominator, whole * asked.numerator)
  return asked.comparison === 'at-least' ? paired !== 'not-carried' : paired === 'carried'
}

const half: Threshold = { numerator: 1, denominator: 2, comparison: 'more-than' }
const twoThirds: Threshold = { numerator: 2, denominator: 3, comparison: 'at-least' }

function plain(denominator: number, outcome: string) {
  return { outcome, denominator, byConstituency: null }
}

function isCast({ position }: Ballot): boolean {
  return position === 'for' || position === 'against'
}

function sides(group: readonly Ballot[], side: PositionValue): number {
  return group.filter(({ position }) => position === side).length
}

/** Takes one token from either side until one has none: whoever has some left has more. */
function pairOff(left: number, right: number): 'carried' | 'not-carried' | 'tied' {
  let [one, other] = [left, right]
  while (one > 0 && other > 0) {
    one -= 1
    other -= 1
  }
  return one > 0 ? 'carried' : other > 0 ? 'not-carried' : 'tied'
}
