import { PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import type { ItemRow } from './item-row.ts'
import { closeGap } from './order.ts'

/** What rests on an item, in words, and where it is kept. */
const resting = [
  ['items under it', 'agenda_item', 'parent_id'],
  ['a vote', 'question', 'agenda_item_id'],
  ['a determination', 'determination', 'agenda_item_id'],
  ['an action', 'action', 'agenda_item_id'],
  ['a written position', 'written_position', 'agenda_item_id'],
  ['a note', 'note_paragraph', 'agenda_item_id'],
  ['somebody’s arrival', 'attendance_interval', 'arrived_item_id'],
  ['somebody’s leaving', 'attendance_interval', 'left_item_id'],
  ['a vote given to be carried', 'carried_vote', 'given_item_id'],
] as const

/**
 * Takes an item off the agenda, with the papers listed under it. @throws PanelbookError `conflict` while something
 * of the meeting rests on it
 */
export function removeItem({ db }: Pick<CommandContext, 'db'>, meeting: MeetingRow, item: ItemRow): void {
  if (meeting.current_item_id === item.id) throw restsOn(item, 'is before the meeting')
  for (const [what, table, column] of resting) {
    const row = db.get(`SELECT 1 FROM ${table} WHERE ${column} = ? LIMIT 1`, item.id)
    if (row !== undefined) throw restsOn(item, `holds ${what}`)
  }
  for (const table of ['paper', 'interest', 'item_timing']) {
    for (const { id } of db.all<{ id: string }>(
      `SELECT id FROM ${table} WHERE agenda_item_id = ?`,
      item.id,
    )) {
      db.remove(table, id)
    }
  }
  db.remove('agenda_item', item.id)
  closeGap(db, meeting.id, item.parent_id)
}

function restsOn(item: ItemRow, why: string): PanelbookError {
  return new PanelbookError('conflict', `“${item.title}” cannot be taken off the agenda: it ${why}.`, {
    safe: 'Nothing was changed.',
    remedy: 'Write what became of it as its outcome instead.',
  })
}
