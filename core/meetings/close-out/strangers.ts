import type { Reader } from '../../../db/store-types.ts'
import type { NumberedItem } from '../../agenda/agenda-view.ts'
import type { Finding } from '../../contract/close-out.ts'
import { plainParagraph } from '../../contract/note-text.ts'
import type { MeetingRow } from '../meeting-row.ts'

/** A word of a note that can be somebody's initials: two to four capitals by themselves. */
const initialsWord = /(?<![\p{L}\p{N}])\p{Lu}{2,4}(?![\p{L}\p{N}])/gu

/**
 * Initials in the notes of people who were never in the room. Words in capitals that are nobody's initials, such as
 * SCR, are no concern of it; those of somebody of the book are, unless somebody in the room has them at this meeting.
 */
export function strangersInNotes(
  db: Reader,
  meeting: MeetingRow,
  items: readonly NumberedItem[],
): Omit<Finding, 'mustBeMended'>[] {
  const inRoom = new Set(
    db
      .all<{ initials: string }>(
        `SELECT initials FROM attendance WHERE meeting_id = ?
           AND EXISTS (SELECT 1 FROM attendance_interval WHERE attendance_id = attendance.id)`,
        meeting.id,
      )
      .map(({ initials }) => initials),
  )
  const strangers = new Map(
    db
      .all<{ initials: string; name: string }>(
        `SELECT initials, name FROM person
         UNION SELECT attendance.initials, person.name FROM attendance
           JOIN person ON person.id = attendance.person_id WHERE attendance.meeting_id = ?`,
        meeting.id,
      )
      .filter(({ initials }) => !inRoom.has(initials))
      .map(({ initials, name }) => [initials, name]),
  )
  if (strangers.size === 0) return []
  const notes = Map.groupBy(
    db.all<{ item_id: string; text: string }>(
      `SELECT agenda_item.id AS item_id, note_paragraph.text
       FROM agenda_item JOIN note_paragraph ON note_paragraph.agenda_item_id = agenda_item.id
       WHERE agenda_item.meeting_id = ?`,
      meeting.id,
    ),
    ({ item_id }) => item_id,
  )
  return items.flatMap(({ item, fullLabel }) => {
    const words = (notes.get(item.id) ?? []).flatMap(
      ({ text }) => plainParagraph(text).match(initialsWord) ?? [],
    )
    return [...new Set(words)].flatMap((word) => {
      const name = strangers.get(word)
      if (name === undefined) return []
      return [
        {
          key: `not-in-room:${item.id}:${word}`,
          kind: 'not-in-room' as const,
          sentence: `${fullLabel} The note names ${word} (${name}), who was not in the room.`,
          itemId: item.id,
          questionId: null,
        },
      ]
    })
  })
}
