import { BookOpen, BookPlus, ChevronRight, FolderOpen, Share2 } from 'lucide-react'
import { useState, type ReactNode, type Ref } from 'react'
import type { BookState } from '../../core/contract/book.ts'
import { book, useBook } from '../state/book.ts'
import { saveAllNotes } from '../state/notes.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { NewBookDialog } from './new-book-dialog.tsx'
import { openingRefusal } from './opening-refusal.ts'
import { RecentBooks } from './recent-books.tsx'
import './leave-with-the-book.ts'
import './ways-to-a-book.css'

type Offer = 'sample' | 'new' | 'file' | 'share'

const icon = { size: 20, 'aria-hidden': true } as const

const offers: readonly { offer: Offer; icon: ReactNode; title: string; about: string }[] = [
  {
    offer: 'sample',
    icon: <BookOpen {...icon} />,
    title: 'Open the sample book',
    about: 'The panels and registers of December 2016, with a meeting ready to be run. Try everything in it.',
  },
  {
    offer: 'new',
    icon: <BookPlus {...icon} />,
    title: 'Start a new book',
    about: 'An empty book for your own panel, kept on this laptop.',
  },
  {
    offer: 'file',
    icon: <FolderOpen {...icon} />,
    title: 'Open a file…',
    about: 'A book that lies in a folder of this laptop. It stays where it is.',
  },
  {
    offer: 'share',
    icon: <Share2 {...icon} />,
    title: 'Take over from the shared drive…',
    about: 'A snapshot that a colleague has published, to read or to go on from.',
  },
]

/** The four ways to a book, the books of last time beside them, and what comes of it below. */
export function WaysToABook({
  recent,
  firstRef,
  onBegin,
  onOpened,
  onShare,
}: {
  recent: BookState['recent']
  /** The first way, for whoever gives it the focus. */
  firstRef?: Ref<HTMLButtonElement>
  /** Before a book is asked for. */
  onBegin?: () => void
  onOpened?: () => void
  onShare(): void
}) {
  const { state, error, working } = useBook()
  const [isNaming, setIsNaming] = useState(false)
  const isBusy = working !== ''
  const isSampleOpen = state?.book?.isSample === true && !state.book.isReadOnly

  const open = async (work: () => Promise<boolean>) => {
    if (isBusy) return
    onBegin?.()
    // What is being typed belongs into the book that is left.
    await saveAllNotes()
    const before = useBook.getState().state?.book
    const isAnswered = await work()
    const now = useBook.getState().state?.book
    // Cancelling the question for a file is answered too, by the book that is open as before.
    if (isAnswered && (now?.folder !== before?.folder || now?.fileName !== before?.fileName)) onOpened?.()
  }
  const take = (offer: Offer) => {
    if (isBusy) return
    if (offer === 'sample') void open(book.openSample)
    else if (offer === 'file') void open(book.openFile)
    else if (offer === 'new') setIsNaming(true)
    else onShare()
  }
  return (
    <div className="ways-frame">
      <div className={recent.length === 0 ? 'ways' : 'ways with-recent'}>
        <div className="begin">
          <ul className="offers" aria-label="Ways to a book">
            {offers
              .filter(({ offer }) => offer !== 'sample' || !isSampleOpen)
              .map(({ offer, icon: sign, title, about }, index) => (
                <li key={offer}>
                  <button
                    type="button"
                    {...(index === 0 && firstRef !== undefined ? { ref: firstRef } : {})}
                    aria-disabled={isBusy}
                    onClick={() => take(offer)}
                  >
                    {sign}
                    <span>
                      <strong>{title}</strong>
                      <span>{about}</span>
                    </span>
                    <ChevronRight size={16} aria-hidden />
                  </button>
                </li>
              ))}
          </ul>
          {/* Below what can be pressed, so that nothing moves under the pointer. */}
          <div role="status">{isBusy ? <ProgressBar label={`${working} …`} done={0} total={0} /> : null}</div>
          {error === null || isNaming ? null : <ErrorNotice error={openingRefusal(error)} />}
        </div>
        {recent.length === 0 ? null : (
          <RecentBooks
            recent={recent}
            isBusy={isBusy}
            onOpen={(recentId) => void open(() => book.openRecent(recentId))}
          />
        )}
      </div>
      {isNaming ? <NewBookDialog onClose={() => setIsNaming(false)} /> : null}
    </div>
  )
}
