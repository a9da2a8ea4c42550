import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'

export interface MenuItem {
  id: string
  label: string
  shortcut?: string
  run(): void
}

/** Milliseconds after which a letter begins a word of its own. */
const typingPause = 600

/** A button that opens a list of things to do. Arrow keys move, the first letters of a line jump to it, Escape closes. */
export function Menu({
  label,
  items,
  children,
  variant = 'plain',
  opensAtStart = false,
  isDisabled = false,
  tabIndex,
}: {
  label: string
  items: readonly MenuItem[]
  children: ReactNode
  variant?: 'plain' | 'quiet' | 'primary'
  opensAtStart?: boolean
  isDisabled?: boolean
  /** -1 where a row beside it opens it by a key of its own. */
  tabIndex?: number
}) {
  const [isOpen, setIsOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const typed = useRef({ letters: '', at: 0 })

  useEffect(() => {
    if (!isOpen) return
    root.current?.querySelector<HTMLButtonElement>('ul button')?.focus()
    const close = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setIsOpen(false)
    }
    document.addEventListener('pointerdown', close)
    return () => document.removeEventListener('pointerdown', close)
  }, [isOpen])

  const close = () => {
    setIsOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return
    const buttons = [...(root.current?.querySelectorAll<HTMLButtonElement>('ul button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const go = (to: number) => {
      event.preventDefault()
      buttons[(to + buttons.length) % buttons.length]?.focus()
    }
    event.stopPropagation()
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') go(at + 1)
    else if (event.key === 'ArrowUp') go(at - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(-1)
    else if (/^\S$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
      const isContinued = event.timeStamp - typed.current.at < typingPause
      const letters = (isContinued ? typed.current.letters : '') + event.key.toLowerCase()
      typed.current = { letters, at: event.timeStamp }
      const from = letters.length === 1 ? at + 1 : at
      ;[...buttons.slice(from), ...buttons]
        .find((button) => button.textContent.toLowerCase().startsWith(letters))
        ?.focus()
    }
  }
  return (
    <div ref={root} className={classNames('menu', opensAtStart && 'start')} onKeyDown={onKeyDown}>
      <button
        type="button"
        className={classNames('button', variant)}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={isDisabled}
        tabIndex={tabIndex}
        onClick={() => setIsOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen ? (
        <ul role="menu" aria-label={label}>
          {items.map((item) => (
            <li key={item.id} role="none">
              <button
                type="button"
                role="menuitem"
                onClick={() => {
                  close()
                  item.run()
                }}
              >
                {item.label}
                {item.shortcut === undefined ? null : <Kbd>{item.shortcut}</Kbd>}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
