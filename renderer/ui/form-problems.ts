import type { ErrorCode, Refusal } from '../../core/contract/errors.ts'
import { problemWords, refusalWords } from './problem-words.ts'

/** What is wrong with a field of the contract, in words; an entry of a list counts as the list's. */
export type ProblemOf = (field: string) => string | undefined

/** At which field a refusal belongs that names none itself, by its code. */
export type Places = Partial<Record<ErrorCode, string>>

export interface FormProblems {
  problemOf: ProblemOf
  /** What no field shows. To be asked last: a field is shown when `problemOf` was asked for it. */
  unshown(): Refusal | null
}

/** A refusal, taken apart for the fields of a form. */
export function formProblems(refusal: Refusal | null, places: Places = {}): FormProblems {
  const asked = new Set<string>()
  const problems = refusal === null ? [] : problemsOf(refusal, places)
  return {
    problemOf: (field) => {
      asked.add(field)
      const found = problems.find((each) => isAbout(each.field, field))
      return found === undefined ? undefined : problemWords(found.problem)
    },
    unshown: () => {
      const isShown = (found: string) => [...asked].some((field) => isAbout(found, field))
      const isAllShown = problems.length > 0 && problems.every(({ field }) => isShown(field))
      return refusal === null || isAllShown ? null : refusalWords(refusal)
    },
  }
}

function problemsOf(refusal: Refusal, places: Places): { field: string; problem: string }[] {
  if (refusal.fields !== undefined) return refusal.fields
  const field = places[refusal.code]
  return field === undefined ? [] : [{ field, problem: refusal.message }]
}

/** `owners.0` is about `owners`. */
function isAbout(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`)
}
