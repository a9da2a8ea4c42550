import { describe, expect, it } from 'vitest'
import { positionWords, type PositionValue } from '../../../core/contract/words.ts'
import { textOf, type Table } from '../../../core/documents/model.ts'
import { voteTables } from '../../../core/documents/vote-table.ts'
import { verdictOf } from '../../../core/documents/vote-words.ts'
import type { RecordPosition, RecordRound } from '../../../core/minutes/record-types.ts'
import { corrected, fixtureSeats, round } from '../../support/fixture-votes.ts'
import { linesOf, marks, meeting, model, rowsOf, tableNamed, tablesOf } from './written.ts'

const seats = ['AB', 'CD', 'EF', 'HA', 'IJ', 'KL', 'MN', 'OP', 'QR', 'ST', 'UV', 'WX', 'YZ']

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

  it('heads the column of a vacant seat with that, and not with the long name of the seat', () => {
    const vote = round(1, {}, 'for')
    vote.positions = vote.positions.map((position) =>
      position.initials === 'UV'
        ? { ...position, initials: position.seat, castBy: null, value: 'not-present' }
        : position,
    )
    const [table] = voteTables(vote, 'Vacant')
    expect(table?.columns[10]?.header).toBe('Vacant')
    expect(table?.columns[10]?.width).toBeGreaterThanOrEqual('Vacant'.length + 1)
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
    expect(widths.get('UV')).toBeGreaterThan('Electricity'.length + 2)
    expect(widths.get('AB')).toBeLessThan(8)
  })
})

describe('a vote by constituency', () => {
  /** The worked example of a Change Board: block 3 to 1, Other neutral. */
  const board = round(
    1,
    { AB: 'against', KL: 'against', MN: 'against', OP: 'against', UV: 'abstain', WX: 'for', YZ: 'against' },
    'for',
    { rule: { kind: 'block-by-constituency' } },
  )
  const record = meeting(({ items }) => {
    const vote = items.find(({ itemId }) => itemId === 'i9a')?.questions[0]
    if (vote !== undefined) vote.rounds = [board]
  })

  it.each(['minutes', 'vote-annex'] as const)(
    'has what each decided, and the outcome of all, in the %s',
    (kind) => {
      const table = tableNamed(model(kind, record), 'Vote on 0597 by constituency')
      expect(table.columns.map(({ header, align }) => [header, align])).toEqual([
        ['Party category', 'left'],
        ['Approve', 'right'],
        ['Reject', 'right'],
        ['Abstain', 'right'],
        ['Outcome', 'left'],
      ])
      expect(rowsOf(table)).toEqual([
        ['Shippers', '4', '1', '0', 'Approves'],
        ['Transporters', '2', '3', '0', 'Rejects'],
        ['Independent gas transporter', '0', '0', '1', 'Nothing cast'],
        ['Consumers', '1', '1', '0', 'Neutral'],
        ['Overall outcome', '7', '5', '1', verdictOf(board)],
      ])
    },
  )

  it('has no such table under another rule, and none in a record that was made before there was one', () => {
    expect(tablesOf(model('minutes')).filter(({ caption }) => caption.endsWith('by constituency'))).toEqual(
      [],
    )
    const { byConstituency: _none, ...old } = board
    const before = meeting(({ items }) => {
      const vote = items.find(({ itemId }) => itemId === 'i9a')?.questions[0]
      if (vote !== undefined) vote.rounds = [old]
    })
    expect(
      tablesOf(model('minutes', before)).filter(({ caption }) => caption.endsWith('by constituency')),
    ).toEqual([])
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
    // The columns of both are as wide as each other.
    const widthOf = ({ columns, share = 1 }: Table) =>
      (share * (columns[0]?.width ?? 0)) / columns.reduce((sum, { width }) => sum + width, 0)
    expect(widthOf(tables[1]!)).toBeCloseTo(widthOf(tables[0]!), 1)
    expect(tables[0]?.share).toBe(1)
    expect(tables[1]?.share).toBeLessThan(0.5)
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
