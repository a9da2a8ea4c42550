import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Refusal } from '../../core/contract/errors.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { problemWords, refusalWords } from '../ui/problem-words.ts'
import './form-dialog.css'

/** What is wrong with a field of the contract; an entry of a list counts as the list's. */
export type ProblemOf = (field: string) => string | undefined

/**
 * A dialog that sends one command. A refusal stands at the fields that it names, and the first of them gets the
 * focus; what no field can show stands above the buttons.
 */
export function FormDialog({
  title,
  submitLabel,
  save,
  onClose,
  isWide = false,
  children,
}: {
  title: string
  submitLabel: string
  /** Null when it was saved and the dialog can go. */
  save(): Promise<Refusal | null>
  onClose(): void
  isWide?: boolean
  children(problemOf: ProblemOf): ReactNode
}) {
  const [error, setError] = useState<Refusal | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const fields = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (error !== null) fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error])

  const submit = async () => {
    if (isSaving) return
    setIsSaving(true)
    const refusal = await save()
    setIsSaving(false)
    setError(refusal)
    if (refusal === null) onClose()
  }

  const shown = new Set<string>()
  const isAbout = (path: string, field: string) => path === field || path.startsWith(`${field}.`)
  const inside = children((field) => {
    shown.add(field)
    const found = error?.fields?.find((each) => isAbout(each.field, field))
    return found === undefined ? undefined : problemWords(found.problem)
  })
  const isAllShown = error?.fields?.every((found) => [...shown].some((field) => isAbout(found.field, field)))

  return (
    <Dialog
      title={title}
      isWide={isWide}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit">
            {submitLabel}
          </Button>
        </>
      }
    >
      <div
        ref={fields}
        className={classNames('form-fields', isWide && 'two')}
        onKeyDown={(event) => {
          // Enter alone makes a new line in a text of several.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.currentTarget.closest('form')?.requestSubmit()
          }
        }}
      >
        {inside}
      </div>
      {error === null || isAllShown === true ? null : <ErrorNotice error={refusalWords(error)} />}
    </Dialog>
  )
}
