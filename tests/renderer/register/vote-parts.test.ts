import { describe, expect, it } from 'vitest'
import { votePartsOf } from '../../../renderer/register/vote-parts.ts'

const tally = {
  for: 0,
  against: 0,
  abstain: 0,
  none: 0,
  notPresent: 0,
  recused: 0,
  notEntitled: 0,
  pending: 0,
}
const texts = (...asked: Parameters<typeof votePartsOf>) => votePartsOf(...asked).map(({ text }) => text)

describe('the parts of a vote’s bar', () => {
  it('are what has votes, in the order of the reconciliation', () => {
    expect(texts({ ...tally, for: 8, against: 2, none: 1, notPresent: 2 }, null)).toEqual([
      '✓ 8',
      '✗ 2',
      '– 1',
      'NP 2',
    ])
  })

  it('show the votes of which no name was taken, so that a vote on the voices has a bar as well', () => {
    expect(texts({ ...tally, against: 1, unnamed: 12 }, null)).toEqual(['✗ 1', 'V 12'])
  })

  it('are the options of a vote by preference, by name or, where that is long, by mark', () => {
    const byOption = [
      { key: 'original', label: 'Original', votes: 1, isPreferred: false },
      { key: 'long', label: 'Alternative with transitional arrangements', votes: 5, isPreferred: true },
      { key: 'none', label: 'WACM 2', votes: 0, isPreferred: false },
    ]
    const parts = votePartsOf({ ...tally, for: 6, abstain: 2 }, byOption)
    expect(parts.map(({ text }) => text)).toEqual(['Original: 1', 'A: 5', 'abs 2'])
    expect(parts.map(({ className }) => className)).toEqual(['option', 'option preferred', 'abstain'])
    expect(parts[1]?.name).toBe('for Alternative with transitional arrangements, preferred')
  })

  it('are none where nothing was recorded', () => {
    expect(texts(tally, null)).toEqual([])
  })
})
