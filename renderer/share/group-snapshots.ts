import type { Snapshot } from '../state/share.ts'

/** The snapshots of a folder as a person looks for them. */
export interface SnapshotGroups {
  /** Of the open book, by their revision. */
  ofBook: Snapshot[]
  /** Of other books. Between books no revision is before another's: the instant of publishing is. */
  others: Snapshot[]
  /** Named like snapshots, and none. */
  unusable: Snapshot[]
}

/** The snapshots of a folder in the groups in which they are shown. */
export function groupSnapshots(snapshots: readonly Snapshot[]): SnapshotGroups {
  const groups = Map.groupBy(snapshots, ({ relation }) =>
    relation === 'invalid' ? 'unusable' : relation === 'other-book' ? 'others' : 'ofBook',
  )
  return {
    ofBook: groups.get('ofBook') ?? [],
    others: (groups.get('others') ?? []).toSorted((left, right) => instantOf(right) - instantOf(left)),
    unusable: groups.get('unusable') ?? [],
  }
}

function instantOf({ publishedAt }: Snapshot): number {
  return publishedAt === null ? 0 : Date.parse(publishedAt)
}
