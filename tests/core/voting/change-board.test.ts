import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoundView } from '../../../core/contract/voting.ts'
import type { Table } from '../../../core/documents/model.ts'
import { flatBlocks, textOf, type DocumentModel } from '../../../core/documents/model.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

/** The Change Board of the field's worked example; seats without a member there are vacant. */
const votes: Record<string, [inFavour: number, against: number, seats: number]> = {
  'Large Suppliers': [7, 2, 13],
  'Small Suppliers': [0, 2, 3],
  'Network Parties': [3, 0, 3],
  'Other SEC Parties': [1, 1, 3],
  Consumers: [1, 0, 1],
}

let book: TestCore
let [meetingId, itemId, bodyId] = ['', '', '']
const personIds: string[] = []
const seatIds = { for: [] as string[], against: [] as string[] }

beforeAll(async () => {
  book = await makeCore()
  const { must } = book
  const body = await must('body.create', { profile: 'sec-change-board' })
  bodyId = body.id
  for (const { id: constituencyId, name } of body.constituencies) {
    const [inFavour = 0, against = 0] = votes[name] ?? []
    const seats = body.seats.filter((seat) => seat.constituencyId === constituencyId)
    for (const [index, seat] of seats.slice(0, inFavour + against).entries()) {
      const { id } = await must('person.add', {
        name: `${seat.name} person`,
        initials: `${name.slice(0, 2)}${index}`,
      })
      await must('body.add-member', { bodyId, personId: id, role: 'member', seatId: seat.id })
      personIds.push(id)
      seatIds[index < inFavour ? 'for' : 'against'].push(seat.id)
    }
  }
  const { id: proposalId } = await must('proposal.add', {
    codeId: body.codeId ?? '',
    reference: 'SECMP0016',
    title: 'Amendments to the Modification Process',
  })
  meetingId = (await must('meeting.create', { bodyId, number: '3', startsOn: '2016-12-15' })).id
  await must('attendance.record-many', { meetingId, personIds, presence: 'present' })
  await must('meeting.open', { meetingId })
  itemId = (await must('agenda.add', { meetingId, title: 'SECMP0016', proposalId })).itemId
})
afterAll(() => book.close())

async function vote(kind: string): Promise<RoundView> {
  const { questionId } = await book.must('question.put', { itemId, kind })
  const positions = (['for', 'against'] as const).flatMap((value) =>
    seatIds[value].map((seatId) => ({ seatId, value })),
  )
  const item = await book.must('vote.record-many', { questionId, positions })
  const round = item.questions.find(({ id }) => id === questionId)?.round
  if (round === undefined) throw new Error('no vote')
  return round
}

async function tables(document: 'minutes' | 'vote-annex'): Promise<Table[]> {
  const { model } = await book.must('document.read', { document, meetingId })
  return flatBlocks((model as DocumentModel).blocks).flatMap((block) =>
    block.kind === 'table' && block.table.caption.includes('by constituency') ? [block.table] : [],
  )
}

const rowsOf = ({ rows }: Table) =>
  rows.map((row) => (row.kind === 'cells' ? row.cells.map(({ runs }) => textOf(runs)).join(' | ') : row.text))

