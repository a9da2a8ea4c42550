import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const data = mkdtempSync(join(tmpdir(), 'panelbook-bundle-'))

type Answer = { ok: boolean; value?: Record<string, unknown>; error?: { code: string; message: string } }
interface Seen {
  vote: { value: string; verified: { isSound: boolean; problems: unknown[] } }
  pdf: Record<string, unknown>
  paper: {
    outcome: string
    opened: unknown
    refused: Answer
    files: { path: string; mode: number; content: string }[]
  }
  shared: {
    published: { snapshotId: string }
    snapshots: { relation: string }[]
    names: string[]
    utilities: number
  }
  questions: { message: string }[]
  afterSecond: Answer
  displayMedia: unknown
  downloadIsPrevented: boolean
  exposedKeys: string[]
  isFrozen: boolean
  state: Answer
  unknown: Answer
  closed: Answer
  reopened: Answer
  pushes: { kind: string; reason?: string }[]
  pushesAfterUnsubscribe: number
  foreign: Record<string, Answer>
  malformed: Answer[]
  sandboxed: boolean
  switches: string[][]
  schemes: { scheme: string; privileges: Record<string, boolean> }[]
  webPreferences: Record<string, unknown>
  roomPreferences: Record<string, unknown>
  popup: { action: string }
  windowsAfterPopup: number
  room: { action: string }
  roomAddress: string
  roomPlaces: Record<string, unknown>[]
  prevented: boolean[]
  webRtcPolicy: string
  spellChecks: boolean
  granted: boolean[]
  cancelled: Record<string, boolean>
  page: { status: number; headers: Record<string, string>; body: string }
  outside: number[]
  channelsWhileRunning: string[]
  channelsAfterQuit: string[]
  exitStatus: number
}
let seen: Seen

beforeAll(async () => {
  const driver = join(root, 'tests', 'support', 'drive-built-bundle.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [driver, root, data], {
    maxBuffer: 64 * 1024 * 1024,
  })
  seen = JSON.parse(stdout) as Seen
})
afterAll(() => {
  rmSync(data, { recursive: true, force: true })
})

