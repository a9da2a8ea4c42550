/** An element of an XML document. Its children are elements and texts in their order. */
export interface XmlElement {
  name: string
  attributes: Map<string, string>
  children: (XmlElement | string)[]
}

/**
 * Reads XML and refuses what is not well formed: tags that do not match, attributes twice or without quotes, characters
 * and references that XML 1.0 does not allow. No more than the parts of a Word file need: no DOCTYPE, no CDATA.
 */
export function parseXml(xml: string): XmlElement {
  // What XML 1.0 allows; Word refuses a file with any other character.
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml)
  if (forbidden !== null) throw new Error(`A character that XML does not allow at ${forbidden.index}.`)
  const root: XmlElement = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  const content = xml.replace(/^\ufeff?<\?xml [^<>]*\?>\s*/, '')
  const token = /<(\/)?([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/)?>|[^<]+/gy
  let at = 0
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    at = token.lastIndex
    const parent = open.at(-1)
    const [whole, close, name, attributes, isEmpty] = match
    if (parent === undefined) throw new Error('More ends than beginnings.')
    if (name === undefined) parent.children.push(decode(whole))
    else if (close !== undefined) {
      if (parent.name !== name) throw new Error(`</${name}> ends <${parent.name}>.`)
      open.pop()
    } else {
      const element = { name, attributes: readAttributes(attributes ?? ''), children: [] }
      parent.children.push(element)
      if (isEmpty === undefined) open.push(element)
    }
  }
  if (at !== content.length) throw new Error(`Not well formed at: ${content.slice(at, at + 80)}`)
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name ?? ''}> has no end.`)
  const only = root.children.filter((child) => typeof child !== 'string')
  if (only.length !== 1 || only[0] === undefined) throw new Error('Not one root element.')
  return only[0]
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', value = ''] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (attributes.has(name)) throw new Error(`The attribute ${name} twice.`)
    attributes.set(name, decode(value))
  }
  return attributes
}

function decode(text: string): string {
  return text.replace(
    /&(?:([a-z]+)|#x([0-9A-Fa-f]+)|#([0-9]+));|&/g,
    (whole, name?: string, hex?: string, decimal?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      const character = name === undefined ? undefined : entities[name]
      if (character === undefined) throw new Error(`${whole} is no reference.`)
      return character
    },
  )
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** All elements of a name below this one, in document order, not those within another of the same name. */
export function elements(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child) =>
    typeof child === 'string' ? [] : child.name === name ? [child] : elements(child, name),
  )
}

export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name)
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
