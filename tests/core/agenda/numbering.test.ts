import { describe, expect, test } from 'vitest'
import { itemLabel, letters, subItemLabel } from '../../../core/agenda/numbering.ts'

const numbering = { meeting: '199', item: '{meeting}.{section}', subItem: '({letter})' }

describe('agenda numbers', () => {
  test('an item carries the number of the meeting and its own', () => {
    expect(itemLabel(numbering, 6)).toBe('199.6')
  })
  test('an item under it carries a letter', () => {
    expect(subItemLabel(numbering, 6, 2)).toBe('(b)')
  })
  test('a number can be filled with zeros, and be a number instead of a letter', () => {
    const other = { meeting: '7', item: '{section:2}', subItem: '{section}.{number:2}' }
    expect(itemLabel(other, 6)).toBe('06')
    expect(subItemLabel(other, 6, 11)).toBe('6.11')
  })
  test('a place that is not known stays to be seen', () => {
    expect(itemLabel({ ...numbering, item: '{constructor}-{section}' }, 1)).toBe('{constructor}-1')
  })
  test('letters go on after z', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(letters)).toEqual(['a', 'z', 'aa', 'az', 'ba', 'zz', 'aaa'])
  })
})
