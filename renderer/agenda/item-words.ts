import type { AgendaLine } from '../../core/contract/meetings.ts'

/** "199.6 (b)": an item under a section says the section too. */
export function fullLabel(line: AgendaLine, parent: AgendaLine | undefined): string {
  return parent === undefined ? line.label : `${parent.label} ${line.label}`
}

/** What the item is about: its proposal by reference and title, or its own title. */
export function subjectOf({ proposal, title }: Pick<AgendaLine, 'proposal' | 'title'>): string {
  return proposal === null ? title : `${proposal.reference} ${proposal.title}`
}
