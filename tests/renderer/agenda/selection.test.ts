import { describe, expect, it } from 'vitest'
import {
  everything,
  heldSelection,
  lookedOn,
  noSelection,
  rangeTo,
  targetsOf,
  toggled,
  type Selection,
} from '../../../renderer/agenda/selection.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const ids = (selection: Selection) => [...selection.ids].toSorted().join('')

describe('items of the agenda that are selected', () => {
  it('are the one that is looked at, as long as nothing else is', () => {
    expect(targetsOf(noSelection, order, 'b')).toEqual(['b'])
    expect(targetsOf(noSelection, order, null)).toEqual([])
    expect(targetsOf(noSelection, order, 'gone')).toEqual([])
  })

  it('grow and shrink from the anchor with Shift, also past it', () => {
    const down = rangeTo(noSelection, order, 'c', 'd')
    expect(ids(down)).toBe('cd')
    const further = rangeTo(down, order, 'd', 'e')
    expect(ids(further)).toBe('cde')
    const back = rangeTo(further, order, 'e', 'b')
    expect(ids(back)).toBe('bc')
    expect(back.anchorId).toBe('c')
    expect(targetsOf(back, order, 'b')).toEqual(['b', 'c'])
  })

  it('go in and out one by one with Ctrl, beginning with the one that is looked at', () => {
    const two = toggled(noSelection, 'a', 'd')
    expect(ids(two)).toBe('ad')
    const one = toggled(two, 'd', 'a')
    expect(ids(one)).toBe('d')
    // A range begins at the one that was toggled last.
    expect(ids(rangeTo(one, order, 'a', 'c'))).toBe('abc')
    expect(ids(toggled(noSelection, 'a', 'a'))).toBe('a')
    expect(ids(toggled(toggled(noSelection, 'a', 'a'), 'a', 'a'))).toBe('')
  })

  it('stay while one looks on with Ctrl and an arrow', () => {
    const on = lookedOn(lookedOn(noSelection, 'a', 'b'), 'b', 'c')
    expect(ids(on)).toBe('a')
    expect(on.at).toBe('c')
    expect(ids(toggled(on, 'c', 'c'))).toBe('ac')
  })

  it('are the whole agenda', () => {
    expect(targetsOf(everything(order, 'c'), order, 'c')).toEqual(order)
  })

  it('are let go once another item is looked at, and without those that have gone', () => {
    const some = rangeTo(noSelection, order, 'b', 'd')
    expect(heldSelection(some, order, 'd')).toEqual(some)
    expect(heldSelection(some, order, 'e')).toBe(noSelection)
    expect(ids(heldSelection(some, ['a', 'd', 'c'], 'd'))).toBe('cd')
    expect(heldSelection(some, ['a', 'e'], 'd')).toBe(noSelection)
  })
})
