export interface HtmlTag {
  name: string
  isEnd: boolean
  attributes: Map<string, string>
}

/**
 * HTML as a browser's tokenizer divides it, strictly: `<` in a text, an attribute without quotes, a comment or a
 * declaration other than the doctype is a mistake of the writer and refused. The texts are decoded; those of `style`
 * are left out, and end where a browser ends them.
 */
export function readHtml(html: string): { tags: HtmlTag[]; texts: string[] } {
  const tags: HtmlTag[] = []
  const texts: string[] = []
  const token = /<(\/)?([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)>|[^<]+/gy
  const content = html.replace(/^<!doctype html>\n/, '')
  let at = 0
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    at = token.lastIndex
    const [whole, end, name, attributes] = match
    if (name === undefined) {
      texts.push(decode(whole))
      continue
    }
    tags.push({ name, isEnd: end !== undefined, attributes: readAttributes(attributes ?? '') })
    if (name === 'style' && end === undefined) {
      at = content.toLowerCase().indexOf('</style', at)
      token.lastIndex = at
    }
  }
  if (at !== content.length) throw new Error(`No HTML of ours: ${content.slice(at, at + 120)}`)
  return { tags, texts }
}

function readAttributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  )
}

/** Only the decimal references that the writer makes; any other `&` would be one that it let through. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d+);)?/g, (whole, code?: string) => {
    if (code === undefined) throw new Error(`${whole} was let through in: ${text.slice(0, 120)}`)
    return String.fromCodePoint(Number(code))
  })
}
