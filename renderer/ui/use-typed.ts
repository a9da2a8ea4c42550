import { useState } from 'react'
import type { ProblemOf } from './form-problems.ts'

/** What a field needs to be one of a form. */
export interface TypedField {
  value: string
  onChange(value: string): void
  problem: string | undefined
}

/**
 * What is typed into the fields of a form, all of it text, by name. `field` gives a field its value, its change and
 * what is wrong with it; `inContract` is said where the contract has another name for it.
 */
export function useTyped<Name extends string>(
  start: Record<Name, string> | (() => Record<Name, string>),
): {
  values: Record<Name, string>
  set(changes: Partial<Record<Name, string>>): void
  field(name: Name, problemOf: ProblemOf, inContract?: string): TypedField
} {
  const [values, setValues] = useState<Record<Name, string>>(start)
  const set = (changes: Partial<Record<Name, string>>) => setValues((now) => ({ ...now, ...changes }))
  const field = (name: Name, problemOf: ProblemOf, inContract: string = name) => ({
    value: values[name],
    onChange: (value: string) => set({ [name]: value } as Partial<Record<Name, string>>),
    problem: problemOf(inContract),
  })
  return { values, set, field }
}
