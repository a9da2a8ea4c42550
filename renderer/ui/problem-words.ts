import type { Refusal } from '../../core/contract/errors.ts'
import { dayWords } from './dates.ts'

/** What the checks of the contract say in the words of a programmer, and what a secretary is told instead. */
const translations: [RegExp, (found: RegExpExecArray) => string][] = [
  [/^Invalid ISO date$/, () => 'choose a date'],
  [/^expected (?:string|date), received (?:undefined|null)$/, () => 'must not be empty'],
  [/^a time of day such as .*$/, ([words]) => `must be ${words}`],
  [/^expected (?:number|int), received \w+$/, () => 'must be a whole number'],
  [/^Too small: expected \w+ to be >=(-?\d+)$/, ([, least]) => `must be ${least ?? '0'} or more`],
  [/^Too big: expected \w+ to be <=(-?\d+)$/, ([, most]) => `must not be above ${most ?? ''}`],
]

/** One problem with a field as it stands under it: a sentence, its dates as people write them. */
export function problemWords(problem: string): string {
  let words = problem
  for (const [pattern, translate] of translations) {
    const found = pattern.exec(problem)
    if (found !== null) words = translate(found)
  }
  return `${words.slice(0, 1).toUpperCase()}${withDays(words).slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`
}

/** A refusal whose sentences say "Thu 15 Dec 2016" where the core said 2016-12-15. */
export function refusalWords(refusal: Refusal): Refusal {
  return {
    ...refusal,
    message: withDays(refusal.message),
    ...(refusal.remedy === undefined ? {} : { remedy: withDays(refusal.remedy) }),
  }
}

function withDays(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => dayWords(date))
}
