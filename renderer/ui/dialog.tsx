import { useId, useLayoutEffect, useRef } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { classNames } from './class-names.ts'
import { rememberCaret } from './remember-caret.ts'

interface DialogProps {
  title: string
  onClose(): void
  /** Given, the dialog is a form: Enter submits it, and Ctrl or ⌘ with Enter also from a list or a longer text. */
  onSubmit?: () => void
  children: ReactNode
  /** The buttons, the affirmative one last. */
  foot: ReactNode
  isWide?: boolean
}

const fieldsAndLinks = ':is(input, select, textarea, a, button):not(.foot *)'

/**
 * A modal dialog: mounted is open. The browser keeps focus inside and gives it back afterwards. It stands beside the
 * page and not in it, so that it looks the same wherever it is opened.
 */
export function Dialog({ title, onClose, onSubmit, children, foot, isWide = false }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  // While it still stands in the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open) return
    const putCaretBack = rememberCaret()
    dialog.showModal()
    // React leaves no autofocus attribute behind, so the browser would take the first field instead; and where there
    // is none, a list that scrolls.
    const first = dialog.querySelector<HTMLElement>('[data-autofocus]')
    if (first !== null) first.focus()
    else if (dialog.querySelector(fieldsAndLinks) === null)
      dialog.querySelector<HTMLElement>('.foot button')?.focus()
    return () => {
      dialog.close()
      putCaretBack()
    }
  }, [])
  const inside = (
    <>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="foot">{foot}</div>
    </>
  )
  return createPortal(
    <dialog
      ref={element}
      className={classNames('dialog', isWide && 'wide')}
      aria-labelledby={id}
      onCancel={(event) => {
        // React hands the event of a dialog inside this one on to it.
        if (event.target !== event.currentTarget) return
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
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            event.currentTarget.requestSubmit()
          }}
        >
          {inside}
        </form>
      )}
    </dialog>,
    document.body,
  )
}
