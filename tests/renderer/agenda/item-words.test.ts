import { describe, expect, it } from 'vitest'
import { shortLabel, subjectOf } from '../../../renderer/agenda/item-words.ts'

describe('an agenda item in words', () => {
  it.each([
    ['199.6', undefined, '6'],
    ['06', undefined, '06'],
    ['6.', undefined, '6.'],
    ['(b)', '199.6', '(b)'],
    ['199.6.2', '199.6', '2'],
    ['6.11', '6', '11'],
    // Not the rest of a number that only begins like the section's.
    ['10', '1', '10'],
    ['1', '1', '1'],
  ])('%s under %s is %s within the agenda', (label, section, short) => {
    expect(shortLabel({ label }, section === undefined ? undefined : { label: section })).toBe(short)
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
