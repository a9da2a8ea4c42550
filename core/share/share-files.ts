import { createHash } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { isFileError, toFileRefusal } from '../../db/durable-file.ts'
import { PanelbookError } from '../contract/errors.ts'

/** Everything here runs in the child process: each call may hang in a dead network path. */

const chunkSize = 1024 * 1024
const retryFor = 60_000

export type OnBytes = (done: number, total: number) => void

/** SHA-256 of a file in hexadecimal, and its length. */
export function hashFile(path: string): { sha256: string; size: number } {
  return stream(
    path,
    () => undefined,
    () => undefined,
  )
}

/** Copies a file to a new name while hashing what was read. The copy is flushed. */
export function copyHashing(from: string, to: string, onBytes: OnBytes = () => undefined) {
  const target = openSync(to, 'wx')
  try {
    const read = stream(from, (bytes) => writeAll(target, bytes), onBytes)
    flush(target)
    return read
  } finally {
    closeSync(target)
  }
}

/** Writes a new text file and flushes it. */
export function writeNew(path: string, text: string): void {
  const file = openSync(path, 'wx')
  try {
    writeAll(file, Buffer.from(text, 'utf8'))
    flush(file)
  } finally {
    closeSync(file)
  }
}

/** Gives a finished part its name. Nothing is overwritten: names hold the hash, so a taken one is refused. */
export function nameFinishedPart(part: string, path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    throw new PanelbookError('already-exists', 'There is a snapshot of this name already.', {
      safe: 'It was not touched.',
    })
  }
  renameSync(part, path)
}

export function removeIfThere(path: string): void {
  rmSync(path, { force: true })
}

/** The names in the shared folder. @throws PanelbookError `share-unreachable` */
export function namesInShare(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch (cause) {
    throw unreachable(cause)
  }
}

/** @throws PanelbookError `share-unreachable` */
export function refuseMissingFolder(folder: string): void {
  try {
    if (lstatSync(folder).isDirectory() || readdirSync(folder).length >= 0) return
  } catch (cause) {
    throw unreachable(cause)
  }
}

/**
 * Tries again while somebody holds the file: virus scanners, sync clients and servers do for seconds.
 * @throws what the last attempt threw, once it has gone on for a minute
 */
export async function whileBusy<T>(work: () => T, forMs = retryFor): Promise<T> {
  const end = Date.now() + forMs
  for (let wait = 50; ; wait = Math.min(wait * 2, 5_000)) {
    try {
      return work()
    } catch (error) {
      const isBusy = ['EPERM', 'EACCES', 'EBUSY'].some((code) => isFileError(error, code))
      if (!isBusy || Date.now() + wait > end) throw shareRefusal(error)
      await setTimeout(wait)
    }
  }
}

/** An error of the shared folder as a refusal; anything else as it is. */
export function shareRefusal(error: unknown): unknown {
  const isGone = [
    'ENOENT',
    'ENOTDIR',
    'EIO',
    'ESTALE',
    'ETIMEDOUT',
    'EHOSTDOWN',
    'ENOTCONN',
    'ENXIO',
    'UNKNOWN',
  ]
  if (isGone.some((code) => isFileError(error, code))) return unreachable(error)
  if (isFileError(error, 'ENOSPC') || isFileError(error, 'EDQUOT')) {
    return new PanelbookError('disk-full', 'There is no room left in the shared folder.', {
      safe: 'Your own book is not affected.',
      cause: error,
    })
  }
  const refusal = toFileRefusal(error)
  if (refusal instanceof PanelbookError && refusal.code === 'read-only') {
    return new PanelbookError('read-only', 'The shared folder cannot be written to.', {
      safe: 'Your own book is not affected.',
      remedy: 'Ask for the right to write there, or choose another folder.',
      cause: error,
    })
  }
  return refusal
}

function unreachable(cause: unknown): PanelbookError {
  return new PanelbookError('share-unreachable', 'The shared folder is not there.', {
    safe: 'Your own book is not affected.',
    remedy: 'Check the network drive and try again.',
    cause,
  })
}

function stream(path: string, onChunk: (bytes: Uint8Array) => void, onBytes: OnBytes) {
  const file = openSync(path, 'r')
  try {
    const total = fstatSync(file).size
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(chunkSize)
    let size = 0
    for (;;) {
      const length = readSync(file, buffer, 0, chunkSize, null)
      if (length === 0) break
      const bytes = buffer.subarray(0, length)
      hash.update(bytes)
      onChunk(bytes)
      size += length
      onBytes(size, total)
    }
    return { sha256: hash.digest('hex'), size }
  } finally {
    closeSync(file)
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}

/** Some network file systems know no flush; what was written is read back and compared in any case. */
function flush(file: number): void {
  try {
    fsyncSync(file)
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].some((code) => isFileError(error, code))) throw error
  }
}
