import { plainParagraph } from '../../core/contract/note-text.ts'
import type { Snippet } from '../../core/contract/snippets.ts'
import { joinWords } from '../ui/words.ts'
import type { Choice, Trigger } from './completion.ts'
import { findPeople, type PersonHere } from './people-here.ts'

/** What a note can be completed with. */
export interface Known {
  itemId: string
  people: readonly PersonHere[]
  snippets: readonly Snippet[]
}

/** The people or snippets that a word could mean. */
export function choicesFor({ people, snippets }: Known, { of, typed }: Trigger): Choice[] {
  if (of === 'people') {
    return findPeople(people, typed).map(({ initials, name, part, isInRoom }, index) => ({
      id: `${initials} ${index}`,
      label: initials,
      detail: joinWords([name, part === name ? '' : part, isInRoom ? '' : 'not in the room']),
    }))
  }
  const wanted = typed.toLowerCase()
  return snippets
    .filter(({ key }) => key.toLowerCase().startsWith(wanted))
    .map(({ id, key, text }) => ({ id, label: key, detail: plainParagraph(text) }))
}
