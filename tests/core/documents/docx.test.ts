import { describe, expect, it } from 'vitest'
import { positionWords } from '../../../core/contract/words.ts'
import type { DocumentModel } from '../../../core/documents/model.ts'
import { toDocx } from '../../../core/documents/to-docx.ts'
import { isOn, paragraphs, readDocx, tables, wordsOf } from './read-docx.ts'
import { docx, emptyMeeting, meeting, model } from './written.ts'
import { attributeOf, elements, textOf, type XmlElement } from './xml.ts'

const minutes = await docx('minutes')
const annex = await docx('vote-annex')

describe('the Word file', () => {
  it('is a package in which every part is well formed and of a known type', () => {
    const types = minutes.xml('[Content_Types].xml')
    const overrides = new Map(
      elements(types, 'Override').map((one) => [
        attributeOf(one, 'PartName'),
        attributeOf(one, 'ContentType'),
      ]),
    )
    const extensions = elements(types, 'Default').map((one) => attributeOf(one, 'Extension'))
    for (const name of minutes.parts.keys()) {
      if (name.endsWith('/')) continue
      minutes.xml(name)
      expect(overrides.has(`/${name}`) || extensions.includes(name.split('.').at(-1)), name).toBe(true)
    }
    for (const part of overrides.keys()) expect(minutes.parts.has((part ?? '').slice(1)), part).toBe(true)
  })

  it('has every relation that its document names, and none that leads outside', () => {
    const relations = new Map(
      elements(minutes.xml('word/_rels/document.xml.rels'), 'Relationship').map((one) => [
        attributeOf(one, 'Id'),
        one,
      ]),
    )
    for (const one of relations.values()) {
      expect(attributeOf(one, 'TargetMode')).not.toBe('External')
      expect(minutes.parts.has(`word/${attributeOf(one, 'Target') ?? ''}`)).toBe(true)
    }
    const named = [
      ...elements(minutes.body, 'w:headerReference'),
      ...elements(minutes.body, 'w:footerReference'),
    ]
    expect(named.length).toBeGreaterThan(0)
    for (const one of named) expect(relations.has(attributeOf(one, 'r:id'))).toBe(true)
  })

  it('uses only styles that it defines, and Word’s own names for headings and title', () => {
    const styles = new Map(
      elements(minutes.xml('word/styles.xml'), 'w:style').map((style) => [
        attributeOf(style, 'w:styleId'),
        attributeOf(elements(style, 'w:name')[0] ?? style, 'w:val'),
      ]),
    )
    const used = new Set(paragraphs(minutes.body).map(({ style }) => style))
    for (const style of used) expect(styles.has(style), style).toBe(true)
    expect(styles.get('Title')).toBe('Title')
    expect(styles.get('Heading1')).toMatch(/^heading 1$/i)
    expect(styles.get('Heading2')).toMatch(/^heading 2$/i)
    expect(styles.get('Heading3')).toMatch(/^heading 3$/i)
    expect(styles.get('Caption')).toBe('caption')
    for (const style of [
      'Title',
      'Heading1',
      'Heading2',
      'Heading3',
      'MinuteParagraph',
      'Determination',
      'Caption',
    ]) {
      expect(used.has(style), style).toBe(true)
    }
  })

  it('is in British English and says what it is', () => {
    const [defaults] = elements(minutes.xml('word/styles.xml'), 'w:docDefaults')
    const languages = defaults === undefined ? [] : elements(defaults, 'w:lang')
    expect(languages.map((one) => attributeOf(one, 'w:val'))).toEqual(['en-GB'])
    const core = minutes.xml('docProps/core.xml')
    const property = (name: string) => elements(core, name).map(textOf).join()
    expect(property('dc:title')).toBe('UNC Modification Panel – minutes of meeting 199')
    expect(property('dc:subject')).toBe('UNC Modification Panel')
    expect(property('dc:creator')).toBe('Panelbook')
    expect(property('dc:description')).toBe(
      `Draft 1.0. Record SHA-256 ${model('minutes').footer.recordHash}.`,
    )
  })

  it('opens in the present mode of Word', () => {
    const settings = elements(minutes.xml('word/settings.xml'), 'w:compatSetting')
    const mode = settings.find((one) => attributeOf(one, 'w:name') === 'compatibilityMode')
    expect(mode === undefined ? undefined : attributeOf(mode, 'w:val')).toBe('15')
  })
})

