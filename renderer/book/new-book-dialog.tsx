import { useState } from 'react'
import { book, useBook } from '../state/book.ts'
import { goTo } from '../state/navigation.ts'
import { saveAllNotes } from '../state/notes.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextInput } from '../ui/field.tsx'
import { problemWords } from '../ui/problem-words.ts'
import { openingRefusal } from './opening-refusal.ts'

/** Asks what the new book is called; a new book has no body yet, so one lands where bodies are made. */
export function NewBookDialog({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('')
  const [wasAsked, setWasAsked] = useState(false)
  const working = useBook((store) => store.working)
  const error = useBook((store) => store.error)
  const problem = error?.fields?.find(({ field }) => field === 'name')?.problem

  const create = async () => {
    if (working !== '') return
    setWasAsked(true)
    // Before the book is there, so that no other screen of it is seen first.
    goTo({ screen: 'bodies' }, { replaces: true })
    await saveAllNotes()
    if (!(await book.create(name))) document.querySelector<HTMLInputElement>('dialog[open] input')?.focus()
  }
  return (
    <Dialog
      title="Start a new book"
      onClose={onClose}
      onSubmit={() => void create()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" aria-disabled={working !== ''}>
            {working === '' ? 'Start the book' : `${working} …`}
          </Button>
        </>
      }
    >
      <TextInput
        label="Name of the book"
        hint="Usually the panel or the code whose meetings it is for, such as “UNC Modification Panel”."
        value={name}
        onChange={setName}
        problem={wasAsked && problem !== undefined ? problemWords(problem) : undefined}
        maxLength={80}
        autoFocus
      />
      {error === null || !wasAsked || problem !== undefined ? null : (
        <ErrorNotice error={openingRefusal(error)} />
      )}
    </Dialog>
  )
}
