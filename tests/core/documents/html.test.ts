import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../../core/documents/clean-text.ts'
import type { Block, DocumentModel } from '../../../core/documents/model.ts'
import { toHtml } from '../../../core/documents/to-html.ts'
import { readHtml, type HtmlTag } from './read-html.ts'
import { emptyMeeting, meeting, model } from './written.ts'

const html = toHtml(model('minutes'))
const { tags, texts } = readHtml(html)
const named = (name: string, all: readonly HtmlTag[] = tags) =>
  all.filter((tag) => tag.name === name && !tag.isEnd)

describe('the HTML document', () => {
  it('is one file in British English that runs nothing and fetches nothing', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
    expect(html).toContain('<title>UNC Modification Panel – minutes of meeting 199</title>')
    expect(new Set(tags.map(({ name }) => name))).toEqual(
      new Set([
        ...[
          'html',
          'head',
          'meta',
          'title',
          'style',
          'body',
          'header',
          'main',
          'footer',
          'div',
          'h1',
          'h2',
          'h3',
          'h4',
        ],
        ...['p', 'span', 'strong', 'em', 'br', 'ul', 'li', 'dl', 'dt', 'dd'],
        ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tr', 'th', 'td'],
      ]),
    )
    for (const { attributes } of tags) {
      for (const name of attributes.keys()) expect(name).not.toMatch(/^on|^style$|href|src|action/)
    }
    expect(html).not.toMatch(/url\((?!data:font)|@import|https?:/)
  })

  it('nests its elements, and no id twice', () => {
    const empty = new Set(['meta', 'br', 'col'])
    const open: string[] = []
    for (const { name, isEnd } of tags) {
      if (empty.has(name)) continue
      if (isEnd) expect(open.pop()).toBe(name)
      else open.push(name)
    }
    expect(open).toEqual([])
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
    expect(ids.length).toBeGreaterThan(5)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has one title and headings that leave out no level', () => {
    expect(named('h1')).toHaveLength(1)
    const levels = tags.flatMap(({ name, isEnd }) =>
      /^h[1-6]$/.test(name) && !isEnd ? [Number(name[1])] : [],
    )
    levels.forEach((level, index) => {
      if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  it('repeats table headings on paper, and prints page x of y, the body and the record', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    expect(style).toContain('thead{display:table-header-group')
    expect(style).toContain('@bottom-right{content:"Page " counter(page) " of " counter(pages)')
    expect(style).toContain(`@bottom-left{content:"Record ${model('minutes').footer.shortHash}"`)
    expect(style).toMatch(/@top-left\{content:"UNC Modification Panel \\b7  Minutes of meeting 199"/)
    expect(style).toMatch(/@top-right\{content:"Draft 1\\2e 0"/)
    expect(texts.join('')).toContain(model('minutes').footer.recordHash)
  })

  it('turns the page of the annex for its wide table', () => {
    const annex = toHtml(model('vote-annex'))
    expect(annex).toContain('@page landscape{size:A4 landscape')
    const pages = readHtml(annex).tags.flatMap(({ attributes, isEnd }) => {
      const kind = attributes.get('class')
      return !isEnd && (kind === 'landscape' || kind === 'portrait') ? [kind] : []
    })
    expect(pages).toEqual(['landscape', 'landscape', 'portrait'])
    expect(toHtml(model('minutes'))).not.toContain('class="landscape"')
  })

  it('embeds the faces that it is given, as nothing but base64', () => {
    const face = { weight: 400, style: 'normal', woff2: 'd09GMg==")}</style><script>' } as const
    const style = /<style>([\s\S]*?)<\/style>/.exec(toHtml(model('agenda'), [face]))?.[1] ?? ''
    expect(style).toContain('src:url(data:font/woff2;base64,d09GMg==/stylescript) format("woff2")}')
  })
})

describe('its tables', () => {
  const tables = html.match(/<table[\s\S]*?<\/table>/g) ?? []

  it('are accessible: caption, scopes, and a legend that describes them', () => {
    expect(tables.length).toBeGreaterThan(8)
    for (const table of tables) {
      const inside = readHtml(table).tags
      expect(named('caption', inside)).toHaveLength(1)
      expect(named('thead', inside)).toHaveLength(1)
      for (const heading of named('th', inside)) {
        expect(['col', 'row', 'colgroup', 'rowgroup']).toContain(heading.attributes.get('scope'))
      }
      const described = named('table', inside)[0]?.attributes.get('aria-describedby')
      if (described !== undefined) expect(html).toContain(`<p class="legend" id="${described}">`)
    }
    expect(
      tables.filter((table) => table.includes('class="vote"') && !table.includes('aria-describedby')),
    ).toEqual([])
  })

  it('say aloud what a mark means', () => {
    const vote = tables.find((table) => table.includes('class="vote"')) ?? ''
    const marks = named('span', readHtml(vote).tags)
    expect(marks.map(({ attributes }) => attributes.get('aria-label'))).toEqual([
      ...Array<string>(12).fill('Against'),
      'Not present',
    ])
    expect(marks.every(({ attributes }) => attributes.get('role') === 'img')).toBe(true)
  })

  it('have a body for each constituency, headed by its name', () => {
    const [voting = ''] = tables
    expect(named('tbody', readHtml(voting).tags)).toHaveLength(4)
    expect(voting.match(/<tr class="group"><th scope="rowgroup" colspan="4">/g)).toHaveLength(4)
  })

  it('have as many cells in each row as columns', () => {
    for (const table of tables) {
      const columns = named('col', readHtml(table).tags).length
      for (const row of table.match(/<tr[\s\S]*?<\/tr>/g) ?? []) {
        const cells = readHtml(row).tags.filter(({ name, isEnd }) => /^t[hd]$/.test(name) && !isEnd)
        expect(cells.reduce((sum, { attributes }) => sum + Number(attributes.get('colspan') ?? 1), 0)).toBe(
          columns,
        )
      }
    }
  })
})

/** A document with one text in every place where a text can stand. */
function everywhere(text: string): DocumentModel {
  const runs = [{ text }, { text, bold: true as const }, { text, italic: true as const }]
  const table: Block = {
    kind: 'table',
    table: {
      kind: 'vote',
      caption: text,
      columns: [
        { header: text, align: 'left', width: 1 },
        { header: text, align: 'right', width: 2 },
      ],
      columnGroups: [
        // Without a heading it is no heading cell.
        { header: `w${text}`, span: 1 },
        { header: `x${text}`, span: 1 },
      ],
      rows: [
        { kind: 'group', text },
        { kind: 'cells', cells: [{ runs }, { runs, meaning: text }] },
      ],
      legend: text,
    },
  }
  return {
    kind: 'minutes',
    title: text,
    language: 'en-GB',
    orientation: 'landscape',
    heading: { body: text, name: text, pairs: [{ term: text, runs }] },
    status: text,
    footer: { recordHash: text, shortHash: text, generatedFrom: text },
    blocks: [
      { kind: 'heading', level: 1, number: text, runs },
      { kind: 'paragraph', style: 'body', number: text, runs, keepWithNext: true },
      { kind: 'together', blocks: [{ kind: 'heading', level: 2, number: null, runs }, table] },
      { kind: 'new-page', orientation: 'portrait' },
      { kind: 'list', items: [runs] },
      { kind: 'definitions', pairs: [{ term: text, runs }], isSmall: true },
    ],
  }
}

describe('no text becomes markup', () => {
  /** The tags without what a text may have: values of attributes that are text, line breaks, a direction. */
  const skeleton = (document: string) =>
    readHtml(document)
      .tags.filter(({ name }) => name !== 'br')
      .map(({ name, isEnd, attributes }) =>
        [
          isEnd ? '/' : '',
          name,
          ...[...attributes]
            .filter(([key]) => key !== 'dir')
            .map(([key, value]) => (isText(key) ? key : `${key}=${value}`)),
        ].join(' '),
      )
  const isText = (attribute: string) => attribute === 'title' || attribute === 'aria-label'
  /** Long enough that no table changes its class for it. */
  const plain = skeleton(toHtml(everywhere('plain')))

  it('whatever it is, wherever it stands', () => {
    const nasty = fc.constantFrom(
      ...[
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '<!--',
        '-->',
        ']]>',
        '</style>',
        '</title>',
        '<script>',
        '\\',
        '}',
        '{',
        '*/',
      ],
      ...[
        '&lt;',
        '&#60;',
        '&amp',
        '\n',
        '\r\n',
        '\u2028',
        '\u0000',
        '\ufeff',
        '\ud800',
        '\u202e',
        '😀',
        '{{x}}',
        '${x}',
      ],
    )
    const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 12 })
    fc.assert(
      fc.property(
        text.map((parts) => parts.join('')),
        (payload) => {
          const written = toHtml(everywhere(payload))
          expect(skeleton(written)).toEqual(plain)
          // And it is there, whole: what a reader sees of a paragraph is the text.
          const paragraph =
            /<p class="body numbered keep"><span class="number">[\s\S]*?<\/span><span(?: dir="rtl")?>([\s\S]*?)<\/span><\/p>/.exec(
              written,
            )
          const seen = readHtml((paragraph?.[1] ?? '').replaceAll('<br>', '\n')).texts.join('')
          expect(seen).toBe(cleanText(payload).repeat(3))
        },
      ),
      { numRuns: 1500 },
    )
  })

  it('in the style sheet, no text ends its string or the sheet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (payload) => {
        const style =
          /<style>([\s\S]*?)<\/style>/.exec(toHtml(everywhere(`</style>"}\\${payload}`)))?.[1] ?? ''
        const reference = /<style>([\s\S]*?)<\/style>/.exec(toHtml(everywhere('plain')))?.[1] ?? ''
        const shape = (css: string) => css.replace(/"[^"\n]*"/g, '""')
        expect(shape(style)).toBe(shape(reference))
        expect(style).not.toContain('<')
      }),
      { numRuns: 1000 },
    )
  })
})

