import type { BookState } from '../../core/contract/book.ts'
import type { CallContext, Core } from '../../core/core.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import { PanelbookError } from '../../core/contract/errors.ts'

/**
 * Opens what the person asked for at the start: a file, the sample, or the book of last time. A refusal is
 * returned and not thrown: the window opens all the same and lets them choose another.
 */
export async function openFirstBook(
  core: Core,
  context: CallContext,
  wanted: { book?: string | undefined; isSample: boolean },
): Promise<Refusal | null> {
  if (wanted.book !== undefined) {
    try {
      await core.openBook(wanted.book)
      return null
    } catch (error) {
      if (error instanceof PanelbookError) return error.toRefusal()
      throw error
    }
  }
  if (wanted.isSample) return refusalOf(await core.call({ name: 'book.open-sample', input: {} }, context))
  const state = await core.call({ name: 'book.state', input: {} }, context)
  if (!state.ok) return state.error
  const last = (state.value as BookState).recent[0]
  if (last === undefined) return null
  return refusalOf(await core.call({ name: 'book.open-recent', input: { recentId: last.recentId } }, context))
}

function refusalOf(answer: Awaited<ReturnType<Core['call']>>): Refusal | null {
  return answer.ok ? null : answer.error
}
