import type { Reader } from '../../db/store-types.ts'
import type { Snippet } from '../contract/snippets.ts'

/** The snippets of a body, in order; empty for an unknown body. */
export function readSnippets(db: Reader, bodyId: string): Snippet[] {
  return db.all<Snippet>('SELECT id, key, text FROM snippet WHERE body_id = ? ORDER BY position, id', bodyId)
}
