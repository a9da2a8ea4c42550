import { spawn } from 'node:child_process'
import { findChromium } from '../node-ports/find-chromium.ts'

/** Whether there is a screen for a window. Windows and macOS always have one. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (process.env[name] ?? '') !== '')
}

/** Opens the person's browser; whether it worked is theirs to see, and the address is printed anyway. */
export function openBrowser(address: string): void {
  const [program, words] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', address]]
      : process.platform === 'darwin'
        ? ['open', [address]]
        : ['xdg-open', [address]]
  run(program, words, () => {
    const chromium = findChromium()
    if (chromium !== null) run(chromium, [address], () => undefined)
  })
}

function run(program: string, words: string[], onMissing: () => void): void {
  const child = spawn(program, words, { stdio: 'ignore', detached: true })
  child.once('error', onMissing)
  child.unref()
}
