import type { BookState } from '../../core/contract/book.ts'
import { useBook } from '../state/book.ts'
import { goTo } from '../state/navigation.ts'
import { notice } from '../state/notice.ts'
import { share, useShare, type Snapshot } from '../state/share.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ShareProgress } from './share-progress.tsx'
import { snapshotWords } from './snapshot-words.ts'
import { capital } from '../ui/words.ts'
import './share.css'

/**
 * Taking over replaces the book that one works in, so it is one of the few acts that are confirmed: it says in order
 * what will happen, and what stays.
 */
export function TakeOverDialog({ snapshot, onClose }: { snapshot: Snapshot; onClose(): void }) {
  const open = useBook((store) => store.state?.book ?? null)
  const isOwn = useBook((store) => store.state?.person === snapshot.person)
  const work = useShare((store) => store.work)
  const error = useShare((store) => store.error)
  const bookName = snapshot.book === '' ? 'the book' : snapshot.book
  const isBusy = work !== null
  // Only the open book can be published, and only where there is something of its own in it.
  const needsPublishing =
    (error?.code === 'conflict' || error?.code === 'share-diverged') && open?.isReadOnly === false

  // Once it is under way it is finished or refused: there is nothing half to go back to.
  const close = () => {
    if (!isBusy) onClose()
  }
  const takeOver = async () => {
    if (isBusy) return
    const told = await share.takeOver(snapshot.snapshotId)
    if (told !== null) {
      // What the window shows of the book that was left may not be in this one.
      goTo({ screen: 'meetings' })
      notice.say(`You now work in ${bookName}, from revision ${snapshot.revision}. ${told}`.trim())
    }
  }
  return (
    <Dialog
      title={`Take over revision ${snapshot.revision} of ${bookName}`}
      isWide
      onClose={close}
      onSubmit={() => void takeOver()}
      foot={
        <>
          <Button onClick={close} aria-disabled={isBusy}>
            Cancel
          </Button>
          {needsPublishing ? (
            // Taking over would be refused again until this is done.
            <Button variant="primary" onClick={() => void share.publish()} aria-disabled={isBusy}>
              Publish my book first
            </Button>
          ) : (
            <Button variant="primary" type="submit" aria-disabled={isBusy}>
              Take over
            </Button>
          )}
        </>
      }
    >
      <div className="take-over">
        <p>What will happen:</p>
        <ol>
          <li>
            <strong>Fetched and checked.</strong> {capital(snapshotWords(snapshot))} is copied from the shared
            folder to this laptop. Nothing in the folder is changed.
          </li>
          <li>
            <strong>Put in force.</strong> It becomes a new generation of {bookName} on this laptop, and you
            work in it from then on.
          </li>
          <li>
            <strong>The old one is kept.</strong> {whatStays(snapshot, open)}
          </li>
        </ol>
        {whatIsLost(snapshot, open)}
        <p className="quiet">
          {isOwn || snapshot.person === '' ? '' : `Tell ${snapshot.person} that you have taken it over. `}
          If somebody goes on in it on another laptop as well, there will be two books that each hold changes
          of their own.
        </p>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {work === null ? null : <ShareProgress progress={work} />}
    </Dialog>
  )
}

type OpenBook = BookState['book']

function whatStays({ relation }: Snapshot, open: OpenBook): string {
  const kept = 'stays on this laptop unchanged, as the generation before it; the newest three are kept.'
  if (open === null || open.snapshotId !== null)
    return `If this laptop has the book already, that one ${kept}`
  return relation === 'other-book'
    ? `${open.name}, which is open now, is closed and stays as it is, in the list of recent books.`
    : `${open.name}, as it is now, is closed and ${kept}`
}

function whatIsLost({ relation }: Snapshot, open: OpenBook) {
  const isAhead = relation === 'older' || relation === 'diverged'
  if (open === null || open.snapshotId !== null || !isAhead) return null
  return (
    <p className="callout warn">
      <strong>Your book holds changes that this snapshot does not have.</strong> They will not be in the book
      that you go on with. Panelbook takes over only if they lie in a snapshot in the folder; otherwise it
      says so and changes nothing.
    </p>
  )
}
