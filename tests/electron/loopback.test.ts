import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDownloads } from '../../electron/loopback/downloads.ts'
import { createPageDialogs } from '../../electron/loopback/page-dialogs.ts'
import { createPushStreams } from '../../electron/loopback/push-streams.ts'
import { largestBodyBytes } from '../../electron/loopback/read-json-body.ts'
import type { LoopbackServer } from '../../electron/loopback/server.ts'
import { serveLoopback } from '../../electron/loopback/server.ts'
import type { EchoCore } from '../support/echo-core.ts'
import { createEchoCore } from '../support/echo-core.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelbook-loopback-'))
const pageFolder = join(folder, 'page')
let server: LoopbackServer
let core: EchoCore
let origin: string
let cookie: string
let firstAnswer: Answer

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

beforeAll(async () => {
  mkdirSync(join(pageFolder, 'assets'), { recursive: true })
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>page</title>')
  writeFileSync(join(pageFolder, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(pageFolder, 'notes.panelbook'), 'not a kind of file that a page has')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(pageFolder, 'link.txt'))
  const streams = createPushStreams()
  const pageDialogs = createPageDialogs(streams)
  const downloads = createDownloads()
  core = createEchoCore({ dialogs: pageDialogs.dialogs, deliver: downloads.deliver })
  core.onPush((push) => streams.send(push))
  const parts = { core, context: { actor: 'Secretary' }, pageFolder, streams, pageDialogs, downloads }
  server = await serveLoopback(parts, 0)
  origin = `http://127.0.0.1:${String(server.port)}`
  firstAnswer = await send('GET', server.address.slice(origin.length), { cookie: undefined })
  cookie = String(firstAnswer.headers['set-cookie']).split(';')[0] ?? ''
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A request exactly as given: no header of our own but those of a page of Panelbook, unless a test changes them. */
function send(
  method: string,
  path: string,
  headers: Record<string, string | undefined> = {},
  body = '',
): Promise<Answer> {
  const all: Record<string, string | undefined> = {
    host: `127.0.0.1:${String(server.port)}`,
    cookie,
    'sec-fetch-site': path.includes('token') ? 'none' : 'same-origin',
    ...(method === 'GET' ? {} : { origin, 'content-type': 'application/json' }),
    ...headers,
  }
  const kept = Object.fromEntries(Object.entries(all).filter((entry) => entry[1] !== undefined))
  return new Promise((done, failed) => {
    const sending = request(
      { host: '127.0.0.1', port: server.port, method, path, headers: kept, setHost: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          })
        })
      },
    )
    sending.on('error', failed)
    sending.end(body)
  })
}

const echo = JSON.stringify({ name: 'echo', input: { one: 1 }, requestId: 'r-1' })

/** Listens to pushes as a page does, until `stop`. */
async function listen(page: string) {
  const events: Record<string, unknown>[] = []
  const path = `/push?page=${page}`
  const sending = request({
    host: '127.0.0.1',
    port: server.port,
    path,
    headers: { host: `127.0.0.1:${String(server.port)}`, cookie, 'sec-fetch-site': 'same-origin' },
    setHost: false,
  })
  await new Promise<void>((done) => {
    sending.on('response', (response) => {
      let text = ''
      response.on('data', (part: Buffer) => {
        text += part.toString('utf8')
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) {
          if (block.startsWith('data: ')) events.push(JSON.parse(block.slice(6)) as Record<string, unknown>)
        }
      })
      response.on('error', () => undefined)
      done()
    })
    sending.on('error', () => undefined)
    sending.end()
  })
  return { events, stop: () => sending.destroy() }
}

async function until<Value>(read: () => Value | undefined): Promise<Value> {
  for (;;) {
    const value = read()
    if (value !== undefined) return value
    await new Promise((done) => setTimeout(done, 5))
  }
}

