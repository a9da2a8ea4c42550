import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hasDisplay } from './display.ts'

export type FoundElectron =
  | { binary: string }
  | {
      binary: null
      /** Why, for the person. */
      sentence: string
      /** Ends what is still being fetched for the next start. */
      stop: () => void
    }

/** Together they stay under the fifteen seconds after which the person has a window, of whatever kind. */
const probeMs = 4_000
const fetchMs = 10_000

export const electronPackageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))

/**
 * Where Electron's binary is, within fifteen seconds: installed already, or to be had now. The npm package
 * brings only the types; its binary is fetched at the first start, which needs a network.
 */
export async function findElectron(): Promise<FoundElectron> {
  const installed = installedBinary(electronPackageFolder)
  if (!hasDisplay()) {
    const binary = installed === null ? 'Electron’s binary is not installed and ' : ''
    return instead(`${binary}there is no display to open a window on`)
  }
  if (installed !== null) return { binary: installed }
  if (!(await isSourceReachable())) {
    return instead('Electron’s binary is not installed and the network to fetch it from does not answer')
  }
  console.error('Fetching Electron’s binary, which happens once …')
  const fetching = fetchBinary(electronPackageFolder)
  const isOver = await fetching.within(fetchMs)
  const fetched = installedBinary(electronPackageFolder)
  if (isOver && fetched !== null) return { binary: fetched }
  if (isOver) return instead('Electron’s binary is not installed and could not be fetched')
  return instead('Electron’s binary is still being fetched; once it is there, the next start uses it', () => {
    fetching.stop()
  })
}

/** The binary that the npm package has unpacked, or that the environment names. */
export function installedBinary(packageFolder: string): string | null {
  const named = join(packageFolder, 'path.txt')
  const elsewhere = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  // The name is written when everything has been unpacked: without it, what lies there may be half of it.
  if (elsewhere === '' && !existsSync(named)) return null
  const fallback = process.platform === 'win32' ? 'electron.exe' : 'electron'
  const folder = elsewhere === '' ? join(packageFolder, 'dist') : elsewhere
  const binary = join(folder, existsSync(named) ? readFileSync(named, 'utf8').trim() : fallback)
  return existsSync(binary) ? binary : null
}

function instead(reason: string, stop: () => void = () => undefined): FoundElectron {
  return { binary: null, sentence: inBrowserBecause(reason), stop }
}

export function inBrowserBecause(reason: string): string {
  return `Panelbook is served to the browser instead of a window of its own, because ${reason}.`
}

/** Whether the place answers at all, with whatever: a network that leads nowhere is found out quickly. */
async function isSourceReachable(): Promise<boolean> {
  const environment = process.env
  // Behind a proxy only the download itself can tell: it is the one that knows how to ask it.
  if ((environment['HTTPS_PROXY'] ?? environment['https_proxy'] ?? '') !== '') return true
  const source =
    environment['npm_config_electron_mirror'] ??
    environment['ELECTRON_MIRROR'] ??
    'https://github.com/electron/electron/releases/download/'
  try {
    const response = await fetch(source, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(probeMs),
    })
    await response.body?.cancel()
    return true
  } catch {
    return false
  }
}

/** Runs the installer of Electron's npm package, which checks what it fetches against the hashes that it brings. */
function fetchBinary(packageFolder: string) {
  const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
  })
  const ended = new Promise<true>((done) => {
    child.once('error', () => {
      done(true)
    })
    child.once('close', () => {
      done(true)
    })
  })
  return {
    /** Whether it is over by then, however it ended. */
    within: async (milliseconds: number): Promise<boolean> => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<false>((done) => {
        timer = setTimeout(() => {
          done(false)
        }, milliseconds)
      })
      const isOver = await Promise.race([ended, late])
      clearTimeout(timer)
      return isOver
    },
    stop: () => {
      child.kill('SIGKILL')
    },
  }
}
