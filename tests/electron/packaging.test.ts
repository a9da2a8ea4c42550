import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { because } from '../support/skip-reason.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'panelbook-packaging-'))
const run = promisify(execFile)
const unpacked = join(folder, 'dist', 'linux-unpacked')
const archive = join(unpacked, 'resources', 'app.asar')
let entries: string[]
/** The mark in Electron's executable after which its fuses lie: version, count, one digit each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** What electron-builder asks of an Electron: an executable with a row of fuses in it, and two texts. */
function makeStandInElectron(): string {
  const standIn = join(folder, 'electron')
  mkdirSync(join(standIn, 'resources'), { recursive: true })
  const wrongFuses = Buffer.from([1, 8, ...Buffer.from('10110011')])
  writeFileSync(join(standIn, 'electron'), Buffer.concat([Buffer.from(fuseSentinel), wrongFuses]))
  chmodSync(join(standIn, 'electron'), 0o755)
  writeFileSync(join(standIn, 'LICENSE'), 'stand-in')
  writeFileSync(join(standIn, 'version'), '0.0.0')
  return standIn
}

describe.skipIf(process.platform !== 'linux')(
  'the packed application',
  because('the stand-in for Electron that is packed is one for Linux'),
  () => {
    beforeAll(async () => {
      const builder = createRequire(import.meta.url).resolve('electron-builder/cli.js')
      await run(
        process.execPath,
        [
          builder,
          '--dir',
          '--linux',
          `-c.electronDist=${makeStandInElectron()}`,
          `-c.directories.output=${join(folder, 'dist')}`,
        ],
        { cwd: root, maxBuffer: 64 * 1024 * 1024 },
      )
      entries = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
    })
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true })
    })

    it('holds all that it needs', () => {
      for (const needed of [
        '/package.json',
        '/LICENSE',
        '/build/main/main.js',
        '/build/main/core.js',
        '/build/main/document-worker.js',
        '/build/main/share-agent.js',
        '/build/preload/preload.cjs',
        '/build/renderer/index.html',
        '/migrations/0001_history.sql',
        '/migrations/frozen.json',
        '/node_modules/better-sqlite3/lib/index.js',
        '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
        '/node_modules/better-sqlite3/prebuilds/win32-x64.node',
      ]) {
        expect(entries).toContain(needed)
      }
    })
    it('holds nothing else: no source, no test, no loopback, no other package', () => {
      const top = new Set(entries.map((path) => path.split('/')[1]))
      expect([...top].sort()).toEqual([
        'LICENSE',
        'build',
        'migrations',
        'node_modules',
        'package.json',
        'resources',
      ])
      const packages = new Set(
        entries.filter((path) => path.startsWith('/node_modules/')).map((path) => path.split('/')[2]),
      )
      expect([...packages]).toEqual(['better-sqlite3'])
      expect(entries.filter((path) => /loopback|\.tsx?$|\.map$|\/tests?\//.test(path))).toEqual([])
    })
    it('keeps the native database outside the archive', () => {
      const native = join(
        `${archive}.unpacked`,
        'node_modules',
        'better-sqlite3',
        'prebuilds',
        'linux-x64.node',
      )
      expect(readFileSync(native).subarray(1, 4).toString()).toBe('ELF')
    })
    it('has its fuses set', () => {
      const binary = readFileSync(join(unpacked, 'panelbook'), 'latin1')
      const wire = binary.slice(binary.indexOf(fuseSentinel) + fuseSentinel.length + 2)
      // runAsNode, cookie encryption, NODE_OPTIONS, --inspect, archive integrity, only from the archive, V8
      // snapshot, privileges of file://
      expect(wire).toBe('01001100')
    })
    it('listens on no port', () => {
      extractAll(archive, join(folder, 'app'))
      const main = entries
        .filter((path) => path.startsWith('/build/main/') && path.endsWith('.js'))
        .map((path) => readFileSync(join(folder, 'app', path), 'utf8'))
        .join('\n')
      expect(main).not.toMatch(/createServer|node:https?["']|node:net["']/)
    })
    it('makes and opens the sample book with what was packed', async () => {
      const app = join(folder, 'app')
      extractAll(archive, app)
      const data = join(folder, 'data')
      mkdirSync(data)
      const script = join(root, 'tests', 'support', 'open-packed-core.ts')
      const { stdout } = await run(process.execPath, [script, app, data], { maxBuffer: 64 * 1024 * 1024 })
      const seen = JSON.parse(stdout) as { answers: unknown[]; sizes: number[] }
      expect(seen.answers).toMatchObject([
        { ok: true, value: { book: { isSample: true } } },
        { ok: true, value: { isSound: true } },
        { ok: true, value: { kind: 'saved' } },
      ])
      expect(seen.sizes[0]).toBeGreaterThan(5000)
    })
  },
)
