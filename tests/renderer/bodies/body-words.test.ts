import { describe, expect, it } from 'vitest'
import type { Body } from '../../../core/contract/bodies.ts'
import {
  always,
  exampleOf,
  isToBeChecked,
  quorumWords,
  termWords,
} from '../../../renderer/bodies/body-words.ts'

describe('a body in words', () => {
  it.each([
    ['PAN {month:2}/{sequence:2}', 'PAN 12/01'],
    ['{short} {year:2}-{sequence}', 'UNC 16-1'],
    ['{meeting}.{section}', '199.6'],
    ['({letter})', '(b)'],
    ['{unknown}', '{unknown}'],
  ])('the pattern %s turns out as %s', (pattern, example) => {
    expect(exampleOf(pattern, 'UNC')).toBe(example)
  })

  it.each([
    [6, 'people', '6 people'],
    [1, 'people', '1 person'],
    [1, 'votes', '1 vote'],
    [0, 'votes', 'not set'],
  ] as const)('a quorum of %d %s is %s', (quorumTotal, quorumCounts, words) => {
    expect(quorumWords({ quorumTotal, quorumCounts } as Body)).toBe(words)
  })

  it('says from when to when only where there is an end', () => {
    expect(termWords({ effectiveFrom: always, effectiveTo: null })).toBe('')
    expect(termWords({ effectiveFrom: '2015-10-01', effectiveTo: '2016-09-30' })).toBe(
      'from Thu 1 Oct 2015 until Fri 30 Sep 2016',
    )
  })

  it('knows a note that is still to be checked', () => {
    expect(isToBeChecked('Rules 5.4; Check against the Code.')).toBe(true)
    expect(isToBeChecked('Modification Rules 5.4')).toBe(false)
  })
})
