import { describe, expect, it } from 'vitest'
import { positionWords, type PositionValue } from '../../../core/contract/words.ts'
import { textOf, type Table } from '../../../core/documents/model.ts'
import { voteTables } from '../../../core/documents/vote-table.ts'
import { verdictOf } from '../../../core/documents/vote-words.ts'
import type { RecordPosition, RecordRound } from '../../../core/minutes/record-types.ts'
import { corrected, fixtureSeats, round } from '../../support/fixture-votes.ts'
import { blocks, linesOf, meeting, model, rowsOf, tableNamed, tablesOf } from './written.ts'

const seats = ['AB', 'CD', 'EF', 'HA', 'IJ', 'KL', 'MN', 'OP', 'QR', 'ST', 'UV', 'WX', 'YZ']

/** The marks of a table by the initials above them. */
function marks(table: Table): Record<string, string> {
  const [row = []] = rowsOf(table)
  return Object.fromEntries(table.columns.map(({ header }, index) => [header, row[index] ?? '']))
}

/** What stands under a vote, from its table to the next heading. */
function under(caption: string): string[] {
  const lines = linesOf(model('minutes'))
  const from = lines.indexOf(`[${caption}]`)
  const to = lines.findIndex((line, index) => index > from && line.startsWith('#'))
  return lines.slice(from + 1, to)
}

describe('the table of a vote', () => {
  it('has a column for each seat in its order, under its constituency', () => {
    const [table] = tablesOf(model('minutes')).filter(({ kind }) => kind === 'vote')
    expect(table?.columns.map(({ header }) => header)).toEqual(seats)
    expect(table?.columnGroups).toEqual([
      { header: 'Shippers', span: 5 },
      { header: 'Transporters', span: 5 },
      { header: 'IGT', span: 1 },
      { header: 'Consumers', span: 2 },
    ])
    expect(table?.rows).toHaveLength(1)
  })

  it('marks each position as it was recorded, and says aloud what the mark means', () => {
    const record = meeting()
    const rounds = record.items.flatMap(({ questions }) =>
      questions.flatMap(({ rounds: all }) => all.slice(-1)),
    )
    const tables = tablesOf(model('minutes', record)).filter(({ kind }) => kind === 'vote')
    expect(tables).toHaveLength(rounds.length)
    rounds.forEach(({ positions }, index) => {
      const [row] = tables[index]?.rows ?? []
      if (row?.kind !== 'cells') throw new Error('no cells')
      expect(row.cells.map(({ meaning }) => meaning?.replace(', corrected', ''))).toEqual(
        positions.map(({ value }) => positionWords[value].name),
      )
      expect(row.cells.map(({ runs }) => textOf(runs).replace('†', ''))).toEqual(
        positions.map(({ value }) => positionWords[value].mark),
      )
    })
  })

  it('gives every position a mark of its own, explained in the legend', () => {
    const values = Object.keys(positionWords) as PositionValue[]
    expect(new Set(values.map((value) => positionWords[value].mark)).size).toBe(values.length)
    const all = round(
      1,
      Object.fromEntries(values.map((value, index) => [fixtureSeats[index], value])),
      'for',
    )
    const [table] = voteTables(all, 'All')
    const legend = table?.legend?.replaceAll('\u00a0', ' ').split('; ')
    expect(legend).toEqual(
      values.map((value) => `${positionWords[value].mark} ${positionWords[value].name.toLowerCase()}`),
    )
  })

  it('explains in its legend the usual marks always and the others where they occur', () => {
    const table = tableNamed(model('minutes'), 'Vote on 0597')
    expect(table.legend?.replaceAll('\u00a0', ' ')).toBe(
      '✓ for; ✗ against; A abstain; – no vote recorded; NP not present; R recused',
    )
  })

  it('marks a corrected position with a dagger', () => {
    const [table] = voteTables(corrected(round(1, { KL: 'against' }, 'for'), 'KL', 'for'), 'Corrected')
    if (table === undefined) throw new Error('no table')
    expect(marks(table)).toMatchObject({ KL: '✗†', MN: '✓' })
    expect(table.legend).toMatch(/; †\u00a0corrected$/)
  })

  it('tells the votes of a seat that has several', () => {
    const vote = round(1, {}, 'for')
    vote.positions = vote.positions.map((position) =>
      position.initials === 'UV' ? { ...position, votes: 3 } : position,
    )
    const [table] = voteTables(vote, 'Weighted')
    expect(table?.columns.map(({ header }) => header)).toContain('UV (3)')
    expect(table?.legend).toContain('votes of a seat that has several')
  })

  it('has no groups where no seat has a constituency', () => {
    const vote = round(1, {}, 'for')
    vote.positions = vote.positions.map((position) => ({ ...position, constituency: null }))
    expect(voteTables(vote, 'Plain')[0]?.columnGroups).toBeNull()
  })

  it('leaves room for the longest word above a single seat', () => {
    const network = { id: 'n', name: 'Electricity Networks', shortName: 'Electricity Networks' }
    const vote = round(1, {}, 'for')
    vote.positions = vote.positions.map((position) =>
      position.initials === 'UV' ? { ...position, constituency: network } : position,
    )
    const [table] = voteTables(vote, 'Wide')
    const widths = new Map(table?.columns.map(({ header, width }) => [header, width]))
    expect(widths.get('UV')).toBe('Electricity'.length + 2)
    expect(widths.get('AB')).toBeLessThan(8)
  })
})

