import { describe, expect, it } from 'vitest'
import { titleOf } from '../../../core/documents/item-words.ts'
import { textOf } from '../../../core/documents/model.ts'
import { item } from '../../support/fixture-record.ts'
import { at, question, round } from '../../support/fixture-votes.ts'
import { blocks, emptyMeeting, headings, linesOf, meeting, model, rowsOf, tableNamed } from './written.ts'

describe('the heading block of the minutes', () => {
  it('says whose they are, of which meeting, when, where, and in which version', () => {
    const { title, heading, status, language } = model('minutes')
    expect(title).toBe('UNC Modification Panel – minutes of meeting 199')
    expect(language).toBe('en-GB')
    expect(heading.body).toBe('UNC Modification Panel')
    expect(heading.name).toBe('Minutes of meeting 199')
    expect(heading.pairs.map(({ term, runs }) => [term, textOf(runs)])).toEqual([
      ['Date', 'Thursday 15 December 2016'],
      ['Time', '10:30 to 13:00 (planned)'],
      ['Held', 'Opened 10:32, closed 13:05'],
      ['Place', 'Elexon, 350 Euston Road, London, and by teleconference'],
      ['Code', 'Uniform Network Code (UNC)'],
      ['Version', 'Draft 1.0'],
    ])
    expect(status).toBe('Draft 1.0')
  })

  it.each([
    ['published', 'Published 2.0'],
    ['approved', 'Approved 2.0'],
    ['corrected', 'Corrected 2.0'],
  ] as const)('shows that they are %s', (status, words) => {
    const document = model(
      'minutes',
      meeting((record) => {
        record.version = { number: '2.0', status }
      }),
    )
    expect(document.status).toBe(words)
    expect(linesOf(document)).toContain(`Version: ${words}`)
  })

  it('tells both days of a meeting of two days, and its sittings', () => {
    const record = meeting(({ heading }) => {
      heading.endsOn = '2016-12-16'
      heading.closedAt = '2016-12-16T12:00:00.000+00:00'
      heading.title = 'Extraordinary meeting'
      heading.sittings = [
        { startedAt: at('10:32'), endedAt: at('16:00') },
        { startedAt: '2016-12-16T10:00:00.000+00:00', endedAt: '2016-12-16T12:00:00.000+00:00' },
      ]
    })
    const pairs = model('minutes', record).heading.pairs.map(({ term, runs }) => `${term}: ${textOf(runs)}`)
    expect(pairs).toContain('Title: Extraordinary meeting')
    expect(pairs).toContain('Date: Thursday 15 December 2016 to Friday 16 December 2016')
    expect(pairs).toContain(
      'Held: Opened 10:32, closed 12:00 on Fri 16 Dec 2016; sat 10:32 to 16:00, 10:00 on Fri 16 Dec 2016 to 12:00',
    )
  })
})

