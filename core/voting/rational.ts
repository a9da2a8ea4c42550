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
