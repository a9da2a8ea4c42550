import { quorumOfResolution, readConstituencies, roomQuorum } from '../attendance/room-quorum.ts'
import { readRoll } from '../attendance/roll.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import { asksForPreference, constituencyRuleKinds, type VotingRule } from '../contract/voting-rule.ts'
import type { RoomSees, VoteMethod } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import { requireSitting } from '../meetings/adjourn.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { electorate, type ElectorateSeat } from './electorate.ts'
import { heldPositions } from './held-positions.ts'
import { standingOf } from './position-change.ts'
import { quorumWhenPut } from './round-quorum.ts'
import { questionRow } from './round-row.ts'

export interface RoundToOpen {
  questionId: string
  itemId: string
  number: number
  rule: VotingRule
  method: VoteMethod
  /** Take it although there is no quorum. With a quorum it is an ordinary vote. */
  isIndicative: boolean
  /** Of a written resolution: until when positions are taken. */
  deadline?: string
  /** What the room's screen is to show of its result; left out: once it is determined. */
  roomSees?: RoomSees
}

/**
 * Opens a vote: its electorate is who is in the room at this item, seat by seat. What an absent member sent
 * beforehand is the seat's position from the start, where nobody in the room can vote for it. A written resolution goes round
 * outside the meeting: it is taken by written position, and asks for no quorum in the room, as every seat is in its
 * denominator.
 * @throws PanelbookError `not-quorate`, `not-entitled` where the body has no seat in force, `bad-input` where the
 *   rule decides by constituency and a seat has none, or where a preference is to be taken on the voices,
 *   `already-exists` for a second vote on a written resolution
 */
export function openRound(
  { db, nextId, now }: CommandContext,
  meeting: MeetingRow,
  round: RoundToOpen,
): void {
  if (meeting.form === 'written-resolution' && round.deadline === undefined) throw secondVote(meeting)
  const { seats } = readRoll(db, meeting, round.itemId)
  if (seats.length === 0) {
    throw new PanelbookError(
      'not-entitled',
      `${meeting.body_name} has no seat in force on the day of the meeting.`,
      {
        remedy: 'Add its seats and members, or write the determination without a vote.',
      },
    )
  }
  requireSitting(db, meeting)
  checkConstituencies(round.rule, seats)
  checkMethod(round)
  const isResolution = round.rule.kind === 'written-resolution'
  const method = isResolution ? 'written' : round.method
  const quorum = isResolution
    ? { met: true, sentence: quorumOfResolution }
    : roomQuorum(db, meeting.body_id, seats, readConstituencies(db, meeting.body_id))
  if (!quorum.met && !round.isIndicative) {
    throw new PanelbookError('not-quorate', quorum.sentence, {
      safe: 'Nothing was changed.',
      remedy: 'Wait until the meeting is quorate, or take the vote as an indication only.',
    })
  }
  const roundId = nextId()
  db.insert('vote_round', {
    id: roundId,
    question_id: round.questionId,
    number: round.number,
    rule: JSON.stringify(round.rule),
    method,
    state: 'open',
    is_indicative: quorum.met ? 0 : 1,
    quorum: quorumWhenPut(quorum),
    opened_at: now,
    deadline: round.deadline ?? null,
    room_sees: round.roomSees ?? 'when-determined',
  })
  const held = heldPositions(db, questionRow(db, round.questionId), round.rule)
  for (const entitlement of electorate(seats, { isWritten: method === 'written', held })) {
    db.insert('position', {
      id: nextId(),
      vote_round_id: roundId,
      seat_id: entitlement.seat.seatId,
      votes: entitlement.seat.votes,
      recorded_at: now,
      ...standingOf(entitlement),
    })
  }
}

/** Another vote would need another deadline, so it is another resolution. */
function secondVote({ number }: MeetingRow): PanelbookError {
  return new PanelbookError(
    'already-exists',
    `${number} is a written resolution, with one question and one vote.`,
    {
      safe: 'Nothing was changed.',
      remedy: 'Circulate another written resolution, or put the question at a meeting.',
    },
  )
}

/** Each position of a vote by preference names an option, which nobody can do without giving a name. */
function checkMethod({ rule, method }: RoundToOpen): void {
  if (!asksForPreference(rule.kind) || method !== 'on-the-voices') return
  const problem = 'each position has to name an option, so names are taken'
  throw badInput('method', problem, `The vote cannot be taken on the voices: ${problem}.`)
}

function checkConstituencies(rule: VotingRule, seats: readonly ElectorateSeat[]): void {
  if (!constituencyRuleKinds.includes(rule.kind)) return
  const outside = seats.find(({ constituencyId }) => constituencyId === null)
  if (outside === undefined) return
  const problem = `it decides by constituency, and the seat ${outside.name} has none`
  throw badInput('rule', problem, `The rule cannot be used: ${problem}.`)
}
