import { useEffect, useState } from 'react'
import { Moon, Redo2, Undo2 } from 'lucide-react'
import { Button, IconButton } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { secondWords } from '../ui/dates.ts'
import { BooksButton } from '../book/books-button.tsx'
import { useHistoryCommands } from '../history/use-history-commands.ts'
import { ShareStatus } from '../share/share-status.tsx'
import { client } from '../state/client.ts'
import { useBook } from '../state/book.ts'
import { history, useHistory } from '../state/history.ts'
import { keyWords } from '../state/keys.ts'
import { useLive } from '../state/live.ts'
import { useNotice } from '../state/notice.ts'
import { switchTheme } from '../state/theme.ts'

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
            {undo === null ? 'nothing to undo' : `undo: ${undo}`}
          </Button>
          {redo === null ? null : (
            <Button
              variant="quiet"
              icon={<Redo2 size={14} aria-hidden />}
              onClick={() => void history.redo()}
            >
              {`redo: ${redo}`}
            </Button>
          )}
        </>
      )}
      <ShareStatus />
      <span className="message">{message}</span>
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

function useConnection(): boolean {
  const [isConnected, setIsConnected] = useState(true)
  useEffect(() => client.onConnection(setIsConnected), [])
  return isConnected
}
