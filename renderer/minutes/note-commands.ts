import {
  baseKeymap,
  chainCommands,
  deleteSelection,
  joinTextblockBackward,
  joinTextblockForward,
  splitBlockAs,
  toggleMark,
} from 'prosemirror-commands'
import { redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { inputRules, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import type { NodeType } from 'prosemirror-model'
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { Plugin, TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { history } from '../state/history.ts'
import { askForPeople } from './completion.ts'
import { nextPlace } from './known-words.ts'
import { linkAt, linkCommand } from './note-links.ts'
import {
  bullet_list,
  em,
  hard_break,
  isList,
  list_item,
  ordered_list,
  paragraph,
  strong,
} from './note-schema.ts'

interface FormatCommand {
  id: string
  title: string
  key: string
  command: Command
}

/** What the toolbar and the keys can do to the words that are selected. */
export const formats: Readonly<Record<'bold' | 'italic' | 'bullets' | 'numbers', FormatCommand>> = {
  bold: { id: 'note.bold', title: 'Bold', key: 'Mod+b', command: toggleMark(strong) },
  italic: { id: 'note.italic', title: 'Italic', key: 'Mod+i', command: toggleMark(em) },
  bullets: { id: 'note.bullets', title: 'List', key: 'Mod+Shift+8', command: toggleList(bullet_list) },
  numbers: {
    id: 'note.numbers',
    title: 'Numbered list',
    key: 'Mod+Shift+7',
    command: toggleList(ordered_list),
  },
}
export type Format = keyof typeof formats

/** How the words at the caret look, and what they are. */
export function formatsAt(state: EditorState): ReadonlySet<Format | 'link'> {
  const { $from, from, to, empty } = state.selection
  const marks = state.storedMarks ?? $from.marks()
  const has = (type: typeof strong) =>
    empty ? type.isInSet(marks) !== undefined : state.doc.rangeHasMark(from, to, type)
  const list = $from.depth > 1 ? $from.node(1).type : null
  const found: [Format | 'link', boolean][] = [
    ['bold', has(strong)],
    ['italic', has(em)],
    ['bullets', list === bullet_list],
    ['numbers', list === ordered_list],
    ['link', linkAt(state) !== null],
  ]
  return new Set(found.flatMap(([format, isOn]) => (isOn ? [format] : [])))
}

function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const list = $from.depth > 1 ? $from.node(1) : null
    if (list === null) return wrapInList(type)(state, dispatch)
    if (list.type === type) return liftListItem(list_item)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup($from.before(1), type))
    return true
  }
}

const isAtStart = ({ selection }: EditorState) =>
  selection instanceof TextSelection && selection.empty && selection.$from.parentOffset === 0

/** Backspace at the beginning of a point makes a paragraph of it. */
const liftPoint: Command = (state, dispatch) => isAtStart(state) && liftListItem(list_item)(state, dispatch)

/** Enter in a point without words ends the list. */
const endList: Command = (state, dispatch) =>
  state.selection.$from.parent.content.size === 0 && liftPoint(state, dispatch)

/** One empty paragraph is enough: a second Enter, as after every paragraph of a plain text, does nothing. */
const oneBlankOnly: Command = ({ selection: { $from, empty } }) =>
  empty && $from.depth === 1 && $from.parent.content.size === 0

const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(hard_break.create()).scrollIntoView())
  return true
}

/** Tab is taken only while a place is left after the caret, so that it always leads out in the end. */
const toNextPlace: Command = (state, dispatch) => {
  const place = nextPlace(state.doc, state.selection.to)
  if (place === null) return false
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, place.from, place.to)).scrollIntoView())
  return true
}

/**
 * Where nothing was written here, it is the book's last step that is meant. Once it was, the end is the end: the book's
 * last step is then the saving of what was just taken back.
 */
const hereOrInBook =
  (here: Command, inBook: () => Promise<void>): Command =>
  (state, dispatch, view) => {
    if (undoDepth(state) + redoDepth(state) > 0) here(state, dispatch, view)
    else if (dispatch !== undefined) void inBook()
    return true
  }
const undoHere = hereOrInBook(undo, history.undo)
const redoHere = hereOrInBook(redo, history.redo)

/** The keys of a note that is written. */
export function noteKeys(onLink: () => void): Plugin[] {
  return [
    keymap({
      ...Object.fromEntries(
        Object.values(formats).map(({ key, command }) => [key.replaceAll('+', '-'), command]),
      ),
      [linkCommand.key.replaceAll('+', '-')]: () => {
        onLink()
        return true
      },
      'Ctrl-Space': (_state, _dispatch, view) => view !== undefined && askForPeople(view),
      'Mod-z': undoHere,
      'Mod-Shift-z': redoHere,
      'Mod-y': redoHere,
      Tab: toNextPlace,
      Enter: chainCommands(
        endList,
        splitListItem(list_item),
        oneBlankOnly,
        splitBlockAs(() => ({ type: paragraph })),
      ),
      'Shift-Enter': breakLine,
      Backspace: chainCommands(undoInputRule, deleteSelection, liftPoint, joinTextblockBackward),
      Delete: chainCommands(deleteSelection, joinTextblockForward),
      // The editor would keep it to itself.
      Escape: (_state, _dispatch, view) => {
        view?.dom.blur()
        return true
      },
    }),
    keymap(baseKeymap),
    inputRules({
      rules: [wrappingInputRule(/^\s*-\s$/, bullet_list), wrappingInputRule(/^\s*1\.\s$/, ordered_list)],
    }),
  ]
}

/** Two lists of a kind that come to stand beside each other are one, as they will be when they are saved. */
export function oneList(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _old, state) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      const seams: number[] = []
      state.doc.forEach((node, at, index) => {
        const before = index === 0 ? null : state.doc.child(index - 1)
        if (before !== null && isList(node) && before.type === node.type) seams.push(at)
      })
      if (seams.length === 0) return null
      const { tr } = state
      for (const seam of seams.reverse()) tr.join(seam)
      return tr
    },
  })
}
