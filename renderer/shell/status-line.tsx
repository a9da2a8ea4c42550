import { HardDrive, Moon, Redo2, Undo2 } from 'lucide-react'
import { BooksButton } from '../book/books-button.tsx'
import { useHistoryCommands } from '../history/use-history-commands.ts'
import { ShareStatus } from '../share/share-status.tsx'
import { useBook } from '../state/book.ts'
import { history, useHistory } from '../state/history.ts'
import { keyWords } from '../state/keys.ts'
import { useLive } from '../state/live.ts'
import { useNotice } from '../state/notice.ts'
import { useConnection } from '../state/use-connection.ts'
import { switchTheme } from '../state/theme.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { secondWords } from '../ui/dates.ts'
import { Kbd } from '../ui/kbd.tsx'

/** Saved when, undo what, shared when: on every screen, at the same place. */
export function StatusLine({ onShortcuts }: { onShortcuts(): void }) {
  const state = useHistory((store) => store.state)
  const book = useBook((store) => store.state?.book ?? null)
  const isSaving = useLive((store) => store.saving.size > 0)
  const message = useNotice((store) => store.message)
  const isConnected = useConnection()
  useHistoryCommands()
  const savedAt = state?.savedAt ?? null
  const undo = state?.undo ?? null
  const redo = state?.redo ?? null
  return (
    <footer className="status-line">
      {/* There before it says anything, so that a screen reader hears it when it does. */}
      <span role="status" className="disk-full">
        {state?.isDiskFull === true ? (
          <>
            <HardDrive size={14} aria-hidden />
            The disk is full and the reserve is used up: make room now. Everything recorded is saved.
          </>
        ) : null}
      </span>
      <span>
        {!isConnected ? (
          <span className="lost">Panelbook does not answer; what is shown as saved is saved</span>
        ) : isSaving ? (
          'saving'
        ) : savedAt === null ? (
          'nothing to save yet'
        ) : (
          `saved ${secondWords(savedAt)}`
        )}
      </span>
      {book?.isReadOnly === true ? null : (
        <>
          <Button
            variant="quiet"
            icon={<Undo2 size={14} aria-hidden />}
            disabled={undo === null}
            shortcut={keyWords('Mod+z')}
            onClick={() => void history.undo()}
          >
            <span className="what">{undo === null ? 'nothing to undo' : `undo: ${undo}`}</span>
          </Button>
          {redo === null ? null : (
            <Button
              variant="quiet"
              icon={<Redo2 size={14} aria-hidden />}
              shortcut={keyWords('Mod+Shift+z')}
              onClick={() => void history.redo()}
            >
              <span className="what">redo: {redo}</span>
            </Button>
          )}
        </>
      )}
      <ShareStatus />
      <span className="message" role="status">
        {message}
      </span>
      <span className="end">
        <BooksButton />
        <span>
          <Kbd>{keyWords('Mod+k')}</Kbd> find anything
        </span>
        <Button variant="quiet" onClick={onShortcuts} shortcut="?">
          keys
        </Button>
        <IconButton label="Light or dark" onClick={switchTheme}>
          <Moon size={14} aria-hidden />
        </IconButton>
      </span>
    </footer>
  )
}
