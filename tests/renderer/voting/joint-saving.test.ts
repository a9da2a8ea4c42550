import { describe, expect, it } from 'vitest'
import { cellKey, copyKey, savingCells } from '../../../renderer/voting/joint-saving.ts'

describe('what is on its way', () => {
  const saving = (...keys: string[]) => savingCells({ id: 'joint' }, new Set(keys))
  const row = { questionId: 'q1', option: 'a' }

  it('is each cell that was sent, alone or with others', () => {
    const isSaving = saving(
      cellKey('joint', [{ questionId: 'q1', seatId: 's1' }]),
      cellKey('joint', [
        { questionId: 'q1', seatId: 's3' },
        { questionId: 'q2', seatId: 's3' },
      ]),
    )
    expect(['s1', 's2', 's3'].map((seatId) => isSaving(row, seatId))).toEqual([true, false, true])
    expect(isSaving({ questionId: 'q2', option: null }, 's3')).toBe(true)
  })

  it('is an option that gets the positions of another, for one seat or for all', () => {
    expect(saving(copyKey('joint', 'a', 's1'))(row, 's1')).toBe(true)
    expect(saving(copyKey('joint', 'a', 's1'))(row, 's2')).toBe(false)
    expect(saving(copyKey('joint', 'a', null))(row, 's2')).toBe(true)
    expect(saving(copyKey('joint', 'b', null))(row, 's2')).toBe(false)
  })

  it('is nothing of another joint vote, or of a question by itself', () => {
    expect(saving(cellKey('other', [{ questionId: 'q1', seatId: 's1' }]), 'position:q1:s1')(row, 's1')).toBe(
      false,
    )
  })
})
