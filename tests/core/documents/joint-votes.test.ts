import { describe, expect, it } from 'vitest'
import { positionWords } from '../../../core/contract/words.ts'
import { jointTables } from '../../../core/documents/joint-table.ts'
import { textOf, type Table } from '../../../core/documents/model.ts'
import { toDocx } from '../../../core/documents/to-docx.ts'
import { toHtml } from '../../../core/documents/to-html.ts'
import type { MeetingRecord, RecordItem, RecordPosition } from '../../../core/minutes/record-types.ts'
import { jointItem, jointObjectives, jointOptions } from '../../support/fixture-joint.ts'
import { readDocx, tables } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { linesOf, meeting, model, rowsOf, tableNamed, tablesOf } from './written.ts'

/** The fixture’s meeting with the options of 0621A voted on together. */
function jointMeeting(change: (item: RecordItem) => RecordItem = (item) => item): MeetingRecord {
  return meeting((record) => {
    record.items = record.items.map((item) => (item.itemId === 'i6b' ? change(jointItem(item)) : item))
  })
}

const joint = (record: MeetingRecord) => {
  const item = record.items.find(({ itemId }) => itemId === 'i6b')
  const vote = item?.jointVotes?.[0]
  if (item === undefined || vote === undefined) throw new Error('no joint vote')
  return { item, vote, questions: item.questions.filter((question) => question.joint !== undefined) }
}

/** The votes of the joint vote that stand, as a table has them: label, marks, counts. */
function expectedRows(record: MeetingRecord): string[][] {
  const { questions } = joint(record)
  return jointOptions.flatMap((option) => [
    [option.label],
    ...questions
      .filter((question) => question.joint?.option?.key === option.key && question.withdrawn === undefined)
      .map(({ joint: place, rounds }) => {
        const { positions, counts } = rounds.at(-1)!
        return [
          place?.objective?.label ?? 'Overall',
          ...positions.map(
            ({ value, corrections }) => `${positionWords[value].mark}${corrections.length > 0 ? '†' : ''}`,
          ),
          ...[counts.for, counts.against, counts.abstain].map(String),
        ]
      }),
  ])
}

