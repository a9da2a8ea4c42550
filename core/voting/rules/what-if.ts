import { castIn, tallies, type Tally } from './constituency-tally.ts'
import type { CountedVote, MoreVotes, Reach, WhatIf } from './rule-definition.ts'

/** The vote as a what-if sees it. */
export function whatIf({ seats, counts }: Pick<CountedVote, 'seats' | 'counts'>): WhatIf {
  const isWaiting = counts.pending > 0
  const byConstituency = tallies(seats).map((tally) => ({
    ...reachOf(tally, isWaiting),
    constituency: tally.constituency,
  }))
  const sum = (field: keyof Reach) => byConstituency.reduce((total, reach) => total + reach[field], 0)
  const all: Reach = {
    for: sum('for'),
    against: sum('against'),
    silent: sum('silent'),
    seats: sum('seats'),
    fromAgainst: sum('fromAgainst'),
    fromSilent: sum('fromSilent'),
  }
  return { all, byConstituency }
}

function reachOf(tally: Tally, isWaiting: boolean): Reach {
  const silent = tally.abstain + tally.none
  return {
    for: tally.for,
    against: tally.against + tally.pending,
    silent,
    seats: castIn(tally) + silent + tally.notPresent + tally.recused + tally.notEntitled + tally.pending,
    fromAgainst: isWaiting ? tally.pending : tally.against,
    fromSilent: isWaiting ? 0 : silent,
  }
}

/** So many votes more for, wherever they are; null where there are not as many to be had. */
export function moreVotes(votes: number, available: number): MoreVotes | null {
  return votes > available ? null : { votes: Math.max(0, votes), places: [] }
}

/** A way to bring a constituency nearer: what it gains, in constituencies, and how many votes it takes. */
export interface Step {
  gain: number
  votes: number
}

/** The cheapest way to some gain, as a chain of the constituencies in it. */
interface Way {
  votes: number
  constituency: string
  taken: number
  before: Way | null
}

const nothingTaken: Way = { votes: 0, constituency: '', taken: 0, before: null }

/**
 * The fewest votes with which the gains of the constituencies add up to `needed`, taking at most one step in each.
 * Null where they cannot. Every cheapest way to every smaller gain is kept, so none is missed.
 */
export function fewestSteps(
  constituencies: readonly { constituency: string; steps: readonly Step[] }[],
  needed: number,
): MoreVotes | null {
  if (needed <= 0) return { votes: 0, places: [] }
  let ways: (Way | undefined)[] = [nothingTaken]
  for (const { constituency, steps } of constituencies) {
    const next = [...ways]
    ways.forEach((way, gained) => {
      if (way === undefined) return
      for (const { gain, votes } of steps) {
        const reached = Math.min(needed, gained + gain)
        const before = next[reached]
        if (before !== undefined && before.votes <= way.votes + votes) continue
        next[reached] = { votes: way.votes + votes, constituency, taken: votes, before: way }
      }
    })
    ways = next
  }
  const cheapest = ways[needed]
  return cheapest === undefined ? null : { votes: cheapest.votes, places: placesOf(cheapest) }
}

function placesOf(way: Way): MoreVotes['places'] {
  const places: MoreVotes['places'] = []
  for (let at: Way | null = way; at !== null && at !== nothingTaken; at = at.before) {
    places.unshift({ constituency: at.constituency, votes: at.taken })
  }
  return places
}
