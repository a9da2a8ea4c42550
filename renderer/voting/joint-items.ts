import type { AgendaLine } from '../../core/contract/meetings.ts'

/** The items on which a question can still be put: those without outcome that are no sections, and the one at hand. */
export function itemsToChoose(agenda: readonly AgendaLine[], itemId: string): AgendaLine[] {
  const sections = new Set(agenda.map(({ parentId }) => parentId))
  return agenda.filter(({ id, outcome }) => id === itemId || (outcome === null && !sections.has(id)))
}