describe('the printed address', () => {
  it('becomes a cookie that no script can read and no other site can send', () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
    expect(firstAnswer.status).toBe(303)
    expect(firstAnswer.headers.location).toBe('/')
    expect(String(firstAnswer.headers['set-cookie'])).toMatch(
      /^panelbook-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })
  it('works once', async () => {
    const path = server.address.slice(origin.length)
    for (const again of [undefined, cookie]) {
      const answer = await send('GET', path, { cookie: again })
      expect(answer.status).toBe(403)
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.body).toContain('used already')
    }
    expect((await send('GET', '/')).status).toBe(200)
  })
  it('cannot be guessed', async () => {
    for (const token of ['', 'x', server.address.split('token=')[1]?.slice(0, -1) ?? '']) {
      expect((await send('GET', `/?token=${token}`, { cookie: undefined })).status).toBe(403)
    }
  })
})

describe('a request without the right to it', () => {
  it.each<[string, string, string, Record<string, string | undefined>, number]>([
    ['no cookie, page', 'GET', '/', { cookie: undefined }, 403],
    ['no cookie, script', 'GET', '/assets/main.js', { cookie: undefined }, 403],
    ['no cookie, call', 'POST', '/call', { cookie: undefined }, 403],
    ['no cookie, pushes', 'GET', '/push', { cookie: undefined }, 403],
    ['wrong cookie', 'POST', '/call', { cookie: 'panelbook-1=x' }, 403],
    ['foreign host', 'GET', '/', { host: 'panelbook.example' }, 421],
    ['host by name', 'GET', '/', { host: 'localhost' }, 421],
    ['host without port', 'GET', '/', { host: '127.0.0.1' }, 421],
    ['foreign origin', 'POST', '/call', { origin: 'https://example.com' }, 403],
    ['null origin', 'POST', '/call', { origin: 'null' }, 403],
    ['missing origin', 'POST', '/call', { origin: undefined }, 403],
    ['origin with another port', 'POST', '/call', { origin: 'http://127.0.0.1:1' }, 403],
    ['foreign origin reading', 'GET', '/', { origin: 'https://example.com' }, 403],
    ['cross-site', 'POST', '/call', { 'sec-fetch-site': 'cross-site' }, 403],
    ['same-site, another port', 'POST', '/call', { 'sec-fetch-site': 'same-site' }, 403],
    ['typed into the address bar', 'POST', '/call', { 'sec-fetch-site': 'none' }, 403],
    ['linked from elsewhere', 'GET', '/', { 'sec-fetch-site': 'cross-site' }, 403],
    ['form post', 'POST', '/call', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text post', 'POST', '/call', { 'content-type': 'text/plain' }, 415],
    ['no type', 'POST', '/call', { 'content-type': undefined }, 415],
    ['GET with an effect', 'GET', '/call', {}, 405],
    ['GET as an answer', 'GET', '/answer', {}, 405],
    ['PUT', 'PUT', '/call', {}, 405],
    ['POST to the page', 'POST', '/', {}, 405],
  ])('is refused: %s', async (_why, method, path, headers, status) => {
    const before = core.seen.length
    const answer = await send(method, path, headers, method === 'GET' ? '' : echo)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatch(/^[A-Z].*\.\n$/)
    expect(core.seen.length).toBe(before)
  })
  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"name":1}',
    '{"name":"echo","input":{},"more":1}',
    '{"name":"echo","requestId":1}',
    '{"name":"echo","book":1}',
  ])('is refused: body %s', async (body) => {
    const before = core.seen.length
    expect((await send('POST', '/call', {}, body)).status).toBe(400)
    expect(core.seen.length).toBe(before)
  })
  it('is refused when it is too large, announced or not', async () => {
    const length = String(largestBodyBytes + 1)
    expect(
      (await send('POST', '/call', { 'content-length': length, expect: undefined }, '').catch(() => null))
        ?.status ?? 413,
    ).toBe(413)
    const large = `"${'x'.repeat(largestBodyBytes)}"`
    const answer = await send('POST', '/call', { 'transfer-encoding': 'chunked' }, large).catch(() => null)
    // The answer, or the connection cut off while it was still sending: both are refusals.
    expect([413, undefined]).toContain(answer?.status)
    expect((await send('GET', '/')).status).toBe(200)
  })
})

