import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export interface StaticFile {
  bytes: Uint8Array
  mediaType: string
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Reads one file of the built page for a URL path. Decode, then resolve, then compare: what counts is where the
 * path ends up on the disk, links included, not how it is spelled. Only kinds of file that a page consists of
 * are served.
 *
 * @returns null for everything that is not a file inside the folder.
 */
export async function readStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (/[\0\\]/.test(decoded)) return null
  const wanted = decoded === '/' || decoded === '' ? '/index.html' : decoded
  const mediaType = mediaTypes[extname(wanted).toLowerCase()]
  if (mediaType === undefined) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, wanted))
    if (!file.startsWith(root + sep)) return null
    return { bytes: await readFile(file), mediaType }
  } catch {
    return null
  }
}