describe('a vote of more seats than fit a page', () => {
  const large = (sizes: number[]): RecordRound => {
    const vote = round(1, {}, 'for')
    const [model_] = vote.positions
    if (model_ === undefined) throw new Error('no position')
    vote.positions = sizes.flatMap((size, group) =>
      Array.from({ length: size }, (_unused, index): RecordPosition => ({
        ...model_,
        seatId: `${group}-${index}`,
        initials: `${String.fromCharCode(65 + group)}${index}`,
        constituency: { id: `c${group}`, name: `Group ${group}`, shortName: `Group ${group}` },
        value: index % 2 === 0 ? 'for' : 'against',
      })),
    )
    return vote
  }

  it('is divided between constituencies, every position once', () => {
    const vote = large([13, 3, 3, 3, 1])
    const tables = voteTables(vote, 'Change Board')
    expect(tables.map(({ columns }) => columns.length)).toEqual([19, 4])
    expect(tables.map(({ caption }) => caption)).toEqual(['Change Board (1 of 2)', 'Change Board (2 of 2)'])
    expect(tables[0]?.columnGroups?.map(({ span }) => span)).toEqual([13, 3, 3])
    expect(tables.flatMap(({ columns }) => columns.map(({ header }) => header))).toEqual(
      vote.positions.map(({ initials }) => initials),
    )
    expect(tables.every(({ legend }) => legend !== null)).toBe(true)
  })

  it('is divided within a constituency that is larger than a page', () => {
    const vote = large([45, 2])
    const tables = voteTables(vote, 'Large')
    expect(tables.map(({ columns }) => columns.length)).toEqual([20, 20, 7])
    expect(tables.flatMap((table) => Object.values(marks(table)))).toEqual(
      vote.positions.map(({ value }) => positionWords[value].mark),
    )
  })
})

describe('under a vote', () => {
  it('stand rule, count that adds up, arithmetic, quorum and who exercised votes for others', () => {
    expect(under('Vote on 0620: roll call, 11:40').slice(0, 6)).toEqual([
      'Rule: Majority of votes exercisable by those present.',
      'Count: 0 for + 12 against + 0 abstained + 0 no vote recorded + 0 recused + 1 not present = 13 votes of all seats.',
      'Arithmetic: 0 of 12 votes that could be exercised are for; more than half of 12 is needed, which is 7 votes or more: not carried.',
      'Quorum: Quorate: 11 people of 6 needed, with 12 votes.',
      'Exercised by: The vote of ST was carried by QR; HA as alternate for Shipper representative 4.',
      'Result: Not carried, unanimously against.',
    ])
  })

  it('every count adds up to the votes of all seats and to the marks above it', () => {
    for (const item of meeting().items) {
      for (const { rounds } of item.questions) {
        for (const { counts, positions, reconciliation } of rounds) {
          const sum = [...reconciliation.split('=')[0]!.matchAll(/\d+/g)].reduce(
            (all, [n]) => all + Number(n),
            0,
          )
          expect(sum).toBe(positions.length)
          expect(Number(/= (\d+) votes/.exec(reconciliation)?.[1])).toBe(positions.length)
          expect(positions.filter(({ value }) => value === 'for')).toHaveLength(counts.for)
          expect(positions.filter(({ value }) => value === 'against')).toHaveLength(counts.against)
        }
      }
    }
  })

  it('a correction is told with what it was, when, by whom and why', () => {
    const lines = linesOf(model('minutes'))
    expect(lines).toContain(
      'Corrected: KL from for to against, 11:52, by Sam Secretary: KL had been misheard.',
    )
  })

  it('a vote that was superseded is told with its reason, count and result', () => {
    const lines = under('Vote on 0621A, taken again (vote 2): roll call, 12:02')
    expect(lines).toContain(
      'Superseded: The vote of 11:41: the question had been read out with the wrong reporting date. Its count was ' +
        '7 for + 5 against + 0 abstained + 0 no vote recorded + 0 recused + 1 not present = 13 votes of all seats. ' +
        'Its result was: carried.',
    )
  })

  it('a casting vote is a second step: the tied count stands, and whose it was', () => {
    const lines = linesOf(model('minutes'))
    expect(lines).toContain('Result: Not carried, on the casting vote of PC (against).')
    expect(lines).toContain(
      'Count: 6 for + 6 against + 0 abstained + 0 no vote recorded + 0 recused + 1 not present = 13 votes of all seats.',
    )
    expect(lines.find((line) => line.includes('settled by the chair’s casting vote against'))).toBeDefined()
    expect(verdictOf({ ...round(1, {}, 'for'), castingVote: { value: 'for', by: null } })).toBe(
      'Carried, unanimously in favour, on the chair’s casting vote (for)',
    )
  })

  it('the determination says whose it is', () => {
    const lines = linesOf(model('minutes'))
    expect(lines).toContain(
      'Determination: Not related to the Significant Code Review, by unanimous vote against.',
    )
    expect(lines).toContain(
      'Recommendation to the Authority: The Panel recommends implementation, by majority (10 for, 0 against, 1 abstained).',
    )
  })

  it('an indicative vote is told apart from one that counts', () => {
    expect(verdictOf({ ...round(1, {}, 'for'), isIndicative: true })).toBe(
      'Carried, unanimously in favour – indicative only, the meeting was not quorate',
    )
  })

  it('everything belongs on one page with its table', () => {
    const groups = model('minutes').blocks.flatMap((block) =>
      block.kind === 'together' ? [block.blocks] : [],
    )
    const votes = groups.filter((inside) =>
      inside.some((one) => one.kind === 'table' && one.table.kind === 'vote'),
    )
    expect(votes).toHaveLength(5)
    for (const inside of votes) {
      expect(inside[0]).toMatchObject({ kind: 'heading', level: 3 })
      expect(inside.at(-1)).toMatchObject({ kind: 'paragraph', style: 'determination' })
    }
  })
})

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
