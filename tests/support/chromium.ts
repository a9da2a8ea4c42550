import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from '../../electron/node-ports/find-chromium.ts'

export type FoundChromium = { path: string; note: string | null } | { path: null; reason: string }

/**
 * The browser of the end-to-end tests. Where it is missing and we are root on a Debian, as on a build machine, it
 * is installed, and the note says so; anywhere else nobody's machine is changed.
 */
export function ensureChromium(): FoundChromium {
  const present = findChromium()
  if (present !== null) return { path: present, note: null }
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return { path: null, reason: 'no Chromium, Chrome or Edge is installed' }
  }
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', words, { stdio: 'ignore', env: environment, timeout: 300_000 })
    if (status !== 0)
      return { path: null, reason: `Chromium is missing and "apt-get ${words[0] ?? ''}" failed` }
  }
  const installed = findChromium()
  return installed === null
    ? { path: null, reason: 'Chromium is missing and could not be installed' }
    : { path: installed, note: 'Chromium was missing and has been installed with apt-get.' }
}

/** For playwright: Chromium refuses to start its sandbox as root. */
export const chromiumArguments = process.getuid?.() === 0 ? ['--no-sandbox'] : []
