import { cleanText } from './clean-text.ts'

/** Text for an element or a quoted attribute. */
export function escapeToHtml(text: string): string {
  return cleanText(text).replace(/[&<>"'`]/g, (character) => `&#${String(character.charCodeAt(0))};`)
}

/** A CSS string: everything but letters, digits and blanks as an escape, so that no text can end the string. */
export function cssString(text: string): string {
  return `"${[...cleanText(text).replace(/\n/g, ' ')]
    .map((character) =>
      /[\p{L}\p{N} ]/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `,
    )
    .join('')}"`
}