describe('properties', () => {
  /** The order in which ECMA-376 wants them: Word may refuse a file, or repair it, in which they stand otherwise. */
  const orders: Record<string, string> = {
    'w:pPr':
      'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
      'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
      'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
      'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
    'w:rPr':
      'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
      'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
    'w:pBdr': 'top left bottom right between bar',
    'w:tblPr':
      'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
      'tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
    'w:tblBorders': 'top left bottom right insideH insideV',
    'w:tblCellMar': 'top left bottom right',
    'w:tcPr':
      'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
    'w:tcMar': 'top left bottom right',
    'w:tbl': 'tblPr tblGrid tr',
    'w:sectPr':
      'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols ' +
      'formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  }

  it.each([
    'word/document.xml',
    'word/styles.xml',
    'word/footer1.xml',
    'word/header1.xml',
    'word/numbering.xml',
  ])('stand in the order of the standard in %s', (part) => {
    const check = (element: XmlElement) => {
      const children = element.children.filter((child) => typeof child !== 'string')
      const order = orders[element.name]?.split(' ')
      if (order !== undefined) {
        const places = children.map(({ name }) => order.indexOf(name.replace('w:', '')))
        expect(places, `${element.name}: ${children.map(({ name }) => name).join()}`).toEqual(
          places.toSorted((one, other) => one - other),
        )
        expect(places).not.toContain(-1)
      }
      children.forEach(check)
    }
    for (const file of [minutes, annex]) check(file.xml(part))
  })

  it('end every cell with a paragraph, and the body with its section', () => {
    for (const file of [minutes, annex]) {
      const ends = (element: XmlElement): void => {
        const last = element.children.at(-1)
        if (element.name === 'w:tc') expect(typeof last === 'string' ? last : last?.name).toBe('w:p')
        if (element.name === 'w:body') expect(typeof last === 'string' ? last : last?.name).toBe('w:sectPr')
        for (const child of element.children) if (typeof child !== 'string') ends(child)
      }
      ends(file.body)
    }
  })
})

describe('its headings', () => {
  it('carry the number and the title of each item in Word’s heading styles', () => {
    const found = paragraphs(minutes.body).filter(({ style }) => /^(Title|Heading\d)$/.test(style))
    expect(found.slice(0, 4).map(({ style, text }) => [style, text])).toEqual([
      ['Title', 'Minutes of meeting 199'],
      ['Heading1', 'Attendance'],
      ['Heading2', 'Apologies and carried votes'],
      ['Heading1', '199.1\tNote of any alternates attending meeting'],
    ])
    expect(found).toContainEqual({
      style: 'Heading1',
      text: '199.11\tAny other business',
      keepsWithNext: true,
    })
    expect(found.every(({ keepsWithNext, style }) => keepsWithNext || style === 'Title')).toBe(true)
  })

  it('number the paragraphs of the minutes', () => {
    const numbered = paragraphs(minutes.body).filter(({ style }) => style === 'MinuteParagraph')
    expect(numbered.map(({ text }) => text)).toEqual(
      meeting().items.flatMap((item) => item.paragraphs.map(({ number, text }) => `${number}\t${text}`)),
    )
  })
})

describe('its pages', () => {
  it('have page x of y and the hash of the record at the foot, and whose they are at the head', () => {
    const { footer } = model('minutes')
    const words = (part: RegExp) =>
      [...minutes.parts.keys()].filter((name) => part.test(name)).map((name) => wordsOf(minutes.xml(name)))
    expect(words(/^word\/footer\d+\.xml$/)).toEqual([
      `Record ${footer.shortHash}\tPage {PAGE} of {NUMPAGES}`,
      `Record ${footer.shortHash}\tPage {PAGE} of {NUMPAGES}`,
    ])
    expect(words(/^word\/header\d+\.xml$/).toSorted()).toEqual([
      '\tDraft 1.0',
      'UNC Modification Panel · Minutes of meeting 199\tDraft 1.0',
    ])
  })

  it('are A4 with real margins; those of the annex turn for the wide table', () => {
    const pages = (file: typeof minutes) =>
      elements(file.body, 'w:sectPr').map((section) => {
        const [size] = elements(section, 'w:pgSz')
        const [margin] = elements(section, 'w:pgMar')
        if (size === undefined || margin === undefined) throw new Error('no page')
        expect(Number(attributeOf(margin, 'w:left'))).toBeGreaterThan(1000)
        expect(Number(attributeOf(margin, 'w:top'))).toBeGreaterThan(900)
        return ['w:w', 'w:h', 'w:orient'].map((name) => attributeOf(size, name))
      })
    expect(pages(minutes)).toEqual([['11906', '16838', 'portrait']])
    expect(pages(annex)).toEqual([
      ['16838', '11906', 'landscape'],
      ['11906', '16838', 'portrait'],
    ])
  })

  it('keep a vote together from its question to its determination', () => {
    const all = paragraphs(minutes.body)
    const from = all.findIndex(({ text }) => text === 'Should 0597 be implemented?')
    const to = all.findIndex(
      ({ text }, index) => index > from && text.startsWith('Recommendation to the Authority'),
    )
    expect(to).toBeGreaterThan(from + 5)
    // Heading1 and the like keep by their style; what is written on the paragraph itself is what we look at.
    expect(
      all.slice(from, to).filter(({ keepsWithNext, style }) => !keepsWithNext && style !== 'Caption'),
    ).toEqual([])
    expect(all[to]?.keepsWithNext).toBe(false)
  })
})

describe('its tables', () => {
  it('repeat their headings on every page, keep rows whole, and fill the width', () => {
    for (const { headers, rows, element } of [...tables(minutes.body), ...tables(annex.body)]) {
      expect(headers.length).toBeGreaterThan(0)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of elements(element, 'w:tr')) expect(isOn(elements(row, 'w:cantSplit')[0])).toBe(true)
      const look = elements(element, 'w:tblLook')[0]
      expect(look === undefined ? undefined : attributeOf(look, 'w:firstRow')).toBe('true')
      const grid = elements(element, 'w:gridCol').map((column) => Number(attributeOf(column, 'w:w')))
      const [width] = elements(element, 'w:tblW')
      expect(grid.reduce((sum, one) => sum + one, 0)).toBe(Number(attributeOf(width ?? element, 'w:w')))
      expect(grid.every((one) => one > 300)).toBe(true)
    }
  })

  it('have as many cells in each row as they have columns', () => {
    for (const { element } of [...tables(minutes.body), ...tables(annex.body)]) {
      const columns = elements(element, 'w:gridCol').length
      for (const row of elements(element, 'w:tr')) {
        const spans = elements(row, 'w:tc').map((cell) => {
          const [span] = elements(cell, 'w:gridSpan')
          return span === undefined ? 1 : Number(attributeOf(span, 'w:val'))
        })
        expect(spans.reduce((sum, one) => sum + one, 0)).toBe(columns)
      }
    }
  })

  it('tell a vote by constituency with a legend under it', () => {
    const [vote] = tables(minutes.body).filter(({ headers }) => headers[0]?.[0] === 'Shippers')
    expect(vote?.headers).toEqual([
      ['Shippers', 'Transporters', 'IGT', 'Consumers'],
      ['AB', 'CD', 'EF', 'HA', 'IJ', 'KL', 'MN', 'OP', 'QR', 'ST', 'UV', 'WX', 'YZ'],
    ])
    expect(vote?.rows).toEqual([[...Array<string>(12).fill('✗'), 'NP']])
    const legends = paragraphs(minutes.body).filter(({ style, text }) => style === 'Legend' && text !== '')
    expect(legends[0]?.text.replaceAll('\u00a0', ' ')).toBe(
      '✓ for; ✗ against; A abstain; – no vote recorded; NP not present; R recused',
    )
  })

  it('hold the marks of every vote of the record', () => {
    const rounds = meeting().items.flatMap(({ questions }) =>
      questions.flatMap((question) => question.rounds),
    )
    const marks = tables(annex.body)
      .filter(({ headers }) => headers[0]?.[0] === 'Shippers')
      .map(({ rows }) => rows[0]?.map((mark) => mark.replace('†', '')))
    expect(marks).toEqual(
      rounds.map(({ positions }) => positions.map(({ value }) => positionWords[value].mark)),
    )
  })

  it('set ticks and crosses in a face that has them, and nothing else', () => {
    for (const run of elements(minutes.body, 'w:r')) {
      const [face] = elements(run, 'w:rFonts')
      const text = wordsOf(run)
      if (face === undefined) expect(text).not.toMatch(/[✓✗]/)
      else expect(text).toMatch(/^[✓✗]+$/)
    }
  })

  it('leave no first or last row alone on a page, and no group without a row', () => {
    const [voting] = tables(minutes.body)
    if (voting === undefined) throw new Error('no table')
    const rows = elements(voting.element, 'w:tr').slice(1)
    const kept = rows.map((row) => paragraphs(row).every(({ keepsWithNext }) => keepsWithNext))
    const isGroup = rows.map((row) => elements(row, 'w:tc').length === 1)
    rows.forEach((_row, index) => {
      const isEdge = index === 0 || index === rows.length - 2
      expect(kept[index]).toBe(isEdge || isGroup[index] === true)
    })
  })

  it('let a row break that would not fit a page', async () => {
    const record = meeting(({ actions }) => {
      for (const action of actions.raised) action.text = 'Long. '.repeat(400)
    })
    const file = await docx('minutes', record)
    const table = tables(file.body).find(({ headers }) => headers[0]?.at(-1) === 'Item')
    const rows = elements(table?.element ?? file.body, 'w:tr').slice(1)
    expect(rows.map((row) => isOn(elements(row, 'w:cantSplit')[0]))).toEqual([false, false])
  })
})

