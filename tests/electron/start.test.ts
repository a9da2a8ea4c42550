import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { electronPackageFolder, installedBinary } from '../../electron/start/find-electron.ts'
import { root } from '../support/make-core.ts'
import { because } from '../support/skip-reason.ts'
import { commandLineIn, expectJson } from '../support/run-panelbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelbook-start-'))
const addressLine = /^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/m
const running = new Set<ChildProcess>()
const servers = new Set<Server>()

interface Started {
  child: ChildProcess
  said: { out: string; error: string }
  /** Milliseconds until the address was printed. */
  address(): Promise<{ address: string; after: number }>
  ended(): Promise<number | NodeJS.Signals | null>
}

let number = 0
/** `npm start` without npm: the same program, with data of its own and an environment of this test's making. */
function start(words: string[], environment: Record<string, string> = {}): Started {
  const began = performance.now()
  const data = join(folder, `data-${number++}`)
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env
  const child = spawn(process.execPath, ['electron/start.ts', '--data', data, ...words], {
    cwd: root,
    env: { ...rest, BROWSER: 'true', electron_config_cache: join(folder, 'cache'), ...environment },
  })
  running.add(child)
  const said = { out: '', error: '' }
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said.out += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said.error += part))
  const exited = once(child, 'close')
  return {
    child,
    said,
    address: async () => {
      await expect.poll(() => said.out, { timeout: 25_000 }).toMatch(addressLine)
      return { address: addressLine.exec(said.out)?.[0] ?? '', after: performance.now() - began }
    },
    ended: async () => {
      await exited
      return child.exitCode ?? child.signalCode
    },
  }
}

/** A server in the place of Electron's downloads. */
async function mirror(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer)
  servers.add(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
}

/** A program in the place of Electron: what it was given, and how it ends. */
function standIn(script: string): Record<string, string> {
  const place = join(folder, `electron-${number++}`)
  mkdirSync(place)
  writeFileSync(join(place, 'electron'), `#!/bin/sh\n${script}\n`)
  chmodSync(join(place, 'electron'), 0o755)
  return { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: place }
}

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  servers.clear()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('npm start', () => {
  it('tells its options', async () => {
    const { ended, said } = start(['--help'])
    expect(await ended()).toBe(0)
    for (const option of ['--sample', '--book FILE', '--loopback']) expect(said.out).toContain(option)
    expect(said.error).toBe('')
  })
  it.each([
    ['--nonsense'],
    ['surplus'],
    ['--book'],
    ['--port', 'x'],
    ['--port', '70000'],
    ['--sample', '--book', 'x'],
  ])('%s %s %s is wrong usage: one line and status 2', async (...words) => {
    const { ended, said } = start(words)
    expect(await ended()).toBe(2)
    expect(said.out).toBe('')
    expect(said.error).toMatch(/^.+ \(see: npm start -- --help\)\n$/)
  })

  it('goes straight into the sample, and ends in order at Ctrl+C', async () => {
    const { address, said, child, ended } = start(['--loopback', '--sample'])
    const { address: at } = await address()
    const entrance = await fetch(at, { redirect: 'manual' })
    const cookie = (entrance.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const { origin } = new URL(at)
    const answer = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify({ name: 'book.state', input: {} }),
    })
    const { value } = (await answer.json()) as { value: { book: { folder: string; fileName: string } } }
    expect(value).toMatchObject({ host: 'loopback', book: { isSample: true } })
    // The address, on a line of its own, is all that standard output has.
    expect(said.out).toBe(`${at}\n`)
    child.kill('SIGINT')
    expect(await ended()).toBe(0)
    // The book was let go of: another may write it now.
    const book = join(value.book.folder, value.book.fileName)
    const cli = commandLineIn(folder, join(folder, 'cli'))
    const added = ['call', 'person.add', '--book', book, '--input', '{"name":"Next","initials":"NX"}']
    expectJson(await cli(added))
  })
  it('goes into the book that is named, and says so where it cannot', async () => {
    const cli = commandLineIn(folder, join(folder, 'cli'))
    const book = join(folder, 'a book’s “name”.panelbook')
    expectJson(await cli(['new', '--book', book, '--name', 'Named']))
    const good = start(['--loopback', '--book', book])
    await good.address()
    expect((await cli(['call', 'history.undo', '--book', book])).error).toMatch(/^book-in-use/)
    good.child.kill('SIGTERM')
    expect(await good.ended()).toBe(0)
    const bad = start(['--loopback', '--book', join(folder, 'missing.panelbook')])
    await bad.address()
    expect(bad.said.error).toContain('not there')
    bad.child.kill('SIGINT')
    expect(await bad.ended()).toBe(0)
  })
  it('says which port is taken', async () => {
    const port = new URL(await mirror(() => undefined)).port
    const { ended, said } = start(['--loopback', '--port', port])
    expect(await ended()).toBe(1)
    expect(said.error).toContain(`Port ${port} is taken`)
  })
})

