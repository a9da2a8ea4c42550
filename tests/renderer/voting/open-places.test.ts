import { describe, expect, it } from 'vitest'
import type { QuestionView } from '../../../core/contract/voting.ts'
import { openPlaces, refuseOpenPlaces, stillSays } from '../../../renderer/voting/open-places.ts'

const question = {
  phrases: {
    carried: 'Issued to Workgroup {workgroup} with a report by the {date} Panel {count}',
    notCarried: 'Not issued',
  },
} as QuestionView

describe('places of the phrase that nothing fills', () => {
  it('are those that are empty, blanks counted as nothing', () => {
    expect(openPlaces(question, ['workgroup', 'date'], { workgroup: '0621', date: '' })).toEqual(['date'])
    expect(openPlaces(question, ['workgroup', 'date'], { workgroup: ' ' })).toEqual(['workgroup', 'date'])
    expect(openPlaces(question, ['workgroup'], { workgroup: '0621' })).toEqual([])
  })

  it('are none where the phrase that fits wants nothing, or a date only serves to count others', () => {
    expect(openPlaces(question, [], {})).toEqual([])
    expect(openPlaces(question, ['closingDate'], {})).toEqual([])
  })
})

describe('a sentence with an open place', () => {
  it('is refused at each of its fields', () => {
    expect(refuseOpenPlaces(['workgroup', 'date'], null)).toMatchObject({
      code: 'bad-input',
      message: 'The sentence still says [workgroup] and [date].',
      fields: [
        { field: 'parameters.workgroup', problem: stillSays(['workgroup']) },
        { field: 'parameters.date', problem: 'The sentence still says [date].' },
      ],
    })
  })

  it('is refused at its own words where those were edited', () => {
    expect(refuseOpenPlaces(['date'], 'Extended to [date], all agreed')).toMatchObject({
      fields: [{ field: 'text', problem: 'The sentence still says [date].' }],
    })
  })

  it('is written once it is filled in, or says it by hand', () => {
    expect(refuseOpenPlaces([], null)).toBeNull()
    expect(refuseOpenPlaces(['date'], 'Extended to the January Panel')).toBeNull()
    expect(refuseOpenPlaces(['date'], 'Extended [sic] to January')).toBeNull()
  })
})
