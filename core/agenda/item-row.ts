import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { ItemKind, Outcome, Purpose } from '../contract/words.ts'

/** An agenda item as it lies in the book. */
export interface ItemRow {
  id: string
  meeting_id: string
  parent_id: string | null
  position: number
  kind: ItemKind
  title: string
  purpose: Purpose
  planned_minutes: number
  presenter: string
  proposal_id: string | null
  is_late: number
  late_acceptance: string
  outcome: Outcome | null
  outcome_reason: string
  next_meeting_id: string | null
  /** Of the meeting to which it goes on. */
  next_number: string | null
  next_starts_on: string | null
  proposal_reference: string | null
  proposal_title: string | null
}

export const itemSelect = `SELECT agenda_item.*, proposal.reference AS proposal_reference,
    proposal.title AS proposal_title, next.number AS next_number, next.starts_on AS next_starts_on
  FROM agenda_item
  LEFT JOIN proposal ON proposal.id = agenda_item.proposal_id
  LEFT JOIN meeting AS next ON next.id = agenda_item.next_meeting_id`

/** @throws PanelbookError `not-found` */
export function itemRow(db: Reader, itemId: string): ItemRow {
  const row = db.get<ItemRow>(`${itemSelect} WHERE agenda_item.id = ?`, itemId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such agenda item in this book.')
  return row
}

/** How an item is called in a sentence: the reference of its proposal, or its title in quotation marks. */
export function itemName(item: Pick<ItemRow, 'proposal_reference' | 'title'>): string {
  return item.proposal_reference ?? `“${item.title}”`
}

/** @throws PanelbookError `not-found` */
export function requireProposal(db: Reader, proposalId: string): void {
  if (db.get('SELECT 1 FROM proposal WHERE id = ?', proposalId) === undefined) {
    throw new PanelbookError('not-found', 'There is no such proposal in this book.')
  }
}