describe('votes on the options of a proposal, in the minutes', () => {
  const grid = tableNamed(model('minutes', jointMeeting()), 'Votes on 0621A')

  it('stand in one table with a column for each seat, under its constituency', () => {
    expect(grid.kind).toBe('votes')
    expect(grid.caption).toBe('Votes on 0621A: roll call, 11:40')
    expect(grid.columns.map(({ header }) => header)).toEqual([
      'Objective',
      ...['AB', 'CD', 'EF', 'HA', 'IJ', 'KL', 'MN', 'OP', 'QR', 'ST', 'UV', 'WX', 'YZ'],
      ...['✓', '✗', 'A'],
    ])
    expect(grid.columnGroups).toEqual([
      { header: '', span: 1 },
      { header: 'Shippers', span: 5 },
      { header: 'Transporters', span: 5 },
      { header: 'IGT', span: 1 },
      { header: 'Consumers', span: 2 },
      { header: 'Votes', span: 3 },
    ])
    expect(grid.columns.slice(-3).map(({ meaning }) => meaning)).toEqual(['For', 'Against', 'Abstain'])
  })

  it('have under each option its objectives and then the option overall, as they were recorded', () => {
    const rows = rowsOf(grid)
    expect(rows).toEqual(expectedRows(jointMeeting()))
    // Five options, 20 votes, and one of them was withdrawn.
    expect(rows).toHaveLength(5 + 20 - 1)
  })

  it('have the option overall in bold, and say aloud what each mark means', () => {
    for (const row of grid.rows) {
      if (row.kind === 'group') continue
      const isOverall = textOf(row.cells[0]?.runs ?? []) === 'Overall'
      expect(row.cells.every(({ runs }) => runs.every((run) => (run.bold ?? false) === isOverall))).toBe(true)
      expect(row.cells.slice(1, 14).every(({ meaning }) => meaning !== undefined)).toBe(true)
    }
  })

  it('explain what the marks mean against an objective and overall', () => {
    expect(grid.legend?.replaceAll('\u00a0', ' ')).toBe(
      '✓ yes, or for; ✗ no, or against; A neutral, or abstain; – no vote recorded; NP not present; R recused; ' +
        '† corrected. Yes: the option better facilitates the objective than the baseline.',
    )
  })

  it('tell of each option its result and its determination, and of one that has none its result in words', () => {
    const rows = rowsOf(tableNamed(model('minutes', jointMeeting()), 'What each option came to'))
    expect(rows).toHaveLength(5)
    expect(rows[1]).toEqual([
      'Alternative A',
      'Carried.',
      'Recommendation to the Authority: The Panel does not recommend implementation of 0621 Alternative A.',
    ])
    expect(rows[4]).toEqual(['Alternative D', 'Carried.', 'As counted (9 for).'])
  })

  it('have a determination on an objective in that table too, so that none is lost', () => {
    const record = jointMeeting()
    const [first] = joint(record).questions
    first!.determination = {
      id: 'd',
      kind: 'view',
      text: 'Better facilitates it',
      decisionMaker: 'view',
      writtenAt: '2016-12-15T12:00:00.000+00:00',
    }
    expect(rowsOf(tableNamed(model('minutes', record), 'What each option came to'))[0]).toEqual([
      `Original – ${jointObjectives[0]?.label ?? ''}`,
      'Carried.',
      'View: Better facilitates it.',
    ])
  })

  it('tell the rule and the quorum once, and the arithmetic of the options overall', () => {
    const lines = linesOf(model('minutes', jointMeeting()))
    const from = lines.indexOf('[What each option came to]')
    const small = lines.slice(from + 1, from + 1 + 3 + 5 + 3)
    expect(small.slice(0, 3)).toEqual([
      'Rule: Majority of votes cast.',
      'Quorum: Quorate: 11 people of 6 needed, with 12 votes.',
      'Exercised by: The vote of ST was carried by QR; HA as alternate for Shipper representative 4.',
    ])
    expect(small.filter((line) => line.startsWith('Counted: '))).toHaveLength(5)
    expect(small[3]).toBe(
      'Counted: Original: 8 for + 1 against + 2 abstained + 1 no vote recorded + 0 recused + 1 not present = 13 votes of all seats. ' +
        '8 of 9 votes cast are for; more than half of 9 is needed, which is 5 votes or more: carried.',
    )
  })

  it('tell what was corrected, taken again and withdrawn, of which vote and why', () => {
    const lines = linesOf(model('minutes', jointMeeting()))
    expect(lines).toContain(
      `Corrected: Alternative A – ${jointObjectives[1]?.label ?? ''}: KL from neutral to no, 11:52, by Sam Secretary: KL had been misheard.`,
    )
    expect(lines).toContain(
      'Superseded: Alternative A: The vote of 11:41: two members had been misheard. Its count was 6 for + 3 against + ' +
        '2 abstained + 1 no vote recorded + 0 recused + 1 not present = 13 votes of all seats. Its result was: carried.',
    )
    expect(lines).toContain(
      `Withdrawn: Alternative C – ${jointObjectives[2]?.label ?? ''}: Alternative C does not touch this objective.`,
    )
  })

  it('say for which of them a rule or a quorum holds where they differ', () => {
    const record = jointMeeting()
    const overall = joint(record).questions.at(-1)?.rounds[0]
    overall!.ruleName = 'unanimous of votes cast'
    const lines = linesOf(model('minutes', record))
    expect(lines).toContain(
      'Rule: Original, Alternative A, Alternative B, Alternative C: Majority of votes cast.',
    )
    expect(lines).toContain('Rule: Alternative D: Unanimous of votes cast.')
  })

  it('stand where the first of them was put, and the other questions of the item by themselves', () => {
    const record = jointMeeting((item) => ({ ...item, questions: [...item.questions].reverse() }))
    const captions = tablesOf(model('minutes', record)).map(({ caption }) => caption)
    const at = captions.indexOf('Votes on 0621A: roll call, 11:40')
    expect(captions[at + 2]).toBe('Vote on 0621A, taken again (vote 2): roll call, 12:02')
    expect(captions.filter((caption) => caption.startsWith('Votes on'))).toHaveLength(1)
  })

  it('have one row for each option where they were not voted on against objectives', () => {
    const record = jointMeeting((item) => ({
      ...item,
      questions: item.questions.filter(({ joint: place }) => (place?.objective ?? null) === null),
      jointVotes: (item.jointVotes ?? []).map((vote) => ({ ...vote, objectives: [] })),
    }))
    const table = tableNamed(model('minutes', record), 'Votes on 0621A')
    expect(table.columns[0]?.header).toBe('Option')
    expect(rowsOf(table).map(([label]) => label)).toEqual(jointOptions.map(({ label }) => label))
    expect(table.legend?.replaceAll('\u00a0', ' ')).toBe(
      '✓ for; ✗ against; A abstain; – no vote recorded; NP not present; R recused. Compared with the baseline.',
    )
  })

  it('that were all withdrawn have no table, and say why', () => {
    const record = jointMeeting((item) => ({
      ...item,
      questions: item.questions.map((question) =>
        question.joint === undefined
          ? question
          : { ...question, withdrawn: { at: '2016-12-15T12:30:00.000+00:00', reason: 'put too early' } },
      ),
    }))
    const document = model('minutes', record)
    expect(tablesOf(document).filter(({ caption }) => caption.startsWith('Votes on'))).toEqual([])
    const lines = linesOf(document)
    expect(lines).toContain('### Implementation of 0621: Original and Alternatives A to D')
    expect(lines.filter((line) => line.startsWith('Withdrawn: Original – '))).toHaveLength(1)
    expect(lines.find((line) => line.startsWith('Withdrawn: Original – '))).toMatch(/: put too early\.$/)
  })

  it('tell both where one seat was exercised by different people', () => {
    const record = jointMeeting()
    const last = joint(record).questions.at(-1)?.rounds[0]
    last!.positions = last!.positions.map((position): RecordPosition =>
      position.initials === 'HA' ? { ...position, initials: 'GH', basis: 'member' } : position,
    )
    const table = tableNamed(model('minutes', record), 'Votes on 0621A')
    expect(table.columns.map(({ header }) => header)).toContain('HA/GH')
    expect(
      linesOf(model('minutes', record)).filter((line) => line.startsWith('Exercised by: Alternative D: ')),
    ).toEqual(['Exercised by: Alternative D: The vote of ST was carried by QR.'])
  })
})

