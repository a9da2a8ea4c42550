import { describe, expect, it } from 'vitest'
import type { BookState } from '../../../core/contract/book.ts'
import type { Item, QuestionView } from '../../../core/contract/voting.ts'
import { rehearsalName } from '../../../renderer/rehearsal/rehearsal-words.ts'
import { toInvent } from '../../../renderer/rehearsal/to-invent.ts'

describe('what a window is called', () => {
  const book = (isRehearsal: boolean, rehearses: string | null) =>
    ({ name: 'UNC book', isRehearsal, rehearses }) as NonNullable<BookState['book']>

  it('says in a rehearsal of what it is one, and nothing in any other book', () => {
    expect(rehearsalName(book(true, 'UNC book'))).toBe('Rehearsal of UNC book')
    expect(rehearsalName(book(true, null))).toBe('Rehearsal')
    expect(rehearsalName(book(false, null))).toBe('')
    expect(rehearsalName(null)).toBe('')
  })
})

describe('the question whose positions can be invented', () => {
  const question = (id: string, stillToCome: string[], more: object = {}) =>
    ({ id, withdrawn: null, round: { state: 'open', stillToCome }, ...more }) as unknown as QuestionView
  const item = (...questions: QuestionView[]) => ({ questions }) as Pick<Item, 'questions'>

  it('is the one that was put last of those that wait for somebody', () => {
    expect(toInvent(null)).toBeNull()
    expect(toInvent(item())).toBeNull()
    expect(toInvent(item(question('first', ['AB']), question('second', ['CD'])))).toBe('second')
    expect(toInvent(item(question('first', ['AB']), question('second', [])))).toBe('first')
  })

  it('is neither one that was withdrawn nor one whose vote is closed', () => {
    const withdrawn = question('withdrawn', ['AB'], { withdrawn: { at: '', reason: '' } })
    const closed = question('closed', [], { round: { state: 'closed', stillToCome: ['AB'] } })
    expect(toInvent(item(withdrawn, closed))).toBeNull()
  })
})
