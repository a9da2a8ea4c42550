import { Redo2, ShieldCheck, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useIsReadOnly } from '../state/book.ts'
import { history, useHistory } from '../state/history.ts'
import { keyWords } from '../state/keys.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Timeline } from './timeline.tsx'
import { useEntries } from './use-entries.ts'
import { VerifyResult } from './verify-result.tsx'
import { useVerify, verify } from './verify.ts'
import './history.css'

/** Everything that was ever done in the book, what undo and redo would do, and the proof that none of it was altered. */
export function HistoryScreen() {
  const { entries, hasOlder, isLoading, error, showOlder } = useEntries()
  const state = useHistory((store) => store.state)
  const isReadOnly = useIsReadOnly()
  const check = useVerify()
  return (
    <div className="screen history-screen">
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

      {isReadOnly ? null : (
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
      )}

      {error === null ? null : <ErrorNotice error={error} />}
      {entries === null ? null : entries.length === 0 ? (
        <EmptyState title="Nothing has been done in this book yet">
          <p>Every change will stand here, with its time and who made it.</p>
        </EmptyState>
      ) : (
        <>
          <Timeline entries={entries} />
          {hasOlder ? (
            <div>
              <Button aria-disabled={isLoading} onClick={showOlder}>
                Older
              </Button>
            </div>
          ) : (
            <p className="beginning">The history begins here.</p>
          )}
        </>
      )}
    </div>
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
