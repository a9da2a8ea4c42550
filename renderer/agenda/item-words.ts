import type { AgendaLine } from '../../core/contract/meetings.ts'

/** What the item is about: its proposal by reference and title, or its own title. */
export function subjectOf({ proposal, title }: Pick<AgendaLine, 'proposal' | 'title'>): string {
  return proposal === null ? title : `${proposal.reference} ${proposal.title}`
}

/**
 * Its number within the agenda, where the meeting's number stands above the list and the section's above the item:
 * 6 of 199.6, 2 of 199.6.2, (b).
 */
export function shortLabel(
  { label }: Pick<AgendaLine, 'label'>,
  section?: Pick<AgendaLine, 'label'>,
): string {
  const own = section !== undefined && label.startsWith(`${section.label}.`) ? section.label.length + 1 : 0
  return label.slice(own).replace(/^.*\.(?=.)/, '')
}
