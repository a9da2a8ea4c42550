import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { passagesOf } from './note-doc.ts'

interface Margin {
  /** The numbers of the paragraphs that are saved, in order. */
  numbers: readonly number[]
  /** Which nodes bear a number: only where that changes is the margin drawn again. */
  layout: string
  decorations: DecorationSet
}

const key = new PluginKey<Margin>('paragraph-numbers')

/**
 * The numbers of the minutes in the margin, each beside the first line of its paragraph; one that is not saved yet has
 * only its sign. They are drawn by `data-number`, so that they are no text of the note.
 */
export function paragraphNumbers(): Plugin<Margin> {
  return new Plugin<Margin>({
    key,
    state: {
      init: (_config, { doc }) => draw(doc, []),
      apply: (transaction, margin) => {
        const numbers = (transaction.getMeta(key) as readonly number[] | undefined) ?? margin.numbers
        if (!transaction.docChanged && numbers === margin.numbers) return margin
        return draw(transaction.doc, numbers, { margin, transaction })
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations ?? null },
  })
}

/** The numbers of what is saved now; null where they are known already. */
export function withNumbers(state: EditorState, numbers: readonly number[]): Transaction | null {
  const known = key.getState(state)?.numbers ?? []
  const isKnown = known.length === numbers.length && known.every((number, index) => number === numbers[index])
  return isKnown ? null : state.tr.setMeta(key, numbers).setMeta('addToHistory', false)
}

function draw(
  doc: Node,
  numbers: readonly number[],
  before?: { margin: Margin; transaction: Transaction },
): Margin {
  const passages = passagesOf(doc)
  const layout = passages.map(({ index }) => index).join(' ')
  if (before?.margin.layout === layout && before.margin.numbers === numbers) {
    const { margin, transaction } = before
    return { ...margin, decorations: margin.decorations.map(transaction.mapping, doc) }
  }
  const decorations = passages.flatMap(({ from, nodes: [first] }, at) =>
    first === undefined
      ? []
      : [Decoration.node(from, from + first.nodeSize, { 'data-number': `¶${numbers[at] ?? ''}` })],
  )
  return { numbers, layout, decorations: DecorationSet.create(doc, decorations) }
}
