/** The words of a note with their marks, within a line and over line ends. `note-text.ts` says what is markup. */

/** Words that look alike. `link`: as `safeLink` gives it. */
export interface NoteRun {
  text: string
  bold?: true
  italic?: true
  link?: string
}

/**
 * An address as a link may have it, or null: http, https or mailto, on one line, without characters that hide. What
 * would end the link in a text is written in percent.
 */
export function safeLink(address: string): string | null {
  const trimmed = address.trim()
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(trimmed)) return null
  if (!/^(https?:\/\/[^\s/?#]|mailto:[^\s?])/i.test(trimmed)) return null
  return trimmed.replace(/[\s()<>[\]\\"*]/g, (character) =>
    '()*'.includes(character)
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(character),
  )
}

/**
 * Tidy runs as text. A mark says what changes between two runs, so that marks may cross: `**a***b*` is a bold a and
 * an italic b.
 */
export function writeRuns(runs: readonly NoteRun[]): string {
  let written = ''
  let before: NoteRun = { text: '' }
  for (const run of [...runs, { text: '' } as NoteRun]) {
    const isOtherLink = run.link !== before.link
    if (isOtherLink && before.link !== undefined) written += `](${before.link})`
    written += '*'.repeat((run.bold === before.bold ? 0 : 2) + (run.italic === before.italic ? 0 : 1))
    if (isOtherLink && run.link !== undefined) written += '['
    written += run.text.replace(run.link === undefined ? /[\\*]|\](?=\()/g : /[\\*[\]]/g, '\\$&')
    before = run
  }
  return written
}

/** One or more asterisks, and what became of them. */
interface Stars {
  kind: 'stars'
  count: number
  touchesBefore: boolean
  touchesAfter: boolean
  bold: 'opens' | 'closes' | null
  italic: 'opens' | 'closes' | null
}

/** A bracket that opens or closes a link says which link goes on from there. */
type Piece = { kind: 'words'; text: string } | { kind: 'bracket'; link: string | undefined } | Stars

const pieces = /\\([\\*[\].-])|(\*+)|(\[)|\]\(([^\s()<>[\]\\"*]+)\)|[^\\*[\]]+|[\\\]]/g

/** The runs of one line, not tidy yet. */
export function readRuns(line: string): NoteRun[] {
  const read = readPieces(line)
  pairUp(read, 'bold', 2)
  pairUp(read, 'italic', 1)
  return runsOf(read)
}

function readPieces(line: string): Piece[] {
  const read: Piece[] = []
  // Where a bracket stands that may turn out to open a link, and whether words came after it.
  let opening: { at: number; hasWords: boolean } | null = null
  for (const { 0: piece, 1: escaped, 2: stars, 3: bracket, 4: address, index } of line.matchAll(pieces)) {
    if (stars !== undefined) {
      read.push({
        kind: 'stars',
        count: stars.length,
        touchesBefore: /\S/.test(line.charAt(index - 1)),
        touchesAfter: /\S/.test(line.charAt(index + stars.length)),
        bold: null,
        italic: null,
      })
    } else if (bracket !== undefined) {
      opening = { at: read.length, hasWords: false }
      read.push({ kind: 'words', text: piece })
    } else if (escaped === undefined && piece.startsWith(']')) {
      const link = address !== undefined && opening?.hasWords === true ? safeLink(address) : null
      if (link !== null && opening !== null) {
        read[opening.at] = { kind: 'bracket', link }
        read.push({ kind: 'bracket', link: undefined })
      } else read.push({ kind: 'words', text: piece })
      opening = null
    } else {
      read.push({ kind: 'words', text: escaped ?? piece })
      if (opening !== null && /\S/.test(piece)) opening.hasWords = true
    }
  }
  return read
}

/**
 * Finds for each mark that opens the one that closes it, with words between them. The one kind is read without
 * regard to the other: marks may cross, and three asterisks are both kinds.
 */
function pairUp(read: readonly Piece[], kind: 'bold' | 'italic', count: 1 | 2): void {
  let open: Stars | null = null
  let hasWords = false
  for (const piece of read) {
    if (piece.kind === 'words') hasWords ||= /\S/.test(piece.text)
    if (piece.kind !== 'stars' || (piece.count !== count && piece.count !== 3)) continue
    if (open !== null && hasWords && piece.touchesBefore) {
      open[kind] = 'opens'
      piece[kind] = 'closes'
      open = null
    } else if (piece.touchesAfter) {
      open = piece
      hasWords = false
    }
  }
}

function runsOf(read: readonly Piece[]): NoteRun[] {
  const runs: NoteRun[] = []
  let look: Look = {}
  for (const piece of read) {
    if (piece.kind === 'words') runs.push({ text: piece.text, ...look })
    else if (piece.kind === 'bracket') look = lookOf({ ...look, link: piece.link })
    else {
      const { bold, italic } = piece
      const next = lookOf({
        bold: bold === null ? look.bold : bold === 'opens',
        italic: italic === null ? look.italic : italic === 'opens',
        link: look.link,
      })
      // What found no partner stands outside of what did.
      const literal = '*'.repeat(piece.count - (bold === null ? 0 : 2) - (italic === null ? 0 : 1))
      const outside = bold === 'closes' || italic === 'closes' ? next : look
      runs.push({ text: literal, ...outside })
      look = next
    }
  }
  return runs
}

type Look = Omit<NoteRun, 'text'>

/** Only what is set. */
function lookOf(look: {
  bold?: boolean | undefined
  italic?: boolean | undefined
  link?: string | undefined
}): Look {
  return {
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.italic === true ? { italic: true } : {}),
    ...(look.link === undefined ? {} : { link: look.link }),
  }
}

/** Runs in the one form in which they say what they say; see `tidyBlocks`. */
export function tidyRuns(runs: readonly NoteRun[]): NoteRun[] {
  const lines: NoteRun[][] = [[]]
  for (const run of runs) {
    const look = lookOf({
      ...run,
      link: run.link === undefined ? undefined : (safeLink(run.link) ?? undefined),
    })
    run.text
      .replace(/\r\n?/g, '\n')
      .split('\n')
      .forEach((text, index) => {
        if (index > 0) lines.push([])
        append(
          lines.at(-1) ?? [],
          withEdges(text).map((piece) => ({ text: piece, ...look })),
        )
      })
  }
  const joined: NoteRun[] = []
  for (const line of lines.filter((parts) => parts.some(hasWords))) {
    if (joined.length > 0) joined.push({ text: '\n' })
    append(joined, loosened(loosened(line).toReversed()).toReversed())
  }
  return trimmed(joinAlike(joined))
}

/** A text with the white space at its ends as pieces of their own. */
function withEdges(text: string): string[] {
  const inner = text.trim()
  if (inner === '') return [text]
  const start = text.length - text.trimStart().length
  return [text.slice(0, start), inner, text.slice(start + inner.length)]
}

const hasWords = ({ text }: NoteRun) => /\S/.test(text)

/** White space keeps of its marks only those that it shares with what stands before it. */
function loosened(line: readonly NoteRun[]): NoteRun[] {
  let before: NoteRun = { text: '' }
  return line
    .filter(({ text }) => text !== '')
    .map((run) => {
      if (!hasWords(run)) {
        run = {
          text: run.text,
          ...lookOf({
            bold: run.bold === true && before.bold === true,
            italic: run.italic === true && before.italic === true,
            link: run.link === before.link ? run.link : undefined,
          }),
        }
      }
      before = run
      return run
    })
}

/** Neighbours that look alike as one. */
export function joinAlike(runs: readonly NoteRun[]): NoteRun[] {
  const joined: NoteRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (
      last?.bold === run.bold &&
      last?.italic === run.italic &&
      last?.link === run.link &&
      last !== undefined
    )
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

function trimmed(runs: readonly NoteRun[]): NoteRun[] {
  return runs
    .map((run, index) => (index === 0 ? { ...run, text: run.text.trimStart() } : run))
    .map((run, index) => (index === runs.length - 1 ? { ...run, text: run.text.trimEnd() } : run))
    .filter(({ text }) => text !== '')
}

/** Spreading into a call fails beyond some hundred thousand. */
export function append<T>(to: T[], more: readonly T[]): void {
  for (const one of more) to.push(one)
}

export function textOfRuns(runs: readonly NoteRun[]): string {
  return runs.map(({ text }) => text).join('')
}