describe('the items of the minutes', () => {
  it('stand in the order of the agenda, sections above their items', () => {
    expect(headings(model('minutes'))).toEqual([
      '# Attendance',
      '## Apologies and carried votes',
      '# 199.1 Note of any alternates attending meeting',
      '# 199.2 Record of invitees to the meeting',
      '# 199.3 Record of apologies for absence',
      '# 199.4 Minutes and actions of the last meeting',
      '# 199.5 Consider urgent modifications',
      '# 199.6 Consider new, non-urgent modifications',
      '## (a) 0620 – Accounting for energy smearing and the treatment of shrinkage at sub-deducts',
      '### Is 0620 related to the Significant Code Review?',
      '### Does 0620 satisfy the Self-Governance Criteria?',
      '## (b) 0621A – Amendments to the gas charging methodology: an alternative regime for exit capacity with transitional arrangements for existing contracts until 2021',
      '### Should 0621A be issued to Workgroup 0621 with a report by the 16 March 2017 Panel?',
      '# 199.7 Existing modifications for reconsideration',
      '# 199.8 Consider workgroup issues',
      '# 199.9 Workgroup reports for consideration',
      '## (a) 0597 – Rules for the release of incremental capacity at interconnection points',
      '### Should 0597 be implemented?',
      '## (b) Modification 0601 – Use of estimated reads at the end of the gas year',
      '### Should the reporting date of 0601 be extended to 16 February 2017?',
      '# 199.10 Consider variation requests',
      '# 199.11 Any other business',
      '# 199.12 Date of next meeting',
      '# Record of determinations',
      '# Actions',
      '# Next meeting',
      '# About this document',
    ])
  })

  it('hold every paragraph of the record once, with its number, in order', () => {
    const record = meeting()
    const numbered = blocks(model('minutes', record)).flatMap((block) =>
      block.kind === 'paragraph' && block.number !== null
        ? [{ number: Number(block.number), text: textOf(block.runs) }]
        : [],
    )
    expect(numbered).toEqual(record.items.flatMap(({ paragraphs }) => paragraphs))
    expect(numbered).toHaveLength(63)
    expect(numbered.every(({ number }, index) => number === 1401 + index)).toBe(true)
  })

  it('say who presented, the proposal, its papers, lateness and interests', () => {
    const lines = linesOf(model('minutes'))
    expect(lines).toContain(
      'For decision · presented by Proposer · proposer: Example Gas Shipping Limited · stage: Workgroup (report v1.0).',
    )
    expect(lines).toContain('Paper: 199/6a Modification 0620 v1.0.')
    expect(lines).toContain('Interest. CD declared an interest: employer is the Proposer.')
    expect(lines).toContain('Late item: accepted by the Panel at short notice without dissent.')
    expect(lines).toContain(
      'Paper: 199/6b Modification 0621A v0.3 (late, received Tue 13 Dec 2016, accepted at the meeting).',
    )
  })

  it('tell deferred from not reached and noted, with the reason and where it goes', () => {
    const lines = linesOf(model('minutes'))
    expect(lines).toContain('Outcome: Noted. None had been raised.')
    expect(lines).toContain(
      'Outcome: Deferred to meeting 200 (19 January 2017): the Authority’s letter had not arrived.',
    )
    expect(lines).toContain('Outcome: Not reached; goes to the next meeting: time.')
    expect(lines.filter((line) => line.startsWith('Outcome: Done'))).toEqual([])
  })

  it('of a record made before it was kept leave out where an item goes', () => {
    const record = meeting(({ items }) => {
      for (const item of items) delete item.goesTo
    })
    const lines = linesOf(model('minutes', record))
    expect(lines).toContain('Outcome: Deferred. The Authority’s letter had not arrived.')
    expect(lines).toContain('Outcome: Not reached. Time.')
  })

  it('set off determinations that rest on no vote', () => {
    const determination = blocks(model('minutes')).find(
      (block) => block.kind === 'paragraph' && textOf(block.runs).includes('Smart Energy Code'),
    )
    expect(determination).toMatchObject({ style: 'determination' })
  })

  it.each([
    ['0621A Charging', 'Charging', '0621A Charging'],
    ['Modification 0621A', 'Charging', 'Modification 0621A – Charging'],
    ['Change proposal 0621A:', 'Charging', 'Change proposal 0621A – Charging'],
    ['0621A', 'Charging', '0621A – Charging'],
    ['0621A: update on the legal text', 'Charging', '0621A: update on the legal text'],
    ['Charging', 'Charging', '0621A – Charging'],
    ['', 'Charging', '0621A – Charging'],
    ['Charging', 'Charging regime for exit capacity', '0621A – Charging regime for exit capacity'],
    ['Another name', 'Charging', '0621A – Another name'],
    ['Modification 0621A', '', 'Modification 0621A'],
    ['', '', '0621A'],
  ])('title %j of a proposal %j is %j', (title, proposalTitle, expected) => {
    const proposal = {
      id: 'p',
      reference: '0621A',
      title: proposalTitle,
      proposer: '',
      stage: '',
      stageDetail: '',
      code: 'UNC',
      isUrgent: false,
    }
    expect(titleOf(item('i', '1', title, { proposal }))).toBe(expected)
    expect(titleOf(item('i', '1', title))).toBe(title)
  })
})

