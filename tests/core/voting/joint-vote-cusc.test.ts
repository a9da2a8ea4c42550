import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JointVote } from '../../../core/contract/joint-votes.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'
import { grid, jointOf } from './joint-grid.ts'

/**
 * The CUSC Panel: seven Users', a consumers' and National Grid's vote, nine in all. Each option is voted against each
 * objective (yes, no, neutral), then overall against the baseline: by a majority of the votes cast, and a tie is
 * recorded. None, one or many options may pass.
 */
let book: TestCore
let itemId: string
const options = ['Original', 'WACM1', 'WACM2', 'WACM3', 'WACM4']

beforeAll(async () => {
  book = await makeCore()
  const { must } = book
  const body = await must('body.create', { profile: 'cusc-panel' })
  const personIds: string[] = []
  for (const [index, seat] of body.seats.entries()) {
    const { id } = await must('person.add', { name: `Member ${index + 1}`, initials: `M${index + 1}` })
    await must('body.add-member', { bodyId: body.id, personId: id, role: 'member', seatId: seat.id })
    personIds.push(id)
  }
  const { id: proposalId } = await must('proposal.add', {
    codeId: body.codeId ?? '',
    reference: 'CMP213',
    title: 'Charging developments',
  })
  const { id: meetingId } = await must('meeting.create', {
    bodyId: body.id,
    number: '160',
    startsOn: '2016-12-15',
  })
  await must('attendance.record-many', { meetingId, personIds, presence: 'present' })
  await must('meeting.open', { meetingId })
  itemId = (await must('agenda.add', { meetingId, title: 'CMP213', proposalId })).itemId
})
afterAll(() => book.close())

const values = { f: 'for', a: 'against', b: 'abstain', n: 'none' } as const

/** Puts the vote and records the grid: for each option its objectives (a) to (c), then overall; a letter for each seat. */
async function vote(lines: string[][]): Promise<JointVote> {
  const { jointVoteId, item } = await book.must('joint-vote.put-on-options', {
    itemId,
    kind: 'recommend',
    options: options.map((label) => ({ label })),
    objectives: ['(a)', '(b)', '(c)'].map((label) => ({ label })),
    baseline: 'the baseline',
  })
  const joint = jointOf(item, jointVoteId)
  const cells = joint.rows.flatMap(({ questionId }, index) =>
    [...(lines[Math.floor(index / 4)]?.[index % 4] ?? '')].map((letter, seat) => ({
      questionId,
      seatId: joint.seats[seat]?.seatId ?? '',
      value: values[letter as keyof typeof values],
    })),
  )
  expect(cells).toHaveLength(5 * 4 * 9)
  const after = jointOf(await book.must('joint-vote.record', { jointVoteId, cells }), jointVoteId)
  expect(grid(after).map((line) => line.split(': ')[1])).toEqual(lines.flat())
  return after
}

const all = 'fffffffff'
const none = 'aaaaaaaaa'