describe('the page', () => {
  it('comes with the policy', async () => {
    const answer = await send('GET', '/')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none';/)
    expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect((await send('GET', '/assets/main.js')).headers['content-type']).toMatch(/^text\/javascript/)
  })
  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%5c..%5c..%5csecret.txt',
    '/link.txt',
    '/notes.panelbook',
    '/%00',
    '/%',
    '/assets',
    '//etc/passwd',
  ])('serves nothing outside itself: %s', async (path) => {
    const answer = await send('GET', path)
    expect(answer.status).toBe(404)
    expect(answer.body).not.toContain('secret')
  })
  it('is served at one address of this machine and no other', async () => {
    const socket = connect({ host: '127.0.0.2', port: server.port })
    const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
    expect(error.code).toMatch(/^E/)
  })
})

describe('a call', () => {
  it('reaches the core and comes back', async () => {
    const answer = await send('POST', '/call', {}, echo)
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { one: 1 } })
    expect(core.seen.at(-1)).toEqual({
      name: 'echo',
      input: { one: 1 },
      requestId: 'r-1',
      actor: 'Secretary',
    })
  })
  it('is refused as JSON, like everywhere', async () => {
    const answer = await send('POST', '/call', {}, JSON.stringify({ name: 'nothing', input: {} }))
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  })
  it('hands a file over once', async () => {
    const { body } = await send('POST', '/call', {}, JSON.stringify({ name: 'deliver', input: {} }))
    const { value } = JSON.parse(body) as { value: { href: string } }
    const file = await send('GET', value.href)
    expect(file.body).toBe('Minutes of meeting 199\n')
    expect(file.headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Minutes%20199%20%E2%80%93%20draft.md",
    )
    expect((await send('GET', value.href)).status).toBe(404)
  })
})

describe('pushes and questions', () => {
  it('go to every page, and the question only to the page that called', async () => {
    const one = await listen('page-one')
    const other = await listen('page-other')
    core.push({ kind: 'changed', seq: 7, topics: ['items'] })
    for (const page of [one, other]) {
      expect(await until(() => page.events[0])).toEqual({ kind: 'changed', seq: 7, topics: ['items'] })
    }
    const ask = JSON.stringify({ name: 'ask', input: {} })
    const asked = send('POST', '/call', { 'x-panelbook-page': 'page-one' }, ask)
    const question = await until(() => one.events.find(({ kind }) => kind === 'question'))
    expect(question).toMatchObject({ ask: 'choose-folder', title: 'Where to?' })
    const say = async (page: string, path: unknown) => {
      const body = JSON.stringify({ id: question['id'], path })
      return JSON.parse((await send('POST', '/answer', { 'x-panelbook-page': page }, body)).body) as unknown
    }
    expect(await say('page-other', '/tmp')).toMatchObject({ ok: false })
    expect(await say('page-one', 'not/absolute')).toMatchObject({ ok: false })
    expect(await say('page-one', '/tmp/../tmp/share')).toEqual({ ok: true })
    expect(JSON.parse((await asked).body)).toEqual({ ok: true, value: '/tmp/share' })
    expect(await say('page-one', '/tmp')).toMatchObject({ ok: false })
    expect(other.events.some(({ kind }) => kind === 'question')).toBe(false)

    const left = send('POST', '/call', { 'x-panelbook-page': 'page-one' }, ask)
    await until(() => one.events.filter(({ kind }) => kind === 'question')[1])
    one.stop()
    expect(JSON.parse((await left).body)).toEqual({ ok: true, value: null })
    other.stop()
    const nobody = await send('POST', '/call', { 'x-panelbook-page': 'page-none' }, ask)
    expect(JSON.parse(nobody.body)).toMatchObject({ ok: false, error: { code: 'not-available' } })
  })
})
