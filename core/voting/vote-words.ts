import type { Threshold } from '../contract/voting-rule.ts'

const fractionNames: Record<string, string> = {
  '1/2': 'half',
  '1/3': 'one third',
  '2/3': 'two-thirds',
  '1/4': 'one quarter',
  '3/4': 'three-quarters',
  '1/5': 'one fifth',
  '2/5': 'two-fifths',
  '3/5': 'three-fifths',
  '4/5': 'four-fifths',
  '1/1': 'all',
}

function fractionWords(numerator: number, denominator: number): string {
  if (numerator === denominator) return 'all'
  const exact = `${numerator}/${denominator}`
  return fractionNames[exact] ?? (denominator === 100 ? `${numerator}%` : exact)
}

/** "more than half", "at least two-thirds", "at least 65%", "all". The share is printed exactly, never rounded. */
export function thresholdWords({ numerator, denominator, comparison }: Threshold): string {
  const fraction = fractionWords(numerator, denominator)
  if (fraction === 'all') return 'all'
  return `${comparison === 'at-least' ? 'at least' : 'more than'} ${fraction}`
}

/** "1 vote", "6 votes". */
export function votesWords(votes: number): string {
  return votes === 1 ? '1 vote' : `${votes} votes`
}

/** "6 of 11 votes cast are": the verb agrees with the part. */
export function shareOf(part: number, whole: number, words: { one: string; many: string }): string {
  return `${part} of ${whole} ${whole === 1 ? words.one : words.many} ${part === 1 ? 'is' : 'are'}`
}

/** "NR", "NR and SB", "NR, SB and ST". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
