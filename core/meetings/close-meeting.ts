import { stopClock } from '../agenda/item-clock.ts'
import { itemName, itemRow } from '../agenda/item-row.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { writeParagraphNumbers } from '../minutes/paragraphs.ts'
import { freezeRecord } from '../minutes/record.ts'
import type { MeetingRow } from './meeting-row.ts'

/**
 * Closes a meeting. Votes in which every position is in are closed with it, whoever is still in the room stayed to
 * the end, paragraph numbers are written, and the record is frozen and hashed.
 * @throws PanelbookError `vote-open` naming the item whose vote still waits, `bad-input` for an instant before the
 *   opening
 */
export function closeMeeting(context: CommandContext, meeting: MeetingRow, at: string): void {
  const { db } = context
  if (meeting.opened_at !== null && Date.parse(at) < Date.parse(meeting.opened_at)) {
    throw badInput('at', 'is before the meeting was opened', 'A meeting cannot close before it was opened.')
  }
  closeVotes(context, meeting, at)
  stopClock(context, meeting.id, at)
  for (const { id } of db.all<{ id: string }>(
    'SELECT id FROM sitting WHERE meeting_id = ? AND ended_at IS NULL',
    meeting.id,
  )) {
    db.update('sitting', id, { ended_at: at })
  }
  for (const { id } of db.all<{ id: string }>(
    `SELECT attendance_interval.id
     FROM attendance JOIN attendance_interval ON attendance_interval.attendance_id = attendance.id
     WHERE attendance.meeting_id = ? AND attendance_interval.left_at IS NULL`,
    meeting.id,
  )) {
    db.update('attendance_interval', id, { left_at: at })
  }
  writeParagraphNumbers(db, meeting.id)
  db.update('meeting', meeting.id, { state: 'closed', closed_at: at })
  db.update('meeting', meeting.id, { record_hash: freezeRecord(context, meeting.id) })
}

function closeVotes({ db }: CommandContext, meeting: MeetingRow, at: string): void {
  const open = db.all<{ id: string; item_id: string; waiting: number }>(
    `SELECT vote_round.id, agenda_item.id AS item_id,
       (SELECT COUNT(*) FROM position WHERE vote_round_id = vote_round.id AND value = 'pending') AS waiting
     FROM agenda_item
     JOIN question ON question.agenda_item_id = agenda_item.id
     JOIN vote_round ON vote_round.question_id = question.id
     WHERE agenda_item.meeting_id = ? AND vote_round.state = 'open'`,
    meeting.id,
  )
  const waiting = open.find((round) => round.waiting > 0)
  if (waiting !== undefined) {
    const name = itemName(itemRow(db, waiting.item_id))
    throw new PanelbookError('vote-open', `The vote on ${name} still waits for positions.`, {
      safe: 'The meeting is still open.',
      remedy: 'Record the positions, or no vote where none was given.',
    })
  }
  for (const { id } of open) db.update('vote_round', id, { state: 'closed', closed_at: at })
}
