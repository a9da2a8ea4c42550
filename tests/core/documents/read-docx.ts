import { inflateRawSync } from 'node:zlib'
import { attributeOf, elements, parseXml, textOf, type XmlElement } from './xml.ts'

/** A Word file as Word reads it: parts by name, parsed. */
export interface DocxFile {
  parts: Map<string, Uint8Array>
  xml(part: string): XmlElement
  body: XmlElement
}

export function readDocx(bytes: Uint8Array): DocxFile {
  const parts = unzip(bytes)
  const xml = (part: string) => {
    const content = parts.get(part)
    if (content === undefined) throw new Error(`The file has no ${part}: ${[...parts.keys()].join(', ')}`)
    return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(content))
  }
  const [body] = elements(xml('word/document.xml'), 'w:body')
  if (body === undefined) throw new Error('The document has no body.')
  return { parts, xml, body }
}

/** The members of a ZIP archive, found by its central directory, each checked against its CRC. */
export function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1
  const members = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('No entry where the directory has one.')
    const method = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 20, true)
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const local = view.getUint32(at + 42, true)
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const packed = bytes.subarray(start, start + size)
    const content = method === 0 ? packed : new Uint8Array(inflateRawSync(packed))
    if (content.length !== view.getUint32(at + 24, true)) throw new Error(`${name} has the wrong length.`)
    members.set(name, content)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return members
}

/** A paragraph of the body or of a cell. Tabs read as tabs, breaks as line ends. */
export interface DocxParagraph {
  style: string
  text: string
  keepsWithNext: boolean
}

export function paragraphs(parent: XmlElement): DocxParagraph[] {
  return elements(parent, 'w:p').map((paragraph) => ({
    style: valueOf(paragraph, 'w:pStyle') ?? 'Normal',
    text: wordsOf(paragraph),
    keepsWithNext: isOn(elements(paragraph, 'w:keepNext')[0]),
  }))
}

export interface DocxTable {
  /** The rows that are repeated on every page. */
  headers: string[][]
  rows: string[][]
  element: XmlElement
}

export function tables(parent: XmlElement): DocxTable[] {
  return elements(parent, 'w:tbl').map((element) => {
    const rows = elements(element, 'w:tr').map((row) => ({
      isHeader: elements(row, 'w:tblHeader').length > 0,
      cells: elements(row, 'w:tc').map((cell) => wordsOf(cell)),
    }))
    return {
      headers: rows.filter(({ isHeader }) => isHeader).map(({ cells }) => cells),
      rows: rows.filter(({ isHeader }) => !isHeader).map(({ cells }) => cells),
      element,
    }
  })
}

/** The words of runs, and what fields ask for in braces: "Page {PAGE}". */
export function wordsOf(element: XmlElement): string {
  switch (element.name) {
    case 'w:t':
      return textOf(element)
    case 'w:tab':
      return element.children.length === 0 && attributeOf(element, 'w:pos') === undefined ? '\t' : ''
    case 'w:br':
      return '\n'
    case 'w:instrText':
      return `{${textOf(element).trim()}}`
    default:
      return element.children.map((child) => (typeof child === 'string' ? '' : wordsOf(child))).join('')
  }
}

function valueOf(parent: XmlElement, name: string): string | undefined {
  const [element] = elements(parent, name)
  return element === undefined ? undefined : attributeOf(element, 'w:val')
}

/** An on-off property: it is on where it is there, unless it says otherwise. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['false', '0', 'off'].includes(attributeOf(element, 'w:val') ?? 'true')
}
