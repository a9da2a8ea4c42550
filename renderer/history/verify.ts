import { create } from 'zustand'
import type { CallOutput } from '../../core/contract/calls.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { useBook } from '../state/book.ts'
import { client } from '../state/client.ts'
import { saveAllNotes } from '../state/notes.ts'
import { notice } from '../state/notice.ts'

export type VerifyResult = CallOutput<'history.verify'>

interface VerifyStore {
  isWorking: boolean
  result: VerifyResult | null
  error: Refusal | null
}

const nothing = { isWorking: false, result: null, error: null }

/** The check of the history: outside the screen, because the palette can ask for it from anywhere. */
export const useVerify = create<VerifyStore>(() => nothing)

let turn = 0

useBook.subscribe(({ state }, { state: before }) => {
  const identity = ({ book }: NonNullable<typeof state>) => `${book?.folder} ${book?.fileName}`
  if (state !== null && before !== null && identity(state) === identity(before)) return
  turn += 1
  useVerify.setState(nothing)
})

/** Checks the history, unless that is going on already. */
export async function verify(): Promise<void> {
  if (useVerify.getState().isWorking) return
  const mine = (turn += 1)
  useVerify.setState({ ...nothing, isWorking: true })
  await saveAllNotes()
  const answer = await client.call('history.verify', {})
  // The answer of a book that is not open any more says nothing about this one.
  if (mine !== turn) return
  if (!answer.ok) {
    useVerify.setState({ ...nothing, error: answer.error })
    return
  }
  useVerify.setState({ ...nothing, result: answer.value })
  notice.announce(
    answer.value.isSound
      ? `The history is sound: ${String(answer.value.entries)} entries.`
      : `The history is not sound: ${String(answer.value.problems.length)} problems.`,
  )
}
