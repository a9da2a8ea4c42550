import { join } from 'node:path'
import { checkSnapshotFile, vacuumInto } from '../../db/snapshot-file.ts'
import type { CallOutput } from '../contract/calls.ts'
import { dayOf, shortDate } from '../documents/dates.ts'
import { copyChecked } from './copy-checked.ts'
import { inspectSnapshot } from './inspect.ts'
import { manifestText, readManifest, type Manifest } from './manifest.ts'
import {
  manifestFileName,
  parsePartName,
  parseSnapshotName,
  partFileName,
  shortDevice,
  snapshotFileName,
} from './names.ts'
import { branchHeads, contains } from './relation.ts'
import { snapshotsToRemove, type KnownSnapshot } from './rotate.ts'
import { papersNotice, papersOfCopy, publishPapers } from './publish-papers.ts'
import {
  hashFile,
  nameFinishedPart,
  namesInShare,
  removeIfThere,
  whileBusy,
  writeNew,
} from './share-files.ts'
import { readSnapshotFacts, type SnapshotFacts, type Workshop } from './snapshot-facts.ts'

export interface PublishInput {
  bookPath: string
  folder: string
  workshop: Workshop
  applicationVersion: string
  /** Where the papers of the book are kept. */
  papersFolder: string
}

export type Published = Omit<CallOutput<'snapshot.publish'>, 'folder'>
type OnProgress = (done: number, total: number, what: string) => void

/**
 * Publishes the book as it is now: a checked copy under a new name with a manifest beside it. It is killed at
 * any moment without harm: what is under a snapshot's name is whole, and nothing is ever overwritten.
 * @throws PanelbookError `share-unreachable`, `read-only`, `disk-full`, `book-damaged`
 */
export async function publishJob(input: PublishInput, onProgress: OnProgress): Promise<Published> {
  const { folder, workshop, bookPath } = input
  const names = namesInShare(folder)
  onProgress(0, 1, 'Making a copy of the book')
  const local = join(workshop.scratch, 'to-publish.panelbook')
  vacuumInto(bookPath, local)
  const { schemaVersion } = checkSnapshotFile(local, { migrations: workshop.migrations })
  const facts = readSnapshotFacts(local, workshop)
  const { sha256, size } = hashFile(local)
  const name = snapshotFileName({ ...facts, book: facts.name, sha256 })

  const known = surveyOf(folder, names, facts, workshop)
  const others = known.filter(({ vector }) => !contains(facts.vector, vector))
  const path = join(folder, name)
  await copyChecked(local, { path, part: partFileName(path) }, sha256, {
    onBytes: (done, total) => onProgress(done, total, 'Copying to the shared folder'),
    onReadBack: () => onProgress(1, 1, 'Reading it back'),
  })
  // After the snapshot, which nothing about a paper may hold up, and before the manifest, which lists them.
  const papers = papersOfCopy(local, workshop)
  const attachments = await publishPapers(
    { papers, from: input.papersFolder, folder, deviceId: facts.deviceId },
    onProgress,
  )

  const publishedAt = facts.publishedAt ?? workshop.now
  const ancestors = known.filter(({ vector }) => contains(facts.vector, vector))
  await writeManifest(folder, name, {
    format: 1,
    book: facts.name,
    lineageId: facts.lineageId,
    revision: facts.revision,
    parents: branchHeads(ancestors).map((parent) => parseSnapshotName(parent.name)?.sha256 ?? ''),
    vector: { ...facts.vector },
    deviceId: facts.deviceId,
    person: facts.person,
    publishedAt,
    schemaVersion,
    applicationVersion: input.applicationVersion,
    rowCounts: facts.rowCounts,
    sha256,
    size,
    attachments,
  })
  const itself = { ...facts, name, publishedAt }
  rotate(folder, names, [...known.filter((other) => other.name !== name), itself], facts, workshop.now)
  return {
    snapshotId: name,
    revision: facts.revision,
    sha256,
    size,
    publishedAt,
    isBranch: others.length > 0,
    notice: [branchNotice(branchHeads(others)), papersNotice(papers.length - attachments.length)]
      .filter((sentence) => sentence !== '')
      .join(' '),
  }
}

interface SurveyedSnapshot extends KnownSnapshot {
  person: string
}

/**
 * The valid snapshots of this book in the folder. A manifest is enough where it claims nothing that we do not
 * have; whatever would make ours a branch is read whole first.
 */
function surveyOf(
  folder: string,
  names: readonly string[],
  ours: SnapshotFacts,
  workshop: Workshop,
): SurveyedSnapshot[] {
  return names.flatMap((name) => {
    if (parseSnapshotName(name) === undefined) return []
    const manifest = readManifest(folder, name)
    if (manifest !== undefined) {
      if (manifest.lineageId !== ours.lineageId) return []
      if (contains(ours.vector, manifest.vector)) return [{ ...manifest, name }]
    }
    const inspected = inspectSnapshot(folder, name, workshop)
    if (inspected === undefined || !('facts' in inspected)) return []
    removeIfThere(inspected.privateCopy)
    const { facts } = inspected
    if (facts.lineageId !== ours.lineageId) return []
    return [{ ...facts, name, publishedAt: facts.publishedAt ?? '' }]
  })
}

async function writeManifest(folder: string, snapshotName: string, content: Manifest): Promise<void> {
  const path = join(folder, manifestFileName(snapshotName))
  const part = partFileName(path)
  await whileBusy(() => {
    removeIfThere(part)
    writeNew(part, manifestText(content))
  })
  await whileBusy(() => nameFinishedPart(part, path))
}

/** Removes what is due, and parts that an earlier attempt of this device left. Only files of its own. */
function rotate(
  folder: string,
  names: readonly string[],
  known: readonly KnownSnapshot[],
  own: SnapshotFacts,
  now: string,
): void {
  const device = shortDevice(own.deviceId)
  const left = names.filter((name) => parsePartName(name)?.device === device)
  const due = snapshotsToRemove(known, own, now)
  for (const name of [...left, ...due.flatMap((old) => [old, manifestFileName(old)])]) {
    try {
      removeIfThere(join(folder, name))
    } catch {
      // Held by somebody, or gone: the next publication tries again.
    }
  }
}

function branchNotice(heads: readonly SurveyedSnapshot[]): string {
  if (heads.length === 0) return ''
  const whose = heads
    .map(
      ({ person, revision, publishedAt }) =>
        `${person} (revision ${revision}, ${shortDate(dayOf(publishedAt))})`,
    )
    .join(' and ')
  return `The shared folder holds changes of ${whose} that this book does not have. Your snapshot lies beside them; nothing was overwritten.`
}
