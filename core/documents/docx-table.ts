import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ITableCellOptions,
} from 'docx'
import { docxRuns } from './docx-runs.ts'
import {
  bold,
  isShortTable,
  textOf,
  type Cell,
  type Column,
  type Row,
  type Table as TableModel,
} from './model.ts'

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B9C2C7' }
const strong = { style: BorderStyle.SINGLE, size: 8, color: '1D4E5F' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
/** A row with more text than this may break across pages: kept whole it might not fit on one. */
const longestWholeRow = 1200

/** Caption, table and legend. `textWidth` in twentieths of a point; `isKept`: on one page with what follows. */
export function docxTable(table: TableModel, textWidth: number, isKept: boolean): (Paragraph | Table)[] {
  const width = Math.round(textWidth * (table.share ?? 1))
  const widths = columnWidths(table.columns, width)
  const keepsTogether = isKept || isShortTable(table)
  const lastRow = table.rows.length - 1
  return [
    new Paragraph({ style: 'Caption', children: docxRuns([{ text: table.caption }]) }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      tableLook: { firstRow: true, noHBand: true, noVBand: true },
      margins: { top: 20, bottom: 20, left: cellMargin(table), right: cellMargin(table) },
      borders: {
        top: strong,
        bottom: strong,
        left: none,
        right: none,
        insideHorizontal: rule,
        insideVertical: table.kind === 'plain' ? none : rule,
      },
      rows: [
        ...groupHeader(table, widths),
        headerRow(table.columns, widths),
        ...table.rows.map((row, index) =>
          bodyRow(
            row,
            table,
            widths,
            isKept || (keepsTogether && index < lastRow) || isKeptRow(table, index),
          ),
        ),
      ],
    }),
    ...(table.legend === null
      ? [new Paragraph({ style: 'Legend', keepNext: isKept, children: [] })]
      : [
          new Paragraph({
            style: 'Legend',
            keepNext: isKept,
            children: docxRuns([{ text: table.legend }]),
          }),
        ]),
  ]
}

/**
 * No row stands alone at the foot of one page or at the head of the next, no group without its first row, and no
 * legend without the last row. A group of votes stays whole: its heading is not repeated on the next page.
 */
function isKeptRow({ kind, rows, legend }: TableModel, index: number): boolean {
  const last = rows.length - 1
  if (rows[index]?.kind === 'group') return true
  const isGrouped = kind === 'votes' && rows[0]?.kind === 'group'
  if (isGrouped && index < last && rows[index + 1]?.kind !== 'group') return true
  return index === last ? legend !== null : index === 0 || index === last - 1
}

function cellMargin({ kind }: TableModel): number {
  return kind === 'plain' ? 80 : 30
}

/** Words need more room to the rule beside them than marks do. */
function marginsOf(column: Column | undefined): Pick<ITableCellOptions, 'margins'> {
  return column?.align === 'center' ? {} : { margins: { left: 80, right: 80 } }
}

/** Whole numbers that add up to the width. */
function columnWidths(columns: readonly Column[], width: number): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  let used = 0
  let share = 0
  return columns.map((column) => {
    share += column.width
    const end = Math.round((width * share) / all)
    const own = end - used
    used = end
    return own
  })
}

function groupHeader({ columnGroups, columns }: TableModel, widths: readonly number[]): TableRow[] {
  if (columnGroups === null || columns.length === 0) return []
  let from = 0
  return [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: columnGroups.map(({ header, span }) => {
        const width = widths.slice(from, from + span).reduce((sum, one) => sum + one, 0)
        from += span
        return headerCell(header, 'center', { columnSpan: span, width: { size: width, type: WidthType.DXA } })
      }),
    }),
  ]
}

function headerRow(columns: readonly Column[], widths: readonly number[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      headerCell(column.header, column.align, {
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        ...marginsOf(column),
      }),
    ),
  })
}

function headerCell(
  text: string,
  align: Column['align'],
  options: Omit<ITableCellOptions, 'children'>,
): TableCell {
  return new TableCell({
    ...options,
    shading: { fill: 'EEF3F4', type: 'clear', color: 'auto' },
    verticalAlign: VerticalAlignTable.BOTTOM,
    children: [
      new Paragraph({
        style: 'TableHeading',
        keepNext: true,
        alignment: alignment[align],
        children: docxRuns([{ text }]),
      }),
    ],
  })
}

const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }

function bodyRow(row: Row, table: TableModel, widths: readonly number[], keepNext: boolean): TableRow {
  if (row.kind === 'group') {
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          columnSpan: Math.max(1, table.columns.length),
          margins: { left: 80, right: 80 },
          shading: { fill: 'F6F8F8', type: 'clear', color: 'auto' },
          children: [
            new Paragraph({ style: 'TableText', keepNext: true, children: docxRuns([bold(row.text)]) }),
          ],
        }),
      ],
    })
  }
  const length = row.cells.reduce((sum, { runs }) => sum + textOf(runs).length, 0)
  return new TableRow({
    cantSplit: length <= longestWholeRow,
    children: row.cells.map((cell, index) =>
      bodyCell(cell, table.columns[index], widths[index] ?? 0, keepNext),
    ),
  })
}

function bodyCell(cell: Cell, column: Column | undefined, width: number, keepNext: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...marginsOf(column),
    children: [
      new Paragraph({
        style: 'TableText',
        keepNext,
        alignment: alignment[column?.align ?? 'left'],
        children: docxRuns(cell.runs),
      }),
    ],
  })
}