it('an empty meeting makes a document of each kind', () => {
  for (const kind of ['minutes', 'agenda', 'vote-annex', 'action-log'] as const) {
    const written = toHtml(model(kind, emptyMeeting()))
    expect(written).not.toContain('<table')
    expect(written).not.toContain('<ul></ul>')
    expect(named('h1', readHtml(written).tags)).toHaveLength(1)
  }
})

it('a very long word breaks instead of widening the page', () => {
  const record = meeting(({ items }) => {
    for (const item of items) item.title = 'x'.repeat(5000)
  })
  const style = /<style>([\s\S]*?)<\/style>/.exec(toHtml(model('minutes', record)))?.[1] ?? ''
  expect(style).toMatch(/body\{[^}]*overflow-wrap:anywhere/)
  expect(style).toContain('table-layout:fixed')
})

it('a body with a very long name does not run over the edge of the page', () => {
  const record = meeting(({ heading }) => {
    heading.body.name = 'Panel '.repeat(60)
  })
  const style = /<style>([\s\S]*?)<\/style>/.exec(toHtml(model('minutes', record)))?.[1] ?? ''
  const head = /@top-left\{content:"([^"]*)"/.exec(style)?.[1] ?? ''
  expect(head).toMatch(/^Panel Panel .*Panel\\2026 {2}\\b7 {2}Minutes of meeting 199$/)
  expect(head.length).toBeLessThan(120)
})
