import { describe, expect, it } from 'vitest'
import { nextReference } from '../../../core/actions/reference.ts'

const facts = { short: 'PAN', meeting: '199', raisedOn: '2016-12-15' }
const of = (year: number, ...references: string[]) => references.map((reference) => ({ reference, year }))

describe('references of actions', () => {
  it.each([
    ['{short} {month}/{sequence:2}', 'PAN 12/01'],
    ['PAN {month:2}/{sequence:2}', 'PAN 12/01'],
    ['{month:2}{sequence:2}', '1201'],
    ['{sequence:4}', '0001'],
    ['{meeting}-{sequence}', '199-1'],
    ['{year}.{sequence}', '2016.1'],
    ['A.({sequence})', 'A.(1)'],
  ])('begins %s with %s', (pattern, first) => {
    expect(nextReference(pattern, facts, [])).toBe(first)
  })

  it('prints a month before October with two digits, so that month and sequence can be told apart', () => {
    expect(nextReference('{month}{sequence:2}', { ...facts, raisedOn: '2017-01-19' }, [])).toBe('0101')
  })

  it('counts anew in each month where the pattern holds the month', () => {
    const taken = of(2016, 'PAN 11/01', 'PAN 11/02', 'PAN 12/01')
    expect(nextReference('{short} {month}/{sequence:2}', facts, taken)).toBe('PAN 12/02')
  })

  it('counts anew in the same month of another year', () => {
    expect(nextReference('{month}{sequence:2}', facts, of(2015, '1201', '1202'))).toBe('1201')
  })

  it('counts anew in each year where the pattern holds the year, and at each meeting where it holds that', () => {
    expect(nextReference('{year}/{sequence}', facts, of(2015, '2015/7'))).toBe('2016/1')
    expect(nextReference('{meeting}/{sequence}', facts, of(2016, '198/4', '199/1'))).toBe('199/2')
  })

  it('runs on over the years otherwise, after the greatest and not after the count', () => {
    expect(nextReference('{sequence:4}', facts, [...of(2014, '0001'), ...of(2015, '0007')])).toBe('0008')
  })

  it('takes no notice of references of another kind', () => {
    expect(nextReference('{sequence:4}', facts, of(2016, 'Minute 5604', 'PAN 12/09', '0003'))).toBe('0004')
  })

  it('goes beyond its width instead of repeating itself', () => {
    expect(nextReference('{short} {month}/{sequence:2}', facts, of(2016, 'PAN 12/99'))).toBe('PAN 12/100')
  })

  it('reads signs in a short name as themselves', () => {
    const odd = { ...facts, short: 'C.B+(1)' }
    expect(nextReference('{short}/{sequence}', odd, of(2016, 'C.B+(1)/4', 'CxB+(1)/9'))).toBe('C.B+(1)/5')
  })
})
