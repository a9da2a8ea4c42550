import { expect, test } from 'vitest'
import { freeInitials } from '../../../core/attendance/initials.ts'

test('initials that nobody has stay as they are', () => {
  expect(freeInitials('AB', ['CD'])).toBe('AB')
})
test('collisions are numbered, without regard to case', () => {
  expect(freeInitials('AB', ['ab'])).toBe('AB2')
  expect(freeInitials('AB', ['AB', 'AB2', 'AB4'])).toBe('AB3')
})
test('numbered initials stay within eight characters', () => {
  expect(freeInitials('ABCDEFGH', ['ABCDEFGH'])).toBe('ABCDEFG2')
})
