/**
 * The document model: what a document says, as plain data, before any format.
 *
 * A builder (minutes.ts, agenda.ts, vote-annex.ts, action-log.ts) turns the record of a meeting into a model; a
 * writer (to-docx.ts, to-html.ts, to-markdown.ts) turns a model into one format; the live preview draws it. All
 * text in it is plain text: each writer escapes it for its own format. A line end within a run is a line break.
 */
export interface DocumentModel {
  kind: string
  /** Title of the file, in one line: "UNC Modification Panel – minutes of meeting 199". */
  title: string
  language: 'en-GB'
  orientation: 'portrait' | 'landscape'
  heading: {
    /** Whose document it is: the body. */
    body: string
    /** What it is: "Minutes of meeting 199". */
    name: string
    pairs: DefinitionPair[]
  }
  /** Version and status as printed on every page: "Draft 1.0". */
  status: string
  footer: {
    recordHash: string
    /** The first twelve characters, for the foot of a page. */
    shortHash: string
    /** What it was generated from: "meeting 199, history entry 412". */
    generatedFrom: string
  }
  blocks: Block[]
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; number: string | null; runs: Run[] }
  | ParagraphBlock
  | { kind: 'table'; table: Table }
  | { kind: 'list'; items: Run[][] }
  | { kind: 'definitions'; pairs: DefinitionPair[] }
  | { kind: 'page-break' }

export interface ParagraphBlock {
  kind: 'paragraph'
  style: ParagraphStyle
  /** The number in the margin, as printed. */
  number: string | null
  runs: Run[]
  /** Whether it belongs on one page with what follows. */
  keepWithNext: boolean
}

/**
 * - `body`: a paragraph of the minutes
 * - `detail`: small print about what stands above or below it
 * - `result`: the result of a vote
 * - `determination`: the determination, set off
 * - `action`: an action, set off
 * - `note`: a remark of the document about itself
 */
export type ParagraphStyle = 'body' | 'detail' | 'result' | 'determination' | 'action' | 'note'

export interface Run {
  text: string
  bold?: true
  italic?: true
}

export interface DefinitionPair {
  term: string
  runs: Run[]
}

export interface Table {
  kind: 'vote' | 'votes' | 'plain'
  caption: string
  columns: Column[]
  /** Headings that span columns, from the left; together they span all of them. Null for none. */
  columnGroups: { header: string; span: number }[] | null
  rows: Row[]
  /** What the marks mean; printed under the table. Null where it has none. */
  legend: string | null
}

export interface Column {
  header: string
  align: 'left' | 'center' | 'right'
  /** Share of the width; only its proportion to the others counts. */
  width: number
}

/** A `group` row heads the rows that follow it: its one cell spans the table. */
export type Row = { kind: 'cells'; cells: Cell[] } | { kind: 'group'; text: string }

export interface Cell {
  runs: Run[]
  /** What a mark stands for, for those who hear it: "For". */
  meaning?: string
}

/** A run of plain text. */
export function plain(text: string): Run {
  return { text }
}

export function bold(text: string): Run {
  return { text, bold: true }
}

export function italic(text: string): Run {
  return { text, italic: true }
}

export function paragraph(
  style: ParagraphStyle,
  runs: Run[] | string,
  more: { number?: string; keepWithNext?: boolean } = {},
): ParagraphBlock {
  return {
    kind: 'paragraph',
    style,
    number: more.number ?? null,
    runs: typeof runs === 'string' ? [plain(runs)] : runs,
    keepWithNext: more.keepWithNext ?? false,
  }
}

export function heading(level: 1 | 2 | 3, text: string, number: string | null = null): Block {
  return { kind: 'heading', level, number, runs: [plain(text)] }
}

export function cell(text: string): Cell {
  return { runs: text === '' ? [] : [plain(text)] }
}

export function cells(...texts: (string | Cell)[]): Row {
  return { kind: 'cells', cells: texts.map((text) => (typeof text === 'string' ? cell(text) : text)) }
}

/** The words of some runs without their emphasis. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