describe('a call through the built preload, ipc and core', () => {
  it('comes back with the open sample book', () => {
    expect(seen.state).toMatchObject({ ok: true, value: { host: 'electron', book: { isSample: true } } })
    expect(seen.closed).toMatchObject({ ok: true, value: { book: null } })
    expect(seen.reopened).toMatchObject({ ok: true, value: { book: { isSample: true } } })
  })
  it('records a vote, which the windows are told of and the history holds', () => {
    expect(seen.vote).toMatchObject({ value: 'against', verified: { isSound: true, problems: [] } })
    expect(seen.pushes).toContainEqual(
      expect.objectContaining({ kind: 'changed', topics: expect.arrayContaining(['items', 'history']) }),
    )
  })
  it('publishes a snapshot through the built agent in a process of its own', () => {
    const { published, snapshots, names, utilities } = seen.shared
    expect(names).toContain(published.snapshotId)
    expect(snapshots.map(({ relation }) => relation)).toEqual(['same'])
    expect(utilities).toBeGreaterThanOrEqual(3)
  })
  it('prints a PDF in a window that is hidden, locked, and gone afterwards', () => {
    expect(seen.pdf).toMatchObject({
      saved: { kind: 'saved' },
      cancelled: { kind: 'cancelled' },
      bytes: '%PDF-1.7',
      isShown: false,
      isGone: true,
      preferences: {
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
      },
      options: { generateTaggedPDF: true, preferCSSPageSize: true },
      // Its own address and nothing else, in a session of its own that is kept in memory.
      partition: expect.stringMatching(/^print-/),
      cancels: [false, true, true, true],
    })
    expect(seen.pdf['preferences']).not.toHaveProperty('preload')
    expect(seen.pdf['policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(seen.pdf['policy']).not.toMatch(/script-src|unsafe/)
  })
  it('files a paper that the dialog chose and opens a copy of it with the system’s viewer', () => {
    const { outcome, opened, refused, files } = seen.paper
    expect(outcome).toBe('filed')
    expect(opened).toEqual({ kind: 'opened', where: '', fileName: 'Report 0620 – v1.pdf' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-available' } })
    expect(files).toHaveLength(2)
    for (const { path, mode, content } of files) {
      // 15: never what came from outside, but what the host itself wrote, to be read and not changed.
      expect(path.startsWith(join(data, 'viewed'))).toBe(true)
      expect(path.endsWith('Report 0620 – v1.pdf')).toBe(true)
      expect(mode).toBe(0o400)
      expect(content).toBe('the report')
    }
    expect(existsSync(join(data, 'viewed'))).toBe(false)
  })
  it('is asked for before another book takes the place of the open one', () => {
    expect(seen.questions.map(({ message }) => message)).toEqual([
      'Open other.panelbook instead of the book that is open now?',
      // They said yes, and it was not there: the open book stays open.
      'The book is not there.',
    ])
    expect(seen.afterSecond).toMatchObject({ ok: true, value: { book: { isSample: true } } })
  })
  it('comes back as a refusal, not as an exception', () => {
    expect(seen.unknown).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
    expect(seen.malformed.map((answer) => answer.error?.code)).toEqual(Array(4).fill('bad-input'))
  })
  it('is pushed to the window until it unsubscribes', () => {
    expect(seen.pushes).toContainEqual({ kind: 'book', reason: 'closed' })
    expect(seen.pushesAfterUnsubscribe).toBe(0)
  })
  it('is refused to every foreign sender', () => {
    expect(Object.entries(seen.foreign).map(([who, { error }]) => [who, error?.code])).toEqual([
      ['otherContents', 'not-available'],
      ['subFrame', 'not-available'],
      ['noFrame', 'not-available'],
      ['otherPage', 'not-available'],
    ])
  })
  it('stops in order at the end', () => {
    expect(seen.channelsWhileRunning).toEqual(['panelbook:call'])
    expect(seen.channelsAfterQuit).toEqual([])
    expect(seen.exitStatus).toBe(0)
  })
})

describe('a second start', () => {
  it('opens nothing and ends', async () => {
    const driver = join(root, 'tests', 'support', 'drive-second-instance.ts')
    const second = mkdtempSync(join(data, 'second-'))
    const { stdout } = await promisify(execFile)(process.execPath, [driver, root, second])
    expect(JSON.parse(stdout)).toEqual({ windows: 0, quits: 1, written: [] })
  })
})

describe('Electron’s security tutorial', () => {
  it('1: nothing but our own page is loaded', () => {
    const { 'app://panelbook/index.html': own, ...others } = seen.cancelled
    expect(own).toBe(false)
    expect(new Set(Object.values(others))).toEqual(new Set([true]))
    expect(seen.switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND'])
    expect(seen.spellChecks).toBe(false)
  })
  it('2, 3, 4, 6, 8, 9, 10, 11: every window is locked', () => {
    for (const preferences of [seen.webPreferences, seen.roomPreferences]) {
      expect(preferences).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        spellcheck: false,
      })
      expect(preferences).not.toHaveProperty('enableBlinkFeatures')
    }
    expect(seen.sandboxed).toBe(true)
  })
  it('5: no permission is granted', () => {
    expect(seen.granted).toEqual(Array(6).fill(false))
    expect(seen.displayMedia).toBeNull()
    expect(seen.downloadIsPrevented).toBe(true)
    expect(seen.webRtcPolicy).toBe('disable_non_proxied_udp')
  })
  it('7: the policy is a response header and allows nothing inline', () => {
    const policy = seen.page.headers['content-security-policy'] ?? ''
    expect(seen.page.status).toBe(200)
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    // And the page does not need it: it has no inline script or style.
    expect(seen.page.body).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i)
  })
  it('puts the room’s screen on the projector, whole, where there is one', () => {
    expect(seen.roomPlaces).toEqual([
      { width: 1280, height: 720 },
      { x: 1366, y: 0, width: 1280, height: 720, fullscreen: true },
    ])
  })
  it('12, 13, 14: no navigation, no webview, no window but the room’s', () => {
    expect(seen.prevented).toEqual([true, true, true, true])
    expect(seen.popup).toEqual({ action: 'deny' })
    // The secretary’s, and the one in which the PDF was printed.
    expect(seen.windowsAfterPopup).toBe(2)
    expect(seen.room).toEqual({ action: 'deny' })
    expect(seen.roomAddress).toBe('app://panelbook/index.html?view=room')
  })
  it('18: a scheme of our own that does not bypass the policy and serves nothing outside the page', () => {
    expect(seen.schemes.map(({ scheme }) => scheme)).toEqual(['app', 'print'])
    for (const { privileges } of seen.schemes) {
      expect(privileges).toMatchObject({ standard: true, secure: true })
      expect(privileges).not.toHaveProperty('bypassCSP')
    }
    expect(seen.outside).toEqual(Array(7).fill(404))
  })
  it('20: the page gets two frozen functions and nothing else', () => {
    expect(seen.exposedKeys).toEqual(['call', 'onPush'])
    expect(seen.isFrozen).toBe(true)
  })
  it('marks a line for every item that a line can serve', () => {
    const folder = join(root, 'electron')
    const source = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    const marked = new Set([...source.matchAll(/SECURITY\((\d+)\)/g)].map((match) => Number(match[1])))
    // 16 is the pinned version, 19 the fuses in electron-builder.yml.
    expect([...marked].sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 20,
    ])
    expect(source).not.toMatch(/openExternal|enableRemoteModule/)
    expect(source.match(/shell\.\w+/g)).toEqual(['shell.openPath'])
  })
})
