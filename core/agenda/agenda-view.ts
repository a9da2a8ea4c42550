import type { Reader } from '../../db/store-types.ts'
import type { AgendaLine } from '../contract/meetings.ts'
import type { MeetingRow } from '../meetings/meeting-row.ts'
import { itemSelect, type ItemRow } from './item-row.ts'
import { goesTo } from './onward.ts'
import { fullSubItemLabel, itemLabel, subItemLabel } from './numbering.ts'

interface Held {
  itemId: string
  paragraphs: number
  questions: number
  openVotes: number
  actions: number
  papers: number
  secondsTaken: number
  runningSince: string | null
}

const heldSelect = `SELECT item.id AS itemId,
       (SELECT COUNT(*) FROM note_paragraph WHERE agenda_item_id = item.id) AS paragraphs,
       (SELECT COUNT(*) FROM question WHERE agenda_item_id = item.id) AS questions,
       (SELECT COUNT(*) FROM question JOIN vote_round ON vote_round.question_id = question.id
         WHERE question.agenda_item_id = item.id AND vote_round.state = 'open' AND EXISTS
           (SELECT 1 FROM position WHERE vote_round_id = vote_round.id AND value = 'pending')) AS openVotes,
       (SELECT COUNT(*) FROM action WHERE agenda_item_id = item.id) AS actions,
       (SELECT COUNT(*) FROM paper WHERE agenda_item_id = item.id) AS papers,
       (SELECT COALESCE(SUM(unixepoch(ended_at) - unixepoch(started_at)), 0) FROM item_timing
         WHERE agenda_item_id = item.id AND ended_at IS NOT NULL) AS secondsTaken,
       (SELECT started_at FROM item_timing
         WHERE agenda_item_id = item.id AND ended_at IS NULL LIMIT 1) AS runningSince
     FROM agenda_item AS item`

/** An item with its number as printed, and as a sentence names it: "(b)" is "199.6 (b)" there. */
export interface NumberedItem {
  item: ItemRow
  label: string
  fullLabel: string
}

/** The agenda of a meeting, each section followed by its items. One query more, however long it is. */
export function agendaOf(db: Reader, meeting: MeetingRow, items: readonly NumberedItem[]): AgendaLine[] {
  const held = new Map(
    db.all<Held>(`${heldSelect} WHERE item.meeting_id = ?`, meeting.id).map((row) => [row.itemId, row]),
  )
  return items.map((numbered) => agendaLine(numbered, held.get(numbered.item.id)))
}

/** The line of one item. */
export function agendaLineOf(db: Reader, numbered: NumberedItem): AgendaLine {
  return agendaLine(numbered, db.get<Held>(`${heldSelect} WHERE item.id = ?`, numbered.item.id))
}

/** The items of a meeting in order, numbered. */
export function numberedItems(db: Reader, meeting: MeetingRow): NumberedItem[] {
  const items = db.all<ItemRow>(
    `${itemSelect} WHERE agenda_item.meeting_id = ? ORDER BY agenda_item.position, agenda_item.id`,
    meeting.id,
  )
  const numbering = {
    meeting: meeting.number,
    // A written resolution has one item, which is the resolution itself.
    item: meeting.form === 'meeting' ? meeting.item_numbering : '{meeting}',
    subItem: meeting.sub_item_numbering,
  }
  const under = Map.groupBy(items, (item) => item.parent_id)
  return (under.get(null) ?? []).flatMap((item, index) => {
    const section = itemLabel(numbering, index + 1)
    return [
      { item, label: section, fullLabel: section },
      ...(under.get(item.id) ?? []).map((subItem, subIndex) => ({
        item: subItem,
        label: subItemLabel(numbering, index + 1, subIndex + 1),
        fullLabel: fullSubItemLabel(numbering, index + 1, subIndex + 1),
      })),
    ]
  })
}

function agendaLine({ item, label, fullLabel }: NumberedItem, held: Held | undefined): AgendaLine {
  return {
    id: item.id,
    parentId: item.parent_id,
    label,
    fullLabel,
    kind: item.kind,
    title: item.title,
    purpose: item.purpose,
    plannedMinutes: item.planned_minutes,
    secondsTaken: Math.max(0, held?.secondsTaken ?? 0),
    runningSince: held?.runningSince ?? null,
    presenter: item.presenter,
    proposal:
      item.proposal_id === null
        ? null
        : {
            id: item.proposal_id,
            reference: item.proposal_reference ?? '',
            title: item.proposal_title ?? '',
          },
    isLate: item.is_late === 1,
    lateAcceptance: item.late_acceptance,
    outcome: item.outcome,
    outcomeReason: item.outcome_reason,
    goesTo: goesTo(item),
    counts: {
      paragraphs: held?.paragraphs ?? 0,
      questions: held?.questions ?? 0,
      openVotes: held?.openVotes ?? 0,
      actions: held?.actions ?? 0,
      papers: held?.papers ?? 0,
    },
  }
}
