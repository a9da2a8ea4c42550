import { describe, expect, it } from 'vitest'
import {
  dropPlace,
  indentPlace,
  outdentPlace,
  stepPlace,
  type Aim,
  type Place,
} from '../../../renderer/agenda/places.ts'

const line = (id: string) => ({ id, parentId: id.length === 1 ? null : (id[0] ?? null) })
/** The sections 1 to 4, of which 2 holds 2a, 2b and 2c, and 3 holds 3a. */
const agenda = ['1', '2', '2a', '2b', '2c', '3', '3a', '4'].map(line)
const place = (parentId: string | null, beforeId: string | null): Place => ({ parentId, beforeId })

describe('one step', () => {
  it('up and down among the neighbours, and no further', () => {
    expect(stepPlace(agenda, ['2b'], -1)).toEqual(place('2', '2a'))
    expect(stepPlace(agenda, ['2b'], 1)).toEqual(place('2', null))
    expect(stepPlace(agenda, ['2'], 1)).toEqual(place(null, '4'))
    expect(stepPlace(agenda, ['2a'], -1)).toBeNull()
    expect(stepPlace(agenda, ['4'], 1)).toBeNull()
    expect(stepPlace(agenda, [], 1)).toBeNull()
  })

  it('takes several along, with what stands in a section', () => {
    expect(stepPlace(agenda, ['2b', '2c'], -1)).toEqual(place('2', '2a'))
    expect(stepPlace(agenda, ['2a', '2b'], 1)).toEqual(place('2', null))
    expect(stepPlace(agenda, ['2', '2a', '3'], -1)).toEqual(place(null, '1'))
    expect(stepPlace(agenda, ['2', '3'], 1)).toEqual(place(null, null))
  })

  it('leads nowhere for items of several sections', () => {
    expect(stepPlace(agenda, ['2a', '3a'], 1)).toBeNull()
    expect(stepPlace(agenda, ['1', '3a'], -1)).toBeNull()
  })
})

describe('another level', () => {
  it('into the section above, unless they hold items', () => {
    expect(indentPlace(agenda, ['4'])).toEqual(place('3', null))
    expect(indentPlace(agenda, ['1'])).toBeNull()
    expect(indentPlace(agenda, ['2'])).toBeNull()
    expect(indentPlace(agenda, ['2a'])).toBeNull()
  })

  it('out of the section, right behind it', () => {
    expect(outdentPlace(agenda, ['2a', '2c'])).toEqual(place(null, '3'))
    expect(outdentPlace(agenda, ['3a'])).toEqual(place(null, '4'))
    expect(outdentPlace(agenda, ['3'])).toBeNull()
    expect(outdentPlace(agenda, ['2a', '3a'])).toBeNull()
  })
})

describe('letting go', () => {
  const drop = (ids: string[], overId: string, edge: Aim['edge'], isIndented = false) =>
    dropPlace(agenda, ids, { overId, edge, isIndented })

  it('on a section puts them at its end', () => {
    expect(drop(['4'], '2', 'on')).toEqual(place('2', null))
    expect(drop(['3a', '2a'], '1', 'on')).toEqual(place('1', null))
    expect(drop(['2'], '3', 'on')).toBeNull()
    expect(drop(['2c'], '2', 'on')).toBeNull()
  })

  it('between items of a section puts them there', () => {
    expect(drop(['4'], '2b', 'before')).toEqual(place('2', '2b'))
    expect(drop(['4'], '2a', 'after')).toEqual(place('2', '2b'))
    expect(drop(['3a'], '2', 'after')).toEqual(place('2', '2a'))
    expect(drop(['2a', '4'], '2b', 'before')).toEqual(place('2', '2b'))
  })

  it('behind a section’s last item leaves it or stays in it, as the pointer asks', () => {
    expect(drop(['1'], '2c', 'after')).toEqual(place(null, '3'))
    expect(drop(['1'], '2c', 'after', true)).toEqual(place('2', null))
    expect(drop(['1'], '3', 'before', true)).toEqual(place('2', null))
    expect(drop(['3a'], '4', 'after')).toEqual(place(null, null))
    expect(drop(['3a'], '4', 'after', true)).toEqual(place('4', null))
    expect(drop(['2a'], '3', 'before', true)).toEqual(place('2', null))
  })

  it('takes a section only to the top', () => {
    expect(drop(['2'], '4', 'before')).toEqual(place(null, '4'))
    expect(drop(['2'], '3', 'after')).toBeNull()
    expect(drop(['3'], '2b', 'before')).toBeNull()
    expect(drop(['2', '2a', '2b', '2c'], '1', 'before', true)).toEqual(place(null, '1'))
  })

  it('where they are, or in themselves, is nowhere', () => {
    expect(drop(['2a'], '2a', 'before')).toBeNull()
    expect(drop(['2a'], '2b', 'before')).toBeNull()
    expect(drop(['2a', '2b'], '2c', 'before')).toBeNull()
    expect(drop(['2a', '2c'], '2c', 'after', true)).toEqual(place('2', null))
    expect(drop(['1'], '2', 'before')).toBeNull()
    expect(drop(['1'], '1', 'on')).toBeNull()
    expect(drop(['4'], 'gone', 'on')).toBeNull()
  })
})
