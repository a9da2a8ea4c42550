import { ArrowUp, Check, GitFork } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Published, Snapshot } from '../state/share.ts'
import { timeWords } from '../ui/dates.ts'
import { sizeWords, snapshotWords } from './snapshot-words.ts'

const whatToDo = 'Open the other one read-only to see what it holds, and agree which of the two is to go on.'

/** What was published a moment ago; plainly, where the folder holds what this book does not. */
export function PublishedNotice({ published }: { published: Published }) {
  const { revision, publishedAt, size, isBranch, notice } = published
  return (
    <Notice
      tone={isBranch ? 'warn' : 'good'}
      icon={isBranch ? <GitFork size={16} aria-hidden /> : <Check size={16} aria-hidden />}
      title={
        isBranch
          ? `Revision ${revision} was published at ${timeWords(publishedAt)}, beside changes that your book does not have.`
          : `Revision ${revision} was published at ${timeWords(publishedAt)}.`
      }
    >
      <p>
        {sizeWords(size)}, written under a new name, read back and compared. {notice}
      </p>
      {isBranch ? <p>{whatToDo}</p> : null}
    </Notice>
  )
}

/** Before anything is published: somebody went on from this book, or beside it. */
export function AheadNotice({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const diverged = snapshots.filter(({ relation }) => relation === 'diverged')
  const [newest] = snapshots.filter(({ relation }) => relation === 'newer')
  if (diverged.length > 0) {
    return (
      <Notice
        tone="warn"
        icon={<GitFork size={16} aria-hidden />}
        title="The folder holds changes that your book does not have, and your book holds changes of its own."
      >
        <ul>
          {headsOf(diverged).map((snapshot) => (
            <li key={snapshot.snapshotId}>
              From another device: {snapshotWords(snapshot)}. Nothing was overwritten.
            </li>
          ))}
        </ul>
        <p>Publishing is safe: your snapshot is laid beside the others. {whatToDo}</p>
      </Notice>
    )
  }
  if (newest === undefined) return null
  return (
    <Notice
      tone="accent"
      icon={<ArrowUp size={16} aria-hidden />}
      title="There is a newer snapshot of this book."
    >
      <p>
        It is {snapshotWords(newest)}, and holds all that yours holds. Take it over before you change anything
        here: otherwise the two go separate ways.
      </p>
    </Notice>
  )
}

/** One for each device: its newest holds what its older ones held. */
function headsOf(snapshots: readonly Snapshot[]): Snapshot[] {
  return [...Map.groupBy(snapshots, ({ device }) => device).values()].flatMap((ofDevice) =>
    ofDevice.slice(0, 1),
  )
}

function Notice({
  tone,
  icon,
  title,
  children,
}: {
  tone: 'good' | 'warn' | 'accent'
  icon: ReactNode
  title: string
  children: ReactNode
}) {
  return (
    <section className={`share-notice ${tone}`} role="status">
      {icon}
      <div>
        <h2>{title}</h2>
        {children}
      </div>
    </section>
  )
}
