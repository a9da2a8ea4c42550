import type { JournalEntry, Problem } from '../../db/store-types.ts'
import type { HistoryEntry, HistoryState } from '../contract/history.ts'
import type { AllHandlers, History } from '../handler.ts'

export const historyQueries = {
  'history.list': ({ history }, { before, limit }) => ({
    entries: history.history({ limit, ...(before === undefined ? {} : { before }) }).map(viewOf),
  }),
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

function viewOf(entry: JournalEntry): HistoryEntry {
  const words = wordsOf(entry)
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
