import { Fragment, Slice } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { client } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import type { Choice, Trigger } from './completion.ts'
import { nextPlace } from './known-words.ts'
import type { Known } from './note-choices.ts'
import { nodesOf } from './note-doc.ts'
import { isList } from './note-schema.ts'
import { findPeople } from './people-here.ts'

/** Puts what was chosen in the place of the word that was typed for it. */
export async function complete(
  view: EditorView,
  { itemId, people, snippets }: Known,
  trigger: Trigger,
  { id }: Choice,
  isExpanded: boolean,
): Promise<void> {
  const { from, to } = trigger
  if (trigger.of === 'people') {
    const person = findPeople(people, trigger.typed).find(
      ({ initials }, index) => `${initials} ${index}` === id,
    )
    if (person === undefined) return
    const words = isExpanded ? `${person.name} (${person.initials})` : person.initials
    view.dispatch(view.state.tr.insertText(words, from, to).scrollIntoView())
    return
  }
  const key = snippets.find((snippet) => snippet.id === id)?.key
  if (key === undefined) return
  const typed = view.state.doc.textBetween(from, to)
  const answer = await client.call('snippet.expand', { itemId, key })
  if (view.isDestroyed) return
  if (!answer.ok) {
    notice.refuse(answer.error)
    return
  }
  // Where the secretary went on typing meanwhile, the words come where the caret is.
  const { doc, selection, tr } = view.state
  const isThere = to <= doc.content.size && doc.textBetween(from, to) === typed
  view.dispatch(
    insertText(
      tr,
      answer.value.text,
      isThere ? from : selection.from,
      isThere ? to : selection.to,
    ).scrollIntoView(),
  )
  view.focus()
}

/** Puts words of a note in the place of a stretch, and selects the first place in them that is to be filled. */
function insertText(transaction: Transaction, text: string, from: number, to: number): Transaction {
  const nodes = nodesOf(text)
  const openAt = (node: (typeof nodes)[number] | undefined) => (node === undefined || isList(node) ? 0 : 1)
  const before = transaction.doc.content.size
  transaction.replaceRange(from, to, new Slice(Fragment.from(nodes), openAt(nodes[0]), openAt(nodes.at(-1))))
  const end = to + transaction.doc.content.size - before
  const place = nextPlace(transaction.doc, from)
  return transaction.setSelection(
    place !== null && place.to <= end
      ? TextSelection.create(transaction.doc, place.from, place.to)
      : TextSelection.near(transaction.doc.resolve(Math.min(end, transaction.doc.content.size)), -1),
  )
}
