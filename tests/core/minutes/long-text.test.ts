import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainParagraph } from '../../../core/contract/note-text.ts'
import type { DocumentFormat, DocumentKind } from '../../../core/contract/words.ts'
import type { MeetingRecord } from '../../../core/minutes/record-types.ts'
import { readCsv } from '../documents/read-csv.ts'
import { readDocx, wordsOf } from '../documents/read-docx.ts'
import { readHtml } from '../documents/read-html.ts'
import { makePanel, type Panel } from '../meetings/panel.ts'

const fill = (unit: (index: number) => string, length = 100_000) => {
  let text = ''
  for (let index = 0; text.length < length; index += 1) text += unit(index)
  return text.trim()
}
const hebrew = (index: number) => `החלטה ${index} של הפאנל, `
const arabic = (index: number) => `قرار ${index} للجنة، `
const emoji = (index: number) => `👩🏽‍🚀 🇬🇧 e\u0301 ${index} 😀, `

/** Notes of 100,000 characters, each as it could stand in one paragraph. */
const notes = {
  words: fill((index) => `The Panel noted point ${index}. `),
  'one word': fill((index) => `x${index}`),
  lines: fill((index) => `line ${index}\n`),
  Hebrew: fill(hebrew),
  Arabic: fill(arabic),
  emoji: fill(emoji),
  marks: fill((index) => `**bold ${index}** and *slanted* [linked ${index}](https://a.example/${index}) `),
  'a list': `Agreed:\n${fill((index) => `- point ${index} of the list\n`)}`,
}
const title = `${fill(hebrew, 100)} ${fill(arabic, 80)} ${fill(emoji, 70)}`
const actionText = `${fill(arabic, 400)} ${fill(hebrew, 300)} ${fill(emoji, 200)}`

let panel: Panel
const items: Record<string, string> = {}

async function write(document: DocumentKind, format: DocumentFormat): Promise<Uint8Array> {
  panel.delivered.length = 0
  await panel.must('document.export', { document, format, meetingNumber: '199' })
  const [file] = panel.delivered
  if (file === undefined) throw new Error('nothing was written')
  return file.bytes
}
const utf8 = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

beforeAll(async () => {
  panel = await makePanel()
  Object.assign(panel.ports, {
    pdf: { print: (html: string) => Promise.resolve(new TextEncoder().encode(html)) },
  })
  await panel.openMeeting()
  for (const [name, text] of Object.entries(notes)) {
    const { itemId } = await panel.must('agenda.add', { meetingId: panel.meetingId, title: name })
    items[name] = itemId
    await panel.must('note.write', { itemId, text })
  }
  await panel.must('agenda.change', { itemId: panel.items.other, title })
  await panel.must('action.add', { itemId: panel.items.other, text: actionText })
}, 120_000)
afterAll(() => panel.close())

describe('a note of 100,000 characters', () => {
  it.each(Object.entries(notes))('of %s is kept letter by letter', async (name, text) => {
    expect((await panel.item(items[name])).note.text).toBe(text)
  })

  it('is found by its last word, and undone at once', async () => {
    const { hits } = await panel.must('search.find', { text: 'noted point 3500', limit: 5 })
    expect(hits.map(({ itemId }) => itemId)).toContain(items['words'])
    await panel.must('note.write', { itemId: items['words'] ?? '', text: '' })
    await panel.must('history.undo', {})
    expect((await panel.item(items['words'])).note.text).toBe(notes.words)
  })

  const asText = (file: Uint8Array) => readHtml(utf8(file)).texts.join('')
  /** What a reader sees of the minutes. A PDF is the HTML through the host’s printer, which is a stand-in here. */
  const readers = {
    html: asText,
    pdf: asText,
    docx: (file) => wordsOf(readDocx(file).body),
    md: (file) =>
      utf8(file)
        .replace(/^- /gm, '')
        .replace(/\\([!-/:-@[-`{-~\n])/g, '$1'),
    json: (file) => {
      const { record } = JSON.parse(utf8(file)) as { record: MeetingRecord }
      return [
        ...record.items.flatMap((item) => [
          item.title,
          ...item.paragraphs.map(({ text }) => plainParagraph(text)),
        ]),
        ...record.actions.raised.map(({ text }) => text),
      ].join('\n')
    },
  } satisfies Partial<Record<DocumentFormat, (file: Uint8Array) => string>>
  // Where a text is divided differs, not what it says.
  const letters = (text: string) => text.replace(/\s+/g, '')

  it.each(Object.entries(readers))('is whole in the minutes as %s', async (format, read) => {
    const seen = letters(read(await write('minutes', format as DocumentFormat)))
    // Markdown keeps the marks.
    const words = (note: string) => (format === 'md' ? note.replace(/^- /gm, '') : plainParagraph(note))
    for (const note of Object.values(notes)) expect(seen.includes(letters(words(note)))).toBe(true)
    for (const text of [title, actionText]) expect(seen.includes(letters(text))).toBe(true)
  })

  it('leaves the tables and calendars of the same meeting whole', async () => {
    const log = readCsv(utf8(await write('action-log', 'csv')))
    expect(log.flat()).toContain(actionText)
    expect(utf8(await write('agenda', 'ics'))).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\s*$/)
    const agenda = readCsv(utf8(await write('agenda', 'csv')))
    expect(agenda.flat()).toContain(title)
    for (const document of ['minutes', 'vote-annex'] as const) {
      const [header = [], ...rows] = readCsv(utf8(await write(document, 'csv')))
      for (const row of rows) expect(row).toHaveLength(header.length)
    }
  })

  it('is read by the close-out check, and its history is sound', async () => {
    const { findings } = await panel.must('meeting.check', { meetingId: panel.meetingId })
    expect(findings.map(({ kind }) => kind)).toContain('action-without-owner')
    expect((await panel.must('history.verify', {})).isSound).toBe(true)
  })
})

describe('more than fits', () => {
  const seq = async () => (await panel.must('history.state', {})).seq
  it.each([
    ['note.write', 'text', () => ({ itemId: items['words'], text: 'x'.repeat(200_001) })],
    ['agenda.change', 'title', () => ({ itemId: items['words'], title: 'ש'.repeat(100_000) })],
    ['action.add', 'text', () => ({ itemId: items['words'], text: '😀'.repeat(50_000) })],
  ] as const)('%s names the field %s, and nothing is changed', async (name, field, input) => {
    const before = await seq()
    const answer = await panel.core.call({ name, input: input() }, { actor: 'Secretary' })
    expect(answer.ok ? null : answer.error).toMatchObject({
      code: 'bad-input',
      fields: [{ field, problem: expect.stringContaining('longer') as string }],
    })
    expect(await seq()).toBe(before)
  })
})
