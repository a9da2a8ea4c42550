import type { Reader } from '../../db/store-types.ts'
import { itemName } from '../agenda/item-row.ts'
import { numberedItems } from '../agenda/agenda-view.ts'
import type { CheckedInput, CallOutput } from '../contract/calls.ts'
import { PanelbookError } from '../contract/errors.ts'
import { meetingRow, type MeetingRow } from '../meetings/meeting-row.ts'
import { electorate, type ElectorateSeat } from '../voting/electorate.ts'
import {
  awaitedColumns,
  awaitedJoins,
  heldPositions,
  type AwaitedQuestion,
} from '../voting/held-positions.ts'
import { isRecorded, standingOf } from '../voting/position-change.ts'
import { positionRows } from '../voting/round-row.ts'
import { capital } from '../sentence.ts'
import { attendanceOf } from './attendance-row.ts'
import { usualStanding } from './capacity.ts'
import { plannedVotes } from './planned-votes.ts'
import { quorumAmong, readBodyQuorum, readConstituencies } from './room-quorum.ts'
import { readRoll } from './roll.ts'
import { itemsWouldBe } from './warnings.ts'
import { supposing } from './what-if.ts'

type Foreseen = CallOutput<'attendance.foresee'>

/**
 * What would change if somebody came or went now; nothing is written. Somebody who is not on the list yet would come
 * in their usual capacity.
 * @throws PanelbookError `not-found`
 */
export function foreseeAttendance(
  db: Reader,
  { meetingId, personId, presence }: CheckedInput<'attendance.foresee'>,
  now: string,
): Foreseen {
  const meeting = meetingRow(db, meetingId)
  const roll = readRoll(db, meeting, meeting.current_item_id)
  const before = withSitter(db, meeting, roll.seats, personId)
  const isThere = presence === 'present'
  const move = (seats: readonly ElectorateSeat[], isRecused?: (attendanceId: string) => boolean) =>
    supposing(seats, {
      isPresent: (who, isPresentNow) => (who === personId ? isThere : isPresentNow),
      ...(isRecused === undefined ? {} : { isRecused }),
    })
  const after = move(before)
  const body = readBodyQuorum(db, meeting.body_id, readConstituencies(db, meeting.body_id))
  const quorumBefore = quorumAmong(body, before)
  const quorumAfter = quorumAmong(body, after)
  const planned = plannedVotes(db, meeting, numberedItems(db, meeting), now)
  const lost = planned.filter(({ recused }) => {
    return !quorumAmong(
      body,
      move(before, (attendanceId) => recused.has(attendanceId)),
    ).met
  })
  const openVotes = changedVotes(db, meeting, (itemId) => {
    return move(withSitter(db, meeting, readRoll(db, meeting, itemId).seats, personId))
  })
  return {
    quorum: {
      before: { isMet: quorumBefore.met, sentence: quorumBefore.sentence },
      after: { isMet: quorumAfter.met, sentence: quorumAfter.sentence },
    },
    votes: { before: votesIn(before), after: votesIn(after) },
    openVotes,
    itemIds: lost.map(({ itemId }) => itemId),
    sentences: [
      ...(quorumAfter.met === quorumBefore.met
        ? []
        : [quorumAfter.met ? 'The meeting would be quorate.' : 'The meeting would not be quorate any more.']),
      ...(lost.length === 0 ? [] : [`${capital(itemsWouldBe(lost))} inquorate.`]),
    ],
  }
}

/** The seats, with the person among those who sit for one where they are not on the list of the meeting yet. */
function withSitter(
  db: Reader,
  meeting: MeetingRow,
  seats: readonly ElectorateSeat[],
  personId: string,
): readonly ElectorateSeat[] {
  if (attendanceOf(db, meeting.id, personId) !== undefined) return seats
  const person = db.get<{ initials: string; name: string }>(
    'SELECT initials, name FROM person WHERE id = ?',
    personId,
  )
  if (person === undefined) throw new PanelbookError('not-found', 'There is no such person in this book.')
  const { capacity, seatId } = usualStanding(db, meeting, personId)
  const sitter = { attendanceId: personId, personId, ...person, isPresent: false, isRecused: false }
  return seats.map((seat) => {
    if (seat.seatId !== seatId) return seat
    if (capacity === 'member') return { ...seat, principals: [...seat.principals, sitter] }
    return capacity === 'alternate' ? { ...seat, alternates: [...seat.alternates, sitter] } : seat
  })
}

/** The open votes in which a position would change that nobody has recorded, by what each is called. */
function changedVotes(
  db: Reader,
  meeting: MeetingRow,
  seatsAt: (itemId: string) => readonly ElectorateSeat[],
): string[] {
  const open = db.all<
    { id: string; method: string; rule: string; title: string; joint_title: string | null } & AwaitedQuestion
  >(
    `SELECT vote_round.id, vote_round.method, vote_round.rule, agenda_item.title,
       joint_vote.title AS joint_title, ${awaitedColumns}
     FROM agenda_item
     JOIN question ON question.agenda_item_id = agenda_item.id
     JOIN vote_round ON vote_round.question_id = question.id
     ${awaitedJoins}
     WHERE agenda_item.meeting_id = ? AND vote_round.state = 'open'`,
    meeting.id,
  )
  const positions = Map.groupBy(
    positionRows(
      db,
      open.map(({ id }) => id),
    ),
    (row) => row.vote_round_id,
  )
  const seats = new Map(
    [...new Set(open.map(({ agenda_item_id }) => agenda_item_id))].map((id) => [id, seatsAt(id)]),
  )
  const changed = open.filter((vote) => {
    const held = heldPositions(db, vote, vote.rule)
    const entitled = new Map(
      electorate(seats.get(vote.agenda_item_id) ?? [], { isWritten: vote.method === 'written', held }).map(
        (entitlement) => [entitlement.seat.seatId, standingOf(entitlement)],
      ),
    )
    return (positions.get(vote.id) ?? []).some((row) => {
      const next = entitled.get(row.seat_id)
      return next !== undefined && !isRecorded(row) && next.value !== row.value
    })
  })
  // Votes that are taken together are called together, and not twenty times by the name of their item.
  return [...new Set(changed.map((vote) => vote.joint_title ?? itemName(vote)))]
}

function votesIn(seats: readonly ElectorateSeat[]): number {
  return electorate(seats).reduce((sum, { seat, canVote }) => sum + (canVote ? seat.votes : 0), 0)
}
