import { LevelFormat, Paragraph, type INumberingOptions, type IParagraphStyleOptions } from 'docx'
import { docxDirection, docxRuns } from './docx-runs.ts'
import { normal, numberIndent } from './docx-styles.ts'
import type { ListBlock } from './model.ts'

/** Word's own styles of lists. The second ones begin where the words of a numbered paragraph do. */
const lists = [
  { id: 'ListBullet', name: 'List Bullet', isOrdered: false, indent: 0 },
  { id: 'ListBullet2', name: 'List Bullet 2', isOrdered: false, indent: numberIndent },
  { id: 'ListNumber', name: 'List Number', isOrdered: true, indent: 0 },
  { id: 'ListNumber2', name: 'List Number 2', isOrdered: true, indent: numberIndent },
]
const markWidth = 397

export const listNumbering: INumberingOptions['config'] = lists.map(({ id, isOrdered, indent }) => ({
  reference: id,
  levels: [
    {
      level: 0,
      ...(isOrdered
        ? { format: LevelFormat.DECIMAL, text: '%1.' }
        : { format: LevelFormat.BULLET, text: '•' }),
      style: { paragraph: { indent: { left: indent + markWidth, hanging: markWidth } } },
    },
  ],
}))

export const listStyles: IParagraphStyleOptions[] = lists.map(({ id, name }) => ({
  ...normal,
  id,
  name,
  paragraph: { spacing: { after: 60 }, numbering: { reference: id, level: 0 } },
}))

/** The points of a list; each numbered one begins at 1 again. */
export function docxList({ items, isOrdered, isUnderNumber }: ListBlock, isKept: boolean): Paragraph[] {
  const list = `${isOrdered === true ? 'ListNumber' : 'ListBullet'}${isUnderNumber === true ? '2' : ''}`
  return items.map(
    (runs, index) =>
      new Paragraph({
        style: list,
        numbering: {
          custom: true,
          reference: list,
          level: 0,
          ...(isOrdered === true && index === 0 ? { restart: true } : {}),
        },
        keepNext: isKept,
        // What follows the list stands off from it as from a paragraph.
        ...(index === items.length - 1 ? { spacing: { after: 100 } } : {}),
        ...docxDirection(runs),
        children: docxRuns(runs),
      }),
  )
}
