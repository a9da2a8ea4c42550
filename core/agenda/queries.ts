import type { AllHandlers } from '../handler.ts'
import { readItem } from './item-view.ts'

export const agendaQueries = {
  'agenda.read': ({ db, now }, { itemId }) => readItem(db, itemId, now),
} satisfies Partial<AllHandlers>
