import { BookOpen } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { book, useBook } from '../state/book.ts'
import { keyWords, useCommands, type KeyCommand } from '../state/keys.ts'
import { goTo } from '../state/navigation.ts'
import { saveAllNotes } from '../state/notes.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { WaysToABook } from './ways-to-a-book.tsx'

/** Which book is open, in the status line; pressed, the way to another one. */
export function BooksButton() {
  const name = useBook((store) => store.state?.book?.name ?? '')
  const [isOpen, setIsOpen] = useState(false)
  const show = useCallback(() => {
    // The list as it is now, and without what was refused the last time.
    void book.load()
    setIsOpen(true)
  }, [])
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'book.other',
        title: 'Open another book',
        key: 'Mod+o',
        group: 'Anywhere',
        inText: true,
        run: show,
      },
      { id: 'book.close', title: 'Close the book', group: 'Anywhere', run: () => void closeBook() },
    ],
    [show],
  )
  useCommands('books', commands)
  return (
    <>
      <Button
        variant="quiet"
        icon={<BookOpen size={14} aria-hidden />}
        aria-haspopup="dialog"
        title={`Open another book (${keyWords('Mod+o')})`}
        onClick={show}
      >
        {name}
      </Button>
      {isOpen ? <BooksDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}

function BooksDialog({ onClose }: { onClose(): void }) {
  const state = useBook((store) => store.state)
  const open = state?.book ?? null
  const isRehearsal = open?.isRehearsal === true
  // The first of the recent books is the one that is open, unless a snapshot or a rehearsal is: those are not remembered.
  const others = state?.recent.slice(open?.snapshotId === null && !isRehearsal ? 1 : 0) ?? []
  return (
    <Dialog
      title="Open another book"
      isWide
      onClose={onClose}
      foot={
        <>
          <Button onClick={() => void closeBook()}>Close {open?.name}</Button>
          <Button variant="primary" onClick={onClose}>
            Stay in {open?.name}
          </Button>
        </>
      }
    >
      <p>
        {isRehearsal
          ? 'With another book the rehearsal is over, and nothing of it is kept.'
          : `Everything in ${open?.name ?? ''} is saved; it is found again among the recent books.`}
      </p>
      <WaysToABook
        recent={others}
        onOpened={onClose}
        onShare={() => {
          onClose()
          goTo({ screen: 'share' })
        }}
      />
    </Dialog>
  )
}

async function closeBook(): Promise<void> {
  await saveAllNotes()
  await book.close()
}
