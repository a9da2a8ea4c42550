import type { JournalEntry, Problem } from '../../db/store-types.ts'
import type { HistoryEntry, HistoryState } from '../contract/history.ts'
import type { AllHandlers, History } from '../handler.ts'
import { findEntries, type Together } from './find-entries.ts'
import { Places } from './place-of-entry.ts'
import { Whose } from './whose.ts'

/** Kept as long as its book is open: the history of 20,000 entries is read in half a second, and only once. */
const known = new WeakMap<History, Whose>()

export const historyQueries = {
  'history.list': ({ db, history }, { before, limit, merged, ...filter }) => {
    const whose = known.get(history) ?? new Whose()
    known.set(history, whose)
    const { groups, next } = findEntries({ db, history, whose: whose.follow(db) }, filter, {
      before,
      limit,
      merged,
    })
    const places = new Places(db, whose)
    return {
      entries: groups.map((group) => ({
        ...viewOf(group, history),
        place: places.of(group[0], filter.meetingId),
      })),
      next,
    }
  },
  'history.state': ({ history }) => historyState(history),
  'history.verify': ({ history }) => {
    const report = history.verify()
    return {
      isSound: report.ok,
      entries: report.entries,
      lastHash: report.lastHash,
      problems: report.problems.map((problem) => ({ where: placeOf(problem), message: problem.message })),
    }
  },
} satisfies Partial<AllHandlers>

/** When the book was last saved, and what undo and redo would do. */
export function historyState(history: History): HistoryState {
  const seq = history.seq()
  const undoable = history.undoable()
  const redoable = history.redoable()
  return {
    seq,
    lastHash: history.lastHash(),
    savedAt: seq === 0 ? null : history.entry(seq).at,
    undo: undoable === undefined ? null : wordsOf(undoable),
    redo: redoable === undefined ? null : wordsOf(redoable),
    isDiskFull: history.ballastSpent,
  }
}

function viewOf(group: Together, history: History): Omit<HistoryEntry, 'place'> {
  const [entry] = group
  const oldest = group.at(-1) ?? entry
  const words = group.length === 1 ? wordsOf(entry) : `${wordsOf(entry)}, ${group.length} saves`
  const undoer = history.undoerOf(entry.seq)
  return {
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor,
    command: entry.command,
    summary:
      entry.command === 'history.undo'
        ? `Undone: ${words}`
        : entry.command === 'history.redo'
          ? `Redone: ${words}`
          : words,
    isUndone: entry.isUndone,
    undoes: entry.undoes === null ? null : entry.about.seq,
    undoneBy: undoer === undefined ? null : { seq: undoer.seq, at: undoer.at, actor: undoer.actor },
    entries: group.length,
    fromSeq: oldest.seq,
    since: oldest.at,
    isFromHere: entry.device === history.deviceId,
  }
}

/** What was done, in words; an undo carries those of what it took back. */
function wordsOf(entry: JournalEntry): string {
  return entry.summary === '' ? entry.about.command : entry.summary
}

function placeOf(problem: Problem): string {
  const parts = [problem.where, problem.table, problem.key, problem.column]
  const place = parts.filter((part) => part !== undefined).join(' ')
  return problem.seq === undefined ? place : `${place}, entry ${problem.seq}`
}
