import { describe, expect, it } from 'vitest'
import type { JointVote } from '../../../core/contract/joint-votes.ts'
import { offeredOptions, preferenceOptions } from '../../../renderer/voting/preference-options.ts'

const jointVote = (more: Partial<JointVote>) =>
  ({
    form: 'options',
    baseline: '',
    options: ['Original', 'A', 'B'].map((label) => ({ key: label.toLowerCase(), label, proposalId: null })),
    carried: [],
    ...more,
  }) as JointVote
const offered = (...jointVotes: JointVote[]) =>
  offeredOptions({ jointVotes }).map(({ key, label, isChosen }) => `${isChosen ? '✓' : '·'} ${key} ${label}`)

describe('the options of a preference', () => {
  it('are none where no options were voted on', () => {
    expect(offered()).toEqual([])
    expect(offered(jointVote({ form: 'items', options: [] }))).toEqual([])
  })
  it('are those that passed, the others to be chosen', () => {
    expect(offered(jointVote({ carried: ['a', 'b'] }))).toEqual(['· original Original', '✓ a A', '✓ b B'])
  })
  it('are all of them where none passed', () => {
    expect(offered(jointVote({}))).toEqual(['✓ original Original', '✓ a A', '✓ b B'])
  })
  it('have what they were compared with beside them, once', () => {
    expect(offered(jointVote({ carried: ['a'], baseline: 'the baseline' }))).toEqual([
      '· original Original',
      '✓ a A',
      '· b B',
      '✓ baseline Baseline',
    ])
    expect(offered(jointVote({ baseline: 'the Original' })).length).toBe(3)
  })
  it('are those of the last such vote', () => {
    const later = jointVote({ options: [{ key: 'c', label: 'C', proposalId: null }] })
    expect(offered(jointVote({}), later, jointVote({ form: 'items' }))).toEqual(['✓ c C'])
  })
})

describe('the options as they are sent', () => {
  it('are those that are chosen, then what was written, with keys of their own', () => {
    const known = [
      { key: 'original', label: 'Original', isChosen: true },
      { key: 'a', label: 'A', isChosen: false },
    ]
    expect(
      preferenceOptions(known, [{ label: ' Do nothing ' }, { label: '' }, { label: 'do-nothing' }]),
    ).toEqual([
      { key: 'original', label: 'Original' },
      { key: 'do-nothing', label: 'Do nothing' },
      { key: 'do-nothing-2', label: 'do-nothing' },
    ])
  })
})
