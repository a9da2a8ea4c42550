import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Check } from 'lucide-react'
import { classNames } from '../ui/class-names.ts'
import './tick-list.css'

export interface TickGroup {
  id: string
  /** Empty where there is one group only. */
  title: string
  options: readonly { id: string; isUnder?: boolean; content: ReactNode }[]
}

/**
 * A list of which several are ticked. Arrow keys move, the space bar ticks, Ctrl+A ticks all or none, Enter takes the one
 * that has the focus. When that one goes, the next one has the focus.
 */
export function TickList({
  label,
  groups,
  ticked,
  onTick,
  onEnter,
  takesFocus = false,
}: {
  label: string
  groups: readonly TickGroup[]
  ticked: ReadonlySet<string>
  onTick(ticked: ReadonlySet<string>): void
  onEnter(id: string): void
  /** Takes the focus as soon as it is there. */
  takesFocus?: boolean
}) {
  const list = useRef<HTMLDivElement>(null)
  const ids = groups.flatMap(({ options }) => options.map(({ id }) => id))
  const [focus, setFocus] = useState({ id: ids[0] ?? '', at: 0 })
  const at = ids.includes(focus.id) ? ids.indexOf(focus.id) : Math.min(focus.at, ids.length - 1)
  const focusId = ids[at]

  const focusOption = () => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  useEffect(() => {
    if (takesFocus) focusOption()
  }, [takesFocus])
  // When the one that had the focus has gone; never from another control of the dialog.
  useEffect(() => {
    const active = document.activeElement
    if (active === null || active === document.body || active.tagName === 'DIALOG') focusOption()
  }, [focusId])

  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    onTick(next)
  }
  const go = (to: number) => {
    const id = ids[Math.min(Math.max(to, 0), ids.length - 1)]
    if (id === undefined) return
    setFocus({ id, at: ids.indexOf(id) })
    list.current?.querySelector<HTMLElement>(`[data-tick="${CSS.escape(id)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || focusId === undefined) return
    const mod = event.ctrlKey || event.metaKey
    const acts: Record<string, () => void> = mod
      ? { a: () => onTick(ids.every((id) => ticked.has(id)) ? new Set() : new Set(ids)) }
      : {
          ArrowDown: () => go(at + 1),
          ArrowUp: () => go(at - 1),
          Home: () => go(0),
          End: () => go(ids.length - 1),
          ' ': () => toggle(focusId),
          Enter: () => onEnter(focusId),
        }
    const run = acts[event.key]
    if (run === undefined) return
    event.preventDefault()
    run()
  }
  return (
    <div
      ref={list}
      className="tick-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        <div key={group.id} role="group" aria-label={group.title === '' ? label : group.title}>
          {group.title === '' ? null : (
            <h3 role="presentation" aria-hidden>
              {group.title}
            </h3>
          )}
          {group.options.map((option) => (
            <div
              key={option.id}
              role="option"
              aria-selected={ticked.has(option.id)}
              data-tick={option.id}
              {...(option.id === focusId ? { 'data-autofocus': true } : {})}
              tabIndex={option.id === focusId ? 0 : -1}
              className={classNames('tick', option.isUnder === true && 'under')}
              onClick={() => {
                setFocus({ id: option.id, at: ids.indexOf(option.id) })
                toggle(option.id)
              }}
            >
              <span className="tick-box" aria-hidden>
                {ticked.has(option.id) ? <Check size={12} strokeWidth={3} /> : null}
              </span>
              {option.content}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
