import { describe, expect, it } from 'vitest'
import { changesOf, formOf } from '../../../renderer/register/proposal-form.ts'
import {
  isFilledIn,
  keyDates,
  linesOf,
  nameInList,
  referenceExample,
  titleInList,
} from '../../../renderer/register/proposal-words.ts'
import { aProposal } from './a-proposal.ts'

describe('a proposal in lists', () => {
  it('is called by its short title, or by its title where it has none', () => {
    expect(titleInList(aProposal())).toBe('Amendments to the gas charging regime')
    expect(nameInList(aProposal({ shortTitle: 'Charging' }))).toBe('0621 Charging')
  })

  it('says its key dates with what each is', () => {
    expect(keyDates(aProposal({ implementationOn: '2017-06-01', reportingOn: '2017-01-19' }))).toEqual([
      { what: 'report by', on: '2017-01-19' },
      { what: 'implementation', on: '2017-06-01' },
    ])
  })

  it('knows how the next reference of a code is spelt', () => {
    expect(referenceExample({ referencePrefix: 'SECMP', referenceDigits: 4 })).toBe('SECMP0025')
    expect(referenceExample({ referencePrefix: '', referenceDigits: 1 })).toBe('25')
  })

  it('takes lines apart without those that are blank', () => {
    expect(linesOf(' one \n\n  \ntwo')).toEqual(['one', 'two'])
    expect(linesOf('')).toEqual([])
  })
})

describe('a determination beside the result of its vote', () => {
  it.each([
    ['Implemented', 'Implemented', true],
    ['Extended to [date], by majority', 'Extended to 19 January 2017, by majority', true],
    ['Issued to [workgroup] by the [date] Panel', 'Issued to 0621 by the 19 January 2017 Panel', true],
    ['Extended to [date], by majority', 'Not extended', false],
    ['Extended to [date], by majority', 'Extended to 19 January 2017, unanimously', false],
    ['Implemented', 'Implemented in part', false],
  ])('%s and %s are the same: %s', (result, determination, isSame) => {
    expect(isFilledIn(result, determination)).toBe(isSame)
  })
})

describe('the particulars that are sent', () => {
  const before = formOf(
    aProposal({ reportingOn: '2017-01-19', impacts: { documents: ['TPD'], systems: [] } }),
  )

  it('are none where nothing was touched', () => {
    expect(changesOf(before, { ...before })).toEqual({})
  })

  it('are only those that were touched; an emptied date is none', () => {
    expect(changesOf(before, { ...before, title: 'Other', reportingOn: '', workgroupId: 'w' })).toEqual({
      title: 'Other',
      reportingOn: null,
      workgroupId: 'w',
    })
  })

  it('hold both lists of a pair when one was touched', () => {
    expect(changesOf(before, { ...before, systems: 'UK Link\n' })).toEqual({
      impacts: { documents: ['TPD'], systems: ['UK Link'] },
    })
  })
})
