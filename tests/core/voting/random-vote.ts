import fc from 'fast-check'
import type {
  EvaluationInput,
  PositionValue,
  RuleKind,
  VotingRule,
} from '../../../core/contract/voting-rule.ts'
import type { VotedOption } from '../../../core/contract/voted-option.ts'
import { countedPositions } from '../../../core/contract/words.ts'

const withThreshold: readonly RuleKind[] = [
  'majority-of-cast',
  'majority-of-exercisable',
  'majority-of-seats',
  'supermajority',
  'weighted-by-constituency',
  'written-resolution',
  'preference',
]
const opposite: Partial<Record<PositionValue, PositionValue>> = { for: 'against', against: 'for' }
const weights = [1, 1, 1, 1, 1, 2, 2, 3]

/**
 * Votes under one kind of rule, read from bytes, so that many thousands are drawn in a second. Ties, silence and
 * unanimity come up often: the positions of each vote are from a few, and in every third vote each ballot for or
 * against meets its opposite. One in five has positions still to come. In a vote by preference, for and against are
 * votes for two options, of two or more.
 */
export function randomVotes(
  kind: RuleKind,
  options: { mostSeats: number; isComplete?: boolean },
): fc.Arbitrary<EvaluationInput> {
  return fc
    .uint8Array({ minLength: 5, maxLength: 4 + options.mostSeats })
    .map(([shape = 0, share = 0, settings = 0, mask = 0, ...seats]) =>
      readVote(kind, { shape, share, settings, mask, seats }, options.isComplete === true),
    )
}

interface Bytes {
  shape: number
  share: number
  settings: number
  mask: number
  seats: number[]
}

function readVote(
  kind: RuleKind,
  { shape, share, settings, mask, seats }: Bytes,
  isComplete: boolean,
): EvaluationInput {
  const isWaiting = !isComplete && shape % 5 === 0
  const wanted = countedPositions.filter(
    (value, index) => value !== 'pending' && (mask >> (index % 8)) % 2 === 1,
  )
  const palette: PositionValue[] = wanted.length === 0 ? ['for', 'against'] : wanted
  if (isWaiting) palette.push('pending')
  const groups = 1 + ((shape >> 3) % 4)
  const rule = readRule(kind, share, settings)
  const drawn = seats.map((byte) => ({
    position: palette[byte % palette.length] ?? 'for',
    weight: weights[(byte >> 5) % weights.length] ?? 1,
    constituency: `c${((byte >> 2) + byte) % groups}`,
    first: byte >> 3,
  }))
  const answers = drawn.flatMap((ballot) => {
    const answer = opposite[ballot.position]
    return shape % 3 === 0 && answer !== undefined ? [{ ...ballot, position: answer }] : []
  })
  const all = [...drawn, ...answers]
  if (rule.options !== undefined) return byPreference(rule, rule.options, all)
  return {
    rule,
    seats: all.map(({ weight, constituency }, index) => ({ id: `s${index}`, weight, constituency })),
    positions: Object.fromEntries(all.map(({ position }, index) => [`s${index}`, position])),
  }
}

interface Drawn {
  position: PositionValue
  weight: number
  constituency: string
  /** The option that a vote for names; the next one is what one against names. */
  first: number
}

function byPreference(rule: VotingRule, options: VotedOption[], all: readonly Drawn[]): EvaluationInput {
  const optionOf = ({ position, first }: Drawn) =>
    position === 'for' || position === 'against'
      ? options[(first + (position === 'for' ? 0 : 1)) % options.length]?.key
      : undefined
  return {
    rule,
    seats: all.map(({ weight }, index) => ({ id: `s${index}`, weight })),
    positions: Object.fromEntries(
      all.map((ballot, index) => [
        `s${index}`,
        optionOf(ballot) === undefined ? ballot.position : ('for' as const),
      ]),
    ),
    preferences: Object.fromEntries(
      all.flatMap((ballot, index) => {
        const option = optionOf(ballot)
        return option === undefined ? [] : [[`s${index}`, option]]
      }),
    ),
  }
}

function readRule(kind: RuleKind, share: number, settings: number): VotingRule {
  const isPreference = kind === 'preference'
  const ties = [undefined, 'fails', 'recorded', isPreference ? 'recorded' : 'casting-vote'] as const
  const tie = ties[settings % 4]
  const overall = kind.startsWith('weighted')
    ? ([undefined, 'all', 'majority', 'majority'] as const)[(settings >> 2) % 4]
    : undefined
  const denominator = 1 + (share % 12)
  const numerator = 1 + ((share >> 4) % denominator)
  const comparison = numerator === denominator || settings % 2 === 0 ? 'at-least' : 'more-than'
  const hasThreshold = withThreshold.includes(kind) && (settings >> 4) % 2 === 0
  return {
    kind,
    ...(tie === undefined ? {} : { tie }),
    ...(overall === undefined ? {} : { overall }),
    ...(hasThreshold ? { threshold: { numerator, denominator, comparison } } : {}),
    ...(isPreference
      ? {
          options: 'abcd'
            .slice(0, 2 + ((settings >> 5) % 3))
            .split('')
            .map(optionCalled),
        }
      : {}),
  }
}

function optionCalled(key: string): VotedOption {
  return { key, label: `Option ${key.toUpperCase()}` }
}
