import '@fontsource-variable/inter/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { RehearsalFrame } from './rehearsal/rehearsal-frame.tsx'
import { startBook } from './state/book.ts'
import { startHistory } from './state/history.ts'
import { startKeepingFocus } from './state/keep-focus.ts'
import { startKeys } from './state/keys.ts'
import { startTheme } from './state/theme.ts'
import { WallView } from './wall/wall-view.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './ui/ui.css'
import './styles/shell.css'
import './styles/live.css'
import './styles/live-actions.css'

startTheme()
startKeys()
startKeepingFocus()
startBook()
startHistory()

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element.')
// The host opens a second window of the same page for the screen that the room sees.
const isWall = new URLSearchParams(window.location.search).get('view') === 'room'
createRoot(root).render(
  <StrictMode>
    <RehearsalFrame isWall={isWall}>{isWall ? <WallView /> : <App />}</RehearsalFrame>
  </StrictMode>,
)
