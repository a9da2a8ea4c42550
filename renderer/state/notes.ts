import { create } from 'zustand'
import type { Refusal } from '../../core/contract/errors.ts'
import { onOtherBook } from './book.ts'
import { change } from './client.ts'
import { takeNote } from './live.ts'

/** A note as it stands under the secretary's hands, ahead of what is saved by less than a second. */
export interface Draft {
  text: string
  /** What was sent last, letter by letter. */
  sent: string
  /** It is not known yet what became of that. */
  isOnItsWay: boolean
  /** The note as the book has it since then: without blank lines at its ends. */
  saved: string
  /** Why the last save was refused; the text stays here. */
  error: Refusal | null
}

/** By item. A draft outlives the editor: what could not be saved is still there when one comes back. */
export const useNotes = create<{ drafts: ReadonlyMap<string, Draft> }>(() => ({ drafts: new Map() }))

/** Milliseconds from the first unsaved keystroke to its save: a crash loses no more than this. */
const pause = 700
const timers = new Map<string, ReturnType<typeof setTimeout>>()

function setDraft(itemId: string, draft: Draft | null): void {
  useNotes.setState(({ drafts }) => {
    const next = new Map(drafts)
    if (draft === null) next.delete(itemId)
    else next.set(itemId, draft)
    return { drafts: next }
  })
}

/** Takes a keystroke; `saved` is the note as the book has it. */
export function editNote(itemId: string, text: string, saved: string): void {
  const draft = useNotes.getState().drafts.get(itemId) ?? {
    text,
    sent: saved,
    isOnItsWay: false,
    saved,
    error: null,
  }
  setDraft(itemId, { ...draft, text })
  if (!timers.has(itemId))
    timers.set(
      itemId,
      setTimeout(() => void saveNote(itemId), pause),
    )
}

/** Saves what is not saved yet, now. Resolves when the book has it or has refused it. */
export async function saveNote(itemId: string): Promise<void> {
  clearTimeout(timers.get(itemId))
  timers.delete(itemId)
  const draft = useNotes.getState().drafts.get(itemId)
  if (draft === undefined || draft.text === draft.sent) return
  const { text } = draft
  setDraft(itemId, { ...draft, sent: text, isOnItsWay: true })
  const answer = await change('note.write', { itemId, text })
  const now = useNotes.getState().drafts.get(itemId)
  if (now === undefined) return
  const isOnItsWay = now.sent !== text
  if (!answer.ok) {
    setDraft(itemId, { ...now, sent: now.saved, isOnItsWay, error: answer.error })
    return
  }
  const { paragraphs } = answer.value
  const saved = paragraphs.map((paragraph) => paragraph.text).join('\n\n')
  setDraft(itemId, { ...now, saved, isOnItsWay, error: null })
  takeNote(itemId, { text: saved, paragraphs }, answer.seq)
}

/** Before something that closes or undoes: nothing typed is left behind. */
export async function saveAllNotes(): Promise<void> {
  await Promise.all([...useNotes.getState().drafts.keys()].map(saveNote))
}

/**
 * The book has another text than the one that was saved from here: an undo, or another window. What is typed and not
 * answered for stays: it comes after that.
 */
export function receiveNote(itemId: string, text: string): void {
  const draft = useNotes.getState().drafts.get(itemId)
  if (draft === undefined || draft.text !== draft.sent || draft.isOnItsWay || draft.error !== null) return
  if (draft.saved !== text) setDraft(itemId, null)
}

/** What could not be saved before another book was opened. It belongs to its own book, and is there again with that. */
const elsewhere = new Map<string, ReadonlyMap<string, Draft>>()

onOtherBook((before, now) => {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
  const unsaved = [...useNotes.getState().drafts].filter(([, { text, sent }]) => text !== sent)
  if (before !== null && !before.isRehearsal) elsewhere.set(before.lineageId, new Map(unsaved))
  useNotes.setState({ drafts: elsewhere.get(now?.lineageId ?? '') ?? new Map() })
  void saveAllNotes()
})

// The window may be closed or put to sleep at any moment after this.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void saveAllNotes()
})