describe('of a body with more seats than fit beside a label', () => {
  it('are told in several tables, each with every row', () => {
    const record = jointMeeting()
    const { item, vote } = joint(record)
    const rows = item.questions.flatMap((question) => {
      const round = question.rounds.at(-1)
      if (question.joint === undefined || round === undefined) return []
      const positions = [1, 2].flatMap((copy) =>
        round.positions.map((position) => ({
          ...position,
          seatId: `${position.seatId}-${copy}`,
          constituency: position.constituency && {
            ...position.constituency,
            id: `${position.constituency.id}-${copy}`,
          },
        })),
      )
      return [{ question, round: { ...round, positions } }]
    })
    const parts = jointTables(vote, rows, 'Large')
    expect(parts.map(({ caption }) => caption)).toEqual(['Large (1 of 2)', 'Large (2 of 2)'])
    const seats = ({ columns }: Table) => columns.slice(1, -3).map(({ header }) => header)
    expect(parts.map((part) => seats(part).length)).toEqual([13, 13])
    expect(parts.every((part) => part.rows.length === 5 + 20)).toBe(true)
  })
})

describe('in a file', () => {
  const document = model('minutes', jointMeeting())
  const expected = expectedRows(jointMeeting())

  it('the table reads back from Word as it was recorded, its headings on every page', async () => {
    const table = tables(readDocx(await toDocx(document)).body).find(
      ({ headers }) => headers.at(-1)?.[0] === 'Objective',
    )
    expect(table?.headers).toHaveLength(2)
    expect(table?.rows).toEqual(expected)
  })

  it('the table reads back from HTML, each option heading its rows', () => {
    const { tags, texts } = readHtml(toHtml(document))
    const from = tags.findIndex((tag) => tag.name === 'table' && tag.attributes.get('class') === 'votes')
    const to = tags.findIndex((tag, index) => index > from && tag.name === 'table' && tag.isEnd)
    const inside = tags.slice(from, to).filter(({ isEnd }) => !isEnd)
    expect(inside.filter(({ attributes }) => attributes.get('scope') === 'rowgroup')).toHaveLength(5)
    // The marks above the counts, and those of 19 votes of 13 seats.
    const marks = inside.filter(({ attributes }) => attributes.get('role') === 'img')
    expect(marks).toHaveLength(3 + 19 * 13)
    expect(texts.join('')).toContain('Yes: the option better facilitates the objective than the baseline.')
  })
})

