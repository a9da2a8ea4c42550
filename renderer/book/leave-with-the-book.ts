import type { BookState } from '../../core/contract/book.ts'
import { onOtherBook } from '../state/book.ts'
import { goTo, useNavigation } from '../state/navigation.ts'
import { notice } from '../state/notice.ts'

type OpenBook = NonNullable<BookState['book']>

/**
 * A meeting or a proposal is left together with its book: in another one there is nothing of that identity. Lists
 * stay, they are there in every book; and so does the address with which the window was opened.
 */
let left: OpenBook | null = null

onOtherBook((before, now) => {
  left = before ?? left
  if (now === null || left === null || left.lineageId === now.lineageId) return
  // So is what was said of the book that is left.
  notice.clear()
  if (isOfTheSame(left, now)) return
  const { screen } = useNavigation.getState().route
  if (screen === 'meeting') goTo({ screen: 'meetings' }, { replaces: true })
  if (screen === 'proposal') goTo({ screen: 'register' }, { replaces: true })
})

/** A rehearsal and its book hold the same meetings, so one stays where one is. */
function isOfTheSame(one: OpenBook, other: OpenBook): boolean {
  return one.rehearses === other.name || other.rehearses === one.name
}
