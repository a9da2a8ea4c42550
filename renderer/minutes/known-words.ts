import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { PersonHere } from './people-here.ts'

interface KnownWords {
  people: ReadonlyMap<string, PersonHere>
  decorations: DecorationSet
}

const key = new PluginKey<KnownWords>('known-words')

/** As the check before closing reads initials: two to four capitals by themselves. */
const initialsWord = /(?<![\p{L}\p{N}])\p{Lu}{2,4}(?![\p{L}\p{N}])/gu
/** A place that is to be filled: `[reason]`. */
const openPlace = /\[[^[\]\n]{1,60}\]/g

/** Marks the initials of people at the meeting, and the places that are still to be filled, in what one writes. */
export function knownWords(): Plugin<KnownWords> {
  return new Plugin<KnownWords>({
    key,
    state: {
      init: (_config, { doc }) => marked(doc, new Map()),
      apply: (transaction, known) => {
        const people = transaction.getMeta(key) as KnownWords['people'] | undefined
        if (people !== undefined) return marked(transaction.doc, people)
        return transaction.docChanged ? markedAgain(known, transaction) : known
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations ?? null },
  })
}

/** Says who is at the meeting. */
export function withPeople(state: EditorState, people: readonly PersonHere[]): Transaction {
  const byInitials = new Map(people.toReversed().map((person) => [person.initials, person]))
  return state.tr.setMeta(key, byInitials).setMeta('addToHistory', false)
}

/** The first place to be filled from a position on; null where none is left. */
export function nextPlace(doc: Node, from: number): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  doc.nodesBetween(Math.min(from, doc.content.size), doc.content.size, (node, at) => {
    if (found !== null) return false
    if (!node.isTextblock) return true
    found = placesIn(node, at + 1).find((place) => place.from >= from) ?? null
    return false
  })
  return found
}

function placesIn(node: Node, start: number): { from: number; to: number }[] {
  return [...wordsOf(node).matchAll(openPlace)].map(({ index, 0: { length } }) => ({
    from: start + index,
    to: start + index + length,
  }))
}

/** The words of a line, each character at its own place. */
function wordsOf(node: Node): string {
  return node.textBetween(0, node.content.size, undefined, '\n')
}

function decorationsOf(node: Node, start: number, people: KnownWords['people']): Decoration[] {
  const initials = [...wordsOf(node).matchAll(initialsWord)].flatMap(({ index, 0: word }) => {
    const person = people.get(word)
    if (person === undefined) return []
    const title = `${person.name}, ${person.part}`
    return [Decoration.inline(start + index, start + index + word.length, { class: 'note-initials', title })]
  })
  const places = placesIn(node, start).map(({ from, to }) =>
    Decoration.inline(from, to, { class: 'note-place' }),
  )
  return [...initials, ...places]
}

function marked(doc: Node, people: KnownWords['people']): KnownWords {
  const decorations: Decoration[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    decorations.push(...decorationsOf(node, at + 1, people))
    return false
  })
  return { people, decorations: DecorationSet.create(doc, decorations) }
}

/** Only the lines that a change has touched are read again. */
function markedAgain({ people, decorations }: KnownWords, { doc, mapping }: Transaction): KnownWords {
  const changed: [from: number, to: number][] = []
  mapping.maps.forEach((map, index) => {
    const later = mapping.slice(index + 1)
    map.forEach((_oldFrom, _oldTo, from, to) => changed.push([later.map(from, -1), later.map(to, 1)]))
  })
  let next = decorations.map(mapping, doc)
  for (const [from, to] of changed) {
    doc.nodesBetween(from, Math.min(to + 1, doc.content.size), (node, at) => {
      if (!node.isTextblock) return true
      next = next
        .remove(next.find(at + 1, at + node.nodeSize - 1))
        .add(doc, decorationsOf(node, at + 1, people))
      return false
    })
  }
  return { people, decorations: next }
}
