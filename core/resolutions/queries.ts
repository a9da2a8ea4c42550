import type { AllHandlers } from '../handler.ts'
import { readResolutions } from './resolution-view.ts'

export const resolutionQueries = {
  'resolution.list': ({ db, now }, { bodyId, state }) => ({
    resolutions: readResolutions(db, bodyId, now).filter(
      (each) => state === undefined || each.state === state,
    ),
  }),
} satisfies Partial<AllHandlers>
