import { describe, expect, it } from 'vitest'
import type { AgendaLine } from '../../../core/contract/meetings.ts'
import { fullLabel, subjectOf } from '../../../renderer/agenda/item-words.ts'

describe('an agenda item in words', () => {
  it('says the section of an item under one', () => {
    const [section, item] = [{ label: '199.6' } as AgendaLine, { label: '(b)' } as AgendaLine]
    expect(fullLabel(item, section)).toBe('199.6 (b)')
    expect(fullLabel(section, undefined)).toBe('199.6')
  })

  it('is called by its proposal, or by its own title', () => {
    expect(subjectOf({ title: 'Any other business', proposal: null })).toBe('Any other business')
    expect(
      subjectOf({
        title: 'Modification 0621',
        proposal: { id: 'p', reference: '0621', title: 'Alternative charging regime' },
      }),
    ).toBe('0621 Alternative charging regime')
  })
})
