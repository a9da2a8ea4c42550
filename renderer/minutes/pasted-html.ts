import { safeLink, tidyBlocks, type NoteBlock, type NoteRun } from '../../core/contract/note-text.ts'
import { htmlTokens } from './html-tokens.ts'

/** An element that is open: what the words in it are. */
interface Open {
  name: string
  isBold: boolean
  isItalic: boolean
  link: string | null
  isHidden: boolean
  /** A paragraph that Word shows as a point of a list, and in it the number or sign before its words. */
  isWordPoint: boolean
  isMarker: boolean
}

const nothing: Open = {
  name: '',
  isBold: false,
  isItalic: false,
  link: null,
  isHidden: false,
  isWordPoint: false,
  isMarker: false,
}

const lines = new Set(
  `address article aside blockquote body caption center dd details div dl dt figcaption figure footer form h1 h2 h3 h4
   h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/),
)
/** Elements that another of their kind ends; what they stand in keeps it apart. */
const endedBy: Readonly<Record<string, { ends: readonly string[]; within: readonly string[] }>> = {
  p: { ends: ['p'], within: ['div', 'li', 'td', 'th', 'blockquote'] },
  li: { ends: ['li', 'p'], within: ['ul', 'ol'] },
  td: { ends: ['td', 'th', 'p'], within: ['table'] },
  th: { ends: ['td', 'th', 'p'], within: ['table'] },
  tr: { ends: ['tr', 'td', 'th', 'p'], within: ['table'] },
}
/** Nobody nests deeper by hand; what does is read as if it were not nested. */
const deepest = 60

/**
 * What a note takes of HTML from Word, Outlook or a browser: paragraphs, lists, bold, italic and links. A row of a
 * table is one paragraph. Pictures, colours, sizes and everything else stay behind.
 */
export function readPastedHtml(html: string): NoteBlock[] {
  const [, fragment = html] = /<!--StartFragment-->([^]*)<!--EndFragment-->/.exec(html) ?? []
  // The editor's own words: each blank was meant.
  const keepsBlanks = html.includes('data-pm-slice')
  const blocks: NoteBlock[] = []
  const stack: Open[] = []
  let runs: NoteRun[] = []
  let marker = ''

  const top = () => stack.at(-1) ?? nothing
  const isIn = (...names: string[]) => stack.some(({ name }) => names.includes(name))
  /** Whether the words that are read are a point of a list, and of which. A list within a list is part of it. */
  const listHere = (): 'ordered' | 'bullets' | null => {
    if (isIn('li'))
      return stack.find(({ name }) => name === 'ol' || name === 'ul')?.name === 'ol' ? 'ordered' : 'bullets'
    if (!top().isWordPoint) return null
    return /^\(?[\da-z]{1,5}[.)]/i.test(marker.trim()) ? 'ordered' : 'bullets'
  }
  const endLine = () => {
    const [block] = tidyBlocks([{ kind: 'text', runs }])
    const list = listHere()
    const last = blocks.at(-1)
    runs = []
    if (block?.kind !== 'text') return
    const isOrdered = list === 'ordered'
    if (list === null) blocks.push(block)
    else if (last?.kind === 'list' && last.isOrdered === isOrdered) last.items.push(block.runs)
    else blocks.push({ kind: 'list', isOrdered, items: [block.runs] })
  }
  const say = (words: string) => {
    const { isHidden, isMarker, isBold, isItalic, link } = top()
    if (isHidden) return
    if (isMarker) {
      marker += words
      return
    }
    const isAfterBlank = /(^|[ \n])$/.test(runs.at(-1)?.text ?? '')
    const told = keepsBlanks ? words : words.replace(/[ \t\r\n\f]+/g, ' ')
    const text = (isAfterBlank && !keepsBlanks ? told.replace(/^ /, '') : told).replaceAll('\u00a0', ' ')
    if (text === '') return
    runs.push({
      text,
      ...(isBold ? { bold: true } : {}),
      ...(isItalic ? { italic: true } : {}),
      ...(link === null ? {} : { link }),
    })
  }
  /** A line begins or ends with an element. In a table a row is one. */
  const breakAt = (name: string) => {
    if (!lines.has(name)) return
    if (isIn('td', 'th') && name !== 'tr' && name !== 'table') say(' ')
    else endLine()
  }
  const closeTo = (depth: number) => {
    while (stack.length > depth) {
      breakAt(top().name)
      stack.pop()
    }
  }
  const lineBreak = () => {
    // Outlook divides paragraphs by two of them.
    if (isIn('td', 'th')) say(' ')
    else if (runs.at(-1)?.text === '\n') endLine()
    else runs.push({ text: '\n' })
  }

  for (const token of htmlTokens(fragment)) {
    if (token.kind === 'text') say(token.text)
    else if (token.kind === 'close') {
      const at = stack.findLastIndex(({ name }) => name === token.name)
      if (at !== -1) closeTo(at)
    } else if (token.name === 'br') lineBreak()
    else {
      const { name, attributes } = token
      const { ends, within } = endedBy[name] ?? { ends: [], within: [] }
      const border = stack.findLastIndex((open) => within.includes(open.name))
      const ended = stack.findIndex((open, index) => index > border && ends.includes(open.name))
      if (ended !== -1) closeTo(ended)
      breakAt(name)
      if ((name === 'td' || name === 'th') && runs.length > 0) say(' | ')
      if (token.isEmpty || stack.length >= deepest) continue
      const open = openedBy(name, attributes, top())
      if (open.isWordPoint && !top().isWordPoint) marker = ''
      stack.push(open)
    }
  }
  closeTo(0)
  endLine()
  return blocks
}

function openedBy(name: string, attributes: ReadonlyMap<string, string>, around: Open): Open {
  const style = (attributes.get('style') ?? '').toLowerCase()
  const weight = /(?:^|[;\s])font-weight\s*:\s*([a-z]+|\d+)/.exec(style)?.[1]
  const slope = /(?:^|[;\s])font-style\s*:\s*([a-z]+)/.exec(style)?.[1]
  return {
    name,
    isBold:
      weight === undefined
        ? around.isBold || name === 'b' || name === 'strong'
        : /^bold|^[6-9]\d\d/.test(weight),
    isItalic:
      slope === undefined ? around.isItalic || name === 'i' || name === 'em' : /italic|oblique/.test(slope),
    link: name === 'a' ? (safeLink(attributes.get('href') ?? '') ?? around.link) : around.link,
    isHidden: around.isHidden || /display\s*:\s*none|mso-hide\s*:\s*all/.test(style),
    isWordPoint:
      around.isWordPoint ||
      (name === 'p' &&
        (/mso-list\s*:\s*l\d/.test(style) || /MsoListParagraph/i.test(attributes.get('class') ?? ''))),
    isMarker: around.isMarker || /mso-list\s*:\s*ignore/.test(style),
  }
}

/** What plain text says: nothing in it is markup, and blank lines divide its paragraphs. */
export function readPastedText(text: string): NoteBlock[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .flatMap((paragraph) => tidyBlocks([{ kind: 'text', runs: [{ text: paragraph }] }]))
}
