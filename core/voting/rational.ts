import type { Threshold } from '../contract/voting-rule.ts'

/**
 * Whether `part` of `whole` reaches the threshold. Exact: two products of whole numbers are compared, so that two
 * of three votes are two-thirds and never a little less. Both counts are whole votes, 0 or more.
 */
export function reaches(part: number, whole: number, threshold: Threshold): boolean {
  const have = BigInt(part) * BigInt(threshold.denominator)
  const need = BigInt(threshold.numerator) * BigInt(whole)
  return threshold.comparison === 'at-least' ? have >= need : have > need
}

/** The fewest whole votes that reach the threshold; one more than `whole` where none can. */
export function fewestThatReach(whole: number, threshold: Threshold): number {
  const need = BigInt(threshold.numerator) * BigInt(whole)
  const denominator = BigInt(threshold.denominator)
  const wholePart = need / denominator
  const isWhole = wholePart * denominator === need
  const isEnough = threshold.comparison === 'at-least' && isWhole
  return Number(isEnough ? wholePart : wholePart + 1n)
}

/** Whether the threshold is "more than one half": the only one that an equal vote just misses. */
export function isMoreThanHalf(threshold: Threshold): boolean {
  return threshold.comparison === 'more-than' && threshold.numerator * 2 === threshold.denominator
}

/** An exact fraction in its lowest terms; the denominator is 1 or more. */
export interface Rational {
  numerator: bigint
  denominator: bigint
}

export const zero: Rational = { numerator: 0n, denominator: 1n }

/** `part` of `whole` as a fraction. Both are whole votes, `whole` 1 or more. */
export function fraction(part: number, whole: number): Rational {
  return lowest(BigInt(part), BigInt(whole))
}

/** Two fractions added up, exactly. */
export function plus(left: Rational, right: Rational): Rational {
  return lowest(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  )
}

/** One fraction less another, exactly; it may be below 0. */
export function minus(left: Rational, right: Rational): Rational {
  return plus(left, { ...right, numerator: -right.numerator })
}

/** How many whole times `part` goes into `whole`, the rest dropped. `part` is above 0, `whole` 0 or more. */
export function wholeTimes(part: Rational, whole: Rational): bigint {
  return (whole.numerator * part.denominator) / (whole.denominator * part.numerator)
}

/** Which is the greater: above 0 where the left one is, 0 where they are equal, below 0 where the right one is. */
export function compare(left: Rational, right: Rational): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

function lowest(numerator: bigint, denominator: bigint): Rational {
  let divisor = denominator
  let rest = numerator < 0n ? -numerator : numerator
  while (rest > 0n) [divisor, rest] = [rest, divisor % rest]
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

/** A fraction whose denominator has more digits than these is not read out. */
const longestDenominator = 1000n

/**
 * A fraction for reading out: exact where it is short – "4", "2.5", "3.125" – and otherwise exact with three
 * decimals beside it – "59/18 (about 3.278)" –, or the decimals alone where the fraction is long: "about 3.278".
 * The figures are for reading only; nothing is ever decided by one that has been rounded.
 */
export function rationalWords(value: Rational): string {
  const decimals = decimalWords(value)
  const isShown = !decimals.startsWith('about') || value.denominator >= longestDenominator
  return isShown ? decimals : `${value.numerator}/${value.denominator} (${decimals})`
}

/** The same without the fraction: "2.5", "about 3.278". */
export function decimalWords({ numerator, denominator }: Rational): string {
  const thousandths = (numerator * 1000n * 2n + denominator) / (denominator * 2n)
  const decimals = `${thousandths / 1000n}.${String(thousandths % 1000n).padStart(3, '0')}`
  return thousandths * denominator === numerator * 1000n
    ? decimals.replace(/\.?0+$/, '')
    : `about ${decimals}`
}
