import type { Reader } from '../../db/store-types.ts'
import type { Consequence } from '../contract/consequences.ts'
import { badInput } from '../contract/errors.ts'

/**
 * Refuses a consequence that would move a proposal to a stage that the body's code has not. A body without a code is
 * not asked: its proposals may be of several.
 * @param lists the consequences, each list with its path in the input: `questionKinds.0.consequences`
 * @throws PanelbookError `bad-input` naming the field and listing the stages that there are
 */
export function refuseUnknownStages(
  db: Reader,
  codeId: string | null,
  lists: readonly { path: string; consequences: readonly Consequence[] }[],
): void {
  if (codeId === null) return
  const keys = db
    .all<{ key: string }>('SELECT key FROM stage WHERE code_id = ? ORDER BY position, id', codeId)
    .map(({ key }) => key)
  lists.forEach(({ path, consequences }) =>
    consequences.forEach((consequence, index) => {
      if (consequence.kind !== 'stage' || keys.includes(consequence.stage)) return
      throw badInput(`${path}.${index}.stage`, `the code has no such stage; it has ${keys.join(', ')}`)
    }),
  )
}
