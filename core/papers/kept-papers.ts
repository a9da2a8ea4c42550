import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isFileError, toFileRefusal } from '../../db/durable-file.ts'
import { homeOf, papersOf, papersOfHome } from '../book/library.ts'
import type { OpenBook } from '../book/workspace.ts'
import { PanelbookError } from '../contract/errors.ts'
import type { HostContext } from '../handler.ts'
import { runJob } from '../share/run-job.ts'
import { shareFolder } from '../share/share-folder.ts'
import { papersInShare } from '../share/names.ts'
import type { Kept } from './keep-file.ts'

/** Files that are kept with the open book, read where it lies: its folder is on this laptop. */

/** Where the papers of the open book are kept. @throws PanelbookError `no-book-open` */
export function papersFolder({ ports, workspace }: Pick<HostContext, 'ports' | 'workspace'>): string {
  return papersOf(ports.places.data, workspace.store().path)
}

/** Where they are looked for: there, and in a rehearsal with the book that it is of. */
export function papersFolders(context: Pick<HostContext, 'ports' | 'workspace'>): string[] {
  const rehearsal = context.workspace.current()?.rehearsal ?? null
  return [
    papersFolder(context),
    ...(rehearsal === null ? [] : [papersOf(context.ports.places.data, rehearsal.of.path)]),
  ]
}

/**
 * The bytes of a kept file, checked against its hash.
 * @throws PanelbookError `no-such-file` where it is gone, `file-altered` where it is not what was filed
 */
export async function readKept(folder: string, { sha256 }: Kept): Promise<Uint8Array> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(join(folder, sha256))
  } catch (error) {
    throw isGone(error) ? new PanelbookError('no-such-file', 'The file is gone.') : toFileRefusal(error)
  }
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes
  throw new PanelbookError('file-altered', 'The file is not the one that was filed.')
}

/** Whether a kept file is there and as it was filed. It is read piece by piece: a meeting has many. */
export async function stateOfKept(
  folder: string,
  { sha256 }: Kept,
): Promise<'present' | 'missing' | 'altered'> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(join(folder, sha256))) hash.update(chunk as Uint8Array)
  } catch (error) {
    if (isGone(error)) return 'missing'
    throw toFileRefusal(error)
  }
  return hash.digest('hex') === sha256 ? 'present' : 'altered'
}

/**
 * Brings files to the open book that are kept elsewhere: in the home of its lineage where it is a snapshot, with the
 * book that a rehearsal is of, in the shared folder.
 * @returns the hashes that are nowhere
 */
export async function bringPapers(
  context: Pick<HostContext, 'ports' | 'workspace' | 'signal' | 'progress'>,
  wanted: Kept[],
  others: readonly string[] = [],
): Promise<string[]> {
  const book = context.workspace.current()
  if (wanted.length === 0 || book === null) return []
  const folder = papersFolder(context)
  const sources = [...others, ...sourcesFor(context, book)].filter((source) => source !== folder)
  return runJob(context, 'bring-papers', { wanted, sources: [...new Set(sources)], folder })
}

function sourcesFor(
  context: Pick<HostContext, 'ports' | 'workspace'>,
  { name, lineageId, rehearsal }: OpenBook,
): string[] {
  const { data } = context.ports.places
  const share = shareFolder(context)
  return [
    papersOfHome(homeOf(data, { name, lineageId })),
    ...(rehearsal === null ? [] : [papersOf(data, rehearsal.of.path)]),
    ...(share === null ? [] : [papersInShare(share)]),
  ]
}

function isGone(error: unknown): boolean {
  return isFileError(error, 'ENOENT') || isFileError(error, 'ENOTDIR')
}
