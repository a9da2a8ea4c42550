import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { useLive } from '../state/live.ts'
import { useView } from '../state/follow-topics.ts'
import { editNote, receiveNote, saveNote, useNotes } from '../state/notes.ts'
import type { Completion } from './completion.ts'
import { choicesFor, type Known } from './note-choices.ts'
import { complete } from './note-completions.ts'
import { formatsAt, type Format } from './note-commands.ts'
import { openNoteSurface, type NoteSurface } from './note-surface.ts'
import { peopleHere } from './people-here.ts'

export const notePlaceholder = 'What was said. Enter begins a new paragraph, @ finds initials, ; a snippet.'

export interface NoteOnScreen {
  surface: RefObject<NoteSurface | null>
  /** What is on at the caret. */
  formatsOn: ReadonlySet<Format | 'link'>
  /** The list of what the word that is typed could be. */
  completion: Completion | null
}

/**
 * The note of an item on its page. The draft of `state/notes.ts` is the one text: what is typed goes there at each
 * keystroke, and what comes from there is shown.
 */
export function useNoteSurface(
  host: RefObject<HTMLElement | null>,
  item: Item,
  {
    isEditable,
    labelId,
    listId,
    onLink,
  }: { isEditable: boolean; labelId: string; listId: string; onLink(): void },
): NoteOnScreen {
  const itemId = item.line.id
  const { note } = item
  const surface = useRef<NoteSurface | null>(null)
  const [formatsOn, setFormatsOn] = useState<ReadonlySet<Format | 'link'>>(new Set())
  const [completion, setCompletion] = useState<Completion | null>(null)

  const room = useLive((store) => store.meeting?.room)
  const bodyId = useLive((store) => store.meeting?.body.id) ?? ''
  const body = useView('body.read', { bodyId }, ['bodies']).value
  const people = useMemo(() => (room === undefined ? [] : peopleHere(room)), [room])
  const known: Known = { itemId, people, snippets: body?.snippets ?? [] }
  const latest = useRef({ note, known, onLink })
  useLayoutEffect(() => {
    latest.current = { note, known, onLink }
  })

  useLayoutEffect(() => {
    if (host.current === null) return
    const opened = openNoteSurface(host.current, {
      labelId,
      listId,
      isEditable,
      placeholder: notePlaceholder,
      text: useNotes.getState().drafts.get(itemId)?.text ?? latest.current.note.text,
      choicesFor: (trigger) => choicesFor(latest.current.known, trigger),
      choose: (view, trigger, choice, isExpanded) =>
        void complete(view, latest.current.known, trigger, choice, isExpanded),
      showCompletion: setCompletion,
      onText: (text) => editNote(itemId, text, latest.current.note.text),
      onState: (state) => setFormatsOn((before) => sameSet(before, formatsAt(state))),
      onBlur: () => void saveNote(itemId),
      onLink: () => latest.current.onLink(),
    })
    surface.current = opened
    return () => {
      surface.current = null
      opened.view.destroy()
    }
    // Whether it can be written on is told below: the page stays.
  }, [host, itemId, labelId, listId])

  useLayoutEffect(() => surface.current?.setEditable(isEditable), [isEditable])
  useLayoutEffect(() => surface.current?.setPeople(people), [people])
  useLayoutEffect(
    () => surface.current?.setNumbers(note.paragraphs.map(({ number }) => number)),
    [note.paragraphs],
  )
  useEffect(() => receiveNote(itemId, note.text), [itemId, note.text])
  useEffect(() => () => void saveNote(itemId), [itemId])
  useEffect(() => {
    const receive = () => surface.current?.receive(useNotes.getState().drafts.get(itemId)?.text ?? note.text)
    receive()
    return useNotes.subscribe(receive)
  }, [itemId, note.text])

  return { surface, formatsOn, completion }
}

/** The set that is shown already, where the new one says the same: the toolbar is drawn only when it changes. */
function sameSet<Value>(before: ReadonlySet<Value>, next: ReadonlySet<Value>): ReadonlySet<Value> {
  return before.size === next.size && [...before].every((value) => next.has(value)) ? before : next
}
