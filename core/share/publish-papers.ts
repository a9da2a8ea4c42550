import { join } from 'node:path'
import { makeFolder, isFileError } from '../../db/durable-file.ts'
import { openStore } from '../../db/open.ts'
import { PanelbookError } from '../contract/errors.ts'
import { isKept, seemsKept, type Kept } from '../papers/keep-file.ts'
import { keptPapers } from '../papers/paper-view.ts'
import { papersInShare, partFileName, shortDevice } from './names.ts'
import { copyChecked } from './copy-checked.ts'
import type { OnBytes } from './share-files.ts'
import type { Workshop } from './snapshot-facts.ts'

/** The files of the papers that a copy of the book names. */
export function papersOfCopy(path: string, { migrations, now }: Workshop): Kept[] {
  const store = openStore(path, { migrations, now: () => now, readOnly: true })
  try {
    return store.read(keptPapers)
  } finally {
    store.close()
  }
}

/**
 * Copies the files that the shared folder lacks, each checked; one that is there is never written to. A file that cannot
 * be brought there holds nothing up: the snapshot is whole without it, and the next publication tries again.
 * @returns those that lie there now
 * @throws PanelbookError `share-unreachable`, `disk-full`
 */
export async function publishPapers(
  {
    papers,
    from,
    folder,
    deviceId,
  }: { papers: readonly Kept[]; from: string; folder: string; deviceId: string },
  onProgress: (done: number, total: number, what: string) => void,
): Promise<Kept[]> {
  const to = papersInShare(folder)
  // Two laptops may bring the same paper at the same time.
  const partOf = ({ sha256 }: Kept) => join(to, partFileName(`${sha256}.${shortDevice(deviceId)}`))
  const there: Kept[] = []
  if (papers.length > 0) makeFolder(to)
  for (const [index, paper] of papers.entries()) {
    const onBytes: OnBytes = (done, total) =>
      onProgress(index + (total === 0 ? 0 : done / total), papers.length, 'Copying the papers')
    if (seemsKept(to, paper) || (await copyPaper(paper, from, { to, part: partOf(paper) }, onBytes)))
      there.push(paper)
  }
  return there
}

async function copyPaper(
  paper: Kept,
  from: string,
  { to, part }: { to: string; part: string },
  onBytes: OnBytes,
): Promise<boolean> {
  const path = join(to, paper.sha256)
  try {
    if (!isKept(from, paper)) return false
    await copyChecked(join(from, paper.sha256), { path, part }, paper.sha256, { onBytes })
    return true
  } catch (error) {
    // Another laptop was quicker, or something else has the name: either way it is looked at, never overwritten.
    if (isRefused(error, 'already-exists')) return seemsKept(to, paper)
    if (isRefused(error, 'read-only') || isFileError(error, 'EACCES')) return false
    throw error
  }
}

function isRefused(error: unknown, code: PanelbookError['code']): boolean {
  return error instanceof PanelbookError && error.code === code
}

/** What is to be known of papers whose files are not in the shared folder; empty where all are. */
export function papersNotice(lacking: number): string {
  if (lacking === 0) return ''
  return lacking === 1
    ? 'The file of 1 paper could not be put into the shared folder: it is not with this book any more, or could not be copied.'
    : `The files of ${lacking} papers could not be put into the shared folder: they are not with this book any more, or could not be copied.`
}
