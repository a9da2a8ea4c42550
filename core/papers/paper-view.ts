import type { Reader } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { Paper, PaperDeadline } from '../contract/papers.ts'
import { shortDay } from '../timetable/day-in-words.ts'
import { fileWords } from './file-kinds.ts'
import type { Kept } from './keep-file.ts'
import { isPaperLate } from './lateness.ts'
import { keptOf } from './list-paper.ts'

/** A paper as it lies in the book, with what its item says of lateness. */
export interface PaperRow {
  id: string
  agenda_item_id: string
  title: string
  reference: string
  file_name: string | null
  sha256: string | null
  size: number | null
  received_on: string | null
  is_late: number
  late_acceptance: string
  position: number
  meeting_id: string
  /** How the late arrival of the item itself was accepted; empty where it was not late. */
  item_acceptance: string
}

const select = `SELECT paper.*, agenda_item.meeting_id,
    CASE agenda_item.is_late WHEN 1 THEN agenda_item.late_acceptance ELSE '' END AS item_acceptance
  FROM agenda_item JOIN paper ON paper.agenda_item_id = agenda_item.id`

/** @throws PanelbookError `not-found` */
export function paperRow(db: Reader, paperId: string): PaperRow {
  const row = db.get<PaperRow>(`${select} WHERE paper.id = ?`, paperId)
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such paper in this book.')
  return row
}

/** The papers of an item, in order. */
export function itemPapers(db: Reader, itemId: string, deadline: PaperDeadline | null): Paper[] {
  const rows = db.all<PaperRow>(
    `${select} WHERE agenda_item.id = ? ORDER BY paper.position, paper.id`,
    itemId,
  )
  return rows.map((row) => paperView(row, deadline))
}

/** The papers of a meeting by item, those of each in order. One query, however many there are. */
export function meetingPapers(
  db: Reader,
  meetingId: string,
  deadline: PaperDeadline | null,
): Map<string, Paper[]> {
  const rows = db.all<PaperRow>(
    `${select} WHERE agenda_item.meeting_id = ? ORDER BY paper.position, paper.id`,
    meetingId,
  )
  return Map.groupBy(
    rows.map((row) => paperView(row, deadline)),
    ({ itemId }) => itemId,
  )
}

/** The files of all papers of the book, each once. */
export function keptPapers(db: Reader): Kept[] {
  return db
    .all<Kept>('SELECT DISTINCT sha256, size FROM paper WHERE sha256 IS NOT NULL ORDER BY sha256')
    .flatMap((row) => keptOf(row) ?? [])
}

/** How a paper is called in a sentence: its reference, or its title in quotation marks. */
export function paperName({ reference, title }: { reference: string; title: string }): string {
  return reference.trim() === '' ? `“${title}”` : reference
}

function paperView(row: PaperRow, deadline: PaperDeadline | null): Paper {
  const isLate = isPaperLate(row, deadline)
  const isAccepted = [row.late_acceptance, row.item_acceptance].some((words) => words.trim() !== '')
  return {
    id: row.id,
    itemId: row.agenda_item_id,
    title: row.title,
    reference: row.reference,
    receivedOn: row.received_on,
    isLate,
    lateAcceptance: row.late_acceptance,
    needsAcceptance: isLate && !isAccepted,
    lateWords: isLate ? lateWords(row) : '',
    hasFile: keptOf(row) !== null,
    fileName: row.file_name,
    fileWords: row.file_name === null ? '' : fileWords(row.file_name, row.size ?? 0),
    size: row.size,
    sha256: row.sha256,
  }
}

function lateWords(row: PaperRow): string {
  const received = row.received_on === null ? '' : `, received ${shortDay(row.received_on)}`
  if (row.late_acceptance.trim() !== '') return `late${received}: ${row.late_acceptance.trim()}`
  const accepted =
    row.item_acceptance.trim() === '' ? 'how that was accepted is not recorded' : 'accepted with its item'
  return `late${received}; ${accepted}`
}
