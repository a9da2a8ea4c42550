import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../../electron/node-ports/find-chromium.ts'
import { root } from '../support/make-core.ts'
import { because } from '../support/skip-reason.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelbook-offline-'))
const hasStrace =
  spawnSync('strace', ['-D', '-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0
const hasNamespaces = spawnSync('unshare', ['-n', 'true'], { stdio: 'ignore' }).status === 0
const reason = 'strace, which sees every connection that is tried, cannot be used'
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

let number = 0
function watched(words: string[]): { words: string[]; tried: () => string[] } {
  const trace = join(folder, `trace-${number++}`)
  return {
    // -D: the program itself is the child, so that it gets the signals.
    words: [
      '-D',
      '-f',
      '-qq',
      '-e',
      'trace=connect',
      '-e',
      'signal=none',
      '-o',
      trace,
      process.execPath,
      ...words,
    ],
    /** Every connection to another than this machine that was tried. */
    tried: () =>
      readFileSync(trace, 'utf8')
        .split('\n')
        .filter((line) => line.includes('connect(') && !/AF_UNIX|AF_NETLINK|inet_addr\("127\./.test(line)),
  }
}

const data = ['--data', join(folder, 'data')]
const program = join(root, 'electron/cli/panelbook.ts')
const book = join(folder, 'book.panelbook')
const run = promisify(execFile)

beforeAll(async () => {
  await run(process.execPath, [program, 'sample', '--book', book, ...data])
})

describe.skipIf(!hasStrace)('no connection leaves this machine', because(reason), () => {
  it('unless one is tried, which would be seen', async () => {
    const control = watched(['-e', "require('net').connect(9, '192.0.2.1').on('error', () => 0).unref()"])
    await run('strace', control.words)
    await expect.poll(() => control.tried().join()).toContain('192.0.2.1')
  })

  it('from the command line', async () => {
    const choice = ['--meeting', '199', '--format', 'docx', '--out', join(folder, 'agenda.docx')]
    const exported = watched([program, 'export', 'agenda', '--book', book, ...choice, ...data])
    await run('strace', exported.words)
    expect(exported.tried()).toEqual([])
  })

  it('from the loopback host', async () => {
    const host = watched(['electron/start.ts', '--loopback', '--sample', '--data', join(folder, 'host')])
    const child = spawn('strace', host.words, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
    await expect.poll(() => said, { timeout: 60_000 }).toContain('?token=')
    const entrance = await fetch(said.trim(), { redirect: 'manual' })
    expect(entrance.status).toBe(303)
    child.kill('SIGINT')
    await once(child, 'exit')
    expect(host.tried()).toEqual([])
  })
})

describe.skipIf(!hasNamespaces)('without any network', because('only root may take the network away'), () => {
  it.skipIf(findChromium() === null)('a PDF is made through the browser', async () => {
    const out = join(folder, 'agenda.pdf')
    const choice = ['--meeting', '199', '--format', 'pdf', '--out', out]
    const words = [program, 'export', 'agenda', '--book', book, ...choice, ...data]
    await run('unshare', ['-n', process.execPath, ...words])
    expect(readFileSync(out, 'latin1').slice(0, 5)).toBe('%PDF-')
  })
})
