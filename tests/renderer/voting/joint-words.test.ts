import { describe, expect, it } from 'vitest'
import { needsDetermination, resultsSentence, summaryOf } from '../../../renderer/voting/joint-words.ts'
import { aJointRow, aJointVote } from './a-joint-vote.ts'

const options = [
  { key: 'original', label: 'Original', proposalId: null },
  { key: 'a', label: 'Alternative A', proposalId: null },
]
const objectives = [{ key: 'o', label: 'Objective (a)' }]
const overall = (option: string, changes = {}) =>
  aJointRow(option, 'ff', { option, label: 'Overall', ...changes })

describe('a joint vote in a line', () => {
  it('says what is still to come, and no outcome before', () => {
    expect(summaryOf(aJointVote([aJointRow('q1', 'ff'), aJointRow('q2', '..')]))).toBe(
      '2 positions still to come',
    )
  })
  it('says which options are carried by what was decided on them overall', () => {
    const vote = aJointVote(
      [
        aJointRow('o1', 'ff', { option: 'original', objective: 'o', label: 'Objective (a)' }),
        overall('original', { verdict: 'not-carried' }),
        aJointRow('o2', 'ff', { option: 'a', objective: 'o', label: 'Objective (a)' }),
        overall('a'),
      ],
      { form: 'options', options, objectives },
    )
    expect(summaryOf(vote)).toBe('1 of 2 carried: Alternative A')
  })
  it('names items by their numbers and leaves out what was withdrawn', () => {
    const rows = [aJointRow('q1', 'ff'), aJointRow('q2', 'ff', { state: 'withdrawn' })]
    expect(summaryOf(aJointVote(rows))).toBe('1 of 1 carried: 199.6 (a)')
  })
})

describe('what waits for its determination', () => {
  it('is an outcome without one, and nothing that was voted against an objective', () => {
    expect(needsDetermination(overall('a'))).toBe(true)
    expect(needsDetermination(overall('a', { hasDetermination: true }))).toBe(false)
    expect(needsDetermination(overall('a', { state: 'withdrawn' }))).toBe(false)
    expect(needsDetermination(overall('a', { objective: 'o' }))).toBe(false)
    expect(needsDetermination(aJointRow('q1', 'f.'))).toBe(false)
  })
})

describe('what a screen reader is told', () => {
  it('is each result in its own words where they are few; an item is named first', () => {
    const rows = [
      overall('original', { result: 'Original: Implemented' }),
      aJointRow('q1', 'ff', { label: '0621', result: 'Not implemented' }),
    ]
    expect(resultsSentence({ options, objectives }, rows)).toBe(
      'Original: Implemented. 199.6 (a) 0621: Not implemented.',
    )
  })
  it('is how they came out where they are many', () => {
    const rows = ['1', '2', '3', '4', '5'].map((id) =>
      aJointRow(id, 'ff', { verdict: id === '5' ? 'tied' : id === '4' ? 'not-carried' : 'carried' }),
    )
    expect(resultsSentence({ options: [], objectives: [] }, rows)).toBe(
      '5 votes are complete: 3 carried, 1 not carried, 1 tied.',
    )
  })
})
