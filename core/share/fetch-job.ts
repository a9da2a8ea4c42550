import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openStore } from '../../db/open.ts'
import { importSnapshot, vacuumInto } from '../../db/snapshot-file.ts'
import { PanelbookError } from '../contract/errors.ts'
import { inspectSnapshot } from './inspect.ts'
import { parseSnapshotName } from './names.ts'
import { namesInShare, refuseMissingFolder } from './share-files.ts'
import type { SnapshotFacts, Workshop } from './snapshot-facts.ts'

export interface FetchInput {
  folder: string
  snapshotId: string
  workshop: Workshop
  /** File name of the book to make in the private folder. */
  bookName: string
  /** Under what id the fetched book goes on; null for a copy that is only read, and stays one. */
  deviceId: string | null
}

/** How often a snapshot is looked at again that a sync client may still be writing. */
const attempts = 3

/**
 * Fetches a snapshot into a fresh book with our own definitions: not a page of the foreign file becomes part of
 * it. @throws PanelbookError `not-found`, `snapshot-invalid`, `share-unreachable`
 */
export async function fetchJob(
  { folder, snapshotId, workshop, bookName, deviceId }: FetchInput,
  onProgress: (done: number, total: number, what: string) => void,
): Promise<SnapshotFacts> {
  refuseMissingFolder(folder)
  if (parseSnapshotName(snapshotId) === undefined || !namesInShare(folder).includes(snapshotId)) {
    throw new PanelbookError('not-found', 'This snapshot is not in the shared folder any more.', {
      remedy: 'Look at the list of snapshots again.',
    })
  }
  onProgress(0, 1, 'Fetching the snapshot')
  for (let attempt = 1; ; attempt++) {
    const inspected = inspectSnapshot(folder, snapshotId, workshop, (done, total) => {
      onProgress(done, total, 'Fetching the snapshot')
    })
    if (inspected !== undefined && 'privateCopy' in inspected) {
      importBook(inspected.privateCopy, join(workshop.scratch, bookName), workshop, deviceId)
      return inspected.facts
    }
    // A link or a folder will not become a file by waiting.
    if (inspected === undefined || attempt === attempts) {
      throw new PanelbookError(
        'snapshot-invalid',
        `The snapshot cannot be used. ${inspected?.problem ?? 'It is not a file.'}`,
        { safe: 'No book was changed.', remedy: 'Use the newest snapshot that is in order.' },
      )
    }
    await setTimeout(attempt * 500)
  }
}

function importBook(
  from: string,
  to: string,
  { migrations, now, scratch, unusedDeviceId }: Workshop,
  deviceId: string | null,
): void {
  const options = { migrations, now: () => now }
  const book = deviceId === null ? `${to}.import` : to
  importSnapshot(from, book, { ...options, deviceId: deviceId ?? unusedDeviceId })
  // An older one is brought up here and not under the eyes of the person who opens it.
  openStore(book, { ...options, backups: scratch }).close()
  // Without a device nobody can write in it, whoever opens the file and however.
  if (deviceId === null) vacuumInto(book, to)
}
