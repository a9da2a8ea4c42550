import { readFileSync } from 'node:fs'
import { takeFromPalette } from './palette.ts'
import { readDocx } from './read-docx.ts'
import type { TestWindow } from './test-window.ts'

/** The words of the minutes in Markdown, exported by the palette; what Markdown escapes is as it was written. */
export async function minutesInMarkdown({ page, delivered }: TestWindow): Promise<string> {
  const path = await delivered(() => takeFromPalette(page, 'minutes markdown', /Minutes · Markdown/))
  return readFileSync(path, 'utf8').replaceAll('\\', '')
}

/** The words of the minutes in Word. */
export async function minutesInWord({ page, delivered }: TestWindow): Promise<string> {
  return readDocx(
    readFileSync(await delivered(() => takeFromPalette(page, 'minutes word', /Minutes · Word/))),
  )
}
