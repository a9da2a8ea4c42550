import type { ConstituencyResult, Verdict } from '../../contract/voting-rule.ts'
import { listed } from '../vote-words.ts'
import type { CountedSeat } from './rule-definition.ts'

/** The votes of one constituency by position. */
export interface Tally {
  constituency: string
  for: number
  against: number
  abstain: number
  none: number
  notPresent: number
  recused: number
  notEntitled: number
  pending: number
}

type TallyField = Exclude<keyof Tally, 'constituency'>

const fieldOf: Record<CountedSeat['position'], TallyField> = {
  for: 'for',
  against: 'against',
  abstain: 'abstain',
  none: 'none',
  pending: 'pending',
  'not-present': 'notPresent',
  recused: 'recused',
  'not-entitled': 'notEntitled',
}

/** The votes by constituency, in the order in which the seats name them. Seats without one go together. */
export function tallies(seats: readonly CountedSeat[]): Tally[] {
  const found = new Map<string, Tally>()
  for (const { constituency = '', position, votes } of seats) {
    const tally = found.get(constituency) ?? {
      constituency,
      for: 0,
      against: 0,
      abstain: 0,
      none: 0,
      notPresent: 0,
      recused: 0,
      notEntitled: 0,
      pending: 0,
    }
    tally[fieldOf[position]] += votes
    found.set(constituency, tally)
  }
  return [...found.values()]
}

export function castIn({ for: inFavour, against }: Pick<Tally, 'for' | 'against'>): number {
  return inFavour + against
}

/**
 * What a constituency decided, as the contract tells it. It waits for its own last position; one in which nothing
 * was cast decides nothing.
 */
export function resultOf(tally: Tally, decide: (tally: Tally) => Verdict): ConstituencyResult {
  const { constituency, for: inFavour, against, abstain, pending } = tally
  const verdict = pending > 0 ? 'pending' : castIn(tally) === 0 ? 'no-decision' : decide(tally)
  return { constituency, for: inFavour, against, abstain, verdict }
}

/** By majority of the votes cast inside it; equal votes leave it neutral. */
export function byMajority({ for: inFavour, against }: Pick<Tally, 'for' | 'against'>): Verdict {
  return inFavour > against ? 'carried' : inFavour < against ? 'not-carried' : 'tied'
}

/** "Large Suppliers (7 to 2)": votes for and votes against. */
export function scoreWords({ constituency, for: inFavour, against }: Tally): string {
  return `${constituency} (${inFavour} to ${against})`
}

/** "Dropped out, as nothing was cast: Consumers (only abstentions)". Empty where none dropped out. */
export function droppedOut(all: readonly Tally[]): string[] {
  const dropped = all.filter((tally) => castIn(tally) === 0)
  if (dropped.length === 0) return []
  const reasons = dropped.map((tally) => `${tally.constituency} (only ${reasonOf(tally)})`)
  return [`Dropped out, as nothing was cast: ${reasons.join(', ')}`]
}

function reasonOf(tally: Tally): string {
  const reasons: [number, string][] = [
    [tally.abstain, 'abstentions'],
    [tally.none, 'missing votes'],
    [tally.notPresent, 'absences'],
    [tally.recused, 'recusals'],
    [tally.notEntitled, 'votes without entitlement'],
    [tally.pending, 'votes still to come'],
  ]
  return listed(reasons.filter(([votes]) => votes > 0).map(([, reason]) => reason))
}

/** "Approving: Networks (3 to 0), Consumers (1 to 0)". Empty where there is none. */
export function listedScores(verb: string, all: readonly Tally[]): string[] {
  return all.length === 0 ? [] : [`${verb}: ${all.map(scoreWords).join(', ')}`]
}

/** "3 party categories". */
export function categories(number: number): string {
  return number === 1 ? '1 party category' : `${number} party categories`
}
