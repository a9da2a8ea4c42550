import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  documentFormats,
  documentKinds,
  type DocumentFormat,
  type DocumentKind,
} from '../../../core/contract/words.ts'
import { calendarDocuments } from '../../../core/documents/calendar-events.ts'
import { PanelbookError } from '../../../core/contract/errors.ts'
import type { Ports } from '../../../core/ports.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'
import { readDocx, wordsOf } from './read-docx.ts'
import { readHtml } from './read-html.ts'

let test: TestCore
const printed: { html: string; title: string; footer: string }[] = []
beforeAll(async () => {
  test = await makeCore({
    sample: true,
    held: true,
    overrides: {
      pdf: {
        print: (html, { title, footer }) => {
          printed.push({ html, title, footer })
          return Promise.resolve(new TextEncoder().encode('%PDF-1.7 stand-in'))
        },
      },
    },
  })
})
afterAll(() => test.close())

const exporting = (document: DocumentKind, format: DocumentFormat, more = {}) =>
  test.must('document.export', { document, format, meetingNumber: '199', ...more })

const start: Record<DocumentFormat, string> = {
  docx: 'PK\u0003\u0004',
  pdf: '%PDF-1.7',
  html: '<!doctype html>',
  md: '# UNC Modification Panel',
  csv: '\u00ef\u00bb\u00bf"',
  ics: 'BEGIN:VCALENDAR',
  json: '{\n  "format": "panelbook-document"',
}

describe('document.export', () => {
  const all = documentKinds.flatMap((kind) => documentFormats.map((format) => [kind, format] as const))
  it.each(all.filter(([kind, format]) => format !== 'ics' || calendarDocuments.includes(kind)))(
    'writes %s as %s',
    async (document, format) => {
      test.delivered.length = 0
      const delivery = await exporting(document, format)
      const [file] = test.delivered
      if (file === undefined) throw new Error('nothing delivered')
      expect(Buffer.from(file.bytes).toString('latin1').startsWith(start[format])).toBe(true)
      expect(file.fileName).toMatch(/^UNC Modification Panel 199 [a-z -]+( \(draft\))?\.[a-z]+$/)
      expect(delivery).toEqual({
        kind: 'saved',
        where: expect.stringContaining(file.fileName) as string,
        fileName: file.fileName,
        size: file.bytes.byteLength,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
      })
    },
  )

  it('writes no calendar of what has no days in it', async () => {
    for (const document of ['minutes', 'vote-annex'] as const) {
      const answer = await test.call('document.export', { document, format: 'ics', meetingNumber: '199' })
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', fields: [{ field: 'format' }] } })
    }
  })

  it('prints the HTML with its faces, under its name, with the record at the foot', async () => {
    printed.length = 0
    await exporting('minutes', 'pdf')
    const { recordHash } = await test.must('document.read', { document: 'minutes', meetingNumber: '199' })
    expect(printed).toHaveLength(1)
    expect(printed[0]).toMatchObject({
      title: 'UNC Modification Panel 199 minutes (draft)',
      footer: `Record ${recordHash.slice(0, 12)}`,
    })
    expect(printed[0]?.html.match(/@font-face\{font-family:Caladea/g)).toHaveLength(4)
    readHtml(printed[0]?.html ?? '')
  })

  it('writes the same bytes again, but for the time inside a Word file', async () => {
    for (const format of ['html', 'md', 'csv', 'json'] as const) {
      expect((await exporting('minutes', format)).sha256).toBe((await exporting('minutes', format)).sha256)
    }
    const bodies = []
    for (let index = 0; index < 2; index += 1) {
      test.delivered.length = 0
      await exporting('minutes', 'docx')
      bodies.push(readDocx(test.delivered[0]!.bytes).parts.get('word/document.xml'))
    }
    expect(bodies[0]).toEqual(bodies[1])
  })

  it('tells its progress to the end', async () => {
    test.pushes.length = 0
    await exporting('agenda', 'pdf')
    const steps = test.pushes.flatMap((push) => (push.kind === 'progress' ? [[push.done, push.total]] : []))
    expect(steps).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ])
  })

  it('names the meeting by its id as well', async () => {
    const { meetings } = await test.must('meeting.list', {})
    const meeting = meetings.find(({ number }) => number === '198')
    const { fileName } = await test.must('document.export', {
      document: 'minutes',
      format: 'md',
      meetingId: meeting?.id,
    })
    expect(fileName).toBe('UNC Modification Panel 198 minutes (draft).md')
  })

  it('writes the agenda of a meeting that is still to come', async () => {
    test.delivered.length = 0
    await test.must('document.export', { document: 'agenda', format: 'docx', meetingNumber: '200' })
    const words = wordsOf(readDocx(test.delivered[0]!.bytes).body)
    expect(words).toContain('Agenda of meeting 200')
    expect(words).toContain('Before the meeting')
  })
})

