import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react'
import type { AgendaLine } from '../../core/contract/meetings.ts'
import { dropPlace, type Aim, type Place } from './places.ts'

/** Where a line shows what is dragged: at an edge of an item or on it. */
export interface DropMark {
  overId: string
  edge: Aim['edge']
  isIndented: boolean
}

export interface Drag {
  ids: readonly string[]
  mark: DropMark | null
}

/** Pixels after which a press becomes a drag, and sideways the wish for another level. */
const threshold = 5
const levelWidth = 24
const scrollEdge = 28

interface Start {
  x: number
  y: number
  id: string
  list: HTMLElement
}

/**
 * Dragging items of the agenda with the pointer. Nothing moves before they are let go: a line shows where they would
 * stand. Sideways chooses between the end of a section and the place after it. Escape leaves everything as it was.
 */
export function useDrag(options: {
  agenda: readonly AgendaLine[]
  isEnabled: boolean
  /** What goes along with the item that is taken hold of. */
  idsFor(id: string): readonly string[]
  onDrop(ids: readonly string[], place: Place): void
}): { drag: Drag | null; onPointerDown(event: ReactPointerEvent<HTMLElement>): void } {
  const [drag, setDrag] = useState<Drag | null>(null)
  const latest = useRef(options)
  latest.current = options
  const stop = useRef<() => void>(() => undefined)
  useEffect(() => () => stop.current(), [])

  const onPointerDown = (event: ReactPointerEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
    // A finger scrolls the list.
    if (row === null || !isPlain || event.pointerType === 'touch' || !options.isEnabled) return
    const start = {
      x: event.clientX,
      y: event.clientY,
      id: row.dataset['item'] ?? '',
      list: event.currentTarget,
    }
    stop.current = follow(start, () => latest.current, setDrag)
  }
  return { drag, onPointerDown }
}

function follow(
  start: Start,
  latest: () => Parameters<typeof useDrag>[0],
  show: (drag: Drag | null) => void,
): () => void {
  let ids: readonly string[] | null = null
  let place: Place | null = null

  const move = (event: PointerEvent) => {
    const { agenda, idsFor } = latest()
    if (ids === null) {
      if (Math.hypot(event.clientX - start.x, event.clientY - start.y) < threshold) return
      ids = idsFor(start.id)
      document.documentElement.classList.add('is-dragging')
    }
    scroll(start.list, event.clientY)
    const found = firstThatFits(agenda, ids, aimsAt(start, event, agenda))
    place = found?.place ?? null
    show({ ids, mark: found?.mark ?? null })
  }
  const end = () => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', drop)
    window.removeEventListener('pointercancel', end)
    window.removeEventListener('blur', end)
    window.removeEventListener('keydown', giveUp, true)
    document.documentElement.classList.remove('is-dragging')
    if (ids !== null) show(null)
  }
  const drop = () => {
    const [dragged, target] = [ids, place]
    end()
    if (dragged === null) return
    swallowClick()
    if (target !== null) latest().onDrop(dragged, target)
  }
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || ids === null) return
    event.preventDefault()
    event.stopPropagation()
    end()
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', drop)
  window.addEventListener('pointercancel', end)
  window.addEventListener('blur', end)
  window.addEventListener('keydown', giveUp, true)
  return end
}

/** The item under the pointer, or the nearest of the list, and which part of it: what is meant most comes first. */
function aimsAt(start: Start, event: PointerEvent, agenda: readonly AgendaLine[]): Aim[] {
  const rows = [...start.list.querySelectorAll<HTMLElement>('[data-item]')]
  const row = rows.find((each) => event.clientY < each.getBoundingClientRect().bottom) ?? rows.at(-1)
  const overId = row?.dataset['item']
  if (row === undefined || overId === undefined) return []
  const { top, height } = row.getBoundingClientRect()
  const part = (event.clientY - top) / height
  const isUnder = (id: string) => agenda.find((line) => line.id === id)?.parentId !== null
  const sideways = event.clientX - start.x
  const isIndented = isUnder(start.id) ? sideways > -levelWidth : sideways > levelWidth
  const nearest = { overId, edge: part < 0.5 ? 'before' : 'after', isIndented } as const
  return !isUnder(overId) && part >= 0.3 && part < 0.7
    ? [{ overId, edge: 'on', isIndented }, nearest]
    : [nearest]
}

function firstThatFits(
  agenda: readonly AgendaLine[],
  ids: readonly string[],
  aims: readonly Aim[],
): { place: Place; mark: DropMark } | null {
  for (const aim of aims) {
    const place = dropPlace(agenda, ids, aim)
    if (place !== null) return { place, mark: { ...aim, isIndented: place.parentId !== null } }
  }
  return null
}

function scroll(list: HTMLElement, y: number): void {
  const { top, bottom } = list.getBoundingClientRect()
  if (y < top + scrollEdge) list.scrollBy(0, -8)
  else if (y > bottom - scrollEdge) list.scrollBy(0, 8)
}

/** The click that the browser makes of letting go is none. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation()
    event.preventDefault()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
