/**
 * Text without the characters that XML 1.0 and HTML cannot hold: control characters other than tab and line end,
 * halves of surrogate pairs, U+FFFE and U+FFFF. Word refuses a file that contains one. Marks that turn the direction
 * of writing are closed at the end of their line, so that no text turns what follows it.
 */
export function cleanText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
  return turns.test(clean) ? clean.split('\n').map(closeTurns).join('\n') : clean
}

const turns = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/u
/** Closes an embedding or an override. */
const popFormatting = '\u202c'
/** Closes an isolate, and everything that was opened within it. */
const popIsolate = '\u2069'

function closeTurns(line: string): string {
  const open: string[] = []
  for (const character of line) {
    if (/[\u202a\u202b\u202d\u202e]/u.test(character)) open.push(popFormatting)
    else if (/[\u2066-\u2068]/u.test(character)) open.push(popIsolate)
    else if (character === popFormatting && open.at(-1) === popFormatting) open.pop()
    else if (character === popIsolate && open.includes(popIsolate)) open.length = open.lastIndexOf(popIsolate)
  }
  return line + open.toReversed().join('')
}
