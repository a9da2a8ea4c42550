import { describe, expect, it } from 'vitest'
import { csvTable } from '../../../core/documents/csv-tables.ts'
import { toCsv } from '../../../core/documents/to-csv.ts'
import { verdictOf } from '../../../core/documents/vote-words.ts'
import type { MeetingRecord, RecordItem, RecordQuestion } from '../../../core/minutes/record-types.ts'
import { jointItem, preferenceQuestion, withdrawnQuestion } from '../../support/fixture-joint.ts'
import { corrected, question, round } from '../../support/fixture-votes.ts'
import { readCsv } from './read-csv.ts'
import { blocks, linesOf, marks, meeting, model, rowsOf, tableNamed, tablesOf } from './written.ts'

/** The fixture’s meeting with an item changed. */
function withItem(itemId: string, change: (item: RecordItem) => RecordItem): MeetingRecord {
  return meeting((record) => {
    record.items = record.items.map((item) => (item.itemId === itemId ? change(item) : item))
  })
}

/** Item 199.6 (b) with no other questions than these, and none at 199.6 (a). */
function asking(...questions: RecordQuestion[]): MeetingRecord {
  return meeting((record) => {
    record.items = record.items.map((item) => ({
      ...item,
      questions: item.itemId === 'i6b' ? questions : item.itemId === 'i6a' ? [] : item.questions,
    }))
  })
}

describe('a vote by preference', () => {
  const record = asking(preferenceQuestion())

  it('marks each position by its option, and names the options below', () => {
    for (const kind of ['minutes', 'vote-annex'] as const) {
      const table = tableNamed(model(kind, record), 'Vote on 0621A: roll call')
      expect(Object.values(marks(table))).toEqual(['B', ...Array<string>(8).fill('A'), 'O', 'O', 'abs', 'NP'])
      expect(table.legend?.replaceAll('\u00a0', ' ')).toBe(
        'O Original; A Alternative A; B Alternative B; abs abstain; – no vote recorded; NP not present; R recused',
      )
      const [row] = table.rows
      expect(row?.kind === 'cells' && row.cells.slice(0, 2).map(({ meaning }) => meaning)).toEqual([
        'Alternative B',
        'Alternative A',
      ])
    }
  })

  it('tells the votes of each option, the preferred one in bold', () => {
    const table = tableNamed(model('minutes', record), 'Vote on 0621A by option')
    expect(rowsOf(table)).toEqual([
      ['O', 'Original', '2', ''],
      ['A', 'Alternative A', '8', 'Preferred'],
      ['B', 'Alternative B', '1', ''],
    ])
    const bold = table.rows.map((row) =>
      row.kind === 'cells' ? row.cells.some(({ runs }) => runs.some((run) => run.bold === true)) : null,
    )
    expect(bold).toEqual([false, true, false])
    expect(linesOf(model('minutes', record))).toContain('Result: Alternative A is preferred.')
  })

  it('never reads as if something had been carried', () => {
    const [vote] = preferenceQuestion().rounds
    const noneOf = vote!.byOption!.map((option) => ({ ...option, isPreferred: false }))
    expect(verdictOf({ ...vote!, unanimous: 'for' })).toBe('Alternative A is preferred, unanimously')
    expect(verdictOf({ ...vote!, byOption: noneOf, verdict: 'not-carried' })).toBe('No option is preferred')
    expect(verdictOf({ ...vote!, byOption: noneOf, verdict: 'tied' })).toBe('Tied')
    expect(verdictOf({ ...vote!, byOption: noneOf, verdict: 'no-decision' })).toBe('No decision')
  })

  it('tells a correction by the options named before and after', () => {
    const asked = preferenceQuestion()
    const [vote] = asked.rounds
    const again = corrected(vote!, 'AB', 'for')
    again.positions = again.positions.map((position) => ({
      ...position,
      corrections: position.corrections.map((correction) => ({
        ...correction,
        oldOption: 'Original',
        newOption: 'Alternative B',
      })),
    }))
    const changed = asking({ ...asked, rounds: [again] })
    expect(linesOf(model('minutes', changed))).toContain(
      'Corrected: AB from Original to Alternative B, 11:52, by Sam Secretary: AB had been misheard.',
    )
    expect(rowsOf(tableNamed(model('vote-annex', changed), 'Corrections'))[0]?.slice(0, 3)).toEqual([
      'AB',
      'Original, recorded 11:43',
      'Alternative B',
    ])
    expect(marks(tableNamed(model('minutes', changed), 'Vote on 0621A: roll call'))).toMatchObject({
      AB: 'B†',
    })
  })

  it('explains its marks where it stands among other votes in one table', () => {
    const both = withItem('i6b', (item) => ({
      ...item,
      questions: [...item.questions, preferenceQuestion()],
    }))
    const { legend } = tableNamed(model('vote-annex', both), 'The votes that count')
    expect(legend?.replaceAll('\u00a0', ' ')).toBe(
      '✓ for; ✗ against; A or abs abstain; – no vote recorded; NP not present; R recused; † corrected. ' +
        'Of 0621A: O Original; A Alternative A; B Alternative B',
    )
  })

  it('counts in the record of determinations what the preferred option got', () => {
    const table = tableNamed(model('minutes', record), 'What the meeting determined')
    expect(rowsOf(table).find(([, , text]) => text?.includes('prefers'))).toEqual([
      '199.6 (b)',
      '0621A',
      'View: The Panel prefers Alternative A.',
      '8',
      '',
      '5',
    ])
    expect(table.legend).toMatch(
      /^For: of a vote on which option is preferred, the votes for the preferred one\./,
    )
    expect(tableNamed(model('minutes'), 'What the meeting determined').legend).toMatch(/^Other: abstained/)
  })
})

