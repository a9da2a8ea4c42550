import { describe, expect, it } from 'vitest'
import type { Item, QuestionView } from '../../../core/contract/voting.ts'
import { entriesOf, isWaiting } from '../../../renderer/voting/entries.ts'
import { aJointRow, aJointVote } from './a-joint-vote.ts'

const question = (id: string, changes: object = {}) =>
  ({
    id,
    joint: null,
    withdrawn: null,
    determination: null,
    round: { state: 'open' },
    ...changes,
  }) as QuestionView
const joined = (id: string) => question(id, { joint: { id: 'joint', option: null, objective: null } })
const item = (questions: QuestionView[], vote = aJointVote([aJointRow('q1', '.')])) =>
  ({ line: { id: 'here' }, questions, jointVotes: [vote] }) as unknown as Item

describe('what was put on an item', () => {
  it('shows questions that are taken together once, where the first of them was put', () => {
    const put = item([question('own'), joined('q1'), question('later'), joined('q2')])
    expect(entriesOf(put).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'question own',
      'joint joint',
      'question later',
    ])
  })

  it('waits as long as a vote is open or words are missing', () => {
    const waits = (...rows: Parameters<typeof aJointRow>[]) => {
      const here = item([joined('q1')], aJointVote(rows.map((row) => aJointRow(...row))))
      return entriesOf(here).map((entry) => isWaiting(entry, here))
    }
    expect(waits(['q1', 'f.'])).toEqual([true])
    expect(waits(['q1', 'ff', { state: 'closed' }])).toEqual([true])
    expect(waits(['q1', 'ff', { state: 'closed', hasDetermination: true }])).toEqual([false])
    // The words of another item are written there; a vote that is open there is taken here.
    expect(
      waits(
        ['q1', 'ff', { state: 'closed', hasDetermination: true }],
        ['q2', 'ff', { state: 'closed', itemId: 'there' }],
      ),
    ).toEqual([false])
    expect(
      waits(['q1', 'ff', { state: 'closed', hasDetermination: true }], ['q2', 'f.', { itemId: 'there' }]),
    ).toEqual([true])
  })

  it('waits again when its words no longer match the vote', () => {
    const stale = { ...joined('q1'), determination: { isStale: true } } as QuestionView
    const here = item(
      [stale],
      aJointVote([aJointRow('q1', 'ff', { state: 'closed', hasDetermination: true })]),
    )
    expect(entriesOf(here).map((entry) => isWaiting(entry, here))).toEqual([true])
  })

  it('does not wait for what was withdrawn', () => {
    const gone = question('own', { withdrawn: { at: '', reason: '' } })
    const here = item([gone])
    expect(entriesOf(here).map((entry) => isWaiting(entry, here))).toEqual([false])
  })
})
