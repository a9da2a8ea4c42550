import { badInput } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { numberedItems } from './agenda-view.ts'
import type { ItemRow } from './item-row.ts'
import { chosenItems } from './move-items.ts'
import { appendItem } from './order.ts'

/**
 * Copies items of another meeting, without anything that happened there. One that stood in a section stands in the
 * copy of it, else in the section of the same title or kind, else by itself.
 * @returns the new items, in the order of the agenda from which they come
 * @throws PanelbookError `bad-input`
 */
export function copyItems(
  context: CommandContext,
  meeting: MeetingRow,
  from: MeetingRow,
  itemIds: readonly string[],
): string[] {
  if (from.id === meeting.id) throw badInput('fromMeetingId', 'is the meeting itself')
  const { db } = context
  const copies = new Map<string, string>()
  const there = new Map(numberedItems(db, from).map(({ item }) => [item.id, item]))
  const sections = numberedItems(db, meeting).flatMap(({ item }) => (item.parent_id === null ? [item] : []))
  for (const item of chosenItems(db, from, itemIds)) {
    const section = item.parent_id === null ? undefined : there.get(item.parent_id)
    const parentId =
      section === undefined ? null : (copies.get(section.id) ?? likeSection(section, sections)?.id ?? null)
    const id = appendItem(context, meeting.id, {
      parent_id: parentId,
      kind: item.kind,
      title: item.title,
      purpose: item.purpose,
      planned_minutes: item.planned_minutes,
      presenter: item.presenter,
      proposal_id: item.proposal_id,
    })
    copies.set(item.id, id)
  }
  return [...copies.values()]
}

/** Kinds that say nothing about what stands under them. */
const anything: readonly ItemRow['kind'][] = ['general', 'section']

/** The section of this agenda that is the same: by kind and title, by title alone, by kind alone. */
function likeSection(section: ItemRow, sections: readonly ItemRow[]): ItemRow | undefined {
  const isSameKind = ({ kind }: ItemRow) => kind === section.kind
  const isSameTitle = ({ title }: ItemRow) => title === section.title
  return (
    sections.find((other) => isSameKind(other) && isSameTitle(other)) ??
    sections.find(isSameTitle) ??
    (anything.includes(section.kind) ? undefined : sections.find(isSameKind))
  )
}
