import { ErrorNotice } from './error-notice.tsx'
import type { FormProblems } from './form-problems.ts'

/**
 * What was refused and stands at no field of the form. It has to come after the fields: React draws in that order,
 * and only by then each of them has asked what is wrong with it.
 */
export function FormRefusal({ form }: { form: FormProblems }) {
  const refusal = form.unshown()
  return refusal === null ? null : <ErrorNotice error={refusal} />
}
