import { Moon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useBook } from '../state/book.ts'
import { goTo } from '../state/navigation.ts'
import { notice } from '../state/notice.ts'
import { switchTheme } from '../state/theme.ts'
import { IconButton } from '../ui/button.tsx'
import { FromShare } from './from-share.tsx'
import { WaysToABook } from './ways-to-a-book.tsx'
import './first-run.css'

/** What a person sees before any book is open: four ways to one, and the books of last time. */
export function FirstRun() {
  const state = useBook((store) => store.state)
  const [isAtShare, setIsAtShare] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const recent = state?.recent ?? []

  useEffect(() => {
    document.title = 'Panelbook'
    // What was said of another book is over.
    notice.clear()
  }, [])
  useEffect(() => {
    if (!isAtShare) first.current?.focus()
  }, [isAtShare])

  return (
    <div className="first-run">
      <main className={isAtShare ? 'at-share' : recent.length > 0 ? 'with-recent' : ''}>
        <header>
          <h1>Panelbook</h1>
          <p>
            The minute book of a panel: its agenda, its votes, its actions and its minutes, from one record.
          </p>
        </header>
        {isAtShare ? (
          <FromShare onBack={() => setIsAtShare(false)} />
        ) : (
          <WaysToABook
            recent={recent}
            firstRef={first}
            // The address may still name something in the book of last time.
            onBegin={() => goTo({ screen: 'meetings' }, { replaces: true })}
            onShare={() => setIsAtShare(true)}
          />
        )}
      </main>
      <footer>
        <p>
          Everything is saved as you enter it, on this laptop. Nothing leaves it unless you publish or export.
        </p>
        <p>
          The history will call you <strong>{state?.person}</strong> · Panelbook {state?.version}
        </p>
        <IconButton label="Light or dark" onClick={switchTheme}>
          <Moon size={14} aria-hidden />
        </IconButton>
      </footer>
    </div>
  )
}
