import type { IncomingMessage } from 'node:http'
import type { Rejection } from './gate.ts'

/** Room for an imported register of some thousand rows, and no more. */
export const largestBodyBytes = 16 * 1024 * 1024

/** The JSON body of a POST. A form cannot send this type, so no foreign page can either without asking first. */
export async function readJsonBody(request: IncomingMessage): Promise<{ value: unknown } | Rejection> {
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) {
    return { status: 415, sentence: 'Panelbook takes JSON only.' }
  }
  if (Number(request.headers['content-length'] ?? 0) > largestBodyBytes) return tooLarge
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.byteLength
    if (size > largestBodyBytes) return tooLarge
    parts.push(part)
  }
  try {
    return { value: JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown }
  } catch {
    return { status: 400, sentence: 'This is not JSON.' }
  }
}

const tooLarge: Rejection = { status: 413, sentence: 'This is more than Panelbook takes at once.' }
