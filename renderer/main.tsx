import '@fontsource-variable/inter/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startBook } from './state/book.ts'
import { startHistory } from './state/history.ts'
import { startKeys } from './state/keys.ts'
import { startTheme } from './state/theme.ts'
import './styles/tokens.css'
import './styles/base.css'
import './ui/ui.css'
import './styles/shell.css'
import './styles/live.css'

startTheme()
startKeys()
startBook()
startHistory()

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
