import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../../../core/contract/voting.ts'
import type { VotingRule } from '../../../core/contract/voting-rule.ts'
import { inventedPosition } from '../../../core/rehearsal/invented-position.ts'
import { makeCore, type TestCore } from '../../support/make-core.ts'

let book: TestCore
let meetingId = ''
let itemId = ''

beforeAll(async () => {
  book = await makeCore({ sample: true, now: '2016-12-15T10:30:00.000+00:00' })
  const { meetings } = await book.must('meeting.list', { state: 'planned', form: 'meeting' })
  meetingId = meetings.find(({ number }) => number === '199')?.id ?? ''
  // Seven of the members; the others are expected.
  const { room } = await book.must('meeting.read', { meetingId })
  const members = room.attendees.filter(({ capacity }) => capacity === 'member')
  const present = ['AB', 'CD', 'EF', 'KL', 'MN', 'UV', 'WX']
  const personIds = members
    .filter(({ initials }) => present.includes(initials))
    .map(({ personId }) => personId)
  await book.must('attendance.record-many', { meetingId, personIds, presence: 'present' })
  await book.must('meeting.open', { meetingId })
  const { agenda } = await book.must('meeting.read', { meetingId })
  itemId = agenda.find(({ proposal }) => proposal?.reference === '0620')?.id ?? ''
})
afterAll(() => book.close())

const put = (kind = 'self-governance') => book.must('question.put', { itemId, kind })
const positionsOf = (item: Item, questionId: string) =>
  item.questions.find(({ id }) => id === questionId)?.round.positions ?? []
const stillToCome = ({ questions }: Item) => questions.flatMap(({ round }) => round.stillToCome)

describe('invented votes', () => {
  it('are refused in the book itself, and so is seating everybody', async () => {
    const { questionId } = await put()
    const { lastHash } = await book.must('history.state', {})
    expect(await book.refused('rehearsal.invent', { questionId })).toBe('not-available')
    expect(await book.refused('rehearsal.seat-everyone', { meetingId })).toBe('not-available')
    expect((await book.must('history.state', {})).lastHash).toBe(lastHash)
    await book.must('history.undo', {})
  })

  it('fill what is still to come, leave what is recorded, and come out the same again', async () => {
    const { questionId } = await put()
    const rehearse = async () => {
      await book.must('rehearsal.begin', { meetingId })
      const { room } = await book.must('rehearsal.seat-everyone', { meetingId })
      expect(room.attendees.filter(({ presence }) => presence === 'expected')).toEqual([])
      expect(await book.refused('rehearsal.seat-everyone', { meetingId })).toBe('bad-input')
      await book.must('vote.record', { questionId, initials: 'AB', value: 'against' })
      const item = await book.must('rehearsal.invent', { questionId })
      expect(stillToCome(item)).toEqual([])
      expect(await book.refused('rehearsal.invent', { questionId })).toBe('bad-input')
      const { undo } = await book.must('history.state', {})
      expect(undo).toMatch(/^\d+ positions invented on 0620$/)
      await book.must('rehearsal.end', {})
      return positionsOf(item, questionId).map(({ initials, value }) => `${initials} ${value}`)
    }
    const first = await rehearse()
    expect(first).toContain('AB against')
    expect(await rehearse()).toEqual(first)
    expect(positionsOf(await book.must('agenda.read', { itemId }), questionId)[0]?.value).toBe('pending')
  })

  it('fill every open cell of votes that are taken together', async () => {
    await book.must('rehearsal.begin', { meetingId })
    await book.must('rehearsal.seat-everyone', { meetingId })
    const { item, jointVoteId } = await book.must('joint-vote.put-on-options', {
      itemId,
      kind: 'implement',
      options: [{ label: 'Original' }, { label: 'Alternative A' }],
      objectives: [{ label: 'Objective (a)' }],
    })
    const questions = item.questions.filter(({ joint }) => joint?.id === jointVoteId)
    expect(questions).toHaveLength(4)
    const filled = await book.must('rehearsal.invent', { questionId: questions[0]?.id ?? '' })
    expect(filled.jointVotes.find(({ id }) => id === jointVoteId)?.stillToCome).toBe(0)
    await book.must('rehearsal.end', {})
  })

  it('name options in a vote by preference', async () => {
    await book.must('rehearsal.begin', { meetingId })
    await book.must('rehearsal.seat-everyone', { meetingId })
    const { questionId } = await book.must('question.put', {
      itemId,
      kind: 'preferred-alternative',
      options: [
        { key: 'original', label: 'Original' },
        { key: 'a', label: 'Alternative A' },
        { key: 'b', label: 'Alternative B' },
      ],
    })
    const item = await book.must('rehearsal.invent', { questionId })
    const positions = positionsOf(item, questionId)
    expect(positions.filter(({ value }) => value === 'pending' || value === 'against')).toEqual([])
    expect(positions.filter(({ value, option }) => value === 'for' && option === null)).toEqual([])
    expect(positions.some(({ option }) => option !== null)).toBe(true)
    await book.must('rehearsal.end', {})
  })
})

describe('the mix', () => {
  const majority = { kind: 'majority-of-cast', tie: 'fails' } as VotingRule
  const votes = (question: number) =>
    Array.from({ length: 13 }, (_, seat) =>
      inventedPosition(majority, `question ${String(question)}`, `seat ${String(seat)}`),
    )
  const share = (value: string) => {
    const all = Array.from({ length: 200 }, (_, question) => votes(question)).flat()
    return all.filter((stated) => stated.value === value).length / all.length
  }

  it('is mostly for, less against, with a few who take no side', () => {
    expect(share('for')).toBeGreaterThan(0.55)
    expect(share('for')).toBeLessThan(0.75)
    expect(share('against')).toBeGreaterThan(0.15)
    expect(share('abstain')).toBeGreaterThan(0.02)
    expect(share('none')).toBeGreaterThan(0.02)
  })

  it('carries some questions and not others', () => {
    const outcomes = new Set(
      Array.from({ length: 100 }, (_, question) => {
        const cast = votes(question).map(({ value }) => value)
        const count = (value: string) => cast.filter((each) => each === value).length
        return count('for') > count('against')
      }),
    )
    expect(outcomes).toEqual(new Set([true, false]))
  })

  it('names only options of the vote, one of them most', () => {
    const options = ['a', 'b', 'c'].map((key) => ({ key, label: key.toUpperCase() }))
    const rule = { kind: 'preference', options } as VotingRule
    const named = Array.from({ length: 300 }, (_, seat) =>
      inventedPosition(rule, 'q', `seat ${String(seat)}`),
    )
    const counts = options.map(({ key }) => named.filter(({ option }) => option === key).length)
    expect(named.every(({ value, option }) => (value === 'for') === (option !== undefined))).toBe(true)
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(Math.max(...counts)).toBeGreaterThan(100)
  })
})
