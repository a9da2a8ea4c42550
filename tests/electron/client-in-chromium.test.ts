import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDownloads } from '../../electron/loopback/downloads.ts'
import { createPageDialogs } from '../../electron/loopback/page-dialogs.ts'
import type { PushStreams } from '../../electron/loopback/push-streams.ts'
import { createPushStreams } from '../../electron/loopback/push-streams.ts'
import type { LoopbackServer } from '../../electron/loopback/server.ts'
import { serveLoopback } from '../../electron/loopback/server.ts'
import { findChromium } from '../../electron/node-ports/find-chromium.ts'
import { chromiumArguments } from '../support/chromium.ts'
import type { EchoCore } from '../support/echo-core.ts'
import { createEchoCore } from '../support/echo-core.ts'
import { because } from '../support/skip-reason.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'panelbook-client-'))
const executablePath = findChromium()

/** What the little page below leaves on its window for this test. */
interface TestWindow extends Window {
  client: {
    call(name: string, input: unknown): Promise<unknown>
    answerQuestion(id: string, path: string | null): Promise<string | null>
  }
  pushes: { kind: string; reason?: string; seq?: number }[]
  questions: { id: string; title: string }[]
  connection: boolean[]
  violations: string[]
}
declare const window: TestWindow

const pageSource = `import { createClient } from ${JSON.stringify(join(root, 'renderer', 'client', 'client.ts'))}
Object.assign(window, { pushes: [], questions: [], connection: [], violations: [] })
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective))
window.client = createClient()
window.client.subscribe((push) => window.pushes.push(push))
window.client.onQuestion((question) => window.questions.push(question))
window.client.onConnection((isConnected) => window.connection.push(isConnected))
`

