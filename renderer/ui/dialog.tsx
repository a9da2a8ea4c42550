import { useId, useLayoutEffect, useRef } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface DialogProps {
  title: string
  onClose(): void
  /** Given, the dialog is a form and Enter submits it. */
  onSubmit?: () => void
  children: ReactNode
  /** The buttons, the affirmative one last. */
  foot: ReactNode
  isWide?: boolean
}

/** A modal dialog: mounted is open. The browser keeps focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, onSubmit, children, foot, isWide = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  // While it still stands in the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open) return
    dialog.showModal()
    return () => dialog.close()
  }, [])
  const inside = (
    <>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="foot">{foot}</div>
    </>
  )
  return (
    <dialog
      ref={element}
      className={classNames('dialog', isWide && 'wide')}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {onSubmit === undefined ? (
        <div>{inside}</div>
      ) : (
        <form
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            onSubmit()
          }}
        >
          {inside}
        </form>
      )}
    </dialog>
  )
}
