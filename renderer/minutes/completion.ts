import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'

/** What has been typed that could be completed: `@` and a name, `;` and the key of a snippet. */
export interface Trigger {
  of: 'people' | 'snippets'
  from: number
  to: number
  /** What is sought, without the sign. */
  typed: string
}

export interface Choice {
  id: string
  label: string
  detail: string
}

export interface Completion {
  trigger: Trigger
  choices: readonly Choice[]
  active: number
}

interface Typing {
  trigger: Trigger | null
  active: number
  /** Where the list was asked for by a key, without a sign. */
  askedAt: number | null
  /** Where it was closed: it does not open again for the same word. */
  closedAt: number | null
}
type Act = { ask: number } | { close: true } | { active: number }

const key = new PluginKey<Typing>('completion')
const idle: Typing = { trigger: null, active: 0, askedAt: null, closedAt: null }

export interface CompletionOptions {
  /** The id of the list; its lines are called by it and their number. */
  listId: string
  choicesFor(trigger: Trigger): readonly Choice[]
  choose(view: EditorView, trigger: Trigger, choice: Choice, isExpanded: boolean): void
  /** The list as it is to be shown; null for none. */
  show(completion: Completion | null): void
}

export interface Completing {
  plugin: Plugin<Typing>
  /** Takes a line of the list that is shown. */
  take(view: EditorView, index: number, isExpanded: boolean): void
}

/** A list of what a word that is being typed could be. Nothing is taken from the keyboard while it is empty. */
export function completion({ listId, choicesFor, choose, show }: CompletionOptions): Completing {
  const shownIn = (state: EditorState): Completion | null => {
    const { trigger, active } = key.getState(state) ?? idle
    if (trigger === null) return null
    const choices = choicesFor(trigger)
    return choices.length === 0 ? null : { trigger, choices, active: Math.min(active, choices.length - 1) }
  }
  const take = (view: EditorView, index: number, isExpanded: boolean) => {
    const shown = shownIn(view.state)
    const choice = shown?.choices[index]
    if (shown === null || choice === undefined) return
    perform(view, { close: true })
    choose(view, shown.trigger, choice, isExpanded)
  }
  const plugin = new Plugin<Typing>({
    key,
    state: { init: () => idle, apply: follow },
    props: {
      decorations: (state) => {
        const shown = shownIn(state)
        if (shown === null) return null
        const { from, to } = shown.trigger
        return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'completion-anchor' })])
      },
      attributes: (state): Record<string, string> => {
        const shown = shownIn(state)
        if (shown === null) return {}
        return { 'aria-controls': listId, 'aria-activedescendant': choiceId(listId, shown.active) }
      },
      handleKeyDown: (view, event) => {
        const shown = shownIn(view.state)
        if (shown === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
          return false
        const { choices, active } = shown
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          const step = event.key === 'ArrowDown' ? 1 : -1
          return perform(view, { active: (active + step + choices.length) % choices.length })
        }
        if (event.key === 'Escape') return perform(view, { close: true })
        if (event.key !== 'Enter' && (event.key !== 'Tab' || event.shiftKey)) return false
        take(view, active, event.shiftKey)
        return true
      },
      handleDOMEvents: {
        blur: (view) => {
          if (shownIn(view.state) !== null) perform(view, { close: true })
        },
      },
    },
    view: () => ({
      update: (view) => show(shownIn(view.state)),
      destroy: () => show(null),
    }),
  })
  return { plugin, take }
}

/** The id of a line of the list, for `aria-activedescendant`. */
export function choiceId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** Opens the list for the letters before the caret, which need no sign then. */
export function askForPeople(view: EditorView): boolean {
  if ((key.getState(view.state) ?? idle).trigger !== null) return true
  const { $from, empty } = view.state.selection
  const letters = /[\p{L}\p{N}]+$/u.exec(textBefore(view.state))?.[0] ?? ''
  if (!empty || letters === '') return false
  return perform(view, { ask: $from.pos - letters.length })
}

function perform(view: EditorView, act: Act): boolean {
  view.dispatch(view.state.tr.setMeta(key, act))
  return true
}

function follow(transaction: Transaction, typing: Typing, _old: EditorState, state: EditorState): Typing {
  const act = transaction.getMeta(key) as Act | undefined
  if (act !== undefined) {
    if ('active' in act) return { ...typing, active: act.active }
    if ('close' in act) return { ...idle, closedAt: typing.trigger?.from ?? null }
    return { ...idle, askedAt: act.ask, trigger: triggerIn(state, act.ask) }
  }
  if (!transaction.docChanged && !transaction.selectionSet) return typing
  const mapped = (at: number | null) => (at === null ? null : transaction.mapping.map(at, -1))
  const askedAt = mapped(typing.askedAt)
  const closedAt = mapped(typing.closedAt)
  const trigger = triggerIn(state, askedAt)
  if (trigger === null) return idle
  // It opens for what is typed, not where the caret happens to come by.
  const isOpen = typing.trigger !== null && mapped(typing.trigger.from) === trigger.from
  if (trigger.from === closedAt || (!transaction.docChanged && !isOpen))
    return { ...idle, askedAt: null, closedAt }
  return {
    trigger,
    askedAt,
    closedAt: null,
    active: trigger.typed === typing.trigger?.typed ? typing.active : 0,
  }
}

function triggerIn(state: EditorState, askedAt: number | null): Trigger | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  const to = $from.pos
  if (askedAt !== null && askedAt < to && askedAt >= $from.start()) {
    const typed = state.doc.textBetween(askedAt, to, '\n', '\n')
    if (/^[\p{L}\p{N}]+$/u.test(typed)) return { of: 'people', from: askedAt, to, typed }
  }
  const found = triggerBefore(textBefore(state))
  return found === null ? null : { ...found, from: to - found.typed.length - 1, to }
}

/** What the words before the caret ask for: a sign at the beginning of a word and what follows it. */
export function triggerBefore(text: string): Pick<Trigger, 'of' | 'typed'> | null {
  const [, sign, typed] =
    /(?:^|[\s([“‘"'–—/])(?:(@)([\p{L}\p{N}][\p{L}\p{N}'’.-]*(?: [\p{L}\p{N}'’.-]*){0,3}|)|(;)([a-z\d-]{0,20}))$/iu
      .exec(text)
      ?.filter((part) => part !== undefined) ?? []
  return sign === undefined || typed === undefined
    ? null
    : { of: sign === '@' ? 'people' : 'snippets', typed }
}

/** The words of the line that stand before the caret, as far as they matter. */
function textBefore({ selection: { $from } }: EditorState): string {
  const { parentOffset, parent } = $from
  return parent.textBetween(Math.max(0, parentOffset - 100), parentOffset, '\n', '\n')
}
