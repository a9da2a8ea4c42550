import type { Reader } from '../../db/store-types.ts'
import type { AllHandlers } from '../handler.ts'
import { meetingRow, requireRoom, unclosedMeeting, type MeetingRow } from '../meetings/meeting-row.ts'
import { readMeeting } from '../meetings/meeting-view.ts'
import { copyItems } from './copy-items.ts'
import { itemName, itemRow } from './item-row.ts'
import { chosenItems, moveItems, withoutCarried } from './move-items.ts'
import { writeOutcome } from './onward.ts'
import { removeItem } from './remove-item.ts'
import { addSuggested } from './suggestions/lay-in.ts'

/** Building an agenda: several items at once, each time in one step that is undone as one. */
export const agendaBuildingCommands = {
  'agenda.add-suggested': (context, { meetingId, keys }) => {
    const { db, now, summarise } = context
    const meeting = unclosedMeeting(db, meetingId)
    requireRoom(meeting, 'meetingId')
    const itemIds = addSuggested(context, meeting, keys)
    summarise(`${named(db, itemIds)} put on the agenda from the register`)
    return { itemIds, meeting: readMeeting(db, meetingId, now) }
  },

  'agenda.move-many': ({ db, now, summarise }, { itemIds, ...place }) => {
    const meeting = meetingOf(db, itemIds)
    const items = withoutCarried(chosenItems(db, meeting, itemIds))
    moveItems(db, meeting, items, place)
    summarise(`${named(db, idsOf(items))} moved on the agenda`)
    return readMeeting(db, meeting.id, now)
  },

  'agenda.remove-many': (context, { itemIds }) => {
    const { db, now, summarise } = context
    const meeting = meetingOf(db, itemIds)
    const items = chosenItems(db, meeting, itemIds)
    const words = named(db, idsOf(items))
    // From the end: what stands in a section goes before the section.
    for (const item of items.toReversed()) removeItem(context, meeting, item)
    summarise(`${words} taken off the agenda`)
    return readMeeting(db, meeting.id, now)
  },

  'agenda.set-outcome-many': (context, { itemIds, ...becoming }) => {
    const { db, now, summarise } = context
    const meeting = meetingOf(db, itemIds)
    const items = chosenItems(db, meeting, itemIds)
    const words = writeOutcome(context, meeting, items, becoming)
    const names = named(db, idsOf(items))
    summarise(words === '' ? `outcome of ${names} taken back` : `${names} ${words}`)
    return readMeeting(db, meeting.id, now)
  },

  'agenda.copy': (context, { meetingId, fromMeetingId, itemIds }) => {
    const { db, now, summarise } = context
    const meeting = unclosedMeeting(db, meetingId)
    requireRoom(meeting, 'meetingId')
    const from = meetingRow(db, fromMeetingId)
    const copies = copyItems(context, meeting, from, itemIds)
    summarise(`${named(db, copies)} copied from meeting ${from.number}`)
    return { itemIds: copies, meeting: readMeeting(db, meetingId, now) }
  },
} satisfies Partial<AllHandlers>

/** The meeting on whose agenda the first of the items stands. @throws PanelbookError `not-found`, `meeting-closed` */
function meetingOf(db: Reader, itemIds: readonly string[]): MeetingRow {
  return unclosedMeeting(db, itemRow(db, itemIds[0] ?? '').meeting_id)
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id)
}

/** One item by its name, several by their number. */
function named(db: Reader, itemIds: readonly string[]): string {
  const [only, ...others] = itemIds
  return only !== undefined && others.length === 0 ? itemName(itemRow(db, only)) : `${itemIds.length} items`
}
