import type { AllHandlers } from '../handler.ts'
import { readBody, readBodySummaries, readCodes, readPeople } from './body-view.ts'
import { shippedProfiles } from './shipped-profiles.ts'

export const bodyQueries = {
  'code.list': ({ db }) => ({ codes: readCodes(db) }),
  'body.profiles': () => ({
    profiles: shippedProfiles().map((profile) => ({
      key: profile.key,
      name: profile.body.name,
      kind: profile.body.kind,
      sourceNote: profile.body.sourceNote,
    })),
  }),
  'body.list': ({ db, now }) => ({ bodies: readBodySummaries(db, now.slice(0, 10)) }),
  'body.read': ({ db }, { bodyId }) => readBody(db, bodyId),
  'person.list': ({ db }) => ({ people: readPeople(db) }),
} satisfies Partial<AllHandlers>
