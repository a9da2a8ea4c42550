import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compare,
  decimalWords,
  fraction,
  minus,
  plus,
  rationalWords,
  wholeTimes,
  zero,
} from '../../../core/voting/rational.ts'

test('fractions are kept in their lowest terms', () => {
  expect(fraction(6, 9)).toEqual({ numerator: 2n, denominator: 3n })
  expect(fraction(0, 7)).toEqual(zero)
  expect(plus(fraction(1, 3), fraction(2, 3))).toEqual(fraction(1, 1))
  expect(minus(fraction(1, 3), fraction(1, 2))).toEqual({ numerator: -1n, denominator: 6n })
})

test.each([
  [fraction(4, 1), '4', '4'],
  [fraction(0, 5), '0', '0'],
  [fraction(10, 1), '10', '10'],
  [fraction(100, 1), '100', '100'],
  [fraction(5, 2), '2.5', '2.5'],
  [fraction(25, 8), '3.125', '3.125'],
  [fraction(59, 18), '59/18 (about 3.278)', 'about 3.278'],
  [fraction(1, 16), '1/16 (about 0.063)', 'about 0.063'],
  [fraction(2, 3), '2/3 (about 0.667)', 'about 0.667'],
  [fraction(1999, 1001), 'about 1.997', 'about 1.997'],
  [fraction(1, 9999), 'about 0.000', 'about 0.000'],
])('%o is read out as %s', (value, words, decimals) => {
  expect(rationalWords(value)).toBe(words)
  expect(decimalWords(value)).toBe(decimals)
})

test('sums and comparisons are those of whole numbers over a common denominator', () => {
  const part = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 }))
  fc.assert(
    fc.property(part, part, ([a, b], [c, d]) => {
      const [left, right] = [fraction(a, b), fraction(c, d)]
      expect(compare(plus(left, right), fraction(a * d + c * b, b * d))).toBe(0)
      expect(compare(left, right)).toBe(Math.sign(a * d - c * b))
      expect(compare(plus(minus(left, right), right), left)).toBe(0)
      if (a > 0) expect(Number(wholeTimes(left, right))).toBe(Math.floor((c * b) / (d * a)))
    }),
    { numRuns: 2000 },
  )
})
