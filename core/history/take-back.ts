import type { JournalEntry, Store, UndoRequest } from '../../db/store-types.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { SteppedCall } from '../handler.ts'
import { continuesBurst } from './bursts.ts'

interface Taken {
  taken: JournalEntry
  /** Of the last entry that it wrote. */
  seq: number
  /** Whether all of it had been done before. */
  replayed: boolean
}

/**
 * One step of undo or redo: the entry on top of its stack, and of a burst of typing all that goes with it. Each is
 * taken back by an entry of its own, committed by itself: after a crash in between the rest waits for the next step,
 * and the same request asked again goes on where it ended.
 * @throws PanelbookError `nothing-to-undo`, or `conflict` when a later change stands in the way
 */
export function takeBack(store: Store, name: SteppedCall, request: UndoRequest): Taken {
  let last = takeTop(store, name, request)
  let { replayed } = last
  for (let count = 2; ; count += 1) {
    const requestId = `${request.requestId}/${count}`
    if (!goesOn(store, name, last, requestId)) return { ...last, replayed }
    try {
      last = takeTop(store, name, { ...request, requestId })
    } catch (error) {
      // What has been taken back is, and the answer says so. The next step meets what stood in the way.
      if (error instanceof PanelbookError) return { ...last, replayed }
      throw error
    }
    replayed &&= last.replayed
  }
}

/** Whether the step that has come this far takes more, or took more when it was asked for the first time. */
function goesOn(store: Store, name: SteppedCall, { taken, seq }: Taken, requestId: string): boolean {
  if (seq < store.seq()) return store.entry(seq + 1).requestId === requestId
  const next = name === 'history.undo' ? store.undoable() : store.redoable()
  if (next === undefined) return false
  const [last, following] = [store.entry(taken.about.seq), store.entry(next.about.seq)]
  return name === 'history.undo' ? continuesBurst(last, following) : continuesBurst(following, last)
}

function takeTop(store: Store, name: SteppedCall, request: UndoRequest): Taken {
  if (name === 'history.redo') {
    const { redone, ...rest } = store.redo(request)
    return { taken: redone, ...rest }
  }
  const { undone, ...rest } = store.undo(request)
  return { taken: undone, ...rest }
}
