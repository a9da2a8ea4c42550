import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallOutput } from '../../../core/contract/calls.ts'
import type { RoundView } from '../../../core/contract/voting.ts'
import { positionWords, type DocumentFormat, type DocumentKind } from '../../../core/contract/words.ts'
import type { MeetingRecord } from '../../../core/minutes/record-types.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'
import { makePanel } from '../meetings/panel.ts'
import { readCsv } from './read-csv.ts'
import { readDocx, tables } from './read-docx.ts'

/** A vote as the book tells it: by which every document is measured. */
interface Vote {
  item: string
  question: string
  rounds: RoundView[]
}

async function votesOf(test: TestCore, meetingId: string): Promise<Vote[]> {
  const { agenda } = await test.must('meeting.read', { meetingId })
  const votes: Vote[] = []
  for (const line of agenda) {
    const { questions } = await test.must('agenda.read', { itemId: line.id })
    for (const { text, superseded, round } of questions) {
      votes.push({ item: line.id, question: text, rounds: [...superseded, round] })
    }
  }
  return votes
}

async function written(test: TestCore, meetingId: string, document: DocumentKind, format: DocumentFormat) {
  test.delivered.length = 0
  await test.must('document.export', { document, format, meetingId })
  const [file] = test.delivered
  if (file === undefined) throw new Error('nothing delivered')
  return file.bytes
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Every format of every document that tells votes, against the book. Answers with how many positions were compared. */
async function compare(test: TestCore, meetingId: string): Promise<number> {
  const votes = await votesOf(test, meetingId)
  const positions = votes.flatMap(({ question, rounds }) =>
    rounds.flatMap((round) => round.positions.map((position) => ({ question, round, position }))),
  )

  const { record } = JSON.parse(text(await written(test, meetingId, 'minutes', 'json'))) as {
    record: MeetingRecord
  }
  const recorded = record.items.flatMap((item) =>
    item.questions.map((question) => ({
      item: item.itemId,
      question: question.text,
      rounds: question.rounds.map(({ roundId, state, verdict, counts, castingVote, positions: all }) => ({
        id: roundId,
        state,
        verdict,
        counts,
        casting: castingVote?.value ?? null,
        positions: all.map(({ seatId, value, initials, corrections }) => ({
          seatId,
          value,
          initials,
          corrections,
        })),
      })),
    })),
  )
  expect(recorded).toEqual(
    votes.map(({ item, question, rounds }) => ({
      item,
      question,
      rounds: rounds.map((round) => ({
        id: round.id,
        state: round.state,
        verdict: round.evaluation.verdict,
        counts: round.evaluation.counts,
        casting: round.castingVote,
        positions: round.positions.map(({ seatId, value, initials, corrections }) => ({
          seatId,
          value,
          initials,
          corrections,
        })),
      })),
    })),
  )

  for (const document of ['minutes', 'vote-annex'] as const) {
    const [header = [], ...rows] = readCsv(text(await written(test, meetingId, document, 'csv')))
    const column = (name: string) => header.indexOf(name)
    expect(
      rows.map((row) => ['question', 'round', 'initials', 'position'].map((name) => row[column(name)])),
    ).toEqual(
      positions.map(({ question, round, position }) => [
        question,
        String(round.number),
        position.initials,
        positionWords[position.value].name,
      ]),
    )
  }

  const annex = voteTables(await written(test, meetingId, 'vote-annex', 'docx'))
  expect(annex).toEqual(votes.flatMap(({ rounds }) => rounds.map(marksOf)))
  const minutes = voteTables(await written(test, meetingId, 'minutes', 'docx'))
  expect(minutes).toEqual(votes.flatMap(({ rounds }) => rounds.slice(-1).map(marksOf)))
  return positions.length
}

/** The votes of a Word file: initials with the mark below them. */
function voteTables(bytes: Uint8Array): [string | undefined, string | undefined][][] {
  return tables(readDocx(bytes).body)
    .filter(
      ({ headers, rows }) =>
        rows.length === 1 && headers.at(-1)?.every((initials) => /^(\w{1,3}|Vacant)$/.test(initials)),
    )
    .map(({ headers, rows }) => (headers.at(-1) ?? []).map((initials, index) => [initials, rows[0]?.[index]]))
}

function marksOf({ positions }: RoundView): [string, string][] {
  return positions.map(({ initials, seat, value, corrections }) => [
    initials === seat ? 'Vacant' : initials,
    `${positionWords[value].mark}${corrections.length > 0 ? '†' : ''}`,
  ])
}

describe('the votes in the documents of the sample’s held meeting', () => {
  let test: TestCore
  let meeting: CallOutput<'meeting.read'>
  beforeAll(async () => {
    test = await makeCore({ sample: true, held: true })
    const { meetings } = await test.must('meeting.list', {})
    const held = meetings.find(({ number }) => number === '199')
    meeting = await test.must('meeting.read', { meetingId: held?.id ?? '' })
  })
  afterAll(() => test.close())

  it('equal the votes recorded, position by position, in JSON, CSV and Word', async () => {
    expect(await compare(test, meeting.id)).toBe(9 * 13)
  })

  it('have the counts that follow from the positions, which add up to all seats', async () => {
    for (const { rounds } of await votesOf(test, meeting.id)) {
      for (const { positions, evaluation } of rounds) {
        const count = (value: string) => positions.filter((position) => position.value === value).length
        expect(evaluation.counts).toMatchObject({
          for: count('for'),
          against: count('against'),
          abstain: count('abstain'),
          none: count('none'),
          recused: count('recused'),
          notPresent: count('not-present'),
        })
        expect(Object.values(evaluation.counts).reduce((sum, votes) => sum + votes, 0)).toBe(13)
      }
    }
  })

  it('all documents carry the hash of the closed meeting', async () => {
    expect(meeting.recordHash).toMatch(/^[0-9a-f]{64}$/)
    for (const document of ['minutes', 'agenda', 'vote-annex', 'action-log'] as const) {
      const read = await test.must('document.read', { document, meetingId: meeting.id })
      expect(read.recordHash).toBe(meeting.recordHash)
      expect(text(await written(test, meeting.id, document, 'html'))).toContain(meeting.recordHash)
      expect(text(await written(test, meeting.id, document, 'md'))).toContain(meeting.recordHash)
      const file = readDocx(await written(test, meeting.id, document, 'docx'))
      expect(Buffer.from(file.parts.get('docProps/core.xml') ?? []).toString()).toContain(meeting.recordHash)
      expect(Buffer.from(file.parts.get('word/footer1.xml') ?? []).toString()).toContain(
        `Record ${meeting.recordHash?.slice(0, 12) ?? ''}`,
      )
    }
  })
})

describe('the votes in the documents of a meeting that is going on', () => {
  it('follow corrections, votes taken again, casting votes and undo', async () => {
    const panel = await makePanel()
    await panel.openMeeting()
    await panel.arrive('AB CD EF KL MN CH')
    const tied = await panel.put('cast')
    await panel.record(tied, 'AB for, CD for, rest against')
    expect(await compare(panel, panel.meetingId)).toBe(6)
    await panel.record(tied, 'AB for, CD for, EF abstain, rest against')
    await panel.must('vote.cast-casting', { questionId: tied, personId: panel.person('CH'), value: 'for' })
    await panel.must('vote.close', { questionId: tied })
    expect(await compare(panel, panel.meetingId)).toBe(6)
    const other = await panel.put('exercisable')
    await panel.record(other, 'rest for')
    await panel.must('vote.close', { questionId: other })
    await panel.must('vote.correct', {
      questionId: other,
      seatId: panel.seat('KL'),
      value: 'against',
      reason: 'misheard',
    })
    expect(await compare(panel, panel.meetingId)).toBe(12)
    await panel.must('vote.take-again', { questionId: other, reason: 'the question was read out wrongly' })
    await panel.record(other, 'AB recused, rest against')
    expect(await compare(panel, panel.meetingId)).toBe(18)
    await panel.must('history.undo', {})
    expect(await compare(panel, panel.meetingId)).toBe(18)
    await panel.close()
  })
})
