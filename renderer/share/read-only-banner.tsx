import { Lock } from 'lucide-react'
import type { BookState } from '../../core/contract/book.ts'
import { book } from '../state/book.ts'
import { goTo, useNavigation } from '../state/navigation.ts'
import { Button } from '../ui/button.tsx'
import './read-only-banner.css'

/** Over every screen of a book in which nothing can be changed: why, and the way back to one's own. */
export function ReadOnlyBanner({ state }: { state: BookState }) {
  const screen = useNavigation((store) => store.route.screen)
  const open = state.book
  if (open?.isReadOnly !== true) return null
  const isSnapshot = open.snapshotId !== null
  // A snapshot that was looked into is not remembered, so the first one is the book that was left for it.
  const [own] = isSnapshot ? state.recent : []
  const leave = () => {
    void (own === undefined ? book.close() : book.openRecent(own.recentId))
  }
  return (
    <div className="read-only-banner">
      <p role="status">
        <Lock size={14} aria-hidden />
        <span>
          <strong>Read-only{isSnapshot ? ` snapshot of ${open.name}` : ''}.</strong> {open.readOnlyReason}
        </span>
      </p>
      <span className="acts">
        {isSnapshot && screen !== 'share' ? (
          <Button onClick={() => goTo({ screen: 'share' })}>Take over…</Button>
        ) : null}
        <Button onClick={leave}>
          {own !== undefined ? 'Back to my book' : isSnapshot ? 'Close the snapshot' : 'Close this book'}
        </Button>
      </span>
    </div>
  )
}
