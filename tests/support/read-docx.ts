import { strFromU8, unzipSync } from 'fflate'

/** The words of a Word document as they follow each other in its body, a line end after each paragraph. */
export function readDocx(bytes: Uint8Array): string {
  const body = unzipSync(bytes)['word/document.xml']
  if (body === undefined) throw new Error('This is no Word document.')
  return strFromU8(body)
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
