import type { JointRow, JointVote } from '../../core/contract/joint-votes.ts'
import type { Cell } from './joint-cells.ts'

/** What a cell, or all that is still to come, counts by while it is on its way to be recorded. */
export function cellKey(jointVoteId: string, cells: readonly Cell[]): string {
  return `joint:${jointVoteId} ${cells.map(({ questionId, seatId }) => `${questionId}/${seatId}`).join(' ')}`
}

/** The same for positions that an option gets from another; of every seat where none is named. */
export function copyKey(jointVoteId: string, option: string, seatId: string | null): string {
  return `joint-copy:${jointVoteId} ${option} ${seatId ?? 'all'}`
}

/** Tells which cells of a joint vote are on their way. */
export function savingCells(
  { id }: Pick<JointVote, 'id'>,
  saving: ReadonlySet<string>,
): (row: Pick<JointRow, 'questionId' | 'option'>, seatId: string) => boolean {
  const cells = new Set<string>()
  const copies = new Set<string>()
  for (const key of saving) {
    const [what = '', ...parts] = key.split(' ')
    if (what === `joint:${id}`) for (const part of parts) cells.add(part)
    if (what === `joint-copy:${id}`) copies.add(parts.join(' '))
  }
  return ({ questionId, option }, seatId) =>
    cells.has(`${questionId}/${seatId}`) ||
    (option !== null && (copies.has(`${option} ${seatId}`) || copies.has(`${option} all`)))
}
