import type { PositionValue, VotingRule } from '../../core/contract/voting-rule.ts'
import type { RecordPosition, RecordQuestion, RecordRound } from '../../core/minutes/record-types.ts'
import { evaluate } from '../../core/voting/evaluate.ts'
import { ruleExplanation, ruleName } from '../../core/voting/rule-words.ts'

/** The day of the fixture's meeting. */
export const day = '2016-12-15'

/** An instant on that day from a time of day: `at('10:30')`. */
export const at = (time: string) => `${day}T${time}:00.000+00:00`

/** A UNC panel: 13 seats in four constituencies, each seat called by the initials of its member. */
export const constituencies = [
  { id: 'c1', name: 'Shippers', shortName: 'Shippers', seats: ['AB', 'CD', 'EF', 'GH', 'IJ'] },
  { id: 'c2', name: 'Transporters', shortName: 'Transporters', seats: ['KL', 'MN', 'OP', 'QR', 'ST'] },
  { id: 'c3', name: 'Independent gas transporter', shortName: 'IGT', seats: ['UV'] },
  { id: 'c4', name: 'Consumers', shortName: 'Consumers', seats: ['WX', 'YZ'] },
]

export const fixtureSeats = constituencies.flatMap(({ seats }) => seats)

const singular: Record<string, string> = {
  c1: 'Shipper representative',
  c2: 'Transporter representative',
  c3: 'Independent gas transporter representative',
  c4: 'Consumers’ representative',
}

/** "Shipper representative 4". */
export function seatName(constituencyId: string, index: number): string {
  return `${singular[constituencyId] ?? ''} ${index + 1}`
}

const panelMajority: VotingRule = { kind: 'majority-of-exercisable' }

/**
 * One vote. Positions by the initials of the seat's member; everybody else is `rest`. The vote of ST is carried by
 * QR, and HA sits for GH.
 */
export function round(
  number: number,
  positions: Record<string, PositionValue>,
  rest: PositionValue,
  more: Partial<RecordRound> = {},
): RecordRound {
  const rule = more.rule ?? panelMajority
  const seats = constituencies.flatMap((constituency) =>
    constituency.seats.map((member, index): RecordPosition => {
      const value = positions[member] ?? rest
      const isCarried = member === 'ST'
      const initials = member === 'GH' ? 'HA' : member
      const caster = isCarried ? 'QR' : initials
      return {
        seatId: `seat-${member}`,
        seat: seatName(constituency.id, index),
        constituency: { id: constituency.id, name: constituency.name, shortName: constituency.shortName },
        votes: 1,
        initials,
        value,
        basis: isCarried ? 'carried' : member === 'GH' ? 'alternate' : 'member',
        castBy: value === 'not-present' ? null : { initials: caster, name: `Member ${caster}` },
        recordedAt: at('11:43'),
        corrections: [],
      }
    }),
  )
  const castingVote = more.castingVote ?? null
  const evaluation = evaluate({
    rule,
    seats: seats.map(({ seatId, constituency }) => ({ id: seatId, constituency: constituency?.name ?? '' })),
    positions: Object.fromEntries(
      seats.flatMap(({ seatId, value }) => (value === 'unnamed' ? [] : [[seatId, value]])),
    ),
    ...(castingVote === null ? {} : { castingVote: castingVote.value }),
  })
  return {
    roundId: `round-${number}`,
    number,
    state: 'closed',
    method: 'roll-call',
    rule,
    ruleName: ruleName(rule),
    ruleExplanation: ruleExplanation(rule),
    isIndicative: false,
    quorum: 'Quorate: 11 people of 6 needed, with 12 votes.',
    openedAt: at('11:41'),
    closedAt: at('11:44'),
    supersededReason: '',
    positions: seats,
    counts: evaluation.counts,
    denominator: evaluation.denominator,
    verdict: evaluation.verdict,
    unanimous: evaluation.unanimous,
    arithmetic: evaluation.arithmetic,
    reconciliation: evaluation.reconciliation,
    byConstituency: evaluation.byConstituency,
    castingVote,
    stillToCome: seats.filter(({ value }) => value === 'pending').map(({ initials }) => initials),
    result: evaluation.verdict === 'pending' ? null : 'As determined',
    ...more,
  }
}

/** The same vote with the position of one member corrected from `oldValue` to what it is now. */
export function corrected(vote: RecordRound, initials: string, oldValue: PositionValue): RecordRound {
  return {
    ...vote,
    positions: vote.positions.map((position) =>
      position.initials === initials
        ? {
            ...position,
            corrections: [
              {
                oldValue,
                newValue: position.value,
                recordedAt: at('11:43'),
                correctedAt: at('11:52'),
                correctedBy: 'Sam Secretary',
                reason: `${initials} had been misheard`,
              },
            ],
          }
        : position,
    ),
  }
}

/** A question that was put, with the votes taken on it, oldest first, and the determination, if any. */
export function question(
  text: string,
  rounds: RecordRound[],
  determination: string | null,
  more: Partial<RecordQuestion> = {},
): RecordQuestion {
  const decisionMaker = more.decisionMaker ?? 'body'
  return {
    questionId: `question-${text}`,
    kind: 'self-governance',
    text,
    polarity: 'for-carries',
    decisionMaker,
    putAt: at('11:40'),
    rounds,
    determination:
      determination === null
        ? null
        : {
            id: `determination-${text}`,
            kind: 'self-governance',
            text: determination,
            decisionMaker,
            writtenAt: at('11:45'),
          },
    ...more,
  }
}
