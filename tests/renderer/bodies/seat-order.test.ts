import { expect, test } from 'vitest'
import { reordered } from '../../../renderer/bodies/seat-order.ts'

const all = ['a', 'b', 'past', 'c', 'x', 'y']
const shown = ['a', 'b', 'c']

test('what is moved stands before or after the one whose place it takes', () => {
  expect(reordered(all, shown, 0, 1)).toEqual(['b', 'a', 'past', 'c', 'x', 'y'])
  expect(reordered(all, shown, 1, 0)).toEqual(['b', 'a', 'past', 'c', 'x', 'y'])
})

test('what is not shown keeps its place beside the rest, and none is lost', () => {
  expect(reordered(all, shown, 1, 2)).toEqual(['a', 'past', 'c', 'b', 'x', 'y'])
  expect(reordered(all, shown, 2, 1)).toEqual(['a', 'c', 'b', 'past', 'x', 'y'])
  for (const from of [0, 1, 2])
    for (const to of [0, 1, 2]) {
      const after = reordered(all, shown, from, to)
      expect(after.toSorted()).toEqual(all.toSorted())
      expect(after.filter((id) => shown.includes(id)).indexOf(shown[from] ?? '')).toBe(to)
    }
})

test('beyond the list nothing moves', () => {
  expect(reordered(all, shown, 2, 3)).toEqual(all)
  expect(reordered(all, [], 0, 0)).toEqual(all)
})
