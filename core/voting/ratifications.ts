import type { Reader } from '../../db/store-types.ts'
import { numberedItems } from '../agenda/agenda-view.ts'
import { itemRow } from '../agenda/item-row.ts'
import type { RatifiedResolution, Ratification } from '../contract/resolutions.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { dayInWords } from '../timetable/day-in-words.ts'
import { composeRound, currentRound, evaluateRound, positionRows, questionRow } from './round-row.ts'

interface RatificationRow {
  question_id: string
  determination_id: string
  meeting_id: string
  item_id: string
  text: string
}

/** Where a resolution was ratified; whether that still stands is seen from its vote. */
export type RatificationPlace = Omit<Ratification, 'isStale'>

/** Where written resolutions were ratified, by the id of their question. */
export function readRatifications(
  db: Reader,
  questionIds: readonly string[],
): Map<string, RatificationPlace> {
  const rows = db.all<RatificationRow>(
    `SELECT determination.ratifies_question_id AS question_id, determination.id AS determination_id,
       agenda_item.meeting_id, agenda_item.id AS item_id, determination.text
     FROM json_each(?) AS wanted
     JOIN determination ON determination.ratifies_question_id = wanted.value
     JOIN agenda_item ON agenda_item.id = determination.agenda_item_id`,
    JSON.stringify(questionIds),
  )
  const places = new Map(
    [...new Set(rows.map(({ meeting_id }) => meeting_id))].map((meetingId) => {
      const meeting = meetingRow(db, meetingId)
      const labels = new Map(numberedItems(db, meeting).map(({ item, fullLabel }) => [item.id, fullLabel]))
      return [meetingId, { meeting, labels }]
    }),
  )
  return new Map(
    rows.flatMap((row) => {
      const place = places.get(row.meeting_id)
      if (place === undefined) return []
      const ratification: RatificationPlace = {
        determinationId: row.determination_id,
        meetingId: row.meeting_id,
        meeting: place.meeting.number,
        itemId: row.item_id,
        item: place.labels.get(row.item_id) ?? '',
        on: place.meeting.starts_on,
        text: row.text,
      }
      return [[row.question_id, ratification]]
    }),
  )
}

/** The written resolutions that some determinations ratify, by the id of the question. */
export function readRatified(db: Reader, questionIds: readonly string[]): Map<string, RatifiedResolution> {
  return new Map(
    db
      .all<RatifiedResolution>(
        `SELECT question.id AS questionId, meeting.id AS meetingId, agenda_item.id AS itemId, meeting.number
         FROM json_each(?) AS wanted
         JOIN question ON question.id = wanted.value
         JOIN agenda_item ON agenda_item.id = question.agenda_item_id
         JOIN meeting ON meeting.id = agenda_item.meeting_id`,
        JSON.stringify(questionIds),
      )
      .map((row) => [row.questionId, { ...row }]),
  )
}

/**
 * The words of a ratification, from the resolution as it stands: "The Test Panel ratified the written resolution WR1 of
 * 12 December 2016: …". Empty where the resolution is not carried, or not any more.
 */
export function composeRatification(db: Reader, questionId: string): string {
  const question = questionRow(db, questionId)
  const round = currentRound(db, questionId)
  const positions = positionRows(db, [round.id])
  if (question.withdrawn_at !== null || evaluateRound(round, positions).verdict !== 'carried') return ''
  const meeting = meetingRow(db, itemRow(db, question.agenda_item_id).meeting_id)
  const determination = db.get<{ text: string }>(
    'SELECT text FROM determination WHERE question_id = ?',
    questionId,
  )
  const decided = determination?.text ?? composeRound(question, round, positions)
  return (
    `The ${meeting.body_name} ratified the written resolution ${meeting.number} of ` +
    `${dayInWords(meeting.starts_on)}: ${decided}`
  )
}
