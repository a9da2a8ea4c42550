import { randomUUID } from 'node:crypto'
import { chmodSync, lstatSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder, nameFinishedFile } from '../../db/durable-file.ts'
import { PanelbookError } from '../contract/errors.ts'
import { copyHashing, hashFile, removeIfThere, type OnBytes } from '../share/share-files.ts'

/**
 * The store of papers: a folder of write-once files, each named by its SHA-256. The same file twice is kept once, and
 * nothing is ever deleted, so that undoing brings a paper back with its file. Everything here runs in the child
 * process: the file may be large, and lie on a drive that does not answer.
 */

/** Bytes. */
export const largestPaper = 100_000_000

const dayMs = 86_400_000

export interface Kept {
  sha256: string
  size: number
}

/**
 * Keeps a file: a part is copied, flushed, read back and compared, and only then gets its hash as its name. Killed at
 * any moment it leaves at the most a part, which a later filing removes.
 * @param only what the file must be, where that is known: anything else is not kept
 * @returns what was kept, or undefined where it is not what it must be
 * @throws PanelbookError `disk-full`, `read-only` through the errors of the file system
 */
export function keepFile(from: string, folder: string, only?: Kept, onBytes?: OnBytes): Kept | undefined {
  makeFolder(folder)
  removeLeftOvers(folder)
  const part = join(folder, `${randomUUID()}.part`)
  try {
    const read = copyHashing(from, part, onBytes)
    if (only !== undefined && read.sha256 !== only.sha256) return undefined
    if (hashFile(part).sha256 !== read.sha256) {
      throw new PanelbookError('read-only', 'The disk does not keep what is written to it.', {
        safe: 'Nothing was changed.',
        remedy: 'Have the disk of this laptop looked at; publish a snapshot meanwhile.',
      })
    }
    giveName(part, folder, read.sha256)
    return read
  } finally {
    removeIfThere(part)
  }
}

/** Whether a file of this hash and size lies in a folder. A link is none. What it holds is not looked at. */
export function seemsKept(folder: string, { sha256, size }: Kept): boolean {
  const found = lstatSync(join(folder, sha256), { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === size
}

/** The same, and it holds what its name says. */
export function isKept(folder: string, file: Kept): boolean {
  return seemsKept(folder, file) && hashFile(join(folder, file.sha256)).sha256 === file.sha256
}

function giveName(part: string, folder: string, sha256: string): void {
  const path = join(folder, sha256)
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    if (hashFile(path).sha256 === sha256) return
    // Somebody wrote in it. It is not what its name says, and not ours to throw away.
    renameSync(path, join(folder, `${sha256}.altered-${randomUUID()}`))
  }
  try {
    nameFinishedFile(part, path)
  } catch (error) {
    // Another one was quicker with the same file.
    if (!(error instanceof PanelbookError) || error.code !== 'already-exists') throw error
  }
  // Against a slip: whoever opens it in its folder cannot save over it.
  chmodSync(path, 0o444)
}

function removeLeftOvers(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.part')) continue
    const path = join(folder, name)
    try {
      if (statSync(path).mtimeMs < Date.now() - dayMs) removeIfThere(path)
    } catch {
      // Gone, or held by somebody: the next time.
    }
  }
}
