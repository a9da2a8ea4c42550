/**
 * Text without the characters that XML 1.0 and HTML cannot hold: control characters other than tab and line end,
 * halves of surrogate pairs, U+FFFE and U+FFFF. Word refuses a file that contains one.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}
