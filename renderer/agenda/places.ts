import type { AgendaLine } from '../../core/contract/meetings.ts'

type Line = Pick<AgendaLine, 'id' | 'parentId'>
type Agenda = readonly Line[]

/** Where items are put: under a section or at the top, before another item or at the end. */
export interface Place {
  parentId: string | null
  beforeId: string | null
}

/** Without what stands in a section that is moved itself. */
function carriers(agenda: Agenda, ids: readonly string[]): Line[] {
  const chosen = new Set(ids)
  return agenda.filter(({ id, parentId }) => chosen.has(id) && !(parentId !== null && chosen.has(parentId)))
}

function under(agenda: Agenda, parentId: string | null): Line[] {
  return agenda.filter((line) => line.parentId === parentId)
}

/** The section in which all of them stand; undefined where they stand in several. */
function commonParent(lines: readonly Line[]): string | null | undefined {
  const [first] = lines
  return first !== undefined && lines.every(({ parentId }) => parentId === first.parentId)
    ? first.parentId
    : undefined
}

/** One step up or down among their neighbours, together; null where there is none. */
export function stepPlace(agenda: Agenda, ids: readonly string[], step: 1 | -1): Place | null {
  const moved = carriers(agenda, ids)
  const parentId = commonParent(moved)
  if (parentId === undefined) return null
  const siblings = under(agenda, parentId)
  if (step === -1) {
    const before = siblings[siblings.findIndex(({ id }) => id === moved[0]?.id) - 1]
    return before === undefined ? null : { parentId, beforeId: before.id }
  }
  const last = siblings.findIndex(({ id }) => id === moved.at(-1)?.id)
  if (siblings[last + 1] === undefined) return null
  return { parentId, beforeId: siblings[last + 2]?.id ?? null }
}

/** Into the section above the first of them, at its end; null where there is none or they hold items. */
export function indentPlace(agenda: Agenda, ids: readonly string[]): Place | null {
  const moved = carriers(agenda, ids)
  if (commonParent(moved) !== null || !areLeaves(agenda, moved)) return null
  const top = under(agenda, null)
  const section = top[top.findIndex(({ id }) => id === moved[0]?.id) - 1]
  return section === undefined ? null : { parentId: section.id, beforeId: null }
}

/** Out of their section, right behind it; null where they stand in none. */
export function outdentPlace(agenda: Agenda, ids: readonly string[]): Place | null {
  const parentId = commonParent(carriers(agenda, ids))
  if (parentId === undefined || parentId === null) return null
  const top = under(agenda, null)
  const next = top[top.findIndex(({ id }) => id === parentId) + 1]
  return { parentId: null, beforeId: next?.id ?? null }
}

/** Where the pointer is: over which item, at its upper or lower edge or on it, and whether it asks for a section. */
export interface Aim {
  overId: string
  edge: 'before' | 'on' | 'after'
  isIndented: boolean
}

/** Where items are put when they are let go there; null where they cannot stand, or would stand as they do. */
export function dropPlace(agenda: Agenda, ids: readonly string[], aim: Aim): Place | null {
  const moved = carriers(agenda, ids)
  const place = placeAt(agenda, moved, aim)
  if (place === null || !canStand(agenda, moved, place.parentId)) return null
  return isWhereTheyAre(agenda, moved, place) ? null : place
}

function placeAt(agenda: Agenda, moved: readonly Line[], { overId, edge, isIndented }: Aim): Place | null {
  const over = agenda.find(({ id }) => id === overId)
  if (over === undefined) return null
  if (edge === 'on' && over.parentId === null) return { parentId: over.id, beforeId: null }
  const gap = agenda.indexOf(over) + (edge === 'before' ? 0 : 1)
  const [above, below] = [agenda[gap - 1], agenda[gap]]
  if (below !== undefined && below.parentId !== null)
    return { parentId: below.parentId, beforeId: firstLeft(agenda, moved, below) }
  // Between a section's last item and the next section: at the end of the one, or before the other.
  const section = above === undefined ? undefined : (above.parentId ?? above.id)
  if (
    isIndented &&
    section !== undefined &&
    !moved.some(({ id }) => id === section) &&
    areLeaves(agenda, moved)
  )
    return { parentId: section, beforeId: null }
  return { parentId: null, beforeId: below === undefined ? null : firstLeft(agenda, moved, below) }
}

/** The item before which they stand, which cannot be one of them. */
function firstLeft(agenda: Agenda, moved: readonly Line[], from: Line): string | null {
  const siblings = under(agenda, from.parentId)
  const left = siblings.slice(siblings.indexOf(from)).find(({ id }) => !moved.some((line) => line.id === id))
  return left?.id ?? null
}

/** An agenda has sections and items and nothing below. */
function canStand(agenda: Agenda, moved: readonly Line[], parentId: string | null): boolean {
  if (moved.length === 0 || moved.some(({ id }) => id === parentId)) return false
  return parentId === null || areLeaves(agenda, moved)
}

function areLeaves(agenda: Agenda, lines: readonly Line[]): boolean {
  return !agenda.some(({ parentId }) => lines.some(({ id }) => id === parentId))
}

function isWhereTheyAre(agenda: Agenda, moved: readonly Line[], { parentId, beforeId }: Place): boolean {
  if (commonParent(moved) !== parentId) return false
  const siblings = under(agenda, parentId)
  const from = siblings.findIndex(({ id }) => id === moved[0]?.id)
  const isTogether = moved.every(({ id }, index) => siblings[from + index]?.id === id)
  return isTogether && (siblings[from + moved.length]?.id ?? null) === beforeId
}
