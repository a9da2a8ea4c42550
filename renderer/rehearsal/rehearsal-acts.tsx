import { useMemo } from 'react'
import { book, useBook } from '../state/book.ts'
import { keyWords, useCommands, type KeyCommand } from '../state/keys.ts'
import { useLive } from '../state/live.ts'
import { rehearsal } from '../state/rehearsal.ts'
import { Button } from '../ui/button.tsx'
import { toInvent } from './to-invent.ts'

/** What can be done in a rehearsal alone: everybody arrives, votes are invented, and it ends. */
export function RehearsalActs() {
  const hasBook = useBook(({ state }) => state?.book?.rehearses !== null)
  const meeting = useLive((store) => store.meeting)
  const questionId = useLive((store) => toInvent(store.item))
  const expectingId =
    meeting?.state !== 'closed' &&
    meeting?.form === 'meeting' &&
    meeting.room.attendees.some(({ presence }) => presence === 'expected')
      ? meeting.id
      : null
  const commands = useMemo<KeyCommand[]>(
    () => [
      {
        id: 'rehearsal.end',
        title: 'End the rehearsal',
        key: 'Mod+Shift+r',
        group: 'Rehearsal',
        inText: true,
        run: () => void end(hasBook),
      },
      {
        id: 'rehearsal.seat-everyone',
        title: 'Everybody arrives',
        group: 'Rehearsal',
        isEnabled: expectingId !== null,
        run: () => {
          if (expectingId !== null) void rehearsal.seatEveryone(expectingId)
        },
      },
      {
        id: 'rehearsal.invent',
        title: 'Invent the positions still to come',
        key: 'Shift+G',
        group: 'Rehearsal',
        isEnabled: questionId !== null,
        run: () => {
          if (questionId !== null) void rehearsal.invent(questionId)
        },
      },
    ],
    [hasBook, expectingId, questionId],
  )
  useCommands('rehearsal', commands)
  return (
    <span className="acts">
      {expectingId === null ? null : (
        <Button onClick={() => void rehearsal.seatEveryone(expectingId)}>Everybody arrives</Button>
      )}
      {questionId === null ? null : (
        <Button shortcut={keyWords('Shift+G')} onClick={() => void rehearsal.invent(questionId)}>
          Invent the votes
        </Button>
      )}
      <Button onClick={() => void end(hasBook)} title={`End the rehearsal (${keyWords('Mod+Shift+r')})`}>
        End the rehearsal
      </Button>
    </span>
  )
}

/** A copy that was opened by itself has no book to go back to. */
function end(hasBook: boolean): Promise<unknown> {
  return hasBook ? rehearsal.end() : book.close()
}
