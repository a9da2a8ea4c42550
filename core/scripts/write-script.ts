import type { Script } from '../contract/script-words.ts'
import type { CommandContext } from '../handler.ts'

/** Writes the script of a kind of item in the place of the one before; without steps there is none. */
export function writeScript(
  { db, nextId }: Pick<CommandContext, 'db' | 'nextId'>,
  bodyId: string,
  { itemKind, steps, sourceNote }: Omit<Script, 'sourceNote'> & { sourceNote: string | undefined },
): void {
  const before = db.get<{ id: string }>(
    'SELECT id FROM script WHERE body_id = ? AND item_kind = ?',
    bodyId,
    itemKind,
  )
  const row = {
    steps: JSON.stringify(steps),
    ...(sourceNote === undefined ? {} : { source_note: sourceNote }),
  }
  if (before === undefined) {
    if (steps.length > 0) db.insert('script', { id: nextId(), body_id: bodyId, item_kind: itemKind, ...row })
  } else if (steps.length === 0) db.remove('script', before.id)
  else db.update('script', before.id, row)
}
