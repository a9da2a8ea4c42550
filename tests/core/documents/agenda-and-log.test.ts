import { describe, expect, it } from 'vitest'
import { textOf } from '../../../core/documents/model.ts'
import { emptyMeeting, headings, linesOf, meeting, model, rowsOf, tableNamed } from './written.ts'

const planned = meeting(({ heading }) => {
  Object.assign(heading, { state: 'planned', openedAt: null, closedAt: null, sittings: [] })
})

describe('the agenda', () => {
  const rows = rowsOf(tableNamed(model('agenda', planned), 'In the order'))

  it('tells each item with its planned time, purpose, presenter and minutes', () => {
    expect(rows.slice(0, 2)).toEqual([
      ['10:30', '199.1', 'Note of any alternates attending meeting', 'Discussion', '', '5'],
      ['10:35', '199.2', 'Record of invitees to the meeting', 'Discussion', '', '5'],
    ])
    expect(rows[6]).toEqual([
      '10:55',
      '(a)',
      '0620 – Accounting for energy smearing and the treatment of shrinkage at sub-deducts\nPaper: 199/6a Modification 0620 v1.0',
      'Decision',
      'Proposer',
      '15',
    ])
  })

  it('reckons the time of each item from all before it', () => {
    expect(rows.map((row) => row[0])).toEqual([
      ...['10:30', '10:35', '10:40', '10:45', '10:50', '10:55', '10:55', '11:10', '11:30', '11:35'],
      ...['11:40', '11:40', '11:45', '11:50', '11:55', '12:00'],
    ])
  })

  it('gives a section no minutes of its own where its items have theirs', () => {
    const record = meeting(({ items }) => {
      for (const item of items) if (item.itemId === 'i6') item.plannedMinutes = 30
    })
    const table = rowsOf(tableNamed(model('agenda', record), 'In the order'))
    expect(table[5]).toEqual(['10:55', '199.6', 'Consider new, non-urgent modifications', '', '', ''])
    expect(table[6]?.[0]).toBe('10:55')
    for (const item of record.items) if (item.parentId === 'i6') item.plannedMinutes = 0
    expect(rowsOf(tableNamed(model('agenda', record), 'In the order'))[5]?.[5]).toBe('30')
  })

  it('marks late items with their acceptance', () => {
    expect(rows[7]?.[2]).toBe(
      '0621A – Amendments to the gas charging methodology: an alternative regime for exit capacity with transitional arrangements for existing contracts until 2021\n' +
        'Late item: accepted by the Panel at short notice without dissent\n' +
        'Paper: 199/6b Modification 0621A v0.3 (late, received Tue 13 Dec 2016, accepted at the meeting)',
    )
  })

  it('says when it was written instead of a version of the minutes', () => {
    const document = model('agenda', planned)
    expect(document.title).toBe('UNC Modification Panel – agenda of meeting 199')
    expect(document.status).toBe('Before the meeting')
    expect(document.heading.pairs.map(({ term, runs }) => `${term}: ${textOf(runs)}`)).toEqual([
      'Date: Thursday 15 December 2016',
      'Time: 10:30 to 13:00',
      'Place: Elexon, 350 Euston Road, London, and by teleconference',
      'Code: Uniform Network Code (UNC)',
      'Status: Before the meeting',
    ])
    expect(model('agenda').status).toBe('As the meeting was held')
    expect(linesOf(document).filter((line) => line.includes('Draft'))).toEqual([])
  })

  it('tells the actions that the meeting finds before it, and nothing that happened to them there', () => {
    const before = rowsOf(tableNamed(model('agenda', planned), 'Actions brought'))
    expect(before).toEqual([
      [
        'PAN 11/01',
        'Provide a comparison of the code timetables for the first quarter.',
        'Joint Office',
        'Thu 15 Dec 2016',
        'Meeting 198',
      ],
      [
        'PAN 11/02',
        'Review the guidance on self-governance statements.',
        'No owner',
        'No date',
        'Meeting 198',
      ],
    ])
  })

  it('holds no votes, paragraphs or outcomes', () => {
    const lines = linesOf(model('agenda'))
    expect(lines.filter((line) => /Vote on|Determination|Outcome|^14\d\d /.test(line))).toEqual([])
  })

  it('says of an item that will not be taken after all where it goes', () => {
    expect(rows.find(([, item]) => item === '199.7')?.[2]).toBe(
      'Existing modifications for reconsideration\n' +
        'Deferred to meeting 200 (19 January 2017): the Authority’s letter had not arrived.',
    )
  })

  it('of an empty meeting says so', () => {
    const document = model('agenda', emptyMeeting())
    expect(headings(document)).toEqual(['# Items', '# About this document'])
    expect(linesOf(document)).toContain('No item has been put on the agenda yet.')
  })
})

describe('the action log', () => {
  it('tells the open ones and those closed at this meeting, each with what is known', () => {
    const document = model('action-log')
    const open = rowsOf(tableNamed(document, 'Open after meeting 199'))
    expect(open).toEqual([
      [
        'PAN 11/02',
        'Meeting 198',
        'Review the guidance on self-governance statements.',
        'No owner',
        'No date',
        'Carried forward',
      ],
      [
        'PAN 12/01',
        '199.6 (a)',
        '0620: Publish the analysis of sub-deduct sites that was shown to the Panel, with the assumptions on shrinkage.',
        'Joint Office',
        'Thu 19 Jan 2017',
        'Open',
      ],
      [
        'PAN 12/02',
        '199.6 (b)',
        '0621A: Ask the Authority for its view on urgency.',
        'PC, Joint Office',
        'Meeting 200',
        'Open',
      ],
    ])
    expect(rowsOf(tableNamed(document, 'Closed or withdrawn at meeting 199'))).toEqual([
      [
        'PAN 11/01',
        'Meeting 198',
        'Provide a comparison of the code timetables for the first quarter.\nThu 15 Dec 2016: The comparison was published on 9 December 2016.',
        'Joint Office',
        'Thu 15 Dec 2016',
        'Closed Thu 15 Dec 2016',
      ],
    ])
  })

  it('counts them in its captions, and every action of the record stands in it once', () => {
    const record = meeting()
    const document = model('action-log', record)
    expect(tableNamed(document, 'Open after meeting 199').caption).toBe('Open after meeting 199: 3')
    const references = ['Open after', 'Closed or'].flatMap((caption) =>
      rowsOf(tableNamed(document, caption)).map(([reference]) => reference),
    )
    const all = [...record.actions.carriedIn, ...record.actions.raised].map(({ reference }) => reference)
    expect(references.toSorted()).toEqual(all.toSorted())
  })

  it('tells an action that was raised outside of a meeting by its day, and withdrawn with the closed ones', () => {
    const record = meeting(({ actions }) => {
      for (const action of actions.carriedIn) Object.assign(action, { raisedAt: null, status: 'withdrawn' })
    })
    const rows = rowsOf(tableNamed(model('action-log', record), 'Closed or withdrawn'))
    expect(rows.map((row) => [row[1], row[5]])).toEqual([
      ['Thu 17 Nov 2016', 'Withdrawn Thu 15 Dec 2016'],
      ['Thu 17 Nov 2016', 'Withdrawn'],
    ])
  })

  it('of an empty meeting says so', () => {
    const lines = linesOf(model('action-log', emptyMeeting()))
    expect(lines).toContain('No action is open.')
    expect(lines).toContain('No action was closed at this meeting.')
  })
})
