import type { Writer } from '../../db/store-types.ts'
import { badInput } from '../contract/errors.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { numberedItems } from './agenda-view.ts'
import type { ItemRow } from './item-row.ts'
import { closeGap, itemsUnder, requirePlace } from './order.ts'

/**
 * Several items of one meeting, each once, in the order in which they stand on its agenda.
 * @throws PanelbookError `bad-input` naming the first one that is not on it
 */
export function chosenItems(db: Writer, meeting: MeetingRow, itemIds: readonly string[]): ItemRow[] {
  const items = numberedItems(db, meeting).map(({ item }) => item)
  const known = new Set(items.map(({ id }) => id))
  const unknown = itemIds.findIndex((id) => !known.has(id))
  if (unknown >= 0)
    throw badInput(`itemIds.${unknown}`, `is not on the agenda of meeting ${meeting.number} like the others`)
  const chosen = new Set(itemIds)
  return items.filter(({ id }) => chosen.has(id))
}

/** Those that are not under another one of them: what stands in a section goes where the section goes. */
export function withoutCarried(items: readonly ItemRow[]): ItemRow[] {
  const chosen = new Set(items.map(({ id }) => id))
  return items.filter(({ parent_id }) => parent_id === null || !chosen.has(parent_id))
}

/**
 * Moves items to one place, one after the other, and leaves no gap where they were.
 * @throws PanelbookError `bad-input`, `not-found` where they cannot stand there; nothing is moved then
 */
export function moveItems(
  db: Writer,
  meeting: MeetingRow,
  items: readonly ItemRow[],
  { parentId, beforeId }: { parentId: string | null; beforeId: string | null },
): void {
  for (const item of items) requirePlace(db, item, parentId, beforeId)
  const moved = new Set(items.map(({ id }) => id))
  const others = itemsUnder(db, meeting.id, parentId).filter(({ id }) => !moved.has(id))
  const at = beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId)
  if (at < 0) throw badInput('beforeId', 'is not an item of that section')
  const before = new Map(items.map((item) => [item.id, item]))
  others.toSpliced(at, 0, ...items).forEach(({ id, position: old }, index) => {
    const position = index + 1
    const item = before.get(id)
    if (old !== position || (item !== undefined && item.parent_id !== parentId))
      db.update('agenda_item', id, { position, ...(item === undefined ? {} : { parent_id: parentId }) })
  })
  for (const left of new Set(items.map(({ parent_id }) => parent_id))) {
    if (left !== parentId) closeGap(db, meeting.id, left)
  }
}
