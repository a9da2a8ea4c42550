import { describe, expect, it } from 'vitest'
import type { AgendaLine } from '../../../core/contract/meetings.ts'
import { itemsToChoose } from '../../../renderer/voting/joint-items.ts'
import { usualOptions } from '../../../renderer/voting/usual-options.ts'

describe('the options that there usually are', () => {
  it('are the original and its alternatives by their references', () => {
    const alternatives = [{ id: 'p2', reference: '0621A', title: 'Other charges' }]
    expect(usualOptions({ id: 'p1', reference: '0621', title: 'Charges', alternatives })).toEqual([
      { label: '0621', proposalId: 'p1', title: 'Charges' },
      { label: '0621A', proposalId: 'p2', title: 'Other charges' },
    ])
  })
  it('are the original alone where the register knows of no alternative, and where it knows of nothing', () => {
    expect(usualOptions({ id: 'p1', reference: '0621', title: 'Charges', alternatives: [] })).toEqual([
      { label: 'Original', proposalId: 'p1', title: '0621 Charges' },
    ])
    expect(usualOptions(null)).toEqual([{ label: 'Original', proposalId: null, title: '' }])
  })
})

describe('the items of one vote for several', () => {
  it('are those without outcome that are no sections, and the one at hand in any case', () => {
    const line = (id: string, parentId: string | null, outcome: AgendaLine['outcome'] = null) =>
      ({ id, parentId, outcome }) as AgendaLine
    const agenda = [
      line('1', null),
      line('6', null),
      line('6a', '6'),
      line('6b', '6', 'done'),
      line('6c', '6', 'deferred'),
      line('7', null, 'noted'),
    ]
    expect(itemsToChoose(agenda, '6b').map(({ id }) => id)).toEqual(['1', '6a', '6b'])
    expect(itemsToChoose(agenda, '6').map(({ id }) => id)).toEqual(['1', '6', '6a'])
  })
})