describe('a question that was withdrawn', () => {
  const record = asking(withdrawnQuestion())

  it('is one line in the minutes, without a vote', () => {
    const document = model('minutes', record)
    expect(linesOf(document)).toContain(
      'The question “Should 0620 be issued to consultation?” was withdrawn: it had been put on the wrong proposal.',
    )
    expect(linesOf(document).filter((line) => line.includes('issued to consultation'))).toHaveLength(1)
    expect(tablesOf(document).filter(({ caption }) => caption.startsWith('Vote on 0621A'))).toEqual([])
  })

  it('is in the annex with what had been recorded, and without a result', () => {
    const document = model('vote-annex', record)
    const table = tableNamed(document, 'Vote on 0621A: roll call, 11:40 (withdrawn)')
    expect(marks(table)).toMatchObject({ AB: '✓', CD: '✓', EF: '✗', KL: '·' })
    const lines = linesOf(document)
    const from = lines.indexOf('[Vote on 0621A: roll call, 11:40 (withdrawn)]')
    expect(lines.slice(from + 1, from + 3)).toEqual([
      'Count: 2 for + 1 against + 0 abstained + 0 no vote recorded + 0 recused + 0 not present + 10 still to come = 13 votes of all seats.',
      'Withdrawn: At 11:50: it had been put on the wrong proposal.',
    ])
    const all = rowsOf(tableNamed(document, 'The votes that count'))
    expect(all.filter((row) => row[1]?.includes('issued to consultation'))).toEqual([])
  })

  it('is the only question of a meeting and still in its annex', () => {
    const only = meeting((record_) => {
      record_.items = record_.items.map((item) => ({
        ...item,
        questions: item.itemId === 'i6b' ? [withdrawnQuestion()] : [],
      }))
    })
    const document = model('vote-annex', only)
    expect(document.orientation).toBe('portrait')
    expect(tablesOf(document).map(({ caption }) => caption)).toEqual([
      'Vote on 0621A: roll call, 11:40 (withdrawn)',
    ])
  })
})

