import type { AllHandlers } from '../handler.ts'
import { readActions } from './action-view.ts'

export const actionQueries = {
  'action.list': ({ db, now }, filter) => ({ actions: readActions(db, filter, now) }),
} satisfies Partial<AllHandlers>
