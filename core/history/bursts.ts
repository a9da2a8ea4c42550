import type { JournalEntry } from '../../db/store-types.ts'

/** What tells whether two commands are one piece of typing. */
export type BurstEntry = Pick<JournalEntry, 'seq' | 'at' | 'device' | 'command' | 'input'>

const longestPause = 5_000
const minute = 60_000

/**
 * Whether a command goes on with the typing of the one before it, so that both are undone, redone and shown as one:
 * the same note, on the same laptop, without a pause of more than five seconds. A minute on the clock ends a burst, so
 * that no single undo takes back five minutes of typing. Both are commands themselves, not the undo or redo of one.
 */
export function continuesBurst(entry: BurstEntry, previous: BurstEntry): boolean {
  const item = notedItem(entry)
  if (item === undefined || item !== notedItem(previous)) return false
  if (entry.device !== previous.device || entry.seq <= previous.seq) return false
  const [now, before] = [Date.parse(entry.at), Date.parse(previous.at)]
  return Math.floor(now / minute) === Math.floor(before / minute) && Math.abs(now - before) <= longestPause
}

function notedItem({ command, input }: BurstEntry): unknown {
  return command === 'note.write' ? (input as { itemId: unknown }).itemId : undefined
}
