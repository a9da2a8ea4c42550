import type { Row, Writer } from '../../db/store-types.ts'
import { itemName, itemRow } from '../agenda/item-row.ts'
import { readItem } from '../agenda/item-view.ts'
import { badInput } from '../contract/errors.ts'
import type { AllHandlers } from '../handler.ts'
import { unclosedMeeting } from '../meetings/meeting-row.ts'
import { listPaper, papersUnder } from './list-paper.ts'
import { paperName, paperRow } from './paper-view.ts'

export const paperCommands = {
  'agenda.add-paper': ({ db, nextId, summarise }, { itemId, ...paper }) => {
    const item = itemRow(db, itemId)
    unclosedMeeting(db, item.meeting_id)
    const paperId = listPaper(db, nextId(), itemId, paper)
    summarise(`paper ${paperName(paper)} listed under ${itemName(item)}`)
    return { paperId }
  },

  'paper.change': ({ db, now, summarise }, { paperId, ...changes }) => {
    const paper = paperRow(db, paperId)
    unclosedMeeting(db, paper.meeting_id)
    const given: Row = {
      ...(changes.title === undefined ? {} : { title: changes.title }),
      ...(changes.reference === undefined ? {} : { reference: changes.reference }),
      ...(changes.receivedOn === undefined ? {} : { received_on: changes.receivedOn }),
      ...(changes.isLate === undefined ? {} : { is_late: Number(changes.isLate) }),
      ...(changes.lateAcceptance === undefined ? {} : { late_acceptance: changes.lateAcceptance }),
    }
    if (Object.keys(given).length > 0) db.update('paper', paperId, given)
    const isAcceptance = Object.keys(given).join() === 'late_acceptance' && changes.lateAcceptance !== ''
    summarise(`paper ${paperName(paper)} ${isAcceptance ? 'accepted late' : 'changed'}`)
    return readItem(db, paper.agenda_item_id, now)
  },

  'paper.move': ({ db, now, summarise }, { paperId, itemId, beforeId }) => {
    const paper = paperRow(db, paperId)
    unclosedMeeting(db, paper.meeting_id)
    const item = itemRow(db, itemId)
    if (item.meeting_id !== paper.meeting_id) {
      throw badInput('itemId', 'is not on the agenda of the same meeting')
    }
    if (beforeId === paperId) throw badInput('beforeId', 'a paper cannot stand before itself')
    const others = papersUnder(db, itemId).filter((id) => id !== paperId)
    const at = beforeId === null ? others.length : others.indexOf(beforeId)
    if (at < 0) throw badInput('beforeId', 'is not a paper of that item')
    if (paper.agenda_item_id !== itemId) db.update('paper', paperId, { agenda_item_id: itemId })
    putInOrder(db, others.toSpliced(at, 0, paperId))
    putInOrder(db, papersUnder(db, paper.agenda_item_id))
    const where = paper.agenda_item_id === itemId ? '' : ` to ${itemName(item)}`
    summarise(`paper ${paperName(paper)} moved${where}`)
    return readItem(db, itemId, now)
  },

  'paper.remove': ({ db, now, summarise }, { paperId }) => {
    const paper = paperRow(db, paperId)
    unclosedMeeting(db, paper.meeting_id)
    const item = itemRow(db, paper.agenda_item_id)
    db.remove('paper', paperId)
    putInOrder(db, papersUnder(db, item.id))
    summarise(`paper ${paperName(paper)} taken off ${itemName(item)}`)
    return readItem(db, item.id, now)
  },
} satisfies Partial<AllHandlers>

/** Numbers papers from 1 without gaps. Those that stand right already are not touched. */
function putInOrder(db: Writer, paperIds: readonly string[]): void {
  paperIds.forEach((id, index) => {
    const position = index + 1
    if (paperRow(db, id).position !== position) db.update('paper', id, { position })
  })
}
