import type { Reader } from '../../db/store-types.ts'
import type { Script, ScriptStep } from '../contract/script-words.ts'
import { itemKinds } from '../contract/words.ts'

/** The scripts of a body, in the order of the kinds of item; empty for an unknown body. */
export function readScripts(db: Reader, bodyId: string): Script[] {
  return db
    .all<{ item_kind: Script['itemKind']; steps: string; source_note: string }>(
      'SELECT item_kind, steps, source_note FROM script WHERE body_id = ?',
      bodyId,
    )
    .map(({ item_kind, steps, source_note }) => ({
      itemKind: item_kind,
      steps: JSON.parse(steps) as ScriptStep[],
      sourceNote: source_note,
    }))
    .sort((one, other) => itemKinds.indexOf(one.itemKind) - itemKinds.indexOf(other.itemKind))
}
