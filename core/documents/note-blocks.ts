import { readParagraph } from '../contract/note-text.ts'
import { paragraph, type Block } from './model.ts'

/**
 * A paragraph of a note as it is printed. The number, if any, stands at its first line; its lists, and the words after
 * them, begin where the words of the first line do.
 */
export function noteBlocks(text: string, number: number | null): Block[] {
  const blocks = readParagraph(text)
  // A note that begins with a list has its number on a line by itself.
  const parts = number !== null && blocks[0]?.kind !== 'text' ? [paragraph('body', []), ...blocks] : blocks
  const under = number === null ? {} : ({ isUnderNumber: true } as const)
  return parts.map((part, index): Block => {
    if (part.kind === 'list') {
      return { kind: 'list', items: part.items, ...(part.isOrdered ? { isOrdered: true } : {}), ...under }
    }
    return {
      ...paragraph('body', part.runs, { keepWithNext: parts[index + 1]?.kind === 'list' }),
      ...(index > 0 ? under : { number: number === null ? null : String(number) }),
    }
  })
}
