import { documentWords, type DocumentKind } from '../contract/words.ts'
import type { MeetingRecord } from '../minutes/record-types.ts'
import { nameOrRehearsal } from './rehearsal-marks.ts'

/** With the longest ending. File systems count the bytes of a name as well, and stop at 255. */
const longest = { characters: 120 - '.docx'.length, bytes: 250 - '.docx'.length }
/** Names that Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(\..*)?$/i

/**
 * "UNC Modification Panel 199 minutes (draft)", "UNC Modification Panel WR1 circulation", without ending, safe on every
 * system.
 */
export function documentFileName(kind: DocumentKind, record: MeetingRecord): string {
  const { heading, version } = record
  // An agenda is never approved, so it is no draft either.
  const status = kind === 'agenda' ? '' : ` (${version.status})`
  const isCirculation = kind === 'agenda' && heading.resolution !== undefined
  const name = isCirculation ? 'circulation' : documentWords[kind].toLowerCase()
  return safeFileName(nameOrRehearsal(record, `${heading.body.name} ${heading.number} ${name}${status}`))
}

/**
 * Any text as a file name without ending: NFC, no control, invisible or separating characters, no reserved name, no
 * dot or space at either end, and room for an ending within 120 characters.
 */
export function safeFileName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
  const short = shorten(trimDots(plain))
  if (short === '') return 'document'
  return reserved.test(short) ? shorten(`document ${short}`) : short
}

function shorten(text: string): string {
  const encoder = new TextEncoder()
  let bytes = 0
  const kept = [...text].slice(0, longest.characters).filter((character) => {
    bytes += encoder.encode(character).length
    return bytes <= longest.bytes
  })
  return trimDots(kept.join(''))
}

function trimDots(text: string): string {
  return text.replace(/^[.\s]+|[.\s]+$/g, '')
}
