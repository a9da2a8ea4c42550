import { useEffect, useRef, useState } from 'react'
import type { CallInput, CallName, CallOutput } from '../../core/contract/calls.ts'
import type { ErrorCode, Refusal } from '../../core/contract/errors.ts'
import { problemWords, refusalWords } from '../ui/problem-words.ts'
import { change } from './client.ts'

export interface Submit<Name extends CallName> {
  /** Makes the call; null where it was refused, or another is still on its way. */
  submit(input: CallInput<Name>): Promise<CallOutput<Name> | null>
  /** What is wrong with a field of the form, in words. */
  problem(field: string): string | undefined
  /** What was refused and belongs to no field of the form. */
  refusal: Refusal | null
}

/**
 * One command of a form. What is refused stays with the form, beside the fields at fault, and the first of them
 * gets the focus.
 * @param fields the fields that the form shows; problems with others are told by `refusal`
 * @param places where a refusal that names no field belongs, by its code
 */
export function useSubmit<Name extends CallName>(
  name: Name,
  fields: readonly string[],
  places: Partial<Record<ErrorCode, string>> = {},
): Submit<Name> {
  const [error, setError] = useState<Refusal | null>(null)
  // A second Enter is let pass by. The button stays enabled meanwhile: a disabled one would lose the focus.
  const isOnItsWay = useRef(false)

  useEffect(() => {
    if (error !== null) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])

  const submit = async (input: CallInput<Name>) => {
    if (isOnItsWay.current) return null
    isOnItsWay.current = true
    const answer = await change(name, input)
    isOnItsWay.current = false
    setError(answer.ok ? null : placed(answer.error, places))
    return answer.ok ? answer.value : null
  }
  const problem = (field: string) => {
    const found = error?.fields?.find((other) => isOf(field, other.field))
    return found === undefined ? undefined : problemWords(found.problem)
  }
  const isElsewhere =
    error !== null && !error.fields?.some((found) => fields.some((field) => isOf(field, found.field)))
  return { submit, problem, refusal: isElsewhere ? refusalWords(error) : null }
}

/** `owners.0` is a problem of `owners`. */
function isOf(field: string, found: string): boolean {
  return found === field || found.startsWith(`${field}.`)
}

function placed(error: Refusal, places: Partial<Record<ErrorCode, string>>): Refusal {
  const field = places[error.code]
  if (field === undefined || error.fields !== undefined) return error
  return { ...error, fields: [{ field, problem: refusalWords(error).message }] }
}