/** One sentence about the browser, and nothing else that could be a fault. */
function expectOneSentence(said: Started['said'], reason: RegExp): void {
  const sentences = said.error.split('\n').filter((line) => line.includes('served to the browser'))
  expect(sentences).toHaveLength(1)
  expect(sentences[0]).toMatch(reason)
  expect(said.error).not.toMatch(/\bat .*:\d+:\d+/)
}

describe.skipIf(process.platform === 'win32')(
  'npm start and Electron’s binary',
  because('the stand-in for Electron is a shell script'),
  () => {
    it('without a display serves the loopback host, and says why', async () => {
      const { address, said } = start([])
      await address()
      expectOneSentence(said, /no display/)
    })
    it.skipIf(installedBinary(electronPackageFolder) !== null).each([
      ['that nobody answers for', () => Promise.resolve('http://127.0.0.1:9/'), /does not answer/],
      ['that never answers', () => mirror(() => undefined), /does not answer/],
      [
        'that is not there',
        () => mirror((_request, response) => response.writeHead(404).end()),
        /could not be fetched/,
      ],
      [
        'that comes slowly',
        () =>
          mirror((request, response) => {
            response.writeHead(200, { 'content-length': 120_000_000 })
            if (request.method === 'HEAD') response.end()
            else response.write('PK')
          }),
        /still being fetched/,
      ],
    ])('decides within 15 seconds about one %s', async (_what, source, reason) => {
      // The display is of no use, so the browser that would be opened there fails, which is no fault.
      const { address, said, child, ended } = start([], { DISPLAY: ':99', ELECTRON_MIRROR: await source() })
      const { after } = await address()
      expect(after).toBeLessThan(16_500)
      expectOneSentence(said, reason)
      child.kill('SIGINT')
      expect(await ended()).toBe(0)
    })
    it('opens the one that is there with what was asked for, and ends as it ends', async () => {
      const given = join(folder, 'given')
      const { ended, said } = start(
        ['--book', 'some book.panelbook'],
        standIn(`for word; do echo "$word" >> "${given}"; done; sleep 0.3; exit 0`),
      )
      expect(await ended()).toBe(0)
      expect(said.out).toBe('')
      expect(said.error.replace(/^Building .*\n/gm, '')).toBe('')
      const words = readFileSync(given, 'utf8').trimEnd().split('\n')
      expect(words.filter((word) => word !== '--no-sandbox')).toEqual([
        root.replace(/\/$/, ''),
        `--book=${join(root, 'some book.panelbook')}`,
        expect.stringMatching(/^--data=\//),
      ])
    })
    it('passes Ctrl+C on to it', async () => {
      const { ended, child, said } = start(
        [],
        standIn('trap "exit 0" INT; echo up >&2; while :; do sleep 0.1; done'),
      )
      await expect.poll(() => said.error, { timeout: 20_000 }).toContain('up')
      child.kill('SIGINT')
      expect(await ended()).toBe(0)
      expect(said.out).toBe('')
    })
    it('serves the browser where it does not run', async () => {
      for (const script of ['exit 127', 'kill -TRAP $$']) {
        const { address, said, child, ended } = start([], standIn(script))
        await address()
        expectOneSentence(said, /does not run on this machine/)
        child.kill('SIGINT')
        expect(await ended()).toBe(0)
      }
    })
  },
)
