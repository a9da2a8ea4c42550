import { describe, expect, test } from 'vitest'
import type { PositionView, QuestionView } from '../../../core/contract/voting.ts'
import { determinationChoices } from '../../../renderer/voting/determination-choices.ts'
import { putBackWords } from '../../../renderer/voting/put-back-words.ts'
import { isUntouched } from '../../../renderer/voting/untouched.ts'

describe('the kinds of determination to choose from', () => {
  test('are noted, each kind that a question makes once, under the first that makes it, and another', () => {
    const choices = determinationChoices([
      { determinationKind: 'defer', label: 'Defer' },
      { determinationKind: 'other', label: 'Something' },
      { determinationKind: 'defer', label: 'Defer to a later meeting' },
      { determinationKind: 'close', label: 'Close' },
    ])
    expect(choices).toEqual([
      { value: 'noted', label: 'Noted' },
      { value: 'defer', label: 'Defer' },
      { value: 'close', label: 'Close' },
      { value: 'other', label: 'Another' },
    ])
    expect(determinationChoices([]).map(({ value }) => value)).toEqual(['noted', 'other'])
  })
})

test('what was taken back says first what stays as it is', () => {
  expect(putBackWords({ restored: [], left: [] })).toBe('Taken back.')
  expect(putBackWords({ restored: ['Stage: New'], left: ['Reporting date: none', 'Workgroup: WG1'] })).toBe(
    'Taken back. Changed since, so left in the register: Reporting date: none; Workgroup: WG1. Back in the register: Stage: New.',
  )
})

describe('a question is untouched', () => {
  const vote = (
    positions: [PositionView['value'], PositionView['basis']][],
    state: 'open' | 'closed' = 'open',
  ) => ({
    round: {
      state,
      positions: positions.map(([value, basis]) => ({ value, basis })),
    } as QuestionView['round'],
    superseded: [] as QuestionView['superseded'],
  })

  test('while positions are to come, or rest on nobody or on a letter', () => {
    const waiting = vote([
      ['pending', 'member'],
      ['not-present', 'nobody'],
      ['against', 'written'],
    ])
    expect(isUntouched(waiting)).toBe(true)
    expect(isUntouched({ ...waiting, superseded: [waiting.round] })).toBe(false)
  })

  test('no longer once somebody has one, or the vote is closed', () => {
    expect(isUntouched(vote([['none', 'member']]))).toBe(false)
    expect(isUntouched(vote([['for', 'carried']]))).toBe(false)
    expect(isUntouched(vote([['pending', 'member']], 'closed'))).toBe(false)
  })
})
