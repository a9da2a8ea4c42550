import type { Snippet } from '../../core/contract/snippets.ts'
import { change } from '../state/client.ts'
import { notice } from '../state/notice.ts'
import { TextArea, TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useTyped } from '../ui/use-typed.ts'
import { PlacesList } from './places-list.tsx'

/** A snippet: its key and its words; a new one comes last. */
export function SnippetDialog({
  bodyId,
  snippet,
  onClose,
}: {
  bodyId: string
  snippet: Snippet | null
  onClose(): void
}) {
  const typed = useTyped({ key: snippet?.key ?? '', text: snippet?.text ?? '' })
  const save = async () => {
    const answer =
      snippet === null
        ? await change('snippet.add', { bodyId, ...typed.values })
        : await change('snippet.change', { snippetId: snippet.id, ...typed.values })
    if (answer.ok) notice.say(`${typed.values.key.trim()} is ${snippet === null ? 'added' : 'changed'}.`)
    return answer
  }
  return (
    <FormDialog
      title={snippet === null ? 'Add a snippet' : `Change ${snippet.key}`}
      submitLabel={snippet === null ? 'Add the snippet' : 'Change it'}
      save={save}
      onClose={onClose}
    >
      {(problemOf) => (
        <>
          <TextInput
            label="Key"
            hint="Short, to be typed in a note: letters, digits and hyphens."
            autoFocus
            {...typed.field('key', problemOf)}
          />
          <TextArea
            label="Words"
            hint="What stands in [square brackets] is left to be filled in by hand."
            rows={5}
            {...typed.field('text', problemOf)}
          />
          <PlacesList />
        </>
      )}
    </FormDialog>
  )
}
