import { useState } from 'react'
import { safeLink } from '../../core/contract/note-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextInput } from '../ui/field.tsx'

/** Where a link of the note leads. */
export function LinkDialog({
  address,
  save,
  onClose,
}: {
  /** Where it leads now; null where there is none yet. */
  address: string | null
  /** Null takes the link away and leaves its words. */
  save(address: string | null): void
  onClose(): void
}) {
  const [typed, setTyped] = useState(address ?? '')
  const [problem, setProblem] = useState<string>()
  const submit = (next: string | null) => {
    onClose()
    save(next)
  }
  return (
    <Dialog
      title="Link"
      onClose={onClose}
      onSubmit={() => {
        const safe =
          safeLink(typed) ??
          (/^[\w-]+(\.[\w-]+)+/.test(typed.trim()) ? safeLink(`https://${typed.trim()}`) : null)
        if (safe === null) setProblem('An address that begins with https://, http:// or mailto:.')
        else submit(safe)
      }}
      foot={
        <>
          {address === null ? null : <Button onClick={() => submit(null)}>No link</Button>}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            Make it a link
          </Button>
        </>
      }
    >
      <TextInput
        label="Address"
        value={typed}
        onChange={setTyped}
        problem={problem}
        inputMode="url"
        placeholder="https://"
      />
    </Dialog>
  )
}
