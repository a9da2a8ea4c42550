import type { ParameterName } from '../../core/contract/determinations.ts'
import type { Refusal } from '../../core/contract/errors.ts'
import type { QuestionView } from '../../core/contract/voting.ts'

const names: readonly ParameterName[] = ['workgroup', 'date', 'closingDate']

/** "The sentence still says [date]." */
export function stillSays(open: readonly ParameterName[]): string {
  return `The sentence still says ${open.map((name) => `[${name}]`).join(' and ')}.`
}

/**
 * The places of the panel's phrase that nothing fills. A place that only serves to count other dates is none of the
 * sentence, so it may stay empty.
 * @param wanted the places of the phrase that fits the result, and those from which a date is counted
 */
export function openPlaces(
  { phrases }: Pick<QuestionView, 'phrases'>,
  wanted: readonly ParameterName[],
  filled: Partial<Record<ParameterName, string | undefined>>,
): ParameterName[] {
  const isInPhrase = (name: ParameterName) =>
    Object.values(phrases).some((phrase) => phrase.includes(`{${name}}`))
  return wanted.filter((name) => isInPhrase(name) && (filled[name] ?? '').trim() === '')
}

/** Refuses a sentence that still holds a place in square brackets, at what is to be filled in or put right. */
export function refuseOpenPlaces(open: readonly ParameterName[], ownText: string | null): Refusal | null {
  const isOwn = ownText !== null
  const found = isOwn ? names.filter((name) => ownText.includes(`[${name}]`)) : open
  if (found.length === 0) return null
  return {
    code: 'bad-input',
    message: stillSays(found),
    fields: isOwn
      ? [{ field: 'text', problem: stillSays(found) }]
      : found.map((name) => ({ field: `parameters.${name}`, problem: stillSays([name]) })),
  }
}
