import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sourceRoot } from '../node-ports/source-places.ts'

interface Bundle {
  config: string
  /** The file whose age is the bundle's. */
  output: string
  sources: string[]
}

const page: Bundle = {
  config: 'renderer/vite.config.ts',
  output: 'build/renderer/index.html',
  sources: ['renderer', 'core/contract', 'package-lock.json'],
}
const host: Bundle[] = [
  {
    config: 'electron/vite.main.config.ts',
    output: 'build/main/main.js',
    sources: ['electron', 'core', 'db', 'package-lock.json'],
  },
  {
    config: 'electron/vite.preload.config.ts',
    output: 'build/preload/preload.cjs',
    sources: ['electron/preload.ts', 'electron/vite.preload.config.ts', 'package-lock.json'],
  },
]

/** Builds the page where it is missing or older than its source. */
export function buildPage(): Promise<void> {
  return buildIfStale(page)
}

/** Builds what Electron itself loads, where it is missing or older than its source. */
export async function buildHost(): Promise<void> {
  for (const bundle of host) await buildIfStale(bundle)
}

async function buildIfStale(bundle: Bundle): Promise<void> {
  if (!isStale(bundle)) return
  console.error(`Building ${bundle.output} …`)
  const { build } = await import('vite')
  await build({ configFile: join(sourceRoot, bundle.config), logLevel: 'error' })
}

function isStale(bundle: Bundle): boolean {
  const output = join(sourceRoot, bundle.output)
  if (!existsSync(output)) return true
  const built = statSync(output).mtimeMs
  return bundle.sources.some((source) => newest(join(sourceRoot, source)) > built)
}

/** The latest change of a file, or of anything in a folder; a deleted file shows as a change of its folder. */
function newest(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
