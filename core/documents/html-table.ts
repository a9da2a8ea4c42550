import { escapeToHtml } from './escape-html.ts'
import { runsHtml } from './html-runs.ts'
import { isShortTable, textOf, type Cell, type Column, type Row, type Table } from './model.ts'

/** A row with more text than this may break across pages. */
const longestWholeRow = 1200

/** Width of each column in tenths of a per cent: the class by which the style sheet sets it. */
export function widthsOf(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  return columns.map(({ width }) => Math.round((width / all) * 1000))
}

/** Width of a table that does not fill the text's, in tenths of a per cent. */
export function shareOf({ share }: Table): number[] {
  return share === undefined || share >= 0.999 ? [] : [Math.round(share * 1000)]
}

function shareClass(table: Table): string {
  return shareOf(table)
    .map((share) => ` w${share}`)
    .join('')
}

/** A table with caption, column groups, scopes and legend. `id` is unique in the document. */
export function tableHtml(table: Table, id: string): string {
  const legendId = `${id}-legend`
  const described = table.legend === null ? '' : ` aria-describedby="${legendId}"`
  const legendHtml =
    table.legend === null ? '' : `\n<p class="legend" id="${legendId}">${escapeToHtml(table.legend)}</p>`
  const short = isShortTable(table) ? ' short' : ''
  return `<div class="table${short}">
<table class="${table.kind}${shareClass(table)}"${described}>
<caption>${escapeToHtml(table.caption)}</caption>
${colgroupsHtml(table)}
<thead>${groupHeaderHtml(table)}<tr>${table.columns.map(headerHtml).join('')}</tr></thead>
${rowGroups(table.rows)
  .map((rows) => `<tbody>\n${rows.map((row) => rowHtml(row, table)).join('\n')}\n</tbody>`)
  .join('\n')}
</table>${legendHtml}
</div>`
}

function colgroupsHtml({ columns, columnGroups }: Table): string {
  const cols = widthsOf(columns).map((width) => `<col class="w${width}">`)
  if (columnGroups === null) return `<colgroup>${cols.join('')}</colgroup>`
  let from = 0
  return columnGroups
    .map(({ span }) => {
      const own = cols.slice(from, from + span)
      from += span
      return `<colgroup>${own.join('')}</colgroup>`
    })
    .join('')
}

function groupHeaderHtml({ columnGroups }: Table): string {
  if (columnGroups === null) return ''
  const headers = columnGroups.map(({ header, span }) =>
    header === ''
      ? `<td colspan="${span}"></td>`
      : `<th class="span" scope="colgroup" colspan="${span}">${escapeToHtml(header)}</th>`,
  )
  return `<tr>${headers.join('')}</tr>`
}

function headerHtml({ header, meaning, align }: Column): string {
  const contentHtml = meaning === undefined ? escapeToHtml(header) : markHtml(meaning, escapeToHtml(header))
  return `<th scope="col" class="${align}">${contentHtml}</th>`
}

function markHtml(meaning: string, contentHtml: string): string {
  const meaningHtml = escapeToHtml(meaning)
  return `<span class="mark" role="img" aria-label="${meaningHtml}" title="${meaningHtml}">${contentHtml}</span>`
}

/** A row that heads others begins a body of its own, so that it is read as the heading of those rows. */
function rowGroups(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last === undefined || row.kind === 'group') groups.push([row])
    else last.push(row)
  }
  return groups
}

function rowHtml(row: Row, table: Table): string {
  if (row.kind === 'group') {
    return `<tr class="group"><th scope="rowgroup" colspan="${table.columns.length}">${escapeToHtml(row.text)}</th></tr>`
  }
  const length = row.cells.reduce((sum, { runs }) => sum + textOf(runs).length, 0)
  const tall = length > longestWholeRow ? ' class="tall"' : ''
  return `<tr${tall}>${row.cells.map((cell, index) => cellHtml(cell, index, table)).join('')}</tr>`
}

/** The first cell names its row, except among votes, where every cell is a mark. */
function cellHtml(cell: Cell, index: number, table: Table): string {
  const align = table.columns[index]?.align ?? 'left'
  const contentHtml =
    cell.meaning === undefined ? runsHtml(cell.runs) : markHtml(cell.meaning, runsHtml(cell.runs))
  return index === 0 && table.kind !== 'vote'
    ? `<th scope="row" class="row ${align}">${contentHtml}</th>`
    : `<td class="${align}">${contentHtml}</td>`
}
