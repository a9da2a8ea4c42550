import type { Reader } from '../../db/store-types.ts'
import { itemName, itemRow } from '../agenda/item-row.ts'
import { badInput, PanelbookError } from '../contract/errors.ts'
import type { CommandContext } from '../handler.ts'
import { openMeeting } from '../meetings/meeting-row.ts'
import { putBack, type PutBack } from './register-moves.ts'
import { sayAgain } from './write-determination.ts'

/** A determination of an open meeting. */
export interface DeterminationAtHand {
  id: string
  agenda_item_id: string
  question_id: string | null
  proposal_id: string | null
  text: string
  moves: string
  /** What its item is called by in a sentence. */
  name: string
}

/** @throws PanelbookError `not-found`, `meeting-not-open`, `meeting-closed` */
export function determinationAtHand(db: Reader, determinationId: string): DeterminationAtHand {
  const row = db.get<Omit<DeterminationAtHand, 'name'>>(
    'SELECT id, agenda_item_id, question_id, proposal_id, text, moves FROM determination WHERE id = ?',
    determinationId,
  )
  if (row === undefined) throw new PanelbookError('not-found', 'There is no such determination in this book.')
  const item = itemRow(db, row.agenda_item_id)
  openMeeting(db, item.meeting_id)
  return { ...row, name: itemName(item) }
}

/**
 * Changes the words of a determination that rests on no vote. The stage history gives it as its reason and follows.
 * @throws PanelbookError `bad-input` for empty words, or where it rests on a vote: then it is written again, so that
 *   its words are held against the vote
 */
export function changeWords(context: CommandContext, determination: DeterminationAtHand, text: string): void {
  if (text.trim() === '') throw badInput('text', 'must not be empty')
  if (determination.question_id !== null) {
    throw new PanelbookError('bad-input', 'The determination rests on a vote.', {
      safe: 'Nothing was changed.',
      remedy: 'Write the determination of its question again.',
      fields: [{ field: 'determinationId', problem: 'it rests on a vote' }],
    })
  }
  context.db.update('determination', determination.id, { text, written_at: context.now })
  sayAgain(context, determination.id, text)
}

/**
 * Takes a determination back as if it had not been written. A vote under it stays closed as it was taken, and can be
 * answered again, corrected, taken again or withdrawn. The register is put back as `putBack` says.
 * @throws PanelbookError `conflict` where a later meeting ratified the resolution that it decides, and as `putBack`
 */
export function takeBack(
  { db }: CommandContext,
  determination: DeterminationAtHand,
  reason: string,
): PutBack {
  const ratified = db.get<{ number: string }>(
    `SELECT meeting.number FROM determination
     JOIN agenda_item ON agenda_item.id = determination.agenda_item_id
     JOIN meeting ON meeting.id = agenda_item.meeting_id
     WHERE determination.ratifies_question_id = ?`,
    determination.question_id,
  )
  if (ratified !== undefined) {
    throw new PanelbookError('conflict', `The resolution was ratified at meeting ${ratified.number}.`, {
      safe: 'Nothing was changed.',
      remedy: 'Take the ratification back there first.',
    })
  }
  const done = putBack(db, determination, reason)
  db.remove('determination', determination.id)
  return done
}