/** Each option: the votes against (a), (b), (c) and overall, with the count and verdict of each as worked by hand. */
const cases: [what: string, carried: string[], lines: [votes: string[], expected: string[]][]][] = [
  [
    'none passes: a majority against, a tie of four with an abstention, nobody voting, and one vote short',
    [],
    [
      [
        ['fffffaaaa', 'ffffaaaaa', 'bbbbbbbbb', 'ffffaaaaa'],
        ['5–4 carried', '4–5 not-carried', '0–0, 9 abstained no-decision', '4–5 not-carried'],
      ],
      [
        ['ffffbaaaa', all, none, 'ffffbaaaa'],
        ['4–4, 1 abstained tied', '9–0 carried', '0–9 not-carried', '4–4, 1 abstained tied'],
      ],
      [
        [all, all, all, 'bbbbnnnnn'],
        ['9–0 carried', '9–0 carried', '9–0 carried', '0–0, 4 abstained, 5 no vote no-decision'],
      ],
      [
        ['fbbbbbbbb', 'abbbbbbbb', 'fabbbbbbb', none],
        [
          '1–0, 8 abstained carried',
          '0–1, 8 abstained not-carried',
          '1–1, 7 abstained tied',
          '0–9 not-carried',
        ],
      ],
      [
        [none, none, none, 'fffbbaaaa'],
        ['0–9 not-carried', '0–9 not-carried', '0–9 not-carried', '3–4, 2 abstained not-carried'],
      ],
    ],
  ],
  [
    'one passes, although most of its objectives are not better facilitated',
    ['wacm2'],
    [
      [
        [all, all, all, 'ffffaaaaa'],
        ['9–0 carried', '9–0 carried', '9–0 carried', '4–5 not-carried'],
      ],
      [
        [none, none, none, 'ffffbaaaa'],
        ['0–9 not-carried', '0–9 not-carried', '0–9 not-carried', '4–4, 1 abstained tied'],
      ],
      [
        ['aaaaaffff', none, 'fffffaaaa', 'fffffaaaa'],
        ['4–5 not-carried', '0–9 not-carried', '5–4 carried', '5–4 carried'],
      ],
      [
        [none, none, none, none],
        ['0–9 not-carried', '0–9 not-carried', '0–9 not-carried', '0–9 not-carried'],
      ],
      [
        ['bbbbbbbbb', 'bbbbbbbbb', 'bbbbbbbbb', 'aabbbbbbb'],
        [
          '0–0, 9 abstained no-decision',
          '0–0, 9 abstained no-decision',
          '0–0, 9 abstained no-decision',
          '0–2, 7 abstained not-carried',
        ],
      ],
    ],
  ],
  [
    'many pass: each option is against the baseline and not against the others',
    ['original', 'wacm1', 'wacm3', 'wacm4'],
    [
      [
        [all, all, all, all],
        ['9–0 carried', '9–0 carried', '9–0 carried', '9–0 carried'],
      ],
      [
        ['fffffffaa', 'ffbbbbbba', 'fffffffff', 'fffffffan'],
        ['7–2 carried', '2–1, 6 abstained carried', '9–0 carried', '7–1, 1 no vote carried'],
      ],
      [
        [all, none, all, 'aaaaaffff'],
        ['9–0 carried', '0–9 not-carried', '9–0 carried', '4–5 not-carried'],
      ],
      [
        ['fbbbbbbbb', 'bbbbbbbbf', 'nnnnnnnnf', 'fbbbbbbbb'],
        [
          '1–0, 8 abstained carried',
          '1–0, 8 abstained carried',
          '1–0, 8 no vote carried',
          '1–0, 8 abstained carried',
        ],
      ],
      [
        ['fffffaaaa', 'fffffaaaa', 'fffffaaaa', 'fffffaaaa'],
        ['5–4 carried', '5–4 carried', '5–4 carried', '5–4 carried'],
      ],
    ],
  ],
]

describe('five options against three objectives by nine votes', () => {
  test.each(cases)('%s', async (_what, carried, lines) => {
    const joint = await vote(lines.map(([votes]) => votes))
    expect(joint.rows.map(({ count, verdict }) => `${count} ${verdict}`)).toEqual(
      lines.flatMap(([, expected]) => expected),
    )
    expect(joint.carried).toEqual(carried)
    const { questions } = await book.must('agenda.read', { itemId })
    const own = questions.filter((question) => question.joint?.id === joint.id)
    for (const { round } of own) {
      expect(round.evaluation.reconciliation).toMatch(/= 9/)
      expect(round.evaluation.denominator).toBe(round.evaluation.counts.for + round.evaluation.counts.against)
    }
  })

  test('says each result in the words of the panel', async () => {
    const { questions, jointVotes } = await book.must('agenda.read', { itemId })
    const second = jointVotes[1]
    const results = questions
      .filter(({ joint, id }) => joint?.id === second?.id && id !== '')
      .map(({ round }) => round.result)
    expect(results.slice(3, 8)).toEqual([
      'Original: The Panel does not recommend implementation, there being no majority in favour (4 for, 5 against)',
      'CMP213 WACM1 does not better facilitate (a) than the baseline, by unanimous vote against',
      'CMP213 WACM1 does not better facilitate (b) than the baseline, by unanimous vote against',
      'CMP213 WACM1 does not better facilitate (c) than the baseline, by unanimous vote against',
      expect.stringMatching(/^WACM1: .*tied.* \(4 for, 4 against, 1 abstained\)/),
    ])
  })
})
