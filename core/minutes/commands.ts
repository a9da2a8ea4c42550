import { itemName, itemRow } from '../agenda/item-row.ts'
import type { AllHandlers } from '../handler.ts'
import { unclosedMeeting } from '../meetings/meeting-row.ts'
import { readNote, writeNote } from './paragraphs.ts'

export const noteCommands = {
  'note.write': (context, { itemId, text }) => {
    const { db, now } = context
    const item = itemRow(db, itemId)
    unclosedMeeting(db, item.meeting_id)
    writeNote(context, itemId, text)
    context.summarise(`note on ${itemName(item)}`)
    return { itemId, savedAt: now, paragraphs: readNote(db, itemId).paragraphs }
  },
} satisfies Partial<AllHandlers>
