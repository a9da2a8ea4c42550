import { describe, expect, it } from 'vitest'
import {
  dueWords,
  isFinished,
  joinOwners,
  ownerWords,
  splitOwners,
} from '../../../renderer/actions/action-words.ts'
import { anAction } from './an-action.ts'

describe('an action in words', () => {
  it('says who has it', () => {
    const owners = [
      { personId: 'p1', name: 'Anna Black' },
      { personId: null, name: 'Joint Office' },
    ]
    expect(ownerWords(anAction({ owners }))).toBe('Anna Black, Joint Office')
    expect(ownerWords(anAction({}))).toBe('no owner')
  })

  it.each([
    [{}, 'no due date'],
    [{ dueOn: '2017-01-12' }, 'due Thu 12 Jan 2017'],
    [{ dueMeeting: 'January Panel' }, 'due by January Panel'],
    [{ dueOn: '2017-01-12', dueMeeting: 'January Panel' }, 'due Thu 12 Jan 2017, by January Panel'],
  ])('says by when: %j is %s', (parts, words) => {
    expect(dueWords(anAction(parts))).toBe(words)
  })

  it.each([
    ['open', false],
    ['carried-forward', false],
    ['closed', true],
    ['withdrawn', true],
  ] as const)('is %s: finished %s', (status, isOver) => {
    expect(isFinished({ status })).toBe(isOver)
  })
})

describe('owners as they are typed', () => {
  it.each([
    ['AB, CD', ['AB', 'CD']],
    [' AB ,, CD, ', ['AB', 'CD']],
    ['Black, Anna; Joint Office', ['Black, Anna', 'Joint Office']],
    ['Black, Anna;', ['Black, Anna']],
    ['', []],
    [' ; ', []],
  ])('%j are %j', (typed, owners) => {
    expect(splitOwners(typed)).toEqual(owners)
  })

  it.each([[['AB', 'CD']], [['Black, Anna']], [['Black, Anna', 'CD']], [[]]])(
    '%j are the same when they are split again',
    (owners) => {
      expect(splitOwners(joinOwners(owners))).toEqual(owners)
    },
  )
})
