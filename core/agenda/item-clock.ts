import { badInput } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'

interface Running {
  id: string
  agenda_item_id: string
  started_at: string
}

/** Stops the clock of whatever is before the meeting. @throws PanelbookError `bad-input` for an instant before it began */
export function stopClock({ db }: Pick<CommandContext, 'db'>, meetingId: string, at: string): void {
  for (const running of runningItems({ db }, meetingId)) {
    refuseBefore(at, running.started_at)
    db.update('item_timing', running.id, { ended_at: at })
  }
}

/**
 * Brings an item before the meeting and lets its clock run; the one before it stops. The item whose clock runs
 * already just goes on.
 */
export function startClock(
  context: Pick<CommandContext, 'db' | 'nextId'>,
  meeting: MeetingRow,
  itemId: string,
  at: string,
): void {
  const running = runningItems(context, meeting.id)
  if (meeting.current_item_id !== itemId)
    context.db.update('meeting', meeting.id, { current_item_id: itemId })
  if (running.length === 1 && running[0]?.agenda_item_id === itemId) return
  stopClock(context, meeting.id, at)
  context.db.insert('item_timing', {
    id: context.nextId(),
    agenda_item_id: itemId,
    started_at: at,
    ended_at: null,
  })
}

function runningItems({ db }: Pick<CommandContext, 'db'>, meetingId: string): Running[] {
  return db.all<Running>(
    `SELECT item_timing.id, item_timing.agenda_item_id, item_timing.started_at
     FROM agenda_item JOIN item_timing ON item_timing.agenda_item_id = agenda_item.id
     WHERE agenda_item.meeting_id = ? AND item_timing.ended_at IS NULL`,
    meetingId,
  )
}

function refuseBefore(at: string, start: string): void {
  if (Date.parse(at) >= Date.parse(start)) return
  throw badInput('at', 'is before the item at hand began', 'This would be before the item at hand began.')
}
