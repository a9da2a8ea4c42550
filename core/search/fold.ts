import { onOneLine } from '../sentence.ts'

/**
 * Text as it is compared in a search: capitals, accents, curly quotes and long dashes make no difference.
 * "Café – ‘UNC’" and "cafe - 'unc'" are the same.
 */
export function fold(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase()
  const plain = text.replace(typographic, (sign) => typewritten[sign] ?? '-')
  // Most of what is left by now is English: the slow way is for the few that have an accent.
  if (!beyondAscii.test(plain)) return plain.toLowerCase()
  return plain.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

const beyondAscii = /\P{ASCII}/u
const typographic = /[‘’‛′“”„″‐-―−]/g
const typewritten: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
}

/** The words of a search, folded; each must occur. */
export function searchWords(text: string): string[] {
  return [
    ...new Set(
      fold(text)
        .split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ]
}

const excerptLength = 140

/** A short piece of the text around the first place where one of the words occurs, on one line. */
export function excerpt(text: string, words: readonly string[]): string {
  const oneLine = onOneLine(text)
  if (oneLine.length <= excerptLength) return oneLine
  const start = startOfExcerpt(oneLine, words)
  const end = Math.min(oneLine.length, start + excerptLength)
  const piece = wholeCharacters(oneLine, start, end)
  return `${start > 0 ? '…' : ''}${piece}${end < oneLine.length ? '…' : ''}`
}

function startOfExcerpt(text: string, words: readonly string[]): number {
  const { folded, origins } = foldWithOrigins(text)
  const found = words.map((word) => folded.indexOf(word)).filter((index) => index >= 0)
  const hit = found.length === 0 ? 0 : (origins[Math.min(...found)] ?? 0)
  const wanted = Math.max(0, Math.min(hit - 40, text.length - excerptLength))
  if (wanted === 0) return 0
  // Begin with a whole word where one begins soon.
  const space = text.indexOf(' ', wanted)
  return space >= 0 && space < wanted + 20 && space < hit ? space + 1 : wanted
}

/** The folded text with, for each of its characters, where in the text it came from. */
function foldWithOrigins(text: string): { folded: string; origins: number[] } {
  let folded = ''
  const origins: number[] = []
  let index = 0
  for (const character of text) {
    const as = fold(character)
    for (let unit = 0; unit < as.length; unit++) origins.push(index)
    folded += as
    index += character.length
  }
  return { folded, origins }
}

/** A slice that does not cut a character that takes two units in half. */
function wholeCharacters(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
}
