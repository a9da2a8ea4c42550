import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import { useWindowTitle } from '../rehearsal/use-window-title.ts'
import { ReadOnlyBanner } from '../share/read-only-banner.tsx'
import { useBook } from '../state/book.ts'
import { history, useHistory } from '../state/history.ts'
import { useCommands, type KeyCommand } from '../state/keys.ts'
import { goTo } from '../state/navigation.ts'
import { notice, useNotice } from '../state/notice.ts'
import { mainScreens, screenNames } from '../state/routes.ts'
import { switchTheme } from '../state/theme.ts'
import { IconButton } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Rail } from './rail.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { StatusLine } from './status-line.tsx'

/** What stands around every screen: where one can go, and whether all is saved. */
export function Shell({ children }: { children: ReactNode }) {
  const [showsShortcuts, setShowsShortcuts] = useState(false)
  const refusal = useNotice((store) => store.refusal)
  const announcement = useNotice((store) => store.announcement)
  const state = useBook((store) => store.state)
  const book = state?.book ?? null

  const undo = useHistory(({ state: step }) => step?.undo ?? null)
  const redo = useHistory(({ state: step }) => step?.redo ?? null)
  const commands = useMemo<KeyCommand[]>(
    () => [
      ...mainScreens.map((screen, index) => ({
        id: `go.${screen}`,
        title: `Go to ${screenNames[screen]}`,
        key: `Alt+${index + 1}`,
        group: 'Anywhere',
        inText: true,
        run: () => goTo({ screen }),
      })),
      {
        id: 'undo',
        title: undo === null ? 'Undo' : `Undo: ${undo}`,
        key: 'Mod+z',
        group: 'Anywhere',
        run: () => void history.undo(),
      },
      {
        id: 'redo',
        title: redo === null ? 'Redo' : `Redo: ${redo}`,
        key: 'Mod+Shift+z',
        group: 'Anywhere',
        run: () => void history.redo(),
      },
      {
        id: 'guide',
        title: 'Guide',
        key: 'F1',
        group: 'Anywhere',
        inText: true,
        run: () => goTo({ screen: 'guide', sectionId: null }),
      },
      { id: 'theme', title: 'Light or dark', group: 'Anywhere', run: switchTheme },
      {
        id: 'shortcuts',
        title: 'All keys',
        key: '?',
        group: 'Anywhere',
        run: () => setShowsShortcuts(true),
      },
    ],
    [undo, redo],
  )
  useCommands('shell', commands)

  useWindowTitle(book === null ? 'Panelbook' : `${book.name} · Panelbook`)

  return (
    <div className="shell">
      <Rail />
      <main>
        {state === null ? null : <ReadOnlyBanner state={state} />}
        {children}
      </main>
      <StatusLine onShortcuts={() => setShowsShortcuts(true)} />
      {refusal === null ? null : (
        <div className="notice-bar">
          <ErrorNotice error={refusal} />
          <IconButton label="Dismiss" onClick={notice.clear}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      )}
      <p className="hidden" role="status" aria-live="polite">
        {/* A node of its own each time: the same words again would change nothing, and not be said. */}
        <span key={announcement.number}>{announcement.words}</span>
      </p>
      {showsShortcuts ? <Shortcuts onClose={() => setShowsShortcuts(false)} /> : null}
    </div>
  )
}
