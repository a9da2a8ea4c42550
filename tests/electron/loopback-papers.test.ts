import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { CallAnswer, HostQuestion } from '../../core/contract/envelope.ts'
import { createCore } from '../../core/create-core.ts'
import { startLoopback } from '../../electron/loopback/start-loopback.ts'
import { createShutdown } from '../../electron/shared/shutdown.ts'

const folder = mkdtempSync(join(tmpdir(), 'panelbook-loopback-'))
const shutdown = createShutdown((name, error) => console.error(name, error))
const page = 'the page of this test'
let origin: string
let cookie: string

beforeAll(async () => {
  const pageFolder = join(folder, 'page')
  mkdirSync(pageFolder)
  const { address, notice } = await startLoopback(
    createCore,
    { data: join(folder, 'data'), pageFolder, port: 0, isSample: true },
    shutdown,
  )
  expect(notice).toBeNull()
  origin = new URL(address).origin
  const first = await fetch(address, { redirect: 'manual' })
  cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})
afterAll(async () => {
  await shutdown.run()
  rmSync(folder, { recursive: true, force: true })
})

function post(path: string, body: unknown): Promise<Response> {
  const headers = { cookie, origin, 'content-type': 'application/json', 'x-panelbook-page': page }
  return fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const answer = (await (await post('/call', { name, input })).json()) as CallAnswer<CallOutput<Name>>
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

/** Waits for the question of the host and answers it with a path. */
async function answerWith(path: string): Promise<HostQuestion> {
  const stopped = new AbortController()
  const address = `${origin}/push?page=${encodeURIComponent(page)}`
  const { body } = await fetch(address, { headers: { cookie }, signal: stopped.signal })
  let text = ''
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const line = text.split('\n').find((each) => each.startsWith('data:') && each.includes('"question"'))
    if (line === undefined) continue
    const question = JSON.parse(line.slice('data:'.length)) as HostQuestion
    await post('/answer', { id: question.id, path })
    return question
  }
  throw new Error('Nothing was asked.')
}

it('files a paper that the page names, and hands it over as a download, once', async () => {
  const file = join(folder, 'Report.pdf')
  writeFileSync(file, 'the report')
  const { meetings } = await call('meeting.list', {})
  const meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
  const { agenda } = await call('meeting.read', { meetingId })
  const asked = answerWith(file)
  // The page listens before it asks.
  await new Promise((done) => setTimeout(done, 200))
  const attached = await call('paper.attach', { itemId: agenda[0]?.id ?? '' })
  expect(await asked).toMatchObject({ ask: 'open-paper', title: 'File a paper' })
  expect(attached.outcome).toBe('filed')
  const { book } = await call('book.state', {})
  expect(readdirSync(join(book?.folder ?? '', '..', 'papers'))).toHaveLength(1)
  const opened = await call('paper.open', { paperId: attached.paperId ?? '' })
  expect(opened).toMatchObject({ kind: 'download', fileName: 'Report.pdf' })
  const fetched = await fetch(origin + opened.where, { headers: { cookie } })
  expect(await fetched.text()).toBe('the report')
  expect(fetched.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Report.pdf")
  expect((await fetch(origin + opened.where, { headers: { cookie } })).status).toBe(404)
})
