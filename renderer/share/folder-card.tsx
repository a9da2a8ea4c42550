import { FolderSync } from 'lucide-react'
import { useIsReadOnly } from '../state/book.ts'
import { share, useShare, type Published, type Snapshot } from '../state/share.ts'
import { Button } from '../ui/button.tsx'
import { snapshotWords } from './snapshot-words.ts'

/** Where the book is published, and how much of it lies there. */
export function FolderCard({
  folder,
  snapshots,
  published,
}: {
  folder: string
  /** Those of the open book. */
  snapshots: readonly Snapshot[]
  /** What was published a moment ago and holds what the book holds: the folder may not have been read since. */
  published: Published | null
}) {
  const isBusy = useShare((store) => store.work !== null)
  const isReadOnly = useIsReadOnly()
  return (
    <section className="folder-card" aria-label="The folder on the shared drive">
      <FolderSync size={20} aria-hidden />
      <div>
        <p className="folder">{folder}</p>
        {isReadOnly ? null : <p>{howShared(snapshots, published)}</p>}
      </div>
      <Button onClick={() => void share.chooseFolder()} aria-disabled={isBusy}>
        Choose another folder…
      </Button>
    </section>
  )
}

function howShared(snapshots: readonly Snapshot[], published: Published | null): string {
  const same = snapshots.find(({ relation }) => relation === 'same')
  if (same !== undefined) return `Everything in your book is shared: ${snapshotWords(same)}.`
  if (published !== null) return `Everything in your book is shared: revision ${published.revision}.`
  const older = snapshots.find(({ relation }) => relation === 'older')
  if (older !== undefined) return `Your book holds changes since ${snapshotWords(older)}.`
  return snapshots.some(({ relation }) => relation === 'newer')
    ? 'Everything in your book is in a newer snapshot.'
    : 'Your book has not been published here yet.'
}
