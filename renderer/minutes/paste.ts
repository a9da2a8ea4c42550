import { Fragment, Slice } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { safeLink, type NoteBlock } from '../../core/contract/note-text.ts'
import { nodesOfBlocks } from './note-doc.ts'
import { link } from './note-schema.ts'
import { readPastedHtml, readPastedText } from './pasted-html.ts'

/**
 * What is pasted or dropped becomes what a note can say, and nothing else of it comes in. An address that is pasted
 * over words makes a link of them.
 */
export function paste(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste: (view, event) => {
          event.preventDefault()
          if (!view.editable || event.clipboardData === null) return true
          const { state } = view
          const address = addressIn(event.clipboardData)
          if (address !== null && !state.selection.empty) {
            const { from, to } = state.selection
            view.dispatch(state.tr.addMark(from, to, link.create({ href: address })))
            return true
          }
          const blocks = blocksIn(event.clipboardData)
          if (blocks.length > 0) view.dispatch(pasted(state.tr.replaceSelection(sliceOf(blocks))))
          return true
        },
        drop: (view, event) => {
          // The editor moves its own words itself.
          if (view.dragging !== null) return false
          event.preventDefault()
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (!view.editable || event.dataTransfer === null || at === null) return true
          const blocks = blocksIn(event.dataTransfer)
          if (blocks.length > 0)
            view.dispatch(pasted(view.state.tr.replaceRange(at.pos, at.pos, sliceOf(blocks))))
          return true
        },
      },
    },
  })
}

function pasted(transaction: Transaction): Transaction {
  return transaction.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste')
}

function addressIn(data: DataTransfer): string | null {
  const text = data.getData('text/plain').trim()
  return /\s/.test(text) ? null : safeLink(text)
}

function blocksIn(data: DataTransfer): NoteBlock[] {
  const blocks = readPastedHtml(data.getData('text/html'))
  return blocks.length > 0 ? blocks : readPastedText(data.getData('text/plain'))
}

/** Words that go on with what they are put into: only a list stays by itself. */
function sliceOf(blocks: readonly NoteBlock[]): Slice {
  const nodes = blocks.flatMap((block) => nodesOfBlocks([block]))
  const openAt = (block: NoteBlock | undefined) => (block?.kind === 'text' ? 1 : 0)
  return new Slice(Fragment.from(nodes), openAt(blocks[0]), openAt(blocks.at(-1)))
}
