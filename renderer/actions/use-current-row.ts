import { useEffect, useRef } from 'react'
import { actions } from '../state/actions.ts'
import type { ActionRow } from './group-actions.ts'

/**
 * The row that keys act on: the one last chosen, and where it has gone from the list (closed, or filtered away)
 * the one that took its place, with the focus if it was lost with it.
 */
export function useCurrentRow(rows: readonly ActionRow[], currentKey: string): ActionRow | undefined {
  const place = useRef(0)
  const at = rows.findIndex(({ key }) => key === currentKey)
  const current = at >= 0 ? rows[at] : (rows[Math.min(place.current, rows.length - 1)] ?? rows[0])
  useEffect(() => {
    if (at >= 0) {
      place.current = at
      return
    }
    if (current === undefined) return
    actions.choose(current.key)
    if (currentKey !== '' && document.activeElement === document.body) focusRow(current.key)
  }, [at, current, currentKey])
  return current
}

/** Puts the focus on a row, and the row into sight. */
export function focusRow(key: string | undefined): void {
  if (key === undefined) return
  const row = document.querySelector<HTMLElement>(`[data-action-row="${CSS.escape(key)}"]`)
  row?.focus()
  row?.closest('tr')?.scrollIntoView({ block: 'nearest' })
}
