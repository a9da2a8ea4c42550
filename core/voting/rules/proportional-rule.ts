import type { ConstituencyResult } from '../../contract/voting-rule.ts'
import {
  compare,
  fraction,
  minus,
  plus,
  rationalWords,
  wholeTimes,
  zero,
  type Rational,
} from '../rational.ts'
import { byMajority, castIn, droppedOut, resultOf, tallies } from './constituency-tally.ts'
import type { MoreVotes, RuleDefinition, WhatIf } from './rule-definition.ts'
import { noneOpposed } from './unanimity.ts'

/**
 * Rule 7 of the field, the SEC Change Board in the other reading of its code [likely]: each constituency counts as
 * one, shared out between for and against as the votes cast in it; Σ for/cast against Σ against/cast. One in which
 * nothing was cast drops out. Exact fractions throughout: 1/3 + 2/3 is 1, and a tie is a tie.
 */
export const proportionalByConstituency: RuleDefinition = {
  name: () => 'proportional vote by party category',
  explanation: () =>
    'Carried if the shares of the party categories for add up to more than those against; each category counts as ' +
    'one, shared out as the votes cast in it, and one in which nothing was cast drops out.',
  tieName: 'a tie of the sums',
  canTie: () => true,
  find({ seats, counts }) {
    const all = tallies(seats)
    const cast = all.filter((tally) => castIn(tally) > 0)
    const sums = sharesOf(cast)
    const order = compare(sums.for, sums.against)
    return {
      denominator: cast.length,
      isCarried: order > 0,
      isTie: cast.length > 0 && order === 0,
      unanimous: noneOpposed(counts),
      arithmetic: [
        ...(cast.length === 0
          ? []
          : [
              `Each party category counts as one: ${cast.map((tally) => `${tally.constituency} ${shareWords(tally)}`).join(', ')}`,
            ]),
        ...droppedOut(all),
        `The shares add up to ${sumWords(sums, order)}; more for than against is needed`,
      ].join('. '),
      equality: `The sums are equal, ${rationalWords(sums.for)} each`,
      byConstituency: all.map((tally) => resultOf(tally, byMajority)),
    }
  },
  fewestMore: (_rule, vote) => fewestThatLead(vote),
}

interface Shares {
  for: Rational
  against: Rational
}

/** Σ for/cast and Σ against/cast of the constituencies in which something was cast. */
export function sharesOf(all: readonly Pick<ConstituencyResult, 'for' | 'against'>[]): Shares {
  const cast = all.filter((tally) => castIn(tally) > 0)
  const sum = (side: 'for' | 'against') =>
    cast.reduce((total, tally) => plus(total, fraction(tally[side], castIn(tally))), zero)
  return { for: sum('for'), against: sum('against') }
}

/** Both shares of a constituency in which something was cast, exactly: "7/9 to 2/9", "1 to 0". */
export function shareWords(tally: Pick<ConstituencyResult, 'for' | 'against'>): string {
  const words = (part: number) => {
    const { numerator, denominator } = fraction(part, castIn(tally))
    return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`
  }
  return `${words(tally.for)} to ${words(tally.against)}`
}

/** Figures that are rounded alike must not read as equal, so what the exact sums say is added. */
function sumWords(sums: Shares, order: number): string {
  const [inFavour, against] = [rationalWords(sums.for), rationalWords(sums.against)]
  const exactly =
    order !== 0 && inFavour === against ? `, and exactly those ${order > 0 ? 'for' : 'against'} are more` : ''
  return `${inFavour} for and ${against} against${exactly}`
}

/**
 * The fewest votes more for with which the sum for leads. A vote for in place of one against moves the lead by 2/cast
 * of its constituency; the first vote of one that dropped out moves it by one. Each constituency gives its votes at
 * one price, so those that move the most are taken first.
 */
function fewestThatLead({ byConstituency }: WhatIf): MoreVotes | null {
  const sums = sharesOf(byConstituency)
  if (compare(sums.for, sums.against) > 0) return { votes: 0, places: [] }
  let missing = minus(sums.against, sums.for)
  const offers = byConstituency
    .map((reach) =>
      castIn(reach) === 0
        ? { constituency: reach.constituency, each: fraction(1, 1), available: Math.min(1, reach.fromSilent) }
        : {
            constituency: reach.constituency,
            each: fraction(2, castIn(reach)),
            available: reach.fromAgainst,
          },
    )
    .sort((left, right) => compare(right.each, left.each))
  const places: MoreVotes['places'] = []
  for (const { constituency, each, available } of offers) {
    if (available === 0) continue
    const enough = wholeTimes(each, missing) + 1n
    const votes = enough > BigInt(available) ? available : Number(enough)
    places.push({ constituency, votes })
    if (enough <= BigInt(available)) {
      return { votes: places.reduce((sum, place) => sum + place.votes, 0), places }
    }
    missing = minus(missing, { ...each, numerator: each.numerator * BigInt(votes) })
  }
  return null
}
