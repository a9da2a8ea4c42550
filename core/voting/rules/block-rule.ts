import {
  byMajority,
  castIn,
  categories,
  droppedOut,
  listedScores,
  resultOf,
  tallies,
} from './constituency-tally.ts'
import type { Reach, RuleDefinition } from './rule-definition.ts'
import { noneOpposed } from './unanimity.ts'
import { fewestSteps, type Step } from './what-if.ts'

/**
 * Rule 6 of the field, the SEC Change Board in one reading of its code [likely]: a majority of the votes cast inside
 * each constituency, then a majority of the constituencies that decided. A tied one is neutral; one with only
 * abstentions or absences drops out. As many that approve as reject, none of each included, are a tie.
 */
export const blockByConstituency: RuleDefinition = {
  name: () => 'block vote by party category',
  explanation: () =>
    'Carried if the majority of the party categories that decided approve; each decides by majority of the votes ' +
    'cast in it, one that is equally divided is neutral, and one in which nothing was cast drops out.',
  tieName: 'a tie between the categories',
  canTie: () => true,
  find({ seats, counts }) {
    const all = tallies(seats)
    const cast = all.filter((tally) => castIn(tally) > 0)
    const approving = cast.filter((tally) => byMajority(tally) === 'carried')
    const rejecting = cast.filter((tally) => byMajority(tally) === 'not-carried')
    const neutral = cast.filter((tally) => byMajority(tally) === 'tied')
    const decided = approving.length + rejecting.length
    return {
      denominator: decided,
      isCarried: approving.length > rejecting.length,
      isTie: cast.length > 0 && approving.length === rejecting.length,
      unanimous: noneOpposed(counts),
      arithmetic: [
        ...listedScores('Approving', approving),
        ...listedScores('Rejecting', rejecting),
        ...listedScores('Neutral, being tied', neutral),
        ...droppedOut(all),
        neededWords(approving.length, decided),
      ].join('. '),
      equality:
        decided === 0
          ? 'None approves and none rejects'
          : `As many party categories approve as reject, ${approving.length} each`,
      byConstituency: all.map((tally) => resultOf(tally, byMajority)),
    }
  },
  fewestMore(_rule, { byConstituency }) {
    const lead = byConstituency.reduce((sum, reach) => sum + scoreOf(reach), 0)
    return fewestSteps(
      byConstituency.map((reach) => ({ constituency: reach.constituency, steps: stepsOf(reach) })),
      1 - lead,
    )
  },
}

function neededWords(approving: number, decided: number): string {
  if (decided === 0) return 'No party category decided'
  const fewest = Math.floor(decided / 2) + 1
  const whole = decided === 1 ? 'the 1 party category' : `the ${categories(decided)}`
  return (
    `${approving} of ${whole} that decided ${approving === 1 ? 'approves' : 'approve'}; more than half of ` +
    `${decided} is needed, which is ${fewest}${fewest === decided ? '' : ' or more'}`
  )
}

/** 1 where it approves, −1 where it rejects, 0 where it is neutral or has cast nothing. */
function scoreOf(reach: Reach): number {
  return Math.sign(reach.for - reach.against)
}

/** From rejecting to neutral and to approving, from neutral or out to approving. */
function stepsOf(reach: Reach): Step[] {
  const score = scoreOf(reach)
  return [0, 1].flatMap((target) => {
    const votes = target > score ? votesToLead(reach, target) : null
    return votes === null ? [] : [{ gain: target - score, votes }]
  })
}

/** The fewest votes more for with which those for lead those against by `lead`; null where none do. */
function votesToLead(reach: Reach, lead: number): number | null {
  const missing = lead - (reach.for - reach.against)
  // A vote for in place of one against moves the lead by two, one in place of silence by one.
  const fromAgainst = Math.min(reach.fromAgainst, Math.ceil(missing / 2))
  const fromSilent = Math.max(0, missing - 2 * fromAgainst)
  return fromSilent > reach.fromSilent ? null : fromAgainst + fromSilent
}
