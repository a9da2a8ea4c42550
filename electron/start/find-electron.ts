import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { hasDisplay } from './display.ts'

export type FoundElectron = { binary: string } | { binary: null; sentence: string }

const probeMs = 4_000
const downloadMs = 10_000

/**
 * Where Electron's binary is, within fifteen seconds: installed already, or to be had now. The npm package
 * brings only the types; its binary is fetched at the first start, which needs a network.
 */
export async function findElectron(): Promise<FoundElectron> {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const installed = installedBinary(packageFolder)
  if (!hasDisplay()) {
    const binary = installed === null ? 'Electron’s binary is not installed and ' : ''
    return instead(`${binary}there is no display to open a window on`)
  }
  if (installed !== null) return { binary: installed }
  if (!(await isSourceReachable(packageFolder))) {
    return instead('Electron’s binary is not installed and the network to fetch it from does not answer')
  }
  console.error('Fetching Electron’s binary, which happens once …')
  await download(packageFolder)
  const fetched = installedBinary(packageFolder)
  return fetched === null
    ? instead(
        'Electron’s binary could not be fetched in time; "npx install-electron" takes as long as it needs',
      )
    : { binary: fetched }
}

/** The binary that the npm package has unpacked, or that the environment names. */
export function installedBinary(packageFolder: string): string | null {
  const name = join(packageFolder, 'path.txt')
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist')
  const fallback = process.platform === 'win32' ? 'electron.exe' : 'electron'
  const binary = join(folder, existsSync(name) ? readFileSync(name, 'utf8') : fallback)
  return existsSync(binary) ? binary : null
}

function instead(reason: string): FoundElectron {
  return {
    binary: null,
    sentence: `Panelbook is served to the browser instead of a window of its own, because ${reason}.`,
  }
}

/** Asks for the first byte of the very file, with redirects, so that a half-open network is found out quickly. */
async function isSourceReachable(packageFolder: string): Promise<boolean> {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/v'
  const file = `${manifest.version}/electron-v${manifest.version}-${process.platform}-${process.arch}.zip`
  try {
    const response = await fetch(`${mirror}${file}`, {
      headers: { range: 'bytes=0-0' },
      signal: AbortSignal.timeout(probeMs),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

function download(packageFolder: string): Promise<void> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      stdio: 'ignore',
      timeout: downloadMs,
      killSignal: 'SIGKILL',
    })
    child.once('error', () => {
      done()
    })
    child.once('close', () => {
      done()
    })
  })
}
