import type { Row } from '../../db/store-types.ts'
import type { AllHandlers } from '../handler.ts'
import { requireSitting } from '../meetings/adjourn.ts'
import { openMeeting, requireRoom, unclosedMeeting } from '../meetings/meeting-row.ts'
import { readMeeting } from '../meetings/meeting-view.ts'
import { startClock } from './item-clock.ts'
import { itemName, itemRow, requireProposal } from './item-row.ts'
import { writeOutcome } from './onward.ts'
import { closeGap, makeRoom, requirePlace, requireSection } from './order.ts'
import { removeItem } from './remove-item.ts'

export const agendaCommands = {
  'agenda.add': ({ db, nextId, now, summarise }, input) => {
    const meeting = unclosedMeeting(db, input.meetingId)
    requireRoom(meeting, 'meetingId')
    if (input.parentId !== null) requireSection(db, meeting.id, input.parentId)
    if (input.beforeId !== null) itemRow(db, input.beforeId)
    if (input.proposalId !== null) requireProposal(db, input.proposalId)
    const itemId = nextId()
    const position = makeRoom(db, meeting.id, input, null)
    db.insert('agenda_item', {
      id: itemId,
      meeting_id: meeting.id,
      parent_id: input.parentId,
      position,
      kind: input.kind,
      title: input.title,
      purpose: input.purpose,
      planned_minutes: input.plannedMinutes,
      presenter: input.presenter,
      proposal_id: input.proposalId,
      is_late: input.isLate ? 1 : 0,
      late_acceptance: input.lateAcceptance,
    })
    summarise(`${itemName(itemRow(db, itemId))} added to the agenda`)
    return { itemId, meeting: readMeeting(db, meeting.id, now) }
  },

  'agenda.change': ({ db, now, summarise }, { itemId, ...changes }) => {
    const item = itemRow(db, itemId)
    unclosedMeeting(db, item.meeting_id)
    if (changes.proposalId !== undefined && changes.proposalId !== null)
      requireProposal(db, changes.proposalId)
    db.update(
      'agenda_item',
      itemId,
      given({
        title: changes.title,
        kind: changes.kind,
        purpose: changes.purpose,
        planned_minutes: changes.plannedMinutes,
        presenter: changes.presenter,
        proposal_id: changes.proposalId,
        is_late: changes.isLate === undefined ? undefined : Number(changes.isLate),
        late_acceptance: changes.lateAcceptance,
      }),
    )
    summarise(`agenda item ${itemName(item)} changed`)
    return readMeeting(db, item.meeting_id, now)
  },

  'agenda.move': ({ db, now, summarise }, { itemId, parentId, beforeId }) => {
    const item = itemRow(db, itemId)
    const meeting = unclosedMeeting(db, item.meeting_id)
    requirePlace(db, item, parentId, beforeId)
    const position = makeRoom(db, meeting.id, { parentId, beforeId }, itemId)
    if (item.position !== position || item.parent_id !== parentId) {
      db.update('agenda_item', itemId, { position, parent_id: parentId })
    }
    if (item.parent_id !== parentId) closeGap(db, meeting.id, item.parent_id)
    summarise(`${itemName(item)} moved on the agenda`)
    return readMeeting(db, meeting.id, now)
  },

  'agenda.remove': (context, { itemId }) => {
    const { db, now, summarise } = context
    const item = itemRow(db, itemId)
    const meeting = unclosedMeeting(db, item.meeting_id)
    removeItem(context, meeting, item)
    summarise(`${itemName(item)} taken off the agenda`)
    return readMeeting(db, meeting.id, now)
  },

  'agenda.set-current': (context, { itemId, at }) => {
    const { db, now, summarise } = context
    const item = itemRow(db, itemId)
    const meeting = openMeeting(db, item.meeting_id)
    requireRoom(meeting, 'itemId')
    requireSitting(db, meeting)
    startClock(context, meeting, itemId, at ?? now)
    summarise(`on to ${itemName(item)}`)
    return readMeeting(db, meeting.id, now)
  },

  'agenda.set-outcome': (context, { itemId, ...becoming }) => {
    const { db, now, summarise } = context
    const item = itemRow(db, itemId)
    const words = writeOutcome(context, unclosedMeeting(db, item.meeting_id), [item], becoming)
    summarise(words === '' ? `outcome of ${itemName(item)} taken back` : `${itemName(item)} ${words}`)
    return readMeeting(db, item.meeting_id, now)
  },
} satisfies Partial<AllHandlers>

/** The columns that are given a value. */
function given(columns: Record<string, Row[string] | undefined>): Row {
  const entries = Object.entries(columns).filter(
    (entry): entry is [string, Row[string]] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}
