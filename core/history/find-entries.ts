import type { JournalEntry, Reader } from '../../db/store-types.ts'
import type { History } from '../handler.ts'
import { continuesBurst } from './bursts.ts'
import type { Whose } from './whose.ts'

/** Which entries are asked for; all where nothing is said. */
export interface EntryFilter {
  meetingId?: string | undefined
  itemId?: string | undefined
  /** Words that must all stand in what was done or in the name of who did it. */
  text?: string | undefined
}

/** Entries that are told as one, newest first: typing that one undo takes back, or the steps of that one undo. */
export type Together = [newest: JournalEntry, ...JournalEntry[]]

/** How many are read from the history at once. */
const readAtOnce = 200

/**
 * The entries before a place in the history, newest first, in groups that are told as one.
 * @param options.merged whether typing is put together; each entry stands by itself where it is not
 * @returns the groups, and where the next page begins: null at the beginning of the history
 */
export function findEntries(
  { db, history, whose }: { db: Reader; history: History; whose: Whose },
  filter: EntryFilter,
  { before, limit, merged }: { before: number | undefined; limit: number; merged: boolean },
): { groups: Together[]; next: number | null } {
  const groups: Together[] = []
  for (const entry of entriesBefore({ db, history, whose }, filter, before)) {
    const last = groups.at(-1)
    if (merged && last !== undefined && goWithEachOther(last.at(-1) ?? last[0], entry)) {
      last.push(entry)
      continue
    }
    // The first of the next page: only now is it known that the last group is whole.
    if (groups.length === limit) return { groups, next: last?.at(-1)?.seq ?? null }
    groups.push([entry])
  }
  return { groups, next: null }
}

function* entriesBefore(
  { db, history, whose }: { db: Reader; history: History; whose: Whose },
  filter: EntryFilter,
  start: number | undefined,
): Generator<JournalEntry> {
  const seqs = listed(whose, filter)
  const words = (filter.text ?? '').split(/\s+/).filter((word) => word !== '')
  let before = start ?? Number.MAX_SAFE_INTEGER
  for (;;) {
    const page =
      words.length > 0
        ? matching(db, { seqs, words, before }).map((seq) => history.entry(seq))
        : seqs === null
          ? history.history({ before, limit: readAtOnce })
          : newestOf(seqs, before).map((seq) => history.entry(seq))
    yield* page
    if (page.length < readAtOnce) return
    before = page.at(-1)?.seq ?? 0
  }
}

/** The last of a list before a place, newest first. @param seqs oldest first */
function newestOf(seqs: readonly number[], before: number): number[] {
  const next = seqs.findIndex((seq) => seq >= before)
  const end = next < 0 ? seqs.length : next
  return seqs.slice(Math.max(0, end - readAtOnce), end).toReversed()
}

/** The entries of a meeting, an item or both; null for any. */
function listed(whose: Whose, { meetingId, itemId }: EntryFilter): readonly number[] | null {
  const ofMeeting = meetingId === undefined ? null : whose.ofMeeting(meetingId)
  const ofItem = itemId === undefined ? null : whose.ofItem(itemId)
  if (ofMeeting === null || ofItem === null) return ofMeeting ?? ofItem
  const both = new Set(ofMeeting)
  return ofItem.filter((seq) => both.has(seq))
}

function matching(
  db: Reader,
  { seqs, words, before }: { seqs: readonly number[] | null; words: readonly string[]; before: number },
): number[] {
  return db
    .all<{ seq: number }>(
      `SELECT seq FROM journal
       WHERE seq < :before AND (:seqs IS NULL OR seq IN (SELECT value FROM json_each(:seqs)))
         AND NOT EXISTS (SELECT 1 FROM json_each(:words) AS word
           WHERE instr(lower(journal.summary || ' ' || journal.actor), lower(word.value)) = 0)
       ORDER BY seq DESC LIMIT :limit`,
      {
        before,
        seqs: seqs === null ? null : JSON.stringify(seqs),
        words: JSON.stringify(words),
        limit: readAtOnce,
      },
    )
    .map(({ seq }) => seq)
}

/** Next to each other in the history, alike undone or not, and one piece of typing or one step of undo. */
function goWithEachOther(later: JournalEntry, earlier: JournalEntry): boolean {
  if (earlier.seq !== later.seq - 1 || earlier.isUndone !== later.isUndone) return false
  if (later.undoes === null || earlier.undoes === null) {
    return later.undoes === null && earlier.undoes === null && continuesBurst(later, earlier)
  }
  return (
    later.command === earlier.command &&
    later.requestId.replace(/\/\d+$/, '') === earlier.requestId.replace(/\/\d+$/, '')
  )
}
