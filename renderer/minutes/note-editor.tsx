import { useId, useMemo, useRef, useState } from 'react'
import type { Item } from '../../core/contract/voting.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { saveNote, useNotes } from '../state/notes.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { CompletionList } from './completion-list.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { formats, type Format } from './note-commands.ts'
import { linkAt, linkCommand, setLink } from './note-links.ts'
import { NoteToolbar } from './note-toolbar.tsx'
import { useNoteSurface } from './use-note-surface.ts'
import './note-editor.css'

/** The note of an item: a plain page with the paragraph numbers of the minutes in its margin, saved as one types. */
export function NoteEditor({ item, isEditable }: { item: Item; isEditable: boolean }) {
  if (!isEditable && item.note.text === '') return null
  return <NotePage item={item} isEditable={isEditable} />
}

function NotePage({ item, isEditable }: { item: Item; isEditable: boolean }) {
  const itemId = item.line.id
  const labelId = useId()
  const listId = useId()
  const host = useRef<HTMLDivElement>(null)
  const refusal = useNotes((store) => store.drafts.get(itemId)?.error ?? null)
  /** Where the link that is being made leads now; null while none is. */
  const [linking, setLinking] = useState<{ address: string | null } | null>(null)

  const askForLink = () => {
    const view = surface.current?.view
    if (view !== undefined) setLinking({ address: linkAt(view.state)?.href ?? null })
  }
  const { surface, formatsOn, completion } = useNoteSurface(host, item, {
    isEditable,
    labelId,
    listId,
    onLink: askForLink,
  })
  const format = (name: Format | 'link') => {
    const view = surface.current?.view
    if (view === undefined) return
    view.focus()
    if (name === 'link') askForLink()
    else formats[name].command(view.state, view.dispatch, view)
  }
  // In the note itself they are its own keys.
  const commands = useMemo<KeyCommand[]>(
    () =>
      [...(Object.keys(formats) as Format[]), 'link' as const].map((name) => {
        const { id, title, key } = name === 'link' ? linkCommand : formats[name]
        return { id, title, key, group: 'Note', isEnabled: isEditable, run: () => format(name) }
      }),
    [isEditable],
  )
  useCommands('note', commands)

  return (
    <section className="note" aria-label="Note">
      <header>
        <h3 id={labelId}>Note</h3>
        {isEditable ? <NoteToolbar formatsOn={formatsOn} onFormat={format} /> : null}
      </header>
      <div ref={host} className="note-page" />
      {completion === null ? null : (
        <CompletionList
          listId={listId}
          completion={completion}
          onChoose={(index, isExpanded) => surface.current?.take(index, isExpanded)}
        />
      )}
      {linking === null ? null : (
        <LinkDialog
          address={linking.address}
          save={(address) => {
            const view = surface.current?.view
            if (view !== undefined) setLink(address)(view.state, view.dispatch, view)
          }}
          onClose={() => setLinking(null)}
        />
      )}
      {refusal === null ? null : (
        <div className="note-refused">
          <ErrorNotice error={{ ...refusal, safe: 'The note is not saved yet; its text is still here.' }} />
          <Button onClick={() => void saveNote(itemId)}>Save it again</Button>
        </div>
      )}
    </section>
  )
}
