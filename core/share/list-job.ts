import type { CallOutput } from '../contract/calls.ts'
import { inspectSnapshot } from './inspect.ts'
import { parseSnapshotName } from './names.ts'
import { contains, relationOf, type Version } from './relation.ts'
import { namesInShare, removeIfThere } from './share-files.ts'
import type { Workshop } from './snapshot-facts.ts'

export interface ListInput {
  folder: string
  workshop: Workshop
  /** The open book; null where none is open. */
  book: Version | null
}

export type ListedSnapshot = CallOutput<'snapshot.list'>['snapshots'][number] & {
  /** Whether it holds all that the open book does. */
  holdsBook: boolean
}

/** Every snapshot in the folder, newest first. Each is read whole: only its content says what it is. */
export function listJob(
  { folder, workshop, book }: ListInput,
  onProgress: (done: number, total: number, what: string) => void,
): ListedSnapshot[] {
  const names = namesInShare(folder).filter((name) => parseSnapshotName(name) !== undefined)
  return names
    .flatMap((name, index) => {
      onProgress(index, names.length, 'Checking the snapshots')
      const inspected = inspectSnapshot(folder, name, workshop)
      if (inspected === undefined) return []
      if ('privateCopy' in inspected) removeIfThere(inspected.privateCopy)
      return [viewOf(inspected, book)]
    })
    .toSorted(
      (left, right) =>
        right.revision - left.revision ||
        Date.parse(right.publishedAt ?? '1970-01-01') - Date.parse(left.publishedAt ?? '1970-01-01') ||
        (left.snapshotId < right.snapshotId ? -1 : 1),
    )
}

function viewOf(
  inspected: NonNullable<ReturnType<typeof inspectSnapshot>>,
  book: Version | null,
): ListedSnapshot {
  const { name, size, problem } = inspected
  const said = parseSnapshotName(name)
  if (!('facts' in inspected)) {
    return {
      snapshotId: name,
      book: '',
      revision: said?.revision ?? 0,
      device: said?.device ?? '',
      person: '',
      publishedAt: null,
      size,
      relation: 'invalid',
      problem,
      holdsBook: false,
    }
  }
  const { facts } = inspected
  const isOfBook = book !== null && facts.lineageId === book.lineageId
  return {
    snapshotId: name,
    book: facts.name,
    revision: facts.revision,
    device: facts.deviceId,
    person: facts.person,
    publishedAt: facts.publishedAt,
    size,
    // Without an open book every snapshot is of another one.
    relation: book === null ? 'other-book' : relationOf(facts, book),
    problem: '',
    holdsBook: isOfBook && contains(facts.vector, book.vector),
  }
}
