import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Face } from './html-style.ts'

/**
 * The faces in which HTML and PDF are set, so that they look the same on every machine: Caladea, which has the widths
 * of Word's Cambria. None where they cannot be read: a document in another face is better than no document.
 * @param resources Folder of the files that ship with Panelbook.
 */
export async function readFaces(resources: string): Promise<Face[]> {
  const faces = await Promise.all(
    files.map(async ({ file, weight, style }) => ({
      weight,
      style,
      woff2: (await readFile(join(resources, 'fonts', file))).toString('base64'),
    })),
  ).catch(() => [])
  return faces
}

const files = [
  { file: 'caladea-regular.woff2', weight: 400, style: 'normal' },
  { file: 'caladea-italic.woff2', weight: 400, style: 'italic' },
  { file: 'caladea-bold.woff2', weight: 700, style: 'normal' },
  { file: 'caladea-bold-italic.woff2', weight: 700, style: 'italic' },
] as const
