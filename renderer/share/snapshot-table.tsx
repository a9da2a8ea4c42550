import { useBook } from '../state/book.ts'
import { useShare, type Snapshot } from '../state/share.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { RelationBadge } from './relation-badge.tsx'
import { deviceWords, sizeWords, whenWords } from './snapshot-words.ts'
import './share.css'

/** Snapshots that can be used, as rows in the order in which they are given: newest first. */
export function SnapshotTable({
  caption,
  snapshots,
  hasBookNames = false,
  hasRelation = true,
  onOpen,
  onTakeOver,
}: {
  caption: string
  snapshots: readonly Snapshot[]
  /** Whether the rows may be of several books. */
  hasBookNames?: boolean
  hasRelation?: boolean
  onOpen(snapshot: Snapshot): void
  onTakeOver(snapshot: Snapshot): void
}) {
  return (
    <table className="table snapshots">
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {hasBookNames ? <th scope="col">Book</th> : null}
          <th scope="col">Revision</th>
          <th scope="col">Published</th>
          <th scope="col">By</th>
          <th scope="col">Device</th>
          <th scope="col" className="number">
            Size
          </th>
          {hasRelation ? <th scope="col">How it stands</th> : null}
          <th scope="col">
            <VisuallyHidden>What to do with it</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {snapshots.map((snapshot) => (
          <Row
            key={snapshot.snapshotId}
            snapshot={snapshot}
            hasBookNames={hasBookNames}
            hasRelation={hasRelation}
            onOpen={() => onOpen(snapshot)}
            onTakeOver={() => onTakeOver(snapshot)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  snapshot,
  hasBookNames,
  hasRelation,
  onOpen,
  onTakeOver,
}: {
  snapshot: Snapshot
  hasBookNames: boolean
  hasRelation: boolean
  onOpen(): void
  onTakeOver(): void
}) {
  const book = useBook((store) => store.state?.book ?? null)
  const isBusy = useShare((store) => store.work !== null)
  const { snapshotId, relation, revision, device, person, publishedAt, size, problem } = snapshot
  const isReading = (book?.snapshotId ?? null) !== null
  const isShown = book?.snapshotId === snapshotId
  const isOwnDevice = book !== null && device === book.deviceId
  // Two laptops can each have published a revision of one number.
  const which = `revision ${revision} by ${person}, device ${deviceWords(device)}`
  return (
    <tr>
      {hasBookNames ? <th scope="row">{snapshot.book}</th> : null}
      <td className="revision">{revision}</td>
      <td className="when">{whenWords(publishedAt)}</td>
      <td>{person}</td>
      <td title={device}>{isOwnDevice ? 'this one' : deviceWords(device)}</td>
      <td className="number">{sizeWords(size)}</td>
      {hasRelation ? (
        <td>
          <RelationBadge
            relation={relation}
            problem={problem}
            than={isReading ? 'the one that you are reading' : 'your book'}
          />
        </td>
      ) : null}
      <td>
        <div className="acts">
          {isShown ? (
            <Badge tone="warn">open now, read-only</Badge>
          ) : (
            <Button onClick={onOpen} aria-disabled={isBusy} aria-label={`Open read-only: ${which}`}>
              Open read-only
            </Button>
          )}
          {relation === 'same' && !isShown ? null : (
            <Button onClick={onTakeOver} aria-disabled={isBusy} aria-label={`Take over…: ${which}`}>
              Take over…
            </Button>
          )}
        </div>
      </td>
    </tr>
  )
}
