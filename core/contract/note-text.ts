/**
 * What a note is: one text, in a small and strict subset of Markdown, read by the core, the documents and the window
 * alike.
 *
 * - Blank lines divide the numbered paragraphs. A single line end is a line break.
 * - Lines that begin with `- ` are a list, lines that begin with `1. `, `2. ` … a numbered one; a line that is indented
 *   by two blanks goes on with the point above it. A list belongs to the paragraph before it, also where a blank line
 *   stands between.
 * - `*italic*`, `**bold**`, `***both***`; a mark touches the words that it opens or closes, and ends on its line.
 * - `[words](https://example.com)`: http, https and mailto only.
 * - A backslash before one of `\ * [ ] - .` makes it an ordinary character.
 *
 * Everything else is literal, marks without a partner and HTML too. Nothing here throws, and all of it takes time in
 * proportion to the length of the text.
 */

import { append, joinAlike, readRuns, textOfRuns, tidyRuns, writeRuns, type NoteRun } from './note-runs.ts'

export { safeLink, type NoteRun } from './note-runs.ts'

export type NoteBlock =
  { kind: 'text'; runs: NoteRun[] } | { kind: 'list'; isOrdered: boolean; items: NoteRun[][] }

/** The numbered paragraphs of a note, each trimmed, line ends as LF. */
export function splitNote(text: string): string[] {
  const paragraphs: string[][] = []
  let open: OpenList = null
  for (const chunk of chunksOf(text)) {
    const lines = chunk.split('\n')
    const isList = readLine(lines[0] ?? '', open).kind === 'item'
    if (!isList || paragraphs.length === 0) {
      paragraphs.push([])
      open = null
    }
    paragraphs.at(-1)?.push(chunk)
    for (const line of lines) open = readLine(line, open).open
  }
  return paragraphs.map((chunks) => chunks.join('\n'))
}

/** The note as one text again. */
export function joinNote(paragraphs: readonly { text: string }[]): string {
  return paragraphs.map(({ text }) => text).join('\n\n')
}

/** What a numbered paragraph says. */
export function readParagraph(text: string): NoteBlock[] {
  const blocks: NoteBlock[] = []
  let open: OpenList = null
  for (const line of chunksOf(text).flatMap((chunk) => chunk.split('\n'))) {
    const read = readLine(line, open)
    const last = blocks.at(-1)
    const runs = readRuns(read.text)
    open = read.open
    if (read.kind === 'item') {
      const isOrdered = open === 'ordered'
      if (last?.kind === 'list' && last.isOrdered === isOrdered) last.items.push(runs)
      else blocks.push({ kind: 'list', isOrdered, items: [runs] })
    } else if (read.kind === 'more' && last?.kind === 'list') {
      append(last.items.at(-1) ?? [], [{ text: '\n' }, ...runs])
    } else if (last?.kind === 'text') append(last.runs, [{ text: '\n' }, ...runs])
    else blocks.push({ kind: 'text', runs })
  }
  return tidyBlocks(blocks)
}

/** The text of a numbered paragraph that says this: `readParagraph` gives back `tidyBlocks(blocks)`. */
export function writeParagraph(blocks: readonly NoteBlock[]): string {
  return tidyBlocks(blocks)
    .map((block) =>
      block.kind === 'text'
        ? writeRuns(block.runs).split('\n').map(withoutMarker).join('\n')
        : block.items
            .map((item, index) => writeItem(item, block.isOrdered ? `${index + 1}. ` : '- '))
            .join('\n'),
    )
    .join('\n')
}

/** The words without marks: for search, counts, previews and whatever else reads a note for what it says. */
export function plainParagraph(text: string): string {
  return readParagraph(text)
    .map((block) => (block.kind === 'text' ? textOfRuns(block.runs) : block.items.map(textOfRuns).join('\n')))
    .join('\n')
}

/**
 * The one form in which blocks say what they say: no block, point or run without words, no line without any, marks
 * that begin and end at words, line ends without marks, neighbours that are alike as one, links that are safe.
 */
export function tidyBlocks(blocks: readonly NoteBlock[]): NoteBlock[] {
  const tidy: NoteBlock[] = []
  for (const block of blocks) {
    const last = tidy.at(-1)
    if (block.kind === 'text') {
      const runs = tidyRuns(block.runs)
      if (runs.length === 0) continue
      if (last?.kind === 'text') append(last.runs, [{ text: '\n' }, ...runs])
      else tidy.push({ kind: 'text', runs })
    } else {
      const items = block.items.map(tidyRuns).filter((runs) => runs.length > 0)
      if (items.length === 0) continue
      if (last?.kind === 'list' && last.isOrdered === block.isOrdered) append(last.items, items)
      else tidy.push({ kind: 'list', isOrdered: block.isOrdered, items })
    }
  }
  return tidy.map((block) => (block.kind === 'text' ? { ...block, runs: joinAlike(block.runs) } : block))
}

type OpenList = 'bullets' | 'ordered' | null

/** The pieces between blank lines, trimmed. */
function chunksOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
}

/**
 * What a line is after a list that is open, if any, and which list is open after it. A number other than 1 begins
 * no list: "14. January" is a date.
 */
function readLine(
  line: string,
  open: OpenList,
): { kind: 'item' | 'more' | 'text'; text: string; open: OpenList } {
  const [marker, number] = /^[ \t]*(?:-|(\d{1,6})\.)[ \t]+(?=\S)/.exec(line) ?? []
  if (marker !== undefined && (number === undefined || number === '1' || open === 'ordered')) {
    return {
      kind: 'item',
      text: line.slice(marker.length),
      open: number === undefined ? 'bullets' : 'ordered',
    }
  }
  const [indent] = (open === null ? null : /^(?: {2}|\t)/.exec(line)) ?? []
  return indent === undefined
    ? { kind: 'text', text: line, open: null }
    : { kind: 'more', text: line.slice(indent.length), open }
}

function withoutMarker(line: string): string {
  return line.replace(/^([ \t]*\d{1,6}|[ \t]*(?=-))([.-])(?=[ \t]+\S)/, '$1\\$2')
}

function writeItem(runs: readonly NoteRun[], marker: string): string {
  const [first = '', ...more] = writeRuns(runs).split('\n')
  return [marker + first, ...more.map((line) => `  ${withoutMarker(line)}`)].join('\n')
}
