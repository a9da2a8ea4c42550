import type { z } from 'zod'
import { calls, type CallName } from './contract/calls.ts'
import { PanelbookError, type FieldProblem } from './contract/errors.ts'

/** @throws PanelbookError `unknown-call` */
export function knownCall(name: unknown): CallName {
  if (typeof name === 'string' && Object.hasOwn(calls, name)) return name as CallName
  throw new PanelbookError('unknown-call', `There is no call named ${JSON.stringify(name)?.slice(0, 80)}.`, {
    remedy: '"panelbook calls" lists the names.',
  })
}

/** The input as its handler receives it, defaults filled in. @throws PanelbookError `bad-input` */
export function checkedInput(name: CallName, input: unknown): unknown {
  const parsed = calls[name].input.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  throw badFields(parsed.error.issues.flatMap(fieldProblems))
}

/** The refusal of an input with those problems; the first one is its sentence. */
export function badFields(fields: FieldProblem[]): PanelbookError {
  const first = fields[0]
  return new PanelbookError(
    'bad-input',
    first === undefined ? 'The input is not as the call expects.' : `${first.field}: ${first.problem}`,
    { safe: 'Nothing was changed.', fields },
  )
}

export function fieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), problem: 'there is no such field' }))
  }
  return [
    { field: path.join('.') || 'input', problem: issue.message.replace(/^Invalid (input|option): /, '') },
  ]
}
