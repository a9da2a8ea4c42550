import type { AgendaLine } from '../../core/contract/meetings.ts'

/** "199.6 (b)": an item under a section says the section too. */
export function fullLabel(line: AgendaLine, parent: AgendaLine | undefined): string {
  return parent === undefined ? line.label : `${parent.label} ${line.label}`
}
