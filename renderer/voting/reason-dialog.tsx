import { useState, type ReactNode } from 'react'
import { TextInput } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import type { Saved } from '../ui/use-form.ts'

/** A second thought that asks for nothing but its reason: what it is about, what comes of it, and why. */
export function ReasonDialog({
  title,
  submitLabel,
  hint,
  usualReason = '',
  save,
  onClose,
  children,
}: {
  title: string
  submitLabel: string
  hint?: string
  usualReason?: string
  /** Sends the command with the reason. Once it is saved, the dialog goes. */
  save(reason: string): Promise<Saved>
  onClose(): void
  children: ReactNode
}) {
  const [reason, setReason] = useState(usualReason)
  return (
    <FormDialog title={title} submitLabel={submitLabel} save={() => save(reason)} onClose={onClose}>
      {(problemOf) => (
        <>
          {children}
          <TextInput
            label="Why"
            {...(hint === undefined ? {} : { hint })}
            value={reason}
            onChange={setReason}
            problem={problemOf('reason')}
            autoFocus
          />
        </>
      )}
    </FormDialog>
  )
}
