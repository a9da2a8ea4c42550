import { useMemo, useState, type ReactNode } from 'react'
import { Redo2, ShieldCheck, Undo2 } from 'lucide-react'
import { useIsReadOnly } from '../state/book.ts'
import { useView } from '../state/follow-topics.ts'
import { history, useHistory } from '../state/history.ts'
import { keyWords, useCommands, type KeyCommand } from '../state/keys.ts'
import { goTo } from '../state/navigation.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { HistoryFilter } from './history-filter.tsx'
import { Timeline } from './timeline.tsx'
import { useEntries } from './use-entries.ts'
import { VerifyResult } from './verify-result.tsx'
import { useVerify, verify } from './verify.ts'
import './history.css'

/**
 * Everything that was ever done in the book or at one meeting, what undo and redo would do, and the proof that none of
 * it was altered.
 */
export function HistoryScreen({ meetingId = null }: { meetingId?: string | null }) {
  const [itemId, setItemId] = useState('')
  const [text, setText] = useState('')
  const { entries, hasOlder, isLoading, error, showOlder } = useEntries({
    ...(meetingId === null ? {} : { meetingId }),
    ...(itemId === '' ? {} : { itemId }),
    ...(text.trim() === '' ? {} : { text }),
  })
  const isFiltered = itemId !== '' || text.trim() !== ''
  useHistoryKeys(meetingId)
  return (
    <div className="screen history-screen">
      {meetingId === null ? <BookHead /> : <MeetingHead meetingId={meetingId} />}
      <div className="tools">
        <UndoAndRedo />
        <HistoryFilter
          meetingId={meetingId}
          itemId={itemId}
          text={text}
          onItem={setItemId}
          onText={setText}
        />
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {entries === null ? null : entries.length === 0 ? (
        <Nothing
          isFiltered={isFiltered}
          isOfMeeting={meetingId !== null}
          onAll={() => {
            setItemId('')
            setText('')
          }}
        />
      ) : (
        <>
          <Timeline entries={entries} isOfMeeting={meetingId !== null} />
          {hasOlder ? (
            <div>
              <Button aria-disabled={isLoading} onClick={showOlder}>
                Older
              </Button>
            </div>
          ) : isFiltered ? null : (
            <p className="beginning">The history begins here.</p>
          )}
        </>
      )}
    </div>
  )
}

function BookHead() {
  const check = useVerify()
  return (
    <>
      <header className="screen-head">
        <h1>History</h1>
        {check.isWorking ? (
          <div className="checking">
            <ProgressBar label="Comparing every entry with the records" done={0} total={0} />
          </div>
        ) : null}
        <Button
          icon={<ShieldCheck size={16} aria-hidden />}
          aria-disabled={check.isWorking}
          onClick={() => void verify()}
        >
          Check the history
        </Button>
      </header>
      {check.error === null ? null : <ErrorNotice error={check.error} />}
      {check.result === null ? null : <VerifyResult result={check.result} />}
    </>
  )
}

function MeetingHead({ meetingId }: { meetingId: string }) {
  const { value: meeting } = useView('meeting.read', { meetingId }, ['meetings'])
  return (
    <header className="screen-head">
      <h1>
        History of {meeting?.form === 'written-resolution' ? 'resolution' : 'meeting'} {meeting?.number}
      </h1>
      <Button onClick={() => goTo({ screen: 'meeting', meetingId, itemId: null })}>
        Back to the meeting
      </Button>
      <Button variant="quiet" onClick={() => goTo({ screen: 'history' })}>
        The whole book
      </Button>
    </header>
  )
}

/** The keys of this screen. */
function useHistoryKeys(meetingId: string | null): void {
  const commands = useMemo<KeyCommand[]>(() => {
    const focusOn = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus()
    return [
      {
        id: 'history.find',
        title: 'Find in the history',
        key: '/',
        group: 'History',
        run: focusOn('[data-takes-focus="history-words"]'),
      },
      {
        id: 'history.entries',
        title: 'To the entries',
        key: 'g',
        group: 'History',
        run: focusOn('.timeline li[tabindex="0"]'),
      },
      {
        id: 'history.back',
        title: 'Back to the meeting',
        key: 'Escape',
        group: 'History',
        isEnabled: meetingId !== null,
        run: () => {
          if (meetingId !== null) goTo({ screen: 'meeting', meetingId, itemId: null })
        },
      },
    ]
  }, [meetingId])
  useCommands('history-screen', commands)
}

function UndoAndRedo() {
  const state = useHistory((store) => store.state)
  if (useIsReadOnly()) return null
  return (
    <div className="steps" role="group" aria-label="Undo and redo">
      <Step
        icon={<Undo2 size={16} aria-hidden />}
        word="Undo"
        what={state?.undo ?? null}
        shortcut={keyWords('Mod+z')}
        run={() => void history.undo()}
      />
      <Step
        icon={<Redo2 size={16} aria-hidden />}
        word="Redo"
        what={state?.redo ?? null}
        shortcut={keyWords('Mod+Shift+z')}
        run={() => void history.redo()}
      />
    </div>
  )
}

function Nothing({
  isFiltered,
  isOfMeeting,
  onAll,
}: {
  isFiltered: boolean
  isOfMeeting: boolean
  onAll(): void
}) {
  if (isFiltered) {
    return (
      <EmptyState title="Nothing in the history has all these words">
        <Button onClick={onAll}>Show all</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={`Nothing has been done ${isOfMeeting ? 'at this meeting' : 'in this book'} yet`}>
      <p>Every change will stand here, with its time and who made it.</p>
    </EmptyState>
  )
}

/** One step back or forward, called by what it would do. */
function Step({
  icon,
  word,
  what,
  shortcut,
  run,
}: {
  icon: ReactNode
  word: string
  what: string | null
  shortcut: string
  run(): void
}) {
  return (
    <Button
      icon={icon}
      shortcut={shortcut}
      aria-disabled={what === null}
      onClick={() => {
        if (what !== null) run()
      }}
    >
      <span className="words">{what === null ? `Nothing to ${word.toLowerCase()}` : `${word}: ${what}`}</span>
    </Button>
  )
}
