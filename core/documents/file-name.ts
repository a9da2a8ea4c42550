import { documentWords, type DocumentKind } from '../contract/words.ts'
import type { MeetingRecord } from '../minutes/record-types.ts'

const longest = 120
/** Names that Windows keeps for devices, with or without an ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(\..*)?$/i

/** "UNC Modification Panel 199 minutes (draft)", without ending, safe on every system. */
export function documentFileName(kind: DocumentKind, { heading, version }: MeetingRecord): string {
  // An agenda is never approved, so it is no draft either.
  const status = kind === 'agenda' ? '' : ` (${version.status})`
  return safeFileName(`${heading.body.name} ${heading.number} ${documentWords[kind].toLowerCase()}${status}`)
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
  const short = trimDots([...trimDots(plain)].slice(0, longest - '.docx'.length).join(''))
  if (short === '') return 'document'
  return reserved.test(short) ? `document ${short}` : short
}

function trimDots(text: string): string {
  return text.replace(/^[.\s]+|[.\s]+$/g, '')
}
