import { useBook } from '../state/book.ts'
import { goTo, useNavigation } from '../state/navigation.ts'
import { notice } from '../state/notice.ts'

/**
 * A meeting or a proposal is left together with its book: in another one there is nothing of that identity. Lists
 * stay, they are there in every book; and so does the address with which the window was opened.
 */
let lineage = useBook.getState().state?.book?.lineageId

useBook.subscribe(({ state }, { state: before }) => {
  const next = state?.book?.lineageId
  if (next === undefined || next === lineage) return
  lineage = next
  if (before === null) return
  // So is what was said of the book that is left.
  notice.clear()
  const { screen } = useNavigation.getState().route
  if (screen === 'meeting') goTo({ screen: 'meetings' }, { replaces: true })
  if (screen === 'proposal') goTo({ screen: 'register' }, { replaces: true })
})