describe('votes on the options of a proposal, in the vote annex', () => {
  const document = model('vote-annex', jointMeeting())
  const captions = tablesOf(document).map(({ caption }) => caption)

  it('have in the table of all votes the options overall, and not the objectives', () => {
    const all = tableNamed(document, 'The votes that count')
    const questions = rowsOf(all).map(([, question]) => question)
    expect(questions.filter((question) => question?.includes('better facilitate'))).toEqual([])
    expect(questions.filter((question) => question?.includes('be implemented?'))).toHaveLength(5 + 1)
    expect(all.legend).toContain('The votes against objectives stand below')
  })

  it('stand in their own table, and the options overall one by one, superseded votes too', () => {
    expect(captions.filter((caption) => caption.startsWith('Votes on 0621A'))).toHaveLength(1)
    expect(captions.filter((caption) => /^Vote on 0621A (Original|Alternative .)[,:]/.test(caption))).toEqual(
      [
        'Vote on 0621A Original: roll call, 11:40',
        'Vote on 0621A Alternative A, first vote: roll call, 11:41 (superseded)',
        'Vote on 0621A Alternative A, taken again (vote 2): roll call, 12:12',
        'Vote on 0621A Alternative B: roll call, 11:40',
        `Vote on 0621A Alternative C, ${jointObjectives[2]?.label ?? ''}: roll call, 11:40 (withdrawn)`,
        'Vote on 0621A Alternative C: roll call, 11:40',
        'Vote on 0621A Alternative D: roll call, 11:40',
      ],
    )
  })

  it('have the corrections of the votes against objectives in a table that names them', () => {
    expect(rowsOf(tableNamed(document, 'Corrections to the votes against objectives'))).toEqual([
      [
        `Alternative A – ${jointObjectives[1]?.label ?? ''}`,
        'KL',
        'Neutral, recorded 11:43',
        'No',
        '11:52, Sam Secretary',
        'KL had been misheard',
      ],
    ])
  })

  it('of a vote that was withdrawn have what had been recorded, without a result', () => {
    const lines = linesOf(document)
    const at = lines.findIndex((line) => line.endsWith('(withdrawn)]'))
    expect(lines.slice(at + 1, at + 3)).toEqual([
      expect.stringMatching(/^Count: \d+ for /),
      'Withdrawn: At 12:20: Alternative C does not touch this objective.',
    ])
    expect(lines[at + 3]).not.toMatch(/^Result/)
  })
})