describe('actions in the minutes', () => {
  it('are reviewed under their item, open and closed ones with what was reported', () => {
    const document = model('minutes')
    expect(rowsOf(tableNamed(document, 'Actions brought into this meeting'))).toEqual([
      [
        'PAN 11/01',
        'Provide a comparison of the code timetables for the first quarter.\n' +
          'Thu 15 Dec 2016: The comparison was published on 9 December 2016.',
        'Joint Office',
        'Thu 15 Dec 2016',
        'Closed Thu 15 Dec 2016',
      ],
      [
        'PAN 11/02',
        'Review the guidance on self-governance statements.',
        'No owner',
        'No date',
        'Carried forward',
      ],
    ])
    const lines = linesOf(document)
    const table = lines.indexOf('[Actions brought into this meeting]')
    expect(table).toBeGreaterThan(lines.indexOf('# 199.4 Minutes and actions of the last meeting'))
    expect(table).toBeLessThan(lines.indexOf('# 199.5 Consider urgent modifications'))
  })

  it('are reviewed with the last minutes, or in a section of their own, where no item is meant for them', () => {
    const withMinutes = meeting(({ items }) => {
      for (const one of items) if (one.kind === 'actions') one.kind = 'minutes'
    })
    const before = linesOf(model('minutes', withMinutes))
    expect(before.indexOf('[Actions brought into this meeting]')).toBeLessThan(
      before.indexOf('# 199.5 Consider urgent modifications'),
    )
    const without = meeting(({ items }) => {
      for (const one of items) if (one.kind === 'actions') one.kind = 'general'
    })
    const after = linesOf(model('minutes', without))
    expect(after[after.indexOf('[Actions brought into this meeting]') - 1]).toBe('# Review of actions')
  })

  it('that were raised stand at their item and in a table of their own', () => {
    const document = model('minutes')
    expect(rowsOf(tableNamed(document, 'Actions raised at this meeting'))).toEqual([
      [
        'PAN 12/01',
        '0620: Publish the analysis of sub-deduct sites that was shown to the Panel, with the assumptions on shrinkage.',
        'Joint Office',
        'Thu 19 Jan 2017',
        '199.6 (a)',
      ],
      [
        'PAN 12/02',
        '0621A: Ask the Authority for its view on urgency.',
        'PC, Joint Office',
        'Meeting 200',
        '199.6 (b)',
      ],
    ])
    expect(linesOf(document)).toContain(
      'Action PAN 12/02: 0621A: Ask the Authority for its view on urgency. PC, Joint Office – due Meeting 200.',
    )
  })

  it('do not repeat a proposal that their text names', () => {
    const record = meeting(({ actions }) => {
      for (const action of actions.raised) action.text = 'Publish 0620 and 0621A'
    })
    const rows = rowsOf(tableNamed(model('minutes', record), 'Actions raised'))
    expect(rows.map(([, text]) => text)).toEqual(['Publish 0620 and 0621A', 'Publish 0620 and 0621A'])
  })
})

describe('the record of determinations', () => {
  it('lists each with the count on which it rests, and says whose it is', () => {
    const table = tableNamed(model('minutes'), 'What the meeting determined')
    expect(rowsOf(table)).toEqual([
      [
        '199.6 (a)',
        '0620',
        'Not related to the Significant Code Review, by unanimous vote against.',
        '0',
        '12',
        '1',
      ],
      [
        '199.6 (a)',
        '0620',
        'Does not satisfy the Self-Governance Criteria, there being no majority in favour (2 for, 8 against, 1 abstained, 1 no vote recorded).',
        '2',
        '8',
        '3',
      ],
      [
        '199.6 (b)',
        '0621A',
        'Issued to Workgroup 0621 with a report by the 16 March 2017 Panel, by majority (11 for, 0 against, 1 recused).',
        '11',
        '0',
        '2',
      ],
      [
        '199.9 (a)',
        '0597',
        'To the Authority: The Panel recommends implementation, by majority (10 for, 0 against, 1 abstained).',
        '10',
        '0',
        '3',
      ],
      [
        '199.9 (b)',
        '0601',
        'Reporting date not extended (6 for, 6 against, 1 not present, chair’s casting vote against).',
        '6',
        '6',
        '1',
      ],
      ['199.11', '', 'The update from the Smart Energy Code was noted.', '', '', ''],
    ])
    expect(table.columns.map(({ align }) => align)).toEqual([
      'left',
      'left',
      'left',
      'right',
      'right',
      'right',
    ])
  })

  it('adds up to the votes of all seats in every row that rests on a vote', () => {
    const counted = rowsOf(tableNamed(model('minutes'), 'What the meeting determined')).filter(
      (row) => row[3] !== '',
    )
    expect(counted.map((row) => Number(row[3]) + Number(row[4]) + Number(row[5]))).toEqual([
      13, 13, 13, 13, 13,
    ])
  })

  it('is left out where nothing was determined', () => {
    const record = meeting(({ items }) => {
      for (const one of items) {
        one.determinations = []
        one.questions = []
      }
    })
    expect(headings(model('minutes', record))).not.toContain('# Record of determinations')
  })
})

