import { stringify } from 'csv-stringify/sync'
import { cleanText } from './clean-text.ts'

/** A table for a spreadsheet. */
export interface CsvTable {
  columns: { header: string; kind: 'text' | 'number' }[]
  rows: string[][]
}

/**
 * A table as CSV: UTF-8 with its mark, CRLF, every field quoted, and no field that a spreadsheet would take for a
 * formula.
 */
export function toCsv({ columns, rows }: CsvTable): string {
  const safe = rows.map((row) => row.map((field, index) => fieldOf(field, columns[index]?.kind ?? 'text')))
  return stringify([columns.map(({ header }) => neutralise(header)), ...safe], {
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
    bom: true,
  })
}

/** A number stays a number; what is in a number column and is none is text all the same. */
function fieldOf(field: string, kind: 'text' | 'number'): string {
  return kind === 'number' && /^-?\d+(\.\d+)?$/.test(field) ? field : neutralise(field)
}

/**
 * The beginning of a field, of a physical line in it, or of what a spreadsheet set to semicolons would take for the
 * next field; what shows no width; and the sign. One class for all that is skipped, so that a field full of it takes
 * no longer than any other.
 */
const formulaStart =
  /(^|[\n\u2028\u2029;])(?=[[\s\p{Cf}\u115f\u1160\u3164\uffa0]--[\n\u2028\u2029]]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/gv

/**
 * Puts an apostrophe before each physical line, and each part after a semicolon, that a spreadsheet could read as a
 * formula: one that begins, after any white space and characters without a width, with = + - or @, in their full-width
 * forms as well.
 */
export function neutralise(text: string): string {
  return cleanText(text).replace(formulaStart, "$1'")
}
