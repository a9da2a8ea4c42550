import type { Reader } from '../../db/store-types.ts'
import type { CommandContext } from '../handler.ts'
import { numberedItems, type NumberedItem } from '../agenda/agenda-view.ts'
import { itemRow } from '../agenda/item-row.ts'
import { joinNote, splitNote } from '../contract/note-text.ts'
import { meetingRow, type MeetingRow } from '../meetings/meeting-row.ts'

/** One paragraph of the minutes with its number; what its text may hold is told in core/contract/note-text.ts. */
export interface NumberedParagraph {
  number: number
  text: string
}

interface ParagraphRow {
  id: string
  agenda_item_id: string
  position: number
  text: string
  number: number | null
}

/**
 * Writes the note of an item. Rows are matched by position, so that a save after a keystroke writes the one
 * paragraph that changed and nothing else.
 */
export function writeNote({ db, nextId }: CommandContext, itemId: string, text: string): void {
  const existing = db.all<ParagraphRow>(
    'SELECT * FROM note_paragraph WHERE agenda_item_id = ? ORDER BY position, id',
    itemId,
  )
  const wanted = splitNote(text)
  wanted.forEach((paragraph, index) => {
    const row = existing[index]
    const position = index + 1
    if (row === undefined) {
      db.insert('note_paragraph', {
        id: nextId(),
        agenda_item_id: itemId,
        position,
        text: paragraph,
        number: null,
      })
      return
    }
    const changes = {
      ...(row.text === paragraph ? {} : { text: paragraph }),
      ...(row.position === position ? {} : { position }),
    }
    if (Object.keys(changes).length > 0) db.update('note_paragraph', row.id, changes)
  })
  for (const row of existing.slice(wanted.length)) db.remove('note_paragraph', row.id)
}

/** The note of an item, whole and in numbered paragraphs. */
export interface Note {
  text: string
  paragraphs: NumberedParagraph[]
}

/** @throws PanelbookError `not-found` */
export function readNote(db: Reader, itemId: string): Note {
  const meeting = meetingRow(db, itemRow(db, itemId).meeting_id)
  return noteOf(db, meeting, numberedItems(db, meeting), itemId)
}

/** The note of an item of a meeting that has been read already, with its items. */
export function noteOf(
  db: Reader,
  meeting: MeetingRow,
  items: readonly NumberedItem[],
  itemId: string,
): Note {
  const paragraphs = paragraphsByItem(db, meeting, items).get(itemId) ?? []
  return { text: joinNote(paragraphs), paragraphs }
}

/**
 * The paragraphs of a meeting's minutes by item, numbered from the meeting's first number over the agenda in
 * printed order. A closed meeting keeps the numbers that were written when it closed. Items without a note are
 * not in the map.
 * @throws PanelbookError `not-found`
 */
export function numberParagraphs(db: Reader, meetingId: string): Map<string, NumberedParagraph[]> {
  const meeting = meetingRow(db, meetingId)
  return paragraphsByItem(db, meeting, numberedItems(db, meeting))
}

function paragraphsByItem(
  db: Reader,
  meeting: MeetingRow,
  items: readonly NumberedItem[],
): Map<string, NumberedParagraph[]> {
  const numbered = new Map<string, NumberedParagraph[]>()
  for (const [itemId, rows] of liveNumbers(db, meeting, items)) {
    numbered.set(
      itemId,
      rows.map(({ row, number }) => ({
        number: meeting.state === 'closed' ? (row.number ?? number) : number,
        text: row.text,
      })),
    )
  }
  return numbered
}

/** Writes the numbers that stand now: the last step before a meeting's record becomes final. */
export function writeParagraphNumbers(db: CommandContext['db'], meetingId: string): void {
  const meeting = meetingRow(db, meetingId)
  for (const rows of liveNumbers(db, meeting, numberedItems(db, meeting)).values()) {
    for (const { row, number } of rows) {
      if (row.number !== number) db.update('note_paragraph', row.id, { number })
    }
  }
}

function liveNumbers(
  db: Reader,
  meeting: MeetingRow,
  items: readonly NumberedItem[],
): Map<string, { row: ParagraphRow; number: number }[]> {
  const rows = Map.groupBy(
    db.all<ParagraphRow>(
      `SELECT note_paragraph.* FROM note_paragraph
       JOIN agenda_item ON agenda_item.id = note_paragraph.agenda_item_id
       WHERE agenda_item.meeting_id = ? ORDER BY note_paragraph.position, note_paragraph.id`,
      meeting.id,
    ),
    (row) => row.agenda_item_id,
  )
  const numbered = new Map<string, { row: ParagraphRow; number: number }[]>()
  let number = meeting.first_paragraph
  for (const { item } of items) {
    const ofItem = rows.get(item.id)
    if (ofItem === undefined) continue
    numbered.set(
      item.id,
      ofItem.map((row) => ({ row, number: number++ })),
    )
  }
  return numbered
}
