import { RotateCw, Share2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { NothingToShare } from '../rehearsal/nothing-to-share.tsx'
import { useBook, useIsReadOnly } from '../state/book.ts'
import { followTopics } from '../state/follow-topics.ts'
import { goTo } from '../state/navigation.ts'
import { share, useShare, type Snapshot } from '../state/share.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FolderCard } from './folder-card.tsx'
import { groupSnapshots } from './group-snapshots.ts'
import { AheadNotice, PublishedNotice } from './share-notices.tsx'
import { ShareProgress } from './share-progress.tsx'
import { SnapshotTable } from './snapshot-table.tsx'
import { TakeOverDialog } from './take-over-dialog.tsx'
import { UnusableFiles } from './unusable-files.tsx'
import './share.css'

/** Milliseconds of quiet after a change before the folder is read again: it may be slow and far away. */
const settleMs = 400

/** The book between people: publish a snapshot to the shared drive, read a colleague's, take it over. */
export function ShareScreen() {
  const isRehearsal = useBook((store) => store.state?.book?.isRehearsal === true)
  return isRehearsal ? <NothingToShare /> : <SharedFolder />
}

function SharedFolder() {
  const { listed, listing, work, published, error } = useShare()
  const isReadOnly = useIsReadOnly()
  const readsSnapshot = useBook((store) => (store.state?.book?.snapshotId ?? null) !== null)
  const [takingOver, setTakingOver] = useState<Snapshot | null>(null)

  useEffect(() => {
    void share.list()
    let timer: ReturnType<typeof setTimeout> | undefined
    // Every change of the book changes how the snapshots stand to it.
    const stop = followTopics(['share', 'history'], () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (useShare.getState().work === null) void share.list()
      }, settleMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])

  const folder = listed?.folder ?? null
  const { ofBook, others, unusable } = groupSnapshots(listed?.snapshots ?? [])
  const isBusy = work !== null
  const progress = work ?? listing
  // A word about what was published, until the book has moved on from it.
  const isFresh =
    published !== null &&
    (ofBook.find(({ snapshotId }) => snapshotId === published.snapshotId)?.relation ?? 'same') === 'same'
  const open = async (snapshot: Snapshot) => {
    if (await share.open(snapshot.snapshotId)) goTo({ screen: 'meetings' })
  }
  const beginTakeOver = (snapshot: Snapshot) => {
    if (isBusy) return
    share.forgetError()
    setTakingOver(snapshot)
  }
  const publishButton = (
    <Button
      variant="primary"
      icon={<Share2 size={16} aria-hidden />}
      aria-disabled={isBusy}
      onClick={() => void share.publish()}
    >
      Publish now
    </Button>
  )
  return (
    <div className="screen share-screen">
      <header className="screen-head">
        <h1>Share</h1>
        {progress === null || takingOver !== null ? null : <ShareProgress progress={progress} />}
        {folder === null ? null : (
          <Button
            icon={<RotateCw size={16} aria-hidden />}
            aria-disabled={isBusy || listing !== null}
            onClick={() => {
              if (!isBusy && listing === null) void share.list()
            }}
          >
            Look again
          </Button>
        )}
        {isReadOnly || folder === null || ofBook.length === 0 ? null : publishButton}
      </header>

      {error === null || takingOver !== null ? null : <ErrorNotice error={error} />}

      {listed === null ? (
        listing === null ? (
          <NoFolder isBusy={isBusy} />
        ) : null
      ) : folder === null ? (
        <NoFolder isBusy={isBusy} />
      ) : (
        <>
          <FolderCard folder={folder} snapshots={ofBook} published={isFresh ? published : null} />
          {isFresh ? <PublishedNotice published={published} /> : null}
          {readsSnapshot || (isFresh && published.isBranch) ? null : <AheadNotice snapshots={ofBook} />}
        </>
      )}

      {folder === null || listing !== null || ofBook.length > 0 ? null : (
        <EmptyState
          title="No snapshot of this book is in the folder"
          action={isReadOnly ? null : publishButton}
        >
          <p>
            A snapshot is a checked copy of the whole book. Colleagues open it read-only, or take the book
            over and go on from there. Nothing that lies in the folder is ever overwritten.
          </p>
        </EmptyState>
      )}
      {ofBook.length === 0 ? null : (
        <section className="snapshot-list">
          <h2>Snapshots of this book</h2>
          <SnapshotTable
            caption="Snapshots of this book, newest first"
            snapshots={ofBook}
            onOpen={(snapshot) => void open(snapshot)}
            onTakeOver={beginTakeOver}
          />
        </section>
      )}
      {others.length === 0 ? null : (
        <section className="snapshot-list">
          <h2>Other books in the folder</h2>
          <SnapshotTable
            caption="Snapshots of other books in the folder, newest first"
            snapshots={others}
            hasBookNames
            hasRelation={false}
            onOpen={(snapshot) => void open(snapshot)}
            onTakeOver={beginTakeOver}
          />
        </section>
      )}
      {unusable.length === 0 ? null : (
        <section className="snapshot-list">
          <h2>Files that cannot be used</h2>
          <UnusableFiles snapshots={unusable} />
        </section>
      )}
      {takingOver === null ? null : (
        <TakeOverDialog
          snapshot={takingOver}
          onClose={() => {
            share.forgetError()
            setTakingOver(null)
          }}
        />
      )}
    </div>
  )
}

function NoFolder({ isBusy }: { isBusy: boolean }) {
  return (
    <EmptyState
      title="No folder on the shared drive has been chosen for this book"
      action={
        <Button variant="primary" aria-disabled={isBusy} onClick={() => void share.chooseFolder()}>
          Choose the folder…
        </Button>
      }
    >
      <p>
        A snapshot is a checked copy of the whole book in a folder that your colleagues can reach. They open
        it read-only, or take the book over when you are away. Your own book stays on this laptop.
      </p>
    </EmptyState>
  )
}