describe.skipIf(executablePath === null)(
  'the client in Chromium, over loopback',
  because('no Chromium, Chrome or Edge is installed'),
  () => {
    let browser: Browser
    let context: BrowserContext
    let page: Page
    let server: LoopbackServer
    let core: EchoCore
    let streams: PushStreams

    async function startServer(port: number): Promise<void> {
      streams = createPushStreams()
      const pageDialogs = createPageDialogs(streams)
      const downloads = createDownloads()
      core = createEchoCore({ dialogs: pageDialogs.dialogs, deliver: downloads.deliver })
      core.onPush((push) => streams.send(push))
      const pageFolder = join(folder, 'page')
      const parts = { core, context: { actor: 'Secretary' }, pageFolder, streams, pageDialogs, downloads }
      server = await serveLoopback(parts, port)
    }

    beforeAll(async () => {
      writeFileSync(
        join(folder, 'index.html'),
        '<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Client</title></head><body><main id="root"></main><script type="module" src="./main.ts"></script></body></html>',
      )
      writeFileSync(join(folder, 'main.ts'), pageSource)
      await build({
        root: folder,
        configFile: false,
        logLevel: 'error',
        build: { outDir: 'page', target: 'chrome140' },
      })
      await startServer(0)
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: chromiumArguments })
      context = await browser.newContext()
      page = await context.newPage()
      await page.goto(server.address)
      await page.waitForFunction(() => window.connection.length > 0)
    })
    afterAll(async () => {
      await browser.close()
      streams.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const call = (on: Page, name: string, input: unknown) =>
      on.evaluate(
        ([calledName, calledInput]) => window.client.call(String(calledName), calledInput),
        [name, input],
      )

    it('makes a call', async () => {
      expect(page.url()).toBe(`http://127.0.0.1:${String(server.port)}/`)
      expect(await call(page, 'echo', { name: 'ä–✓' })).toEqual({ ok: true, value: { name: 'ä–✓' } })
      expect(await call(page, 'nothing', {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
    })
    it('asks again under the same request id when the answer is lost, and once only', async () => {
      let lost = 0
      await page.route('**/call', async (route) => {
        lost += 1
        if (lost > 1) return route.continue()
        await route.fetch()
        return route.abort('connectionreset')
      })
      const before = core.seen.length
      expect(await call(page, 'echo', 7)).toEqual({ ok: true, value: 7 })
      const [first, second] = core.seen.slice(before)
      expect(core.seen.length - before).toBe(2)
      expect(first?.requestId).toMatch(/^[\da-f-]{36}$/)
      expect(second?.requestId).toBe(first?.requestId)
      await page.unroute('**/call')

      let tries = 0
      await page.route('**/call', (route) => {
        tries += 1
        return route.abort('connectionrefused')
      })
      expect(await call(page, 'echo', 7)).toMatchObject({ ok: false, error: { code: 'not-available' } })
      expect(tries).toBe(2)
      await page.unroute('**/call')
    })
    it('hears what is pushed, in every tab of this browser and in no other browser', async () => {
      const tab = await context.newPage()
      await tab.goto(`http://127.0.0.1:${String(server.port)}/?view=room`)
      await tab.waitForFunction(() => window.connection.length > 0)
      // The stream of the second tab may still be opening.
      await expect
        .poll(() => streams.send({ kind: 'progress', requestId: 'x', done: 1, total: 2, what: 'y' }))
        .toBe(2)
      core.push({ kind: 'changed', seq: 41, topics: ['items'] })
      for (const each of [page, tab]) {
        await each.waitForFunction(() => window.pushes.some((push) => push.seq === 41))
      }
      await tab.close()
      const stranger = await browser.newContext()
      const other = await stranger.newPage()
      expect((await other.goto(`http://127.0.0.1:${String(server.port)}/`))?.status()).toBe(403)
      expect((await other.goto(server.address))?.status()).toBe(403)
      await stranger.close()
    })
    it('answers the host’s questions', async () => {
      const asked = call(page, 'ask', {})
      await page.waitForFunction(() => window.questions.length === 1)
      const answer = (path: string | null) =>
        page.evaluate(
          (chosen) => window.client.answerQuestion(window.questions.at(-1)?.id ?? '', chosen),
          path,
        )
      expect(await answer('relative')).toContain('whole path')
      expect(await answer('/media/share')).toBe(null)
      expect(await asked).toEqual({ ok: true, value: '/media/share' })
      expect(await answer('/media/share')).toContain('not open any more')
    })
    it('runs under a policy that lets nothing in', async () => {
      const seen = await page.evaluate(async () => {
        const style = document.createElement('style')
        style.textContent = 'main { color: red }'
        document.body.append(style)
        const frame = document.createElement('iframe')
        frame.src = 'https://example.com/'
        document.body.append(frame)
        const thrown: string[] = []
        for (const attempt of [
          () => (document.createElement('script').textContent = 'window.wasRun = true'),
          () => {
            document.body.setAttribute('onclick', 'window.wasRun = true')
          },
          () => Reflect.set(document.body, 'innerHTML', '<b>x</b>'),
          () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
        ]) {
          try {
            attempt()
          } catch (error) {
            thrown.push((error as Error).name)
          }
        }
        const outside = await fetch('https://example.com/').then(
          () => 'reached',
          () => 'blocked',
        )
        await new Promise((done) => setTimeout(done, 200))
        // Only now: while the test's own code is being evaluated, Chromium lets eval through.
        try {
          ;(Reflect.get(window, 'eval') as (code: string) => unknown)('window.wasRun = true')
        } catch (error) {
          thrown.push((error as Error).name)
        }
        return { thrown, outside, wasRun: 'wasRun' in window, violations: window.violations }
      })
      expect(seen.wasRun).toBe(false)
      expect(seen.outside).toBe('blocked')
      expect(seen.thrown).toHaveLength(5)
      expect(seen.violations).toEqual(
        expect.arrayContaining(['require-trusted-types-for', 'style-src-elem', 'frame-src', 'connect-src']),
      )
    })
    it('comes back by itself after the host was gone, and reads everything again', async () => {
      const { port } = server
      await page.evaluate(() => {
        window.pushes.length = 0
        window.connection.length = 0
      })
      streams.close()
      await server.stop()
      await page.waitForFunction(() => window.connection.includes(false))
      expect(await call(page, 'echo', 1)).toMatchObject({ ok: false, error: { code: 'not-available' } })
      await startServer(port)
      // Another start, another token: the page's cookie is not good any more, and it is told so.
      expect(await call(page, 'echo', 1)).toMatchObject({
        ok: false,
        error: { message: /printed when it started/ },
      })
      await page.goto(server.address)
      await page.waitForFunction(() => window.connection.includes(true))
      expect(await call(page, 'echo', 1)).toEqual({ ok: true, value: 1 })
      // A stream that breaks while the host goes on: connected again, everything to be read again.
      await expect.poll(() => streams.send({ kind: 'changed', seq: 1, topics: [] })).toBe(1)
      streams.close()
      await page.waitForFunction(() =>
        window.pushes.some(({ kind, reason }) => kind === 'book' && reason === 'opened'),
      )
      expect(await page.evaluate(() => window.connection.slice(-2))).toEqual([false, true])
    })
  },
)