describe('line ends and emphasis', () => {
  const text: DocumentModel = {
    ...model('minutes'),
    blocks: [
      {
        kind: 'paragraph',
        style: 'body',
        number: null,
        keepWithNext: false,
        runs: [
          { text: 'one\ntwo\r\nthree' },
          { text: 'bold', bold: true },
          { text: 'slanted', italic: true },
        ],
      },
      { kind: 'list', items: [[{ text: 'first' }], [{ text: 'second' }]] },
    ],
  }

  it('are Word’s own', async () => {
    const { body, xml } = readDocx(await toDocx(text))
    const written = elements(body, 'w:p').find((one) => wordsOf(one).startsWith('one'))
    if (written === undefined) throw new Error('not written')
    expect(wordsOf(written)).toBe('one\ntwo\nthreeboldslanted')
    const runs = elements(written, 'w:r')
    expect(runs.filter((run) => elements(run, 'w:b').length > 0).map(wordsOf)).toEqual(['bold'])
    expect(runs.filter((run) => elements(run, 'w:i').length > 0).map(wordsOf)).toEqual(['slanted'])
    const items = elements(body, 'w:p').filter((one) => elements(one, 'w:numPr').length > 0)
    expect(items.map(wordsOf)).toEqual(['first', 'second'])
    expect(elements(xml('word/numbering.xml'), 'w:numFmt').map((one) => attributeOf(one, 'w:val'))).toContain(
      'bullet',
    )
  })
})

it('a meeting about which nothing is known makes a file that opens, of each kind', async () => {
  for (const kind of ['minutes', 'agenda', 'vote-annex', 'action-log'] as const) {
    const file = await docx(kind, emptyMeeting())
    for (const name of file.parts.keys()) if (!name.endsWith('/')) file.xml(name)
    expect(tables(file.body)).toEqual([])
    expect(paragraphs(file.body).find(({ style }) => style === 'Title')?.text).toContain('of meeting 199')
  }
})
