/** A body's quorum, as data. */
export interface QuorumRule {
  /** How many people or votes must be there; 0 for no quorum. */
  total: number
  counts: 'people' | 'votes'
  /** Counted as the total is, in people or in votes. The constituency by the name that the sentence shall use. */
  minimumPerConstituency: readonly { constituency: string; minimum: number }[]
  /** Whether somebody who is recused from the item still counts. */
  recusedCount: boolean
}

/** Somebody in the room with the votes that they can exercise. */
export interface PersonPresent {
  personId: string
  /** One entry per seat: their own, those for which they are alternates, those whose vote they carry. */
  seats: readonly {
    constituency: string | null
    votes: number
    /** Given where two people share a seat: its votes then count once. */
    seatId?: string | undefined
  }[]
  isRecused?: boolean | undefined
}

export interface Quorum {
  met: boolean
  /** Individuals with at least one vote. */
  people: number
  seats: number
  votes: number
  needed: number
  shortfalls: { constituency: string; present: number; needed: number }[]
  /** "Quorate: 7 people with 9 votes, 1 of them recused; 6 people needed." */
  sentence: string
}

/**
 * Whether those present are a quorum. People, seats and votes are three different numbers: whoever carries a second
 * vote is one person with two seats. A person without any vote does not count, nor, where the rule says so, does
 * one who is recused. Somebody who exercises votes of two constituencies stands for both of them, and counts once
 * in the total.
 */
export function quorum({ rule, present }: { rule: QuorumRule; present: readonly PersonPresent[] }): Quorum {
  const counted = present.filter((person) => rule.recusedCount || person.isRecused !== true)
  const all = measure(counted)
  const unrecused = measure(counted.filter((person) => person.isRecused !== true))
  const presentBy = (numbers: { people: number; votes: number }) => numbers[rule.counts]
  const shortfalls = rule.minimumPerConstituency.flatMap(({ constituency, minimum }) => {
    const there = presentBy(measure(counted, constituency))
    return there < minimum ? [{ constituency, present: there, needed: minimum }] : []
  })
  const isTotalMet = presentBy(all) >= rule.total
  const met = isTotalMet && shortfalls.length === 0
  return {
    met,
    ...all,
    needed: rule.total,
    shortfalls,
    sentence: sentence(
      rule,
      { ...all, recused: all.votes - unrecused.votes },
      { isTotalMet, met, shortfalls },
    ),
  }
}

/** Counts within one constituency, or in all where it is left out. */
function measure(present: readonly PersonPresent[], constituency?: string) {
  const people = new Set<string>()
  const sharedSeats = new Set<string>()
  let seats = 0
  let votes = 0
  for (const person of present) {
    for (const seat of person.seats) {
      if (constituency !== undefined && seat.constituency !== constituency) continue
      people.add(person.personId)
      if (seat.seatId !== undefined) {
        if (sharedSeats.has(seat.seatId)) continue
        sharedSeats.add(seat.seatId)
      }
      seats += 1
      votes += seat.votes
    }
  }
  return { people: people.size, seats, votes }
}

function sentence(
  rule: QuorumRule,
  all: { people: number; votes: number; recused: number },
  found: { isTotalMet: boolean; met: boolean; shortfalls: Quorum['shortfalls'] },
): string {
  const recused = all.recused === 0 ? '' : `, ${all.recused} of them recused`
  const there = `${peopleWords(all.people)} with ${votesWords(all.votes)}${recused}`
  const unit = rule.counts === 'people' ? peopleWords : votesWords
  const needed = rule.total === 0 ? 'none needed' : `${unit(rule.total)} needed`
  if (found.met) return `Quorate: ${there}; ${needed}.`
  const missing = found.shortfalls.map(
    (shortfall) => `${shortfall.constituency}: ${shortfall.present} of ${unit(shortfall.needed)} needed`,
  )
  const reasons = found.isTotalMet ? missing : [needed, ...missing]
  return `Not quorate: ${there}; ${reasons.join('; ')}.`
}

function peopleWords(people: number): string {
  return people === 1 ? '1 person' : `${people} people`
}

function votesWords(votes: number): string {
  return votes === 1 ? '1 vote' : `${votes} votes`
}
