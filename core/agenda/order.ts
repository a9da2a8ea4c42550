import type { Writer } from '../../db/store-types.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { ItemKind } from '../contract/words.ts'
import type { CommandContext } from '../handler.ts'
import { itemRow, type ItemRow } from './item-row.ts'

interface Placed {
  id: string
  position: number
}

/** The items that stand in a section, or at the top, in order. */
export function itemsUnder(db: Writer, meetingId: string, parentId: string | null): Placed[] {
  return db.all<Placed>(
    'SELECT id, position FROM agenda_item WHERE meeting_id = ? AND parent_id IS ? ORDER BY position, id',
    meetingId,
    parentId,
  )
}

/**
 * Makes room for an item before another one, or at the end, and numbers the items under the parent from 1 without
 * gaps. The item itself is not written.
 * @returns its position
 * @throws PanelbookError `bad-input` where the other item does not stand under that parent
 */
export function makeRoom(
  db: Writer,
  meetingId: string,
  place: { parentId: string | null; beforeId: string | null },
  itemId: string | null,
): number {
  const others = itemsUnder(db, meetingId, place.parentId).filter(({ id }) => id !== itemId)
  const index = place.beforeId === null ? others.length : others.findIndex(({ id }) => id === place.beforeId)
  if (index < 0) throw badInput('beforeId', 'is not an item of that section')
  others.forEach((other, at) => {
    const position = at < index ? at + 1 : at + 2
    if (other.position !== position) db.update('agenda_item', other.id, { position })
  })
  return index + 1
}

type NewItem = Pick<
  ItemRow,
  'parent_id' | 'kind' | 'title' | 'purpose' | 'planned_minutes' | 'presenter' | 'proposal_id'
>

/** What an agenda usually ends with; other items of their own come before it. */
const closing: readonly ItemKind[] = ['any-other-business', 'next-meeting']

/**
 * Writes an item at the end of its section or, where it has none, at the end of the agenda: before any other business
 * and the date of the next meeting, if the agenda ends with them.
 * @returns its id
 */
export function appendItem(
  { db, nextId }: Pick<CommandContext, 'db' | 'nextId'>,
  meetingId: string,
  item: NewItem,
): string {
  const id = nextId()
  const beforeId = item.parent_id === null && !closing.includes(item.kind) ? closingItem(db, meetingId) : null
  const position = makeRoom(db, meetingId, { parentId: item.parent_id, beforeId }, null)
  db.insert('agenda_item', { id, meeting_id: meetingId, position, ...item })
  return id
}

/** The first of the items with which an agenda ends. */
function closingItem(db: Writer, meetingId: string): string | null {
  const top = db.all<{ id: string; kind: ItemKind }>(
    'SELECT id, kind FROM agenda_item WHERE meeting_id = ? AND parent_id IS NULL ORDER BY position, id',
    meetingId,
  )
  return top[top.findLastIndex(({ kind }) => !closing.includes(kind)) + 1]?.id ?? null
}

/** Closes the gap that an item has left. */
export function closeGap(db: Writer, meetingId: string, parentId: string | null): void {
  itemsUnder(db, meetingId, parentId).forEach(({ id, position }, index) => {
    if (position !== index + 1) db.update('agenda_item', id, { position: index + 1 })
  })
}

/**
 * The section in which an item is to stand: on the same agenda, and itself at the top, since an agenda has
 * sections and items and nothing below.
 * @throws PanelbookError `not-found`, `bad-input`
 */
export function requireSection(db: Writer, meetingId: string, parentId: string): ItemRow {
  const parent = itemRow(db, parentId)
  if (parent.meeting_id !== meetingId) {
    throw new PanelbookError('not-found', 'The section is not on the agenda of this meeting.')
  }
  if (parent.parent_id !== null) {
    throw badInput('parentId', 'stands in a section itself; items go no deeper than section and item')
  }
  return parent
}

/** @throws PanelbookError `bad-input`, `not-found` */
export function requirePlace(
  db: Writer,
  item: ItemRow,
  parentId: string | null,
  beforeId: string | null,
): void {
  if (parentId === item.id) throw badInput('parentId', 'an item cannot stand in itself')
  if (beforeId === item.id) throw badInput('beforeId', 'an item cannot stand before itself')
  if (beforeId !== null) itemRow(db, beforeId)
  if (parentId === null) return
  const parent = itemRow(db, parentId)
  if (parent.parent_id === item.id) throw badInput('parentId', 'stands in the item that is to be moved')
  requireSection(db, item.meeting_id, parentId)
  if (itemsUnder(db, item.meeting_id, item.id).length > 0) {
    throw badInput('parentId', 'the item has items under it, and those go no deeper than section and item')
  }
}