describe('refusals', () => {
  it.each([
    [{ document: 'minutes', format: 'xlsx', meetingNumber: '199' }, 'bad-input'],
    [{ document: 'poem', format: 'docx', meetingNumber: '199' }, 'bad-input'],
    [{ document: 'minutes', format: 'docx' }, 'bad-input'],
    [{ document: 'minutes', format: 'docx', meetingNumber: '777' }, 'not-found'],
    [{ document: 'minutes', format: 'docx', meetingId: 'nowhere' }, 'not-found'],
    [{ document: 'minutes', format: 'docx', meetingId: 'x', meetingNumber: '199' }, 'bad-input'],
    [{ document: 'minutes', format: 'docx', meetingNumber: '199', bodyId: 'nobody' }, 'not-found'],
  ])('%j is %s', async (input, code) => {
    test.delivered.length = 0
    const answer = await test.core.call({ name: 'document.export', input }, { actor: 'Secretary' })
    if (answer.ok) throw new Error('not refused')
    expect(answer.error.code).toBe(code)
    expect(answer.error.message).not.toBe('')
    expect(test.delivered).toEqual([])
  })

  it('a format that there is none of is told with those that there are', async () => {
    const answer = await test.core.call(
      { name: 'document.export', input: { document: 'minutes', format: 'xlsx', meetingNumber: '199' } },
      { actor: 'Secretary' },
    )
    expect(JSON.stringify(answer)).toMatch(/docx.*pdf.*html.*md.*csv.*json/)
  })

  it('a number that two bodies have needs the body', async () => {
    const body = await test.must('body.create', { name: 'Second panel', shortName: 'SP', kind: 'panel' })
    await test.must('meeting.create', { bodyId: body.id, number: '199', startsOn: '2016-12-16' })
    expect(await test.refused('document.read', { document: 'agenda', meetingNumber: '199' })).toBe(
      'bad-input',
    )
    const { fileName } = await test.must('document.read', {
      document: 'agenda',
      meetingNumber: '199',
      bodyId: body.id,
    })
    expect(fileName).toBe('Second panel 199 agenda')
    await test.must('history.undo', {})
    await test.must('history.undo', {})
  })
})

/** A book with one planned meeting, 199: enough where only the host is in question. */
async function smallBook(overrides: Partial<Ports>): Promise<TestCore> {
  const book = await makeCore({ overrides })
  const body = await book.must('body.create', { name: 'Panel', shortName: 'P', kind: 'panel' })
  await book.must('meeting.create', { bodyId: body.id, number: '199', startsOn: '2016-12-15' })
  return book
}

describe('a host that cannot', () => {
  it('print says what there is instead, and hands over nothing', async () => {
    const other = await smallBook({
      pdf: {
        print: () =>
          Promise.reject(
            new PanelbookError('not-available', 'There is no browser to print with.', {
              remedy: 'Export as DOCX.',
            }),
          ),
      },
    })
    const answer = await other.call('document.export', {
      document: 'agenda',
      format: 'pdf',
      meetingNumber: '199',
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-available', remedy: 'Export as DOCX.' } })
    expect(other.delivered).toEqual([])
    await other.close()
  })

  it('find the faces still writes HTML', async () => {
    const other = await smallBook({})
    const [resources, fonts] = [other.ports.places.resources, `${other.folder}/empty`]
    other.ports.places.resources = fonts
    await other.must('document.export', { document: 'agenda', format: 'html', meetingNumber: '199' })
    other.ports.places.resources = resources
    expect(new TextDecoder().decode(other.delivered[0]?.bytes)).not.toContain('@font-face')
    await other.close()
  })
})

describe('cancelling', () => {
  it('before it begins or while it is written hands over nothing', async () => {
    const input = { document: 'minutes', format: 'docx', meetingNumber: '199' }
    test.delivered.length = 0
    const early = await test.core.call(
      { name: 'document.export', input },
      { actor: 'Secretary', signal: AbortSignal.abort() },
    )
    expect(early).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    const controller = new AbortController()
    const stop = test.core.onPush((push) => {
      if (push.kind === 'progress' && push.done === 1) queueMicrotask(() => controller.abort())
    })
    const late = await test.core.call(
      { name: 'document.export', input },
      { actor: 'Secretary', signal: controller.signal },
    )
    stop()
    expect(late).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(test.delivered).toEqual([])
  })

  it('by the secretary in the dialog is no refusal', async () => {
    const other = await smallBook({ deliver: () => Promise.resolve({ kind: 'cancelled' }) })
    const delivery = await other.must('document.export', {
      document: 'agenda',
      format: 'md',
      meetingNumber: '199',
    })
    expect(delivery).toMatchObject({ kind: 'cancelled', where: '' })
    await other.close()
  })
})
