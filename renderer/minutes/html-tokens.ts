/** What HTML is made of. Names are in small letters. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; isEmpty: boolean }
  | { kind: 'close'; name: string }

/** What stands in them is never words of the page. */
const unread = new Set('math noscript object script style svg template title xml'.split(' '))
const empty = new Set('area base br col embed hr img input link meta source wbr'.split(' '))

/**
 * Takes HTML apart without making an element of it: nothing is loaded, run or styled, and the policy of the page has
 * nothing to refuse. It takes time in proportion to the length of the text; a tag without an end closes it.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let at = 0
  /** What the pattern finds here, if it does; it is read then. */
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const found = pattern.exec(html)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  const skipTo = (words: string) => {
    const found = html.indexOf(words, at)
    at = found === -1 ? html.length : found + words.length
  }
  const takeValue = (): string => {
    const quote = take(/["']/y)
    if (quote === null) return take(/[^\s>]*/y) ?? ''
    const from = at
    skipTo(quote)
    return html.slice(from, html.endsWith(quote, at) ? at - 1 : at)
  }
  const takeAttributes = (): Map<string, string> => {
    const attributes = new Map<string, string>()
    for (;;) {
      take(/[\s/"'=]+/y)
      const name = take(/[^\s/>=]+/y)
      if (name === null) return attributes
      attributes.set(name.toLowerCase(), take(/\s*=\s*/y) === null ? '' : decoded(takeValue()))
    }
  }

  while (at < html.length) {
    const words = take(/[^<]+/y)
    if (words !== null) tokens.push({ kind: 'text', text: decoded(words) })
    else if (take(/<!--/y) !== null) skipTo('-->')
    else if (take(/<[!?]/y) !== null) skipTo('>')
    else if (take(/<\/(?=[a-z])/iy) !== null) {
      tokens.push({ kind: 'close', name: (take(/[^\s/>]+/y) ?? '').toLowerCase() })
      skipTo('>')
    } else if (take(/<(?=[a-z])/iy) !== null) {
      const name = (take(/[^\s/>]+/y) ?? '').toLowerCase()
      const attributes = takeAttributes()
      const isEmpty = empty.has(name) || html[at - 1] === '/'
      skipTo('>')
      if (!unread.has(name)) tokens.push({ kind: 'open', name, attributes, isEmpty })
      else if (!isEmpty && take(new RegExp(`[^]*?</${name}\\b[^>]*>`, 'iy')) === null) at = html.length
    } else {
      at += 1
      tokens.push({ kind: 'text', text: '<' })
    }
  }
  return tokens
}

/** Those that programs write by name; most are written as they are. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bull: '•',
  copy: '©',
  emsp: ' ',
  ensp: ' ',
  euro: '€',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: '\u00a0',
  ndash: '–',
  pound: '£',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  sect: '§',
  shy: '',
  trade: '™',
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name)] ?? whole
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : ''
  })
}
