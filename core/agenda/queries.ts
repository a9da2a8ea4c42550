import type { AllHandlers } from '../handler.ts'
import { meetingRow } from '../meetings/meeting-row.ts'
import { readItem } from './item-view.ts'
import { onwardChoices } from './onward.ts'
import { suggest } from './suggestions/suggest.ts'

export const agendaQueries = {
  'agenda.read': ({ db, now }, { itemId }) => readItem(db, itemId, now),
  'agenda.onward-meetings': ({ db }, { meetingId }) => onwardChoices(db, meetingRow(db, meetingId)),
  'agenda.suggest': ({ db }, { meetingId }) => suggest(db, meetingRow(db, meetingId)),
} satisfies Partial<AllHandlers>
