import type { ConstituencyResult, Verdict, VoteCounts } from '../../contract/voting-rule.ts'
import { countVotes } from '../count-votes.ts'
import { listed } from '../vote-words.ts'
import type { CountedSeat } from './rule-definition.ts'

/** The votes of one constituency by position. */
export interface Tally extends VoteCounts {
  constituency: string
}

/** The votes by constituency, in the order in which the seats name them. Seats without one go together. */
export function tallies(seats: readonly CountedSeat[]): Tally[] {
  return [...Map.groupBy(seats, ({ constituency = '' }) => constituency)].map(([constituency, ofIt]) => ({
    constituency,
    ...countVotes(ofIt),
  }))
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
