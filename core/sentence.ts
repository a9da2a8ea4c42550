/** Text as it stands in a sentence: the case of its first letter, and blanks. No markup, no punctuation. */

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** For the middle of a sentence. Initials later in it stay as they are. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** On one line, with one blank where there were several, and none around it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
