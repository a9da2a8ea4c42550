import { describe, expect, it } from 'vitest'
import { fixtureSeats } from '../../support/fixture-votes.ts'
import { blocks, linesOf, marks, meeting, model, rowsOf, tableNamed, tablesOf } from './written.ts'

/** HA sits for GH. */
const seats = fixtureSeats.map((initials) => (initials === 'GH' ? 'HA' : initials))

describe('the vote annex', () => {
  it('tells the votes that count in one table, with the result of each', () => {
    const table = tableNamed(model('vote-annex'), 'The votes that count')
    expect(table.columns.map(({ header }) => header)).toEqual(['Item', 'Question', ...seats, 'Result'])
    expect(table.columnGroups?.reduce((sum, { span }) => sum + span, 0)).toBe(table.columns.length)
    const rows = rowsOf(table)
    expect(rows.map((row) => row[0])).toEqual([
      '199.6 (a)',
      '199.6 (a)',
      '199.6 (b)',
      '199.9 (a)',
      '199.9 (b)',
    ])
    expect(rows.map((row) => row.at(-1))).toEqual([
      'Not carried, unanimously against',
      'Not carried',
      'Carried, unanimously in favour',
      'Carried',
      'Not carried, on the casting vote of PC (against)',
    ])
    expect(rows[2]?.slice(2, -1)).toEqual(['R', ...Array<string>(11).fill('✓'), 'NP'])
  })

  it('tells each vote, superseded ones too, with corrections in a table', () => {
    const document = model('vote-annex')
    expect(
      tablesOf(document)
        .filter(({ kind }) => kind === 'vote')
        .map(({ caption }) => caption),
    ).toEqual([
      'Vote on 0620: roll call, 11:40',
      'Vote on 0620: roll call, 11:40',
      'Vote on 0621A, first vote: roll call, 11:41 (superseded)',
      'Vote on 0621A, taken again (vote 2): roll call, 12:02',
      'Vote on 0597: roll call, 11:40',
      'Vote on 0601: roll call, 11:40',
    ])
    expect(marks(tableNamed(document, 'Vote on 0621A, first vote'))).toMatchObject({
      AB: '✗',
      HA: '✗',
      KL: '✓',
    })
    expect(rowsOf(tableNamed(document, 'Corrections'))).toEqual([
      ['KL', 'For, recorded 11:43', 'Against', '11:52, Sam Secretary', 'KL had been misheard'],
    ])
    expect(linesOf(document)).toContain(
      'Superseded: The question had been read out with the wrong reporting date.',
    )
  })

  it('explains each rule once', () => {
    const lines = linesOf(model('vote-annex'))
    expect(lines).toContain('# The rules')
    expect(
      lines.filter((line) => /^Majority of votes exercisable by those present\. Carried if/.test(line)),
    ).toHaveLength(1)
    expect(lines.filter((line) => /^Majority of votes cast\. Carried if/.test(line))).toHaveLength(1)
  })

  it('turns the page between the wide table and the votes one by one', () => {
    const document = model('vote-annex')
    expect(document.orientation).toBe('landscape')
    const turn = document.blocks.findIndex(({ kind }) => kind === 'new-page')
    expect(document.blocks[turn]).toEqual({ kind: 'new-page', orientation: 'portrait' })
    expect(document.blocks.slice(0, turn).some((block) => block.kind === 'table')).toBe(true)
  })

  it('divides the one table where the door changed the initials above it', () => {
    const record = meeting()
    const vote = record.items.find(({ itemId }) => itemId === 'i9a')?.questions[0]?.rounds[0]
    if (vote === undefined) throw new Error('no vote')
    vote.positions = vote.positions.map((position) =>
      position.initials === 'HA' ? { ...position, initials: 'GH', basis: 'member' } : position,
    )
    const tables = tablesOf(model('vote-annex', record)).filter(({ kind }) => kind === 'votes')
    expect(tables.map(({ rows, caption }) => [rows.length, caption])).toEqual([
      [4, 'The votes that count, by who exercised them (1 of 2)'],
      [1, 'The votes that count, by who exercised them (2 of 2)'],
    ])
  })

  it('says so where no vote was taken', () => {
    const record = meeting(({ items }) => {
      for (const item of items) item.questions = []
    })
    const document = model('vote-annex', record)
    expect(blocks(document).filter(({ kind }) => kind === 'table')).toEqual([])
    expect(linesOf(document)).toContain('No vote was taken at this meeting.')
    expect(document.orientation).toBe('portrait')
  })
})
