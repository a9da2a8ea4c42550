import type { Snapshot } from '../state/share.ts'
import { RelationBadge } from './relation-badge.tsx'
import { sizeWords } from './snapshot-words.ts'

/** Files that are named like snapshots and are none: which, and why. What else they say of themselves is not to be believed. */
export function UnusableFiles({ snapshots }: { snapshots: readonly Snapshot[] }) {
  return (
    <table className="table snapshots">
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col" className="number">
            Size
          </th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {snapshots.map(({ snapshotId, size, relation, problem }) => (
          <tr key={snapshotId}>
            <td className="file">{snapshotId}</td>
            <td className="number">{sizeWords(size)}</td>
            <td>
              <RelationBadge relation={relation} problem={problem} than="" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
