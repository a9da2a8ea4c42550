import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { checkSnapshotFile } from '../../db/snapshot-file.ts'
import { PanelbookError } from '../contract/errors.ts'
import { parseSnapshotName } from './names.ts'
import { copyHashing, removeIfThere, shareRefusal, type OnBytes } from './share-files.ts'
import { readSnapshotFacts, type SnapshotFacts, type Workshop } from './snapshot-facts.ts'

/** Bytes. Anything larger is not read at all. */
const largestSnapshot = 1024 ** 3

export type Inspected =
  | {
      name: string
      size: number
      problem: ''
      facts: SnapshotFacts
      schemaVersion: number
      privateCopy: string
    }
  | { name: string; size: number; problem: string }

/**
 * Looks at one file of the shared folder: copies it to the private folder while hashing, and reads nothing of it
 * before the hash is right. Undefined for what is not a regular file with the name of a snapshot: a link or a
 * folder is not followed, a pipe not read. The private copy is the caller's to remove.
 */
export function inspectSnapshot(
  folder: string,
  name: string,
  workshop: Workshop,
  onBytes?: OnBytes,
): Inspected | undefined {
  const said = parseSnapshotName(name)
  const path = join(folder, name)
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (said === undefined || found === undefined || !found.isFile()) return undefined
  const { size } = found
  if (size > largestSnapshot) return { name, size, problem: 'It is larger than a book can be.' }
  const privateCopy = join(workshop.scratch, name)
  try {
    const { sha256 } = copyHashing(path, privateCopy, onBytes)
    if (sha256 !== said.sha256) {
      removeIfThere(privateCopy)
      return {
        name,
        size,
        problem: 'Its content is not what its name says: it is damaged, or still being copied.',
      }
    }
    const { schemaVersion } = checkSnapshotFile(privateCopy, { migrations: workshop.migrations })
    const facts = readSnapshotFacts(privateCopy, workshop)
    return { name, size, problem: '', facts, schemaVersion, privateCopy }
  } catch (error) {
    removeIfThere(privateCopy)
    const refusal = shareRefusal(error)
    if (refusal instanceof PanelbookError) return { name, size, problem: refusal.message }
    throw refusal
  }
}