describe('the same question on several items', () => {
  const joint = { jointVoteId: 'joint-items', option: null, objective: null }
  const vote = (labels: string[]) => ({
    jointVoteId: 'joint-items',
    form: 'items' as const,
    title: 'Reporting dates',
    baseline: '',
    options: [],
    objectives: [],
    questionIds: ['q1', 'q2'],
    otherItems: labels.map((label) => ({ itemId: label, label })),
  })
  const asked = (labels: string[]) =>
    withItem('i6b', (item) => ({
      ...item,
      questions: [{ ...question('Extend?', [round(1, {}, 'for')], 'Extended'), joint }],
      jointVotes: [vote(labels)],
    }))

  it.each([
    [['199.6 (a)', '199.6 (c)'], 'Taken together with 199.6 (a) and (c).'],
    [['199.6 (a)', '199.6 (c)', '199.7 (b)'], 'Taken together with 199.6 (a), (c) and 199.7 (b).'],
    [['7', '8'], 'Taken together with 7 and 8.'],
    [['4.2'], 'Taken together with 4.2.'],
  ])('prints as every other question, and says with which: %j', (labels, sentence) => {
    for (const kind of ['minutes', 'vote-annex'] as const) {
      const document = model(kind, asked(labels))
      const lines = linesOf(document)
      const at_ = lines.indexOf(sentence)
      expect(lines[at_ - 1]).toMatch(/^##+ Extend\?$/)
      expect(lines[at_ + 1]).toBe('[Vote on 0621A: roll call, 11:40]')
      expect(blocks(document)).toContainEqual(
        expect.objectContaining({ kind: 'paragraph', keepWithNext: true, runs: [{ text: sentence }] }),
      )
    }
  })

  it('says nothing of others once they were all withdrawn', () => {
    expect(linesOf(model('minutes', asked([]))).filter((line) => line.startsWith('Taken together'))).toEqual(
      [],
    )
  })
})

describe('a written resolution', () => {
  const vote = round(1, {}, 'for', {
    method: 'written',
    rule: { kind: 'written-resolution' },
    deadline: '2016-12-21T17:00:00.000+00:00',
  })

  const record = asking(question('Should 0621A be issued to consultation?', [vote], 'Issued to consultation'))
  record.items = record.items.filter(({ itemId }) => itemId === 'i6b')
  record.heading = {
    ...record.heading,
    form: 'written-resolution',
    resolution: {
      deadline: '2016-12-21T17:00:00.000+00:00',
      deadlineMoves: [],
      letters: [],
      ratification: {
        meeting: '200',
        item: '200.4',
        on: '2017-01-19',
        text: 'The Panel ratified the resolution',
        isStale: false,
      },
    },
  }

  it('tells its deadline with the vote, and where it was ratified', () => {
    for (const kind of ['minutes', 'vote-annex'] as const) {
      const lines = linesOf(model(kind, record))
      expect(lines).toContain(
        '[Vote on 0621A: by written position, 11:40, positions taken until 17:00 on Wed 21 Dec 2016]',
      )
      expect(lines.filter((line) => line.startsWith('Ratified at meeting 200, item 200.4'))).toHaveLength(1)
    }
  })
})

describe('the CSV of these votes', () => {
  const rows = (record: MeetingRecord): Record<string, string>[] => {
    const [header = [], ...body] = readCsv(toCsv(csvTable('vote-annex', record)))
    return body.map((fields) => Object.fromEntries(header.map((name, index) => [name, fields[index] ?? ''])))
  }

  it('has the option and the objective of each vote, and every position of every vote', () => {
    const record = withItem('i6b', jointItem)
    const found = rows(record).filter(({ option }) => option !== '')
    // Twenty votes and one that was taken again.
    expect(found).toHaveLength(21 * 13)
    expect(new Set(found.map(({ option }) => option)).size).toBe(5)
    expect(found.filter(({ objective }) => objective === '')).toHaveLength(6 * 13)
    expect(found.filter(({ state }) => state === 'withdrawn').map(({ result }) => result)).toEqual(
      Array<string>(13).fill('Withdrawn: Alternative C does not touch this objective'),
    )
    expect(found.filter(({ state }) => state === 'superseded')).toHaveLength(13)
  })

  it('has the option that a position names', () => {
    const found = rows(asking(preferenceQuestion())).filter(({ item }) => item === '199.6 (b)')
    expect(found.map((row) => row['option named'])).toEqual([
      'Alternative B',
      ...Array<string>(8).fill('Alternative A'),
      'Original',
      'Original',
      '',
      '',
    ])
    expect(found.every(({ option }) => option === '')).toBe(true)
  })
})

describe('a record that was made before there were such votes', () => {
  it('is written as before', () => {
    const [old] = [round(1, { AB: 'against' }, 'for')].map(({ byOption: _none, ...vote }) => ({
      ...vote,
      positions: vote.positions.map(({ option: _no, ...position }) => position),
    }))
    const record = asking(
      question('Should 0621A be implemented?', [corrected(old!, 'AB', 'for')], 'Implemented'),
    )
    const lines = linesOf(model('minutes', record))
    expect(lines).toContain('Result: Carried.')
    expect(lines).toContain(
      'Corrected: AB from for to against, 11:52, by Sam Secretary: AB had been misheard.',
    )
    expect(rowsOf(tableNamed(model('vote-annex', record), 'Corrections'))).toHaveLength(1)
  })
})