describe('the end of the minutes', () => {
  it('names the next meeting with both its days', () => {
    expect(linesOf(model('minutes'))).toContain(
      'Meeting 200: Thursday 19 January 2017, 10:30 to 13:00, Elexon, 350 Euston Road, London.',
    )
    const record = meeting(({ nextMeeting }) => {
      if (nextMeeting !== null) Object.assign(nextMeeting, { endsOn: '2017-01-20', place: '' })
    })
    expect(linesOf(model('minutes', record))).toContain(
      'Meeting 200: Thursday 19 January 2017 to Friday 20 January 2017, 10:30 to 13:00.',
    )
  })

  it('carries the hash of the record and the entry of the history', () => {
    const document = model('minutes')
    expect(document.footer.recordHash).toMatch(/^[0-9a-f]{64}$/)
    expect(document.footer.shortHash).toBe(document.footer.recordHash.slice(0, 12))
    expect(document.footer.generatedFrom).toContain('meeting 199, history entry 412 (c0ffeec0ffee)')
    const lines = linesOf(document)
    expect(lines).toContain(`Record: ${document.footer.recordHash}`)
    expect(lines).toContain(`History: Entry 412, ${meeting().history.hash}`)
  })
})

describe('the minutes of a meeting about which nothing is known', () => {
  it('say so in sentences instead of empty tables', () => {
    const document = model('minutes', emptyMeeting())
    expect(blocks(document).filter(({ kind }) => kind === 'table' || kind === 'list')).toEqual([])
    const lines = linesOf(document)
    expect(lines).toContain('Nobody was recorded.')
    expect(lines).toContain('No apologies were received and no vote was carried.')
    expect(lines).toContain('No action was raised at this meeting.')
    expect(lines).toContain('No further meeting had been planned.')
    expect(document.heading.pairs.map(({ term, runs }) => `${term}: ${textOf(runs)}`)).toEqual([
      'Date: Thursday 15 December 2016',
      'Time: 10:30 to 13:00 (planned)',
      'Code: Uniform Network Code (UNC)',
      'Version: Draft 0.1, before the meeting',
    ])
  })
})

describe('a vote that is still open', () => {
  it('waits for its positions and has no determination', () => {
    const record = meeting(({ heading, items }) => {
      heading.state = 'open'
      heading.closedAt = null
      const first = items.find(({ itemId }) => itemId === 'i6a')
      if (first === undefined) throw new Error('no item')
      first.questions = [
        question('Is it?', [round(1, { ST: 'pending', UV: 'pending' }, 'for', { state: 'open' })], null),
      ]
    })
    const lines = linesOf(model('minutes', record))
    expect(lines).toContain('Result: Waiting for positions: ST, UV still to come.')
    expect(lines).toContain(
      'Count: 11 for + 0 against + 0 abstained + 0 no vote recorded + 0 recused + 0 not present + 2 still to come = 13 votes of all seats.',
    )
    expect(model('minutes', record).heading.pairs.map(({ runs }) => textOf(runs))).toContain(
      'Draft 1.0, while the meeting was open',
    )
  })
})