describe('the SEC Change Board', () => {
  test('decides by block, and the item says what each category decided', async () => {
    const round = await vote('implement')
    expect(round.evaluation).toMatchObject({ verdict: 'carried', denominator: 4, toCarry: null })
    const read = await book.must('agenda.read', { itemId })
    expect(read.questions[0]?.round.evaluation.byConstituency).toEqual(
      [
        ['Large Suppliers', 7, 2, 'carried'],
        ['Small Suppliers', 0, 2, 'not-carried'],
        ['Network Parties', 3, 0, 'carried'],
        ['Other SEC Parties', 1, 1, 'tied'],
        ['Consumers', 1, 0, 'carried'],
      ].map(([constituency, inFavour, against, verdict]) => ({
        constituency,
        for: inFavour,
        against,
        abstain: 0,
        verdict,
      })),
    )
    expect(round.result).toBe(
      'Approved for implementation, by majority (3 party categories approve, 1 rejects, 1 is ' +
        'neutral; 12 for, 5 against)',
    )
  })

  test('decides by the proportional reading where that is asked', async () => {
    const round = await vote('recommend-proportional')
    expect(round.result).toBe(
      'The Change Board recommends approval, by majority (about 3.278 to about ' +
        '1.722 by party category; 12 for, 5 against)',
    )
  })

  test.each(['minutes', 'vote-annex'] as const)(
    'prints the table of the field in the %s',
    async (document) => {
      const [block, proportional] = await tables(document)
      if (block === undefined || proportional === undefined) throw new Error('no table')
      expect(block.caption).toBe('Vote on SECMP0016 by constituency')
      expect(block.columns.map(({ header }) => header)).toEqual([
        'Party category',
        'Approve',
        'Reject',
        'Abstain',
        'Outcome',
      ])
      expect(rowsOf(block)).toEqual([
        'Large Suppliers | 7 | 2 | 0 | Approves',
        'Small Suppliers | 0 | 2 | 0 | Rejects',
        'Network Parties | 3 | 0 | 0 | Approves',
        'Other SEC Parties | 1 | 1 | 0 | Neutral',
        'Consumers | 1 | 0 | 0 | Approves',
        'Overall outcome | 12 | 5 | 0 | Carried',
      ])
      expect(proportional.legend).toContain(
        'Together: 59/18 (about 3.278) for and 31/18 (about 1.722) against.',
      )
      expect(rowsOf(proportional).slice(3)).toEqual([
        'Other SEC Parties | 1 | 1 | 0 | 1/2 to 1/2',
        'Consumers | 1 | 0 | 0 | 1 to 0',
        'Overall outcome | 12 | 5 | 0 | Carried',
      ])
    },
  )

  test('a seat that took part stays in its category, so that the decision stays what it was', async () => {
    const { constituencies } = await book.must('body.read', { bodyId })
    const [seatId = ''] = seatIds.for
    const answer = await book.call('body.change-seat', {
      seatId,
      constituencyId: constituencies.at(-1)?.id ?? null,
    })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'bad-input', fields: [{ field: 'constituencyId' }] },
    })
    await book.must('body.change-seat', { seatId, name: 'Large Supplier, renamed' })
  })

  test('refuses the rule where a seat has no category, naming the seat', async () => {
    await book.must('body.add-seat', { bodyId, name: 'Guest seat' })
    const answer = await book.call('question.put', { itemId, kind: 'implement' })
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'bad-input',
        message: 'The rule cannot be used: it decides by constituency, and the seat Guest seat has none.',
        fields: [{ field: 'rule' }],
      },
    })
    expect(
      await book.refused('question.put', {
        itemId,
        kind: 'implement',
        rule: { kind: 'consensus', threshold: { numerator: 1, denominator: 2, comparison: 'at-least' } },
      }),
    ).toBe('bad-input')
  })

  test('agrees by consensus in words that speak of no majority', async () => {
    const put = { itemId, kind: 'return', rule: { kind: 'consensus' } } as const
    const { questionId } = await book.must('question.put', put)
    const item = await book.must('vote.record-many', { questionId, rest: 'none' })
    const round = item.questions.find(({ id }) => id === questionId)?.round
    expect(round?.evaluation).toMatchObject({ verdict: 'carried', unanimous: null, byConstituency: null })
    expect(round?.result).toMatch(
      /^Returned to the Panel with questions, by consensus \(0 for, 0 against, 17 no vote/,
    )
  })

  test('a written resolution goes to every seat with a member, in the room or not, and asks for no quorum', async () => {
    await book.must('attendance.record-many', { meetingId, personIds, presence: 'left' })
    expect(await book.refused('question.put', { itemId, kind: 'return' })).toMatch(/bad-input|not-quorate/)
    const put = { itemId, kind: 'return', rule: { kind: 'written-resolution' } } as const
    const { questionId } = await book.must('question.put', put)
    const item = await book.must('vote.record-many', { questionId, rest: 'for' })
    const round = item.questions.find(({ id }) => id === questionId)?.round
    expect(round).toMatchObject({ method: 'written', isIndicative: false })
    expect(round?.quorum).toContain('every seat is in the denominator')
    expect(round?.evaluation).toMatchObject({ verdict: 'carried', denominator: 24, counts: { for: 17 } })
    expect(round?.evaluation.arithmetic).toMatch(/carried, to be ratified at the next meeting\.$/)
  })
})
