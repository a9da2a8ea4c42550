import { history } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState, Selection, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { completion, type Choice, type CompletionOptions, type Trigger } from './completion.ts'
import { knownWords, withPeople } from './known-words.ts'
import { noteKeys, oneList } from './note-commands.ts'
import { docOf, textOf } from './note-doc.ts'
import { clipboardSerializer } from './note-schema.ts'
import { paragraphNumbers, withNumbers } from './paragraph-numbers.ts'
import { paste } from './paste.ts'
import type { PersonHere } from './people-here.ts'

interface SurfaceOptions {
  labelId: string
  placeholder: string
  text: string
  isEditable: boolean
  listId: string
  choicesFor: CompletionOptions['choicesFor']
  choose(view: EditorView, trigger: Trigger, choice: Choice, isExpanded: boolean): void
  showCompletion: CompletionOptions['show']
  /** The text as it stands after each change that was made here. */
  onText(text: string): void
  onState(state: EditorState): void
  onBlur(): void
  onLink(): void
}

/** The page on which a note is written: its text goes in and out as the book has it. */
export interface NoteSurface {
  view: EditorView
  /** The note as the book or the draft has it. What was written here comes back from there and changes nothing. */
  receive(text: string): void
  setNumbers(numbers: readonly number[]): void
  setPeople(people: readonly PersonHere[]): void
  setEditable(isEditable: boolean): void
  /** Takes a line of the list that is shown. */
  take(index: number, isExpanded: boolean): void
}

/** Lays the page into an element. It is gone with `view.destroy()`. */
export function openNoteSurface(host: HTMLElement, options: SurfaceOptions): NoteSurface {
  let { isEditable } = options
  /** What this page has said or been told last: the same text again is no news. */
  let { text } = options
  let numbers: readonly number[] = []
  let people: readonly PersonHere[] = []
  const completing = completion({ ...options, show: options.showCompletion })
  const plugins = [
    completing.plugin,
    ...noteKeys(options.onLink),
    paste(),
    oneList(),
    history(),
    paragraphNumbers(),
    knownWords(),
  ]
  const doc = docOf(text)
  const view: EditorView = new EditorView(host, {
    state: EditorState.create({ doc, plugins, selection: Selection.atEnd(doc) }),
    editable: () => isEditable,
    clipboardSerializer,
    attributes: ({ doc: { content, firstChild } }): Record<string, string> => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': options.labelId,
      'aria-placeholder': options.placeholder,
      'aria-readonly': String(!isEditable),
      'aria-autocomplete': 'list',
      'data-takes-focus': 'note',
      ...(content.size === 2 && firstChild?.isTextblock === true
        ? { 'data-placeholder': options.placeholder }
        : {}),
      tabindex: '0',
      lang: 'en-GB',
      spellcheck: 'true',
    }),
    handleKeyDown: () => {
      readCaret(view)
      return false
    },
    handleDOMEvents: {
      // The caret is where it was, at once: the next key may come before the browser has put it there.
      focus: () => view.focus(),
      blur: () => {
        readCaret(view)
        options.onBlur()
      },
      paste: () => readCaret(view),
      cut: () => readCaret(view),
    },
    dispatchTransaction: (transaction) => {
      show(view.state.apply(transaction))
      if (transaction.docChanged) tell()
    },
  })
  const show = (state: EditorState) => {
    view.updateState(state)
    options.onState(state)
  }
  const tell = () => {
    const next = textOf(view.state.doc)
    if (next === text) return
    text = next
    options.onText(next)
  }
  const showNumbers = () => {
    const transaction = withNumbers(view.state, numbers)
    if (transaction !== null) view.dispatch(transaction)
  }
  const showPeople = () => view.dispatch(withPeople(view.state, people))
  return {
    view,
    receive: (received) => {
      if (received === text) return
      text = received
      const { state } = view
      const next = docOf(received)
      if (next.eq(state.doc)) return
      // A new state: what could be undone here went with the old text.
      show(EditorState.create({ doc: next, plugins, selection: caretIn(next, state) }))
      showNumbers()
      showPeople()
    },
    setNumbers: (next) => {
      numbers = next
      showNumbers()
    },
    setPeople: (next) => {
      people = next
      showPeople()
    },
    setEditable: (next) => {
      if (next === isEditable) return
      isEditable = next
      view.setProps({})
    },
    take: (index, isExpanded) => {
      completing.take(view, index, isExpanded)
      view.focus()
    },
  }
}

/**
 * Takes the caret from where it stands on the screen. The browser tells of one that has moved only a moment later, and
 * the next key, or what takes the focus, may come before.
 */
function readCaret(view: EditorView): void {
  const caret = document.getSelection()
  if (caret === null || caret.anchorNode === null || caret.focusNode === null) return
  if (view.composing || !view.dom.contains(caret.anchorNode)) return
  // All of it, as Ctrl+A has it, the screen shows in another way.
  if (!(view.state.selection instanceof TextSelection) && !caret.isCollapsed) return
  const anchor = view.posAtDOM(caret.anchorNode, caret.anchorOffset)
  const head = view.posAtDOM(caret.focusNode, caret.focusOffset)
  const { doc, selection, tr } = view.state
  if (anchor === selection.anchor && head === selection.head) return
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}

/** Where the caret stands once another text is laid in: at the same words, as far as they are still there. */
function caretIn(next: Node, { doc, selection: { from } }: EditorState): Selection {
  if (doc.textContent === '') return Selection.atEnd(next)
  const start = doc.content.findDiffStart(next.content) ?? 0
  const end = doc.content.findDiffEnd(next.content)
  const at = from <= start || end === null ? from : Math.max(start, from + end.b - end.a)
  return Selection.near(next.resolve(Math.min(at, next.content.size)), -1)
}
