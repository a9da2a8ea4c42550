import { useEffect } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { editNote, receiveNote, saveNote, useNotes } from '../state/notes.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import './note-editor.css'

/** The note of an item: a plain page with the paragraph numbers of the minutes in its margin, saved as one types. */
export function NoteEditor({ item, isEditable }: { item: Item; isEditable: boolean }) {
  const itemId = item.line.id
  const { note } = item
  const draft = useNotes((store) => store.drafts.get(itemId))
  useEffect(() => receiveNote(itemId, note.text), [itemId, note.text])
  useEffect(() => () => void saveNote(itemId), [itemId])

  const text = draft?.text ?? note.text
  const refusal = draft?.error ?? null
  if (!isEditable && text === '') return null
  return (
    <section className="note" aria-label="Note">
      <h3 id="note-label">Note</h3>
      <div className="note-page">
        <Margin text={text} numbers={note.paragraphs.map(({ number }) => number)} />
        <textarea
          aria-labelledby="note-label"
          data-takes-focus="note"
          readOnly={!isEditable}
          value={text}
          placeholder="What was said. A blank line begins a new paragraph."
          onChange={(event) => editNote(itemId, event.target.value, note.text)}
          onBlur={() => void saveNote(itemId)}
        />
      </div>
      {refusal === null ? null : (
        <div className="note-refused">
          <ErrorNotice error={{ ...refusal, safe: 'The note is not saved yet; its text is still here.' }} />
          <Button onClick={() => void saveNote(itemId)}>Save it again</Button>
        </div>
      )}
    </section>
  )
}

/**
 * The same text once more, unseen, under the one that is typed: it gives the page its height and puts each number
 * beside the first line of its paragraph.
 */
function Margin({ text, numbers }: { text: string; numbers: readonly number[] }) {
  let count = 0
  const parts = text.split(/(\n[^\S\n]*(?:\n[^\S\n]*)+)/)
  return (
    <div className="note-margin" aria-hidden="true">
      {parts.map((part, index) => {
        if (index % 2 === 1 || part.trim() === '') return part
        const number = numbers[count]
        count += 1
        return (
          <span key={index} className="note-paragraph">
            <span className="note-number">{number === undefined ? '¶' : `¶${number}`}</span>
            {part}
          </span>
        )
      })}
      {/* A line that is only begun has no height of its own. */}
      {'\u200b'}
    </div>
  )
}
