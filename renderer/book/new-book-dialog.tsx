import { useState } from 'react'
import { book, useBook } from '../state/book.ts'
import { goTo } from '../state/navigation.ts'
import { saveAllNotes } from '../state/notes.ts'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { Saved } from '../ui/use-form.ts'
import { openingRefusal } from './opening-refusal.ts'

/** Asks what the new book is called; a new book has no body yet, so one lands where bodies are made. */
export function NewBookDialog({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('')
  const working = useBook((store) => store.working)

  const create = async (): Promise<Saved> => {
    // Before the book is there, so that no other screen of it is seen first.
    goTo({ screen: 'bodies' }, { replaces: true })
    await saveAllNotes()
    const answer = await book.create(name)
    return answer.ok ? answer : { ok: false, error: openingRefusal(answer.error) }
  }
  return (
    <FormDialog
      title="Start a new book"
      submitLabel={working === '' ? 'Start the book' : `${working} …`}
      save={create}
      onClose={onClose}
    >
      {(problemOf) => (
        <TextInput
          label="Name of the book"
          hint="Usually the panel or the code whose meetings it is for, such as “UNC Modification Panel”."
          value={name}
          onChange={setName}
          problem={problemOf('name')}
          maxLength={80}
          autoFocus
        />
      )}
    </FormDialog>
  )
}
