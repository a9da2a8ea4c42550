import { safeLink } from '../contract/note-text.ts'

/**
 * The document model: what a document says, as plain data, before any format.
 *
 * A builder (minutes.ts, agenda.ts, vote-annex.ts, action-log.ts) turns the record of a meeting into a model; a
 * writer (to-docx.ts, to-html.ts, to-markdown.ts) turns a model into one format. All text in it is plain text: each
 * writer escapes it for its own format. A line end within a run is a line break.
 */
export interface DocumentModel {
  kind: string
  /** Title of the file, in one line: "UNC Modification Panel – minutes of meeting 199". */
  title: string
  language: 'en-GB'
  /** Of its first page. */
  orientation: Orientation
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

export type Orientation = 'portrait' | 'landscape'

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; number: string | null; runs: Run[] }
  | ParagraphBlock
  | { kind: 'table'; table: Table }
  | ListBlock
  | { kind: 'definitions'; pairs: DefinitionPair[]; isSmall: boolean }
  /** What belongs on one page, such as a vote with its count, result and determination. */
  | { kind: 'together'; blocks: Block[] }
  /** What follows stands on a new page, which may lie the other way. Not inside of `together`. */
  | { kind: 'new-page'; orientation: Orientation }

export interface ParagraphBlock {
  kind: 'paragraph'
  style: ParagraphStyle
  /** The number in the margin, as printed. */
  number: string | null
  runs: Run[]
  /** Whether it belongs on one page with what follows. */
  keepWithNext: boolean
  isUnderNumber?: true
}

export interface ListBlock {
  kind: 'list'
  items: Run[][]
  isOrdered?: true
  /** Whether it goes on with a numbered paragraph, and so begins where the words of that one do. */
  isUnderNumber?: true
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
  /** http, https or mailto; the writers ask `linkedRuns`. */
  link?: string
}

export interface DefinitionPair {
  term: string
  runs: Run[]
}

export interface Table {
  kind: 'vote' | 'votes' | 'plain'
  /** Share of the text's width that it fills, above 0 and up to 1; 1 where left out. */
  share?: number
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
  /** What a mark above it stands for, for those who hear it. */
  meaning?: string
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

/** Where a run leads, or null. A record may come from anywhere: the run is not taken at its word. */
function linkOf({ link }: Run): string | null {
  return link === undefined ? null : safeLink(link)
}

/** Runs by where they lead: neighbours with the same link are one. */
export function linkedRuns(runs: readonly Run[]): { link: string | null; runs: Run[] }[] {
  const linked: { link: string | null; runs: Run[] }[] = []
  for (const run of runs) {
    const link = linkOf(run)
    const last = linked.at(-1)
    if (last !== undefined && last.link === link) last.runs.push(run)
    else linked.push({ link, runs: [run] })
  }
  return linked
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

/** `small`: as small print, such as how a vote was counted. */
export function definitions(pairs: DefinitionPair[], size: 'normal' | 'small' = 'normal'): Block {
  return { kind: 'definitions', pairs, isSmall: size === 'small' }
}

export function pair(term: string, text: string): DefinitionPair {
  return { term, runs: [plain(text)] }
}

/** Blocks that a page end should not part. */
export function together(...blocks: Block[]): Block {
  return { kind: 'together', blocks }
}

export function tableBlock(table: Table): Block {
  return { kind: 'table', table }
}

export function cell(text: string): Cell {
  return { runs: text === '' ? [] : [plain(text)] }
}

export function cells(...texts: (string | Cell)[]): Row {
  return { kind: 'cells', cells: texts.map((text) => (typeof text === 'string' ? cell(text) : text)) }
}

/** The blocks by the pages on which they begin: a new stretch wherever a new page was asked for. */
export function stretchesOf({
  orientation,
  blocks,
}: Pick<DocumentModel, 'orientation' | 'blocks'>): Stretch[] {
  const stretches: Stretch[] = [{ orientation, blocks: [] }]
  for (const block of blocks) {
    if (block.kind === 'new-page') stretches.push({ orientation: block.orientation, blocks: [] })
    else stretches.at(-1)?.blocks.push(block)
  }
  return stretches
}

export interface Stretch {
  orientation: Orientation
  blocks: Exclude<Block, { kind: 'new-page' }>[]
}

/** Blocks with those inside of others in their place, as they are read. */
export function flatBlocks(blocks: readonly Block[]): Exclude<Block, { kind: 'together' }>[] {
  return blocks.flatMap((block) => (block.kind === 'together' ? flatBlocks(block.blocks) : [block]))
}

/** At the head of every page: whose document it is, and what it is. Cut short where it would not fit a line. */
export function runningHead({ body, name }: DocumentModel['heading']): string {
  const room = 100 - name.length
  const letters = [...body]
  return `${letters.length <= room ? body : `${letters.slice(0, Math.max(room, 20)).join('').trimEnd()}…`} · ${name}`
}

/** Whether a table is so small that a page end within it would look like a mistake. */
export function isShortTable({ kind, rows }: Table): boolean {
  const letters = rows
    .flatMap((row) => (row.kind === 'group' ? [] : row.cells))
    .map(({ runs }) => textOf(runs))
  // The rows of many votes are narrow, and so higher than their letters tell.
  return kind !== 'votes' && rows.length <= 5 && letters.join('').length <= 900
}

/** The words of some runs without their emphasis. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
