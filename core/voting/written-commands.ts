import type { Reader } from '../../db/store-types.ts'
import { itemName, itemRow, type ItemRow } from '../agenda/item-row.ts'
import { readItem } from '../agenda/item-view.ts'
import { requireSeat } from '../attendance/capacity.ts'
import { readRoll } from '../attendance/roll.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import { asksForPreference } from '../contract/voting-rule.ts'
import { positionWords } from '../contract/words.ts'
import type { AllHandlers, CommandContext } from '../handler.ts'
import { unclosedMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
import { onOneLine } from '../sentence.ts'
import { requireLetterInTime } from './deadline.ts'
import { electorate } from './electorate.ts'
import {
  answering,
  awaitedColumns,
  awaitedJoins,
  heldPositions,
  standingLetters,
  type AwaitedQuestion,
  type Letter,
} from './held-positions.ts'
import { optionCall } from './key-options.ts'
import { isRecorded, standingOf, writeStanding } from './position-change.ts'
import { kindToPut } from './put-question.ts'
import { optionName } from './question-places.ts'
import { positionRows, type RoundRow } from './round-row.ts'
import { openVote, type VoteAtHand } from './vote-at-hand.ts'

export const writtenCommands = {
  'written-position.hold': (context, { itemId, seatId, value, kind, option, receivedAt, note }) => {
    const { db, nextId, now, summarise } = context
    const item = itemRow(db, itemId)
    const meeting = unclosedMeeting(db, item.meeting_id)
    requireSeat(db, meeting, seatId)
    requireKind(context, meeting, kind)
    const label = onOneLine(option)
    if (label !== '') requireOptions(meeting)
    requireInTime(context, meeting, itemId, { kind, receivedAt: receivedAt ?? now })
    const whose = requireMember(context, meeting, seatId)
    const letters = standingLetters(db, itemId)
    const key = label === '' ? '' : optionCall(label)
    const before = letters.find(
      (letter) => letter.seat_id === seatId && letter.kind_key === kind && letter.option_key === key,
    )
    if (before !== undefined) db.update('written_position', before.id, { withdrawn_at: now })
    db.insert('written_position', {
      id: nextId(),
      agenda_item_id: itemId,
      seat_id: seatId,
      kind_key: kind,
      option_key: key,
      option_label: label,
      value,
      received_at: receivedAt ?? now,
      note,
    })
    settle(context, meeting, item, seatId, letters)
    const words = positionWords[value].name.toLowerCase()
    const what = label === '' ? itemName(item) : optionName({ label, proposalId: null }, itemName(item))
    summarise(`written position of ${whose}, ${words}, on ${what}`)
    return readItem(db, itemId, now)
  },

  'written-position.withdraw': (context, { writtenPositionId }) => {
    const { db, now, summarise } = context
    const row = db.get<{ agenda_item_id: string; seat_id: string; withdrawn_at: string | null }>(
      'SELECT agenda_item_id, seat_id, withdrawn_at FROM written_position WHERE id = ?',
      writtenPositionId,
    )
    if (row === undefined)
      throw new PanelbookError('not-found', 'There is no such written position in this book.')
    const item = itemRow(db, row.agenda_item_id)
    const meeting = unclosedMeeting(db, item.meeting_id)
    if (row.withdrawn_at !== null) {
      const problem = 'it was withdrawn already'
      throw badInput('writtenPositionId', problem, 'The written position was withdrawn already.')
    }
    requireUndecided(db, meeting, item.id)
    const whose = requireMember(context, meeting, row.seat_id)
    const letters = standingLetters(db, item.id)
    db.update('written_position', writtenPositionId, { withdrawn_at: now })
    settle(context, meeting, item, row.seat_id, letters)
    summarise(`written position of ${whose} on ${itemName(item)} withdrawn`)
    return readItem(db, item.id, now)
  },
} satisfies Partial<AllHandlers>

/**
 * @throws PanelbookError `bad-input` for a kind that the body has not, and for one that asks which option is preferred:
 *   for and against do not say that
 */
function requireKind({ db }: CommandContext, meeting: MeetingRow, key: string): void {
  if (key === '') return
  const { rule, label } = kindToPut(db, meeting, key)
  if (!asksForPreference(rule.kind)) return
  const problem = `“${label}” asks which option is preferred, which for and against do not say`
  throw badInput('kind', problem, `${problem}.`)
}

/** @throws PanelbookError `bad-input` for a written resolution, which has one question and no options */
function requireOptions(meeting: MeetingRow): void {
  if (meeting.form === 'meeting') return
  throw badInput('option', `${meeting.number} is a written resolution, with one question and no options`)
}

/**
 * A letter that answers a written resolution is its seat's position as long as the vote is open.
 * @throws PanelbookError `vote-closed` after it, or for a letter that came after the deadline
 */
function requireInTime(
  { db, now }: CommandContext,
  meeting: MeetingRow,
  itemId: string,
  letter: { kind: string; receivedAt: string },
): void {
  const vote = requireUndecided(db, meeting, itemId)
  if (vote !== null) requireLetterInTime(vote, letter, now)
}

/**
 * The open vote on a written resolution: its letters are its positions, and stay with it once it is closed. Null for a
 * meeting. @throws PanelbookError `vote-closed`
 */
function requireUndecided(db: Reader, meeting: MeetingRow, itemId: string): VoteAtHand | null {
  if (meeting.form === 'meeting') return null
  const asked = db.get<{ id: string }>('SELECT id FROM question WHERE agenda_item_id = ?', itemId)
  return asked === undefined ? null : openVote(db, asked.id)
}

/** The initials of the seat's member. @throws PanelbookError `not-entitled` where it is vacant */
function requireMember({ db }: CommandContext, meeting: MeetingRow, seatId: string): string {
  const seat = readRoll(db, meeting, null).seats.find((one) => one.seatId === seatId)
  const member = seat?.member ?? null
  if (member !== null) return member.initials
  const problem = 'the seat is vacant, so nobody can have sent its position'
  throw new PanelbookError('not-entitled', `${seat?.name ?? 'The seat'}: ${problem}.`, {
    safe: 'Nothing was changed.',
    fields: [{ field: 'seatId', problem }],
  })
}

/**
 * Lets the open votes of the item follow what is held for a seat now. What was recorded in the room stays; what
 * rested on the position sent before does not.
 * @param before the letters of the item as they stood before
 */
function settle(
  context: CommandContext,
  meeting: MeetingRow,
  item: ItemRow,
  seatId: string,
  before: readonly Letter[],
): void {
  const { db } = context
  const rounds = db.all<Pick<RoundRow, 'id' | 'method' | 'rule'> & AwaitedQuestion>(
    `SELECT vote_round.id, vote_round.method, vote_round.rule, ${awaitedColumns}
     FROM question JOIN vote_round ON vote_round.question_id = question.id
     ${awaitedJoins}
     WHERE question.agenda_item_id = ? AND vote_round.state = 'open'`,
    item.id,
  )
  if (rounds.length === 0) return
  const seats = readRoll(db, meeting, item.id).seats.filter((seat) => seat.seatId === seatId)
  for (const round of rounds) {
    const held = heldPositions(db, round, round.rule)
    const [entitlement] = electorate(seats, { isWritten: round.method === 'written', held })
    const row = positionRows(db, [round.id]).find((position) => position.seat_id === seatId)
    if (entitlement === undefined || row === undefined) continue
    const rested = answering(before, round, round.rule).get(seatId)
    const restsOnIt = row.basis === 'written' && row.value === rested?.value
    // Nobody is in a room for a written resolution: what was sent is the position.
    const isAnswer = meeting.form === 'written-resolution' && held.has(seatId)
    if (restsOnIt || isAnswer || !isRecorded(row)) writeStanding(context, row, standingOf(entitlement))
  }
}
