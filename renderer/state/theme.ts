import { create } from 'zustand'

type Theme = 'light' | 'dark' | 'system'

const key = 'panelbook.theme'
const dark = window.matchMedia('(prefers-color-scheme: dark)')

function remembered(): Theme {
  const value = window.localStorage.getItem(key)
  return value === 'light' || value === 'dark' ? value : 'system'
}

const useTheme = create<{ theme: Theme }>(() => ({ theme: remembered() }))

function apply(): void {
  const { theme } = useTheme.getState()
  const isDark = theme === 'dark' || (theme === 'system' && dark.matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

/** Puts the chosen theme in force and follows the system's where none was chosen. */
export function startTheme(): void {
  apply()
  dark.addEventListener('change', apply)
  useTheme.subscribe(apply)
}

function chooseTheme(theme: Theme): void {
  window.localStorage.setItem(key, theme)
  useTheme.setState({ theme })
}

/** From light to dark and back. */
export function switchTheme(): void {
  chooseTheme(document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark')
}
