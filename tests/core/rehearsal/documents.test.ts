import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentFormat, DocumentKind } from '../../../core/contract/words.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'
import { readCsv } from '../documents/read-csv.ts'
import { elements, parseXml, textOf } from '../documents/xml.ts'
import { readDocx } from '../documents/read-docx.ts'

const words = 'Rehearsal – not a record'

let test: TestCore
beforeAll(async () => {
  test = await makeCore({ sample: true, held: true })
})
afterAll(() => test.close())

const meeting = async () => {
  const { meetings } = await test.must('meeting.list', { state: 'closed', form: 'meeting' })
  return meetings.find(({ number }) => number === '199')?.id ?? ''
}

async function exported(document: DocumentKind, format: DocumentFormat) {
  test.delivered.length = 0
  await test.must('document.export', { document, format, meetingId: await meeting() })
  const [file] = test.delivered
  if (file === undefined) throw new Error('nothing delivered')
  return { name: file.fileName, bytes: file.bytes, text: new TextDecoder().decode(file.bytes) }
}

describe('a document of a meeting that was held, written in a rehearsal', () => {
  let real: { hash: string; ics: string }
  beforeAll(async () => {
    const { recordHash } = await test.must('document.read', {
      document: 'minutes',
      meetingId: await meeting(),
    })
    real = { hash: recordHash, ics: (await exported('agenda', 'ics')).text }
    await test.must('rehearsal.begin', {})
  })
  afterAll(() => test.must('rehearsal.end', {}))

  it.each(['minutes', 'vote-annex', 'action-log', 'agenda'] as const)(
    'says so: the %s, in its name and its status, and has another hash than the record',
    async (document) => {
      const read = await test.must('document.read', { document, meetingId: await meeting() })
      expect(read.fileName).toMatch(/^Rehearsal UNC Modification Panel 199 /)
      expect(read.model).toMatchObject({ status: words })
      expect(JSON.stringify(read.model)).toContain('In a rehearsal, where votes are invented.')
      expect(JSON.stringify(read.model)).not.toMatch(/Draft 1\.0|As the meeting was held/)
      expect(read.recordHash).not.toBe(real.hash)
    },
  )

  it('on every page of a Word file', async () => {
    const { name, bytes } = await exported('minutes', 'docx')
    expect(name).toMatch(/^Rehearsal /)
    const file = readDocx(bytes)
    const headers = [...file.parts.keys()].filter((part) => /^word\/header\d+\.xml$/.test(part))
    expect(headers.length).toBeGreaterThan(1)
    for (const header of headers) {
      const xml = parseXml(new TextDecoder().decode(file.parts.get(header)))
      expect(elements(xml, 'w:t').map(textOf).join(''), header).toContain(words)
    }
  })

  it('on every page of what is printed, and in Markdown and JSON', async () => {
    expect((await exported('minutes', 'html')).text).toContain('@top-right{content:"Rehearsal')
    expect((await exported('minutes', 'md')).text.split(words).length).toBeGreaterThan(2)
    const { record } = JSON.parse((await exported('minutes', 'json')).text) as { record: object }
    expect(record).toMatchObject({ rehearsal: true })
  })

  it('in every row of a table', async () => {
    const [head, ...rows] = readCsv((await exported('vote-annex', 'csv')).text)
    expect(head?.[0]).toBe('rehearsal')
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(([mark]) => mark))).toEqual(new Set([words]))
  })

  it('in a calendar, under identities of its own, so that it changes no event that is there', async () => {
    const { text } = await exported('agenda', 'ics')
    const uids = (ics: string) => [...ics.matchAll(/^UID:(.+)$/gm)].map(([, uid]) => uid)
    expect(uids(text).length).toBe(uids(real.ics).length)
    expect(uids(text).filter((uid) => uids(real.ics).includes(uid))).toEqual([])
    expect(text).toContain(`SUMMARY:${words}: UNC Modification Panel 199`)
  })
})

it('outside a rehearsal no record says anything of one', async () => {
  const { text, name } = await exported('minutes', 'json')
  expect(name).toMatch(/^UNC/)
  expect(text).not.toMatch(/rehearsal/i)
})

it('a meeting that is closed in a rehearsal is no record either, and its documents have the hash that it was closed with', async () => {
  await test.must('rehearsal.begin', {})
  const { meetings } = await test.must('meeting.list', { state: 'planned', form: 'meeting' })
  const meetingId = meetings[0]?.id ?? ''
  await test.must('rehearsal.seat-everyone', { meetingId })
  await test.must('meeting.open', { meetingId })
  const closed = await test.must('meeting.close', { meetingId })
  const { recordHash, model } = await test.must('document.read', { document: 'minutes', meetingId })
  expect(recordHash).toBe(closed.recordHash)
  expect(model).toMatchObject({ status: words })
  await test.must('rehearsal.end', {})
  expect((await test.must('meeting.read', { meetingId })).state).toBe('planned')
})
