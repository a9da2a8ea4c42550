import type { WrittenPosition } from '../../core/contract/written-positions.ts'
import { positionWords } from '../../core/contract/words.ts'
import type { Cell } from './joint-cells.ts'

/** "wrote against": what was sent beforehand and answers the question of a cell; empty where nothing was. */
export function letterWords(written: readonly WrittenPosition[] | undefined, cell: Cell | null): string {
  const letter = written?.find(
    ({ seatId, questionIds }) => seatId === cell?.seatId && questionIds.includes(cell.questionId),
  )
  return letter === undefined ? '' : `wrote ${positionWords[letter.value].name.toLowerCase()}`
}
