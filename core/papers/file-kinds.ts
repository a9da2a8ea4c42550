import { extname } from 'node:path'
import { safeFileName } from '../documents/file-name.ts'
import { mediaTypes } from '../documents/media-types.ts'

/**
 * The kinds of files that are papers, by their ending, with the words for them. Nothing else is filed or opened: what
 * a double click would run is no document. Formats that are there to carry macros (docm, xlsm) are left out.
 */
const kinds: Readonly<Record<string, { words: string; mediaType: string }>> = {
  pdf: { words: 'PDF', mediaType: mediaTypes.pdf },
  docx: { words: 'Word', mediaType: mediaTypes.docx },
  doc: { words: 'Word', mediaType: 'application/msword' },
  odt: { words: 'OpenDocument text', mediaType: 'application/vnd.oasis.opendocument.text' },
  rtf: { words: 'Rich text', mediaType: 'application/rtf' },
  txt: { words: 'Text', mediaType: 'text/plain; charset=utf-8' },
  md: { words: 'Markdown', mediaType: mediaTypes.md },
  xlsx: {
    words: 'Excel',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  xls: { words: 'Excel', mediaType: 'application/vnd.ms-excel' },
  ods: { words: 'OpenDocument sheet', mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  csv: { words: 'CSV', mediaType: mediaTypes.csv },
  pptx: {
    words: 'PowerPoint',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  ppt: { words: 'PowerPoint', mediaType: 'application/vnd.ms-powerpoint' },
  odp: { words: 'OpenDocument slides', mediaType: 'application/vnd.oasis.opendocument.presentation' },
  png: { words: 'Picture', mediaType: 'image/png' },
  jpg: { words: 'Picture', mediaType: 'image/jpeg' },
  jpeg: { words: 'Picture', mediaType: 'image/jpeg' },
  msg: { words: 'E-mail', mediaType: 'application/vnd.ms-outlook' },
  eml: { words: 'E-mail', mediaType: 'message/rfc822' },
}

/** The endings of papers, without the dot: what a dialog offers. */
export const paperEndings = Object.keys(kinds)

/** The kind of a file by its name; undefined for what is no paper. */
export function paperKind(fileName: string): { words: string; mediaType: string } | undefined {
  const ending = endingOf(fileName)
  return Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
}

/** The name as it can be written on any system: a foreign book may say anything. The ending stays what it is. */
export function paperFileName(fileName: string): string {
  const ending = endingOf(fileName)
  const name = safeFileName(fileName.slice(0, fileName.length - extname(fileName).length))
  return ending === '' ? name : `${name}.${ending}`
}

/** "PDF, 1.2 MB". */
export function fileWords(fileName: string, size: number): string {
  return `${paperKind(fileName)?.words ?? 'File'}, ${sizeWords(size)}`
}

/** Decimal, as the file managers of most systems count: "820 bytes", "34 kB", "1.2 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

function endingOf(fileName: string): string {
  return extname(fileName).slice(1).toLowerCase()
}
