import { describe, expect, it } from 'vitest'
import { optionOf, sameText, suggestedInitials, type Person } from '../../../renderer/bodies/person-words.ts'

describe('somebody new', () => {
  it.each([
    ['Anna Black', 'AB'],
    ['Dr. Anna Black', 'AB'],
    ['anna-maria black', 'AMB'],
    ['Örjan Åberg', 'ÖÅ'],
    ['  ', ''],
    ['Mr', ''],
    ['“Bob” Smith', 'BS'],
    ['One Two Three Four Five Six Seven Eight Nine', 'OTTFFSSE'],
  ])('%s is offered the initials %s', (name, initials) => {
    expect(suggestedInitials(name)).toBe(initials)
  })
})

describe('somebody in the book', () => {
  const person = (id: string, name: string, initials: string) => ({ id, name, initials }) as Person

  it('is told from a namesake by initials', () => {
    const people = [person('1', 'Anna Black', 'AB'), person('2', 'Anna Black', 'ABL'), person('3', 'Cy', 'C')]
    expect(people.map((each) => optionOf(each, people))).toEqual([
      'Anna Black (AB)',
      'Anna Black (ABL)',
      'Cy',
    ])
  })

  it('is found whatever the capitals and the blanks around', () => {
    expect(sameText(' anna BLACK', 'Anna Black ')).toBe(true)
    expect(sameText('Anna  Black', 'Anna Black')).toBe(false)
  })
})
