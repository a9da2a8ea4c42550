import type { AllHandlers } from '../handler.ts'
import { find } from './find.ts'

export const searchQueries = {
  'search.find': ({ db }, { text, limit }) => ({ hits: find(db, text, limit) }),
} satisfies Partial<AllHandlers>
