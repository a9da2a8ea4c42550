import { describe, expect, it } from 'vitest'
import {
  cellsToFill,
  firstCell,
  nextCell,
  positionName,
  rowName,
  steppedTo,
  type Cell,
} from '../../../renderer/voting/joint-cells.ts'
import { itemLabels } from '../../../core/contract/item-labels.ts'
import { aJointRow, aJointVote } from './a-joint-vote.ts'

const at = (questionId: string, seatId: string): Cell => ({ questionId, seatId })
/** q1 ..p.   q2 f...   q3 r... */
const vote = aJointVote([aJointRow('q1', '..p.'), aJointRow('q2', 'f...'), aJointRow('q3', 'r...')])

describe('where a grid is entered', () => {
  it('is the first cell that is still to come', () => {
    expect(firstCell(vote, 'by-question')).toEqual(at('q1', 's1'))
    const begun = aJointVote([aJointRow('q1', 'fff'), aJointRow('q2', 'f..')])
    expect(firstCell(begun, 'by-question')).toEqual(at('q2', 's2'))
  })
  it('is the first at all where every position is in, and nowhere without rows', () => {
    expect(firstCell(aJointVote([aJointRow('q1', 'ff')]), 'by-member')).toEqual(at('q1', 's1'))
    expect(firstCell(aJointVote([]), 'by-member')).toBeNull()
  })
})

describe('the cell that a key goes on to', () => {
  it('is along the row, past those who cannot vote, and then in the next row', () => {
    expect(nextCell(vote, at('q1', 's2'), 'by-question')).toEqual(at('q1', 's4'))
    expect(nextCell(vote, at('q1', 's4'), 'by-question')).toEqual(at('q2', 's2'))
  })
  it('is down the column member by member, and then the next member', () => {
    expect(nextCell(vote, at('q1', 's2'), 'by-member')).toEqual(at('q2', 's2'))
    expect(nextCell(vote, at('q3', 's2'), 'by-member')).toEqual(at('q2', 's3'))
  })
  it('goes round the end to what was passed over', () => {
    expect(nextCell(vote, at('q3', 's4'), 'by-question')).toEqual(at('q1', 's1'))
    expect(nextCell(vote, at('q3', 's4'), 'by-member')).toEqual(at('q1', 's1'))
  })
  it('is none that is on its way already, so that keys may be faster than answers', () => {
    const sent = [at('q1', 's2'), at('q1', 's4'), at('q2', 's2')]
    const isTaken = (cell: Cell) =>
      sent.some(({ questionId, seatId }) => questionId === cell.questionId && seatId === cell.seatId)
    expect(nextCell(vote, at('q1', 's2'), 'by-question', isTaken)).toEqual(at('q2', 's3'))
  })
  it('is none once every position is in, and never the one that was just recorded', () => {
    expect(nextCell(aJointVote([aJointRow('q1', 'ff')]), at('q1', 's1'), 'by-question')).toBeNull()
    expect(nextCell(aJointVote([aJointRow('q1', '.f')]), at('q1', 's1'), 'by-question')).toBeNull()
  })
  it('is in no row that is closed or withdrawn', () => {
    const mixed = aJointVote([
      aJointRow('q1', '..'),
      aJointRow('q2', '..', { state: 'withdrawn' }),
      aJointRow('q3', '..', { state: 'closed' }),
      aJointRow('q4', '..'),
    ])
    expect(nextCell(mixed, at('q1', 's2'), 'by-question')).toEqual(at('q4', 's1'))
  })
})

describe('arrows, Home and End', () => {
  it.each([
    ['ArrowRight', false, 'q2', 's3'],
    ['ArrowLeft', false, 'q2', 's1'],
    ['ArrowUp', false, 'q1', 's2'],
    ['ArrowDown', false, 'q3', 's2'],
    ['Home', false, 'q2', 's1'],
    ['End', false, 'q2', 's4'],
    ['Home', true, 'q1', 's1'],
    ['End', true, 'q3', 's4'],
  ])('%s, with Ctrl %s, leads to %s %s', (key, withCtrl, questionId, seatId) => {
    expect(steppedTo(vote, at('q2', 's2'), key, withCtrl)).toEqual(at(questionId, seatId))
  })
  it('stop at the edges and reach those who cannot vote', () => {
    expect(steppedTo(vote, at('q1', 's1'), 'ArrowUp')).toEqual(at('q1', 's1'))
    expect(steppedTo(vote, at('q1', 's4'), 'ArrowRight')).toEqual(at('q1', 's4'))
    expect(steppedTo(vote, at('q1', 's2'), 'ArrowRight')).toEqual(at('q1', 's3'))
  })
  it('are no other keys, and no arrows with Ctrl', () => {
    expect(steppedTo(vote, at('q1', 's1'), 'f')).toBeNull()
    expect(steppedTo(vote, at('q1', 's1'), 'ArrowDown', true)).toBeNull()
  })
})

describe('filling the rest', () => {
  it('of a row or a column takes what is still to come in it, and nothing that was recorded', () => {
    expect(cellsToFill(vote, at('q2', 's1'), 'row')).toEqual([at('q2', 's2'), at('q2', 's3'), at('q2', 's4')])
    expect(cellsToFill(vote, at('q2', 's1'), 'column')).toEqual([at('q1', 's1')])
    expect(cellsToFill(vote, at('q1', 's3'), 'column')).toEqual([at('q2', 's3'), at('q3', 's3')])
  })
  it('of all takes every row', () => {
    expect(cellsToFill(vote, at('q1', 's1'), 'all')).toHaveLength(9)
  })
  it('leaves what is on its way as it was keyed', () => {
    const isTaken = ({ questionId }: Cell) => questionId === 'q2'
    expect(cellsToFill(vote, at('q1', 's3'), 'column', isTaken)).toEqual([at('q3', 's3')])
  })
})

describe('what things are called', () => {
  it('says yes, no and neutral against an objective only', () => {
    expect(
      ['for', 'against', 'abstain', 'recused'].map((value) => positionName(value as 'for', true)),
    ).toEqual(['Yes', 'No', 'Neutral', 'Recused'])
    expect(positionName('for', false)).toBe('For')
  })
  it('names a row by its option and objective, or by its item', () => {
    const options = [{ key: 'a', label: 'Alternative A', proposalId: null }]
    const objectives = [{ key: 'o', label: 'Objective (a)' }]
    const row = aJointRow('q1', '.', { option: 'a', objective: 'o', label: 'Objective (a)' })
    expect(rowName({ options, objectives }, row)).toBe('Alternative A, Objective (a)')
    expect(rowName({ options, objectives: [] }, { ...row, objective: null, label: 'Overall' })).toBe(
      'Alternative A',
    )
    expect(rowName({ options: [], objectives: [] }, aJointRow('q1', '.', { label: '0621' }))).toBe(
      '199.6 (a) 0621',
    )
  })
  it('says the section once', () => {
    expect(itemLabels(['199.6 (a)', '199.6 (c)', '199.12 (a)'])).toBe('199.6 (a), (c), 199.12 (a)')
    expect(itemLabels(['4', '5'])).toBe('4, 5')
  })
})
