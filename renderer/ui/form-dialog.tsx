import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Dialog } from './dialog.tsx'
import type { Places, ProblemOf } from './form-problems.ts'
import { FormRefusal } from './form-refusal.tsx'
import { useForm, type Saved } from './use-form.ts'
import './form-dialog.css'

/**
 * A dialog that sends one command: its fields, Cancel and the button that sends it. A refusal stands at the fields
 * that it names, and the first of them gets the focus; what no field shows stands above the buttons.
 */
export function FormDialog({
  title,
  submitLabel,
  cancelLabel = 'Cancel',
  canSubmit = true,
  places,
  isWide = false,
  save,
  onClose,
  children,
}: {
  title: string
  submitLabel: string
  cancelLabel?: string
  /** Whether there is anything to send. */
  canSubmit?: boolean
  /** Where a refusal that names no field belongs. */
  places?: Places
  /** Broad, with its fields in two columns. */
  isWide?: boolean
  /** Sends the command. Once it is saved, the dialog goes. */
  save(): Promise<Saved>
  onClose(): void
  children(problemOf: ProblemOf): ReactNode
}) {
  const form = useForm<HTMLDivElement>(places)
  const submit = async () => {
    if (canSubmit && (await form.send(save))) onClose()
  }
  return (
    <Dialog
      title={title}
      isWide={isWide}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{cancelLabel}</Button>
          <Button variant="primary" type="submit" disabled={!canSubmit}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <div ref={form.fields} className={classNames('form-fields', isWide && 'two')}>
        {children(form.problemOf)}
      </div>
      <FormRefusal form={form} />
    </Dialog>
  )
}
