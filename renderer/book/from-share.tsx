import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { groupSnapshots } from '../share/group-snapshots.ts'
import { SnapshotTable } from '../share/snapshot-table.tsx'
import { ShareProgress } from '../share/share-progress.tsx'
import { TakeOverDialog } from '../share/take-over-dialog.tsx'
import { UnusableFiles } from '../share/unusable-files.tsx'
import { goTo } from '../state/navigation.ts'
import { share, useShare, type Snapshot } from '../state/share.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'

/** A laptop that has no book yet: a colleague's snapshots on the shared drive, to be read or taken over. */
export function FromShare({ onBack }: { onBack(): void }) {
  const { listed, listing, work, error } = useShare()
  const [takingOver, setTakingOver] = useState<Snapshot | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const isBusy = work !== null
  const progress = work ?? listing
  useEffect(() => {
    heading.current?.focus()
    void share.list()
    return share.forgetError
  }, [])

  const open = async (snapshot: Snapshot) => {
    if (isBusy) return
    goTo({ screen: 'meetings' }, { replaces: true })
    await share.open(snapshot.snapshotId)
  }
  const chooseButton = (isFirst: boolean) => (
    <Button
      variant={isFirst ? 'primary' : 'plain'}
      aria-disabled={isBusy}
      onClick={() => void share.chooseFolder()}
    >
      {isFirst ? 'Choose the folder…' : 'Choose another folder…'}
    </Button>
  )
  const folder = listed?.folder ?? null
  // Without an open book every snapshot is of another one.
  const { others, unusable } = groupSnapshots(listed?.snapshots ?? [])
  return (
    <section className="from-share" aria-labelledby="from-share">
      <Button variant="quiet" icon={<ArrowLeft size={16} aria-hidden />} onClick={onBack}>
        Back
      </Button>
      <div className="head">
        <h2 id="from-share" ref={heading} tabIndex={-1}>
          From the shared drive
        </h2>
        {progress === null || takingOver !== null ? null : <ShareProgress progress={progress} />}
      </div>
      {error === null || takingOver !== null ? null : <ErrorNotice error={error} />}
      {folder === null ? (
        listing !== null ? null : (
          <EmptyState title="Where do your colleagues publish?" action={chooseButton(true)}>
            <p>
              Choose the folder on the shared drive that holds their snapshots. You can read one without
              changing anything, or take the book over and go on from there.
            </p>
          </EmptyState>
        )
      ) : (
        <p className="folder-line">
          <span>{folder}</span>
          {chooseButton(false)}
        </p>
      )}
      {folder !== null && listing === null && others.length === 0 ? (
        <EmptyState title="There is no snapshot in this folder">
          <p>Ask the colleague who keeps the book to publish one, or choose another folder.</p>
        </EmptyState>
      ) : null}
      {others.length === 0 ? null : (
        <SnapshotTable
          caption="Snapshots in the folder, newest first"
          snapshots={others}
          hasBookNames
          hasRelation={false}
          onOpen={(snapshot) => void open(snapshot)}
          onTakeOver={(snapshot) => {
            if (isBusy) return
            share.forgetError()
            setTakingOver(snapshot)
          }}
        />
      )}
      {unusable.length === 0 ? null : (
        <>
          <h3>Files that cannot be used</h3>
          <UnusableFiles snapshots={unusable} />
        </>
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
    </section>
  )
}
