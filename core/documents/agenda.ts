import { purposeWords } from '../contract/words.ts'
import type { MeetingRecord, RecordItem } from '../minutes/record-types.ts'
import { capital } from '../sentence.ts'
import { broughtTable } from './action-tables.ts'
import { timeAfter } from './dates.ts'
import { frameDocument } from './document-frame.ts'
import { paperWords, titleOf } from './item-words.ts'
import {
  bold,
  cells,
  heading,
  italic,
  paragraph,
  plain,
  tableBlock,
  type Block,
  type Cell,
  type DocumentModel,
  type Row,
} from './model.ts'
import { outcomeSentence } from './outcome-sentence.ts'
import { resolutionOf } from './resolution-frame.ts'
import { resolutionPaper } from './resolution-paper.ts'

/**
 * The agenda of a meeting: its items in order with purpose, presenter and planned time, and the open actions. Of a
 * written resolution it is the paper that goes round.
 */
export function agendaDocument(record: MeetingRecord, hash: string): DocumentModel {
  const resolution = resolutionOf(record)
  if (resolution !== null) return resolutionPaper(record, resolution, hash)
  const options = { kind: 'agenda', name: 'Agenda', hasActualTimes: false, isBeforehand: true }
  return frameDocument(record, hash, options, [
    heading(1, 'Items'),
    record.items.length === 0
      ? paragraph('body', 'No item has been put on the agenda yet.')
      : agendaTable(record),
    ...(record.actions.carriedIn.length === 0
      ? []
      : [heading(1, 'Open actions'), tableBlock(broughtTable(record, 'Actions brought into this meeting'))]),
  ])
}

function agendaTable(record: MeetingRecord): Block {
  return tableBlock({
    kind: 'plain',
    caption: 'In the order of the meeting, with planned times',
    columns: [
      { header: 'Time', align: 'left', width: 8 },
      { header: 'Item', align: 'left', width: 10 },
      { header: 'Subject', align: 'left', width: 43 },
      { header: 'Purpose', align: 'left', width: 15 },
      { header: 'Presenter', align: 'left', width: 17 },
      { header: 'Min', align: 'right', width: 7 },
    ],
    columnGroups: null,
    rows: plannedRows(record),
    legend: 'Min: planned minutes.',
  })
}

/** Each item at the time at which it comes if every one before it takes its planned minutes. */
function plannedRows({ items, heading: { startTime } }: MeetingRecord): Row[] {
  const hasItems = new Set(items.map(({ parentId }) => parentId))
  const isPlanned = items.some(({ plannedMinutes }) => plannedMinutes > 0)
  let elapsed = 0
  return items.map((item) => {
    const time = isPlanned ? timeAfter(startTime, elapsed) : ''
    // A section’s own minutes are a budget for the items in it, unless none of them has its own.
    const counts =
      !hasItems.has(item.itemId) ||
      !items.some((under) => under.parentId === item.itemId && under.plannedMinutes > 0)
    if (counts) elapsed += item.plannedMinutes
    const isSection = hasItems.has(item.itemId)
    return cells(
      time,
      item.label,
      subjectCell(item, isSection),
      isSection ? '' : capital(purposeWords[item.purpose].replace(/^For /, '')),
      item.presenter,
      !counts || item.plannedMinutes === 0 ? '' : String(item.plannedMinutes),
    )
  })
}

function subjectCell(item: RecordItem, isSection: boolean): Cell {
  const title = item.parentId === null || isSection ? bold(titleOf(item)) : plain(titleOf(item))
  const papers = item.papers.map((paper) => `Paper: ${paperWords(paper)}`)
  const late = item.isLate ? [`Late item${item.lateAcceptance === '' ? '' : `: ${item.lateAcceptance}`}`] : []
  // An item that will not be taken after all, in an agenda that is sent round once more.
  const onward = item.goesTo === undefined ? [] : [outcomeSentence(item)]
  const more = [...late, ...onward, ...papers]
  return { runs: more.length === 0 ? [title] : [title, italic(`\n${more.join('\n')}`)] }
}
