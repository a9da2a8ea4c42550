import { MoreHorizontal } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Menu, type MenuItem } from '../ui/menu.tsx'

export interface Order {
  /** Place in the list, from 0, and how many there are. */
  at: number
  count: number
  onMove(to: number): void
}

/** What can be done with one of an ordered list: change, move, remove. Undo takes any of it back. */
export function OrderedActs({
  name,
  order,
  onChange,
  onRemove,
}: {
  name: string
  order: Order
  onChange(): void
  onRemove(): void
}) {
  return (
    <Menu
      label={`What to do with ${name}`}
      variant="quiet"
      items={[
        { id: 'change', label: 'Change…', run: onChange },
        ...moveItems(order),
        { id: 'remove', label: 'Remove', run: onRemove },
      ]}
    >
      <MoreHorizontal size={16} aria-hidden />
    </Menu>
  )
}

/** The lines of a menu that move something up or down, where there is anywhere to go. */
export function moveItems({ at, count, onMove }: Order): MenuItem[] {
  return [
    ...(at === 0 ? [] : [{ id: 'up', label: 'Move up', shortcut: 'Alt+↑', run: () => onMove(at - 1) }]),
    ...(at === count - 1
      ? []
      : [{ id: 'down', label: 'Move down', shortcut: 'Alt+↓', run: () => onMove(at + 1) }]),
  ]
}

/** Alt with an arrow moves what has the focus, as in the agenda of a meeting. */
export function moveByKey(event: KeyboardEvent, { at, count, onMove }: Order): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (!event.altKey || step === 0) return
  event.preventDefault()
  event.stopPropagation()
  if (at + step >= 0 && at + step < count) onMove(at + step)
}

/** A list with one of it in another place. */
export function moved<Element>(list: readonly Element[], from: number, to: number): Element[] {
  return list.toSpliced(from, 1).toSpliced(to, 0, ...list.slice(from, from + 1))
}

/** After the list has been drawn anew, what was moved has the focus again. */
export function focusAgain(selector: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`${selector} button`)?.focus()),
  )
}
