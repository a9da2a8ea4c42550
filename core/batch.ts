import { badInput, PanelbookError } from './contract/errors.ts'
import type { CallAnswer, CallRequest } from './contract/envelope.ts'

/**
 * A batch: one call a line, JSON. `as` keeps the value under a name; a string that is exactly
 * `"$name.path.to.value"` in a later input stands for that value, whatever its kind.
 */
export interface BatchLine {
  call: string
  input?: unknown
  as?: string
  /** The instant to record. Only the sample book is written with it. */
  at?: string
}

export interface BatchStep {
  line: number
  call: string
  as: string | undefined
  value: unknown
}

/**
 * Runs the lines in order and stops at the first refusal.
 * @throws PanelbookError the refusal, its message beginning with the line at fault.
 */
export async function runBatch(
  lines: Iterable<string>,
  call: (request: CallRequest, at: string | undefined) => Promise<CallAnswer>,
  onStep: (step: BatchStep) => void = () => undefined,
): Promise<void> {
  const named = new Map<string, unknown>()
  let number = 0
  for (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    try {
      const line = parseLine(text)
      const answer = await call({ name: line.call, input: fillIn(line.input ?? {}, named) }, line.at)
      if (!answer.ok) {
        throw new PanelbookError(answer.error.code, `${line.call}: ${answer.error.message}`, answer.error)
      }
      if (line.as !== undefined) named.set(line.as, answer.value)
      onStep({ line: number, call: line.call, as: line.as, value: answer.value })
    } catch (thrown) {
      // The one error that an input brings about before anything has looked at it.
      const error = thrown instanceof RangeError ? badInput('input', 'is nested too deeply') : thrown
      if (!(error instanceof PanelbookError)) throw error
      throw new PanelbookError(error.code, `line ${number}: ${error.message}`, {
        ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
        ...(error.fields === undefined ? {} : { fields: error.fields }),
        safe: number === 1 ? 'Nothing was changed.' : 'The lines before it were carried out.',
      })
    }
  }
}

function parseLine(text: string): BatchLine {
  let line: unknown
  try {
    line = JSON.parse(text)
  } catch {
    throw badInput('line', 'is not JSON')
  }
  if (typeof line !== 'object' || line === null || Array.isArray(line))
    throw badInput('line', 'must be an object')
  const { call, input, as, at, ...others } = line as Record<string, unknown>
  const extra = Object.keys(others)[0]
  if (extra !== undefined) throw badInput(extra, 'there is no such field in a batch line')
  if (typeof call !== 'string') throw badInput('call', 'must be the name of a call')
  if (as !== undefined && (typeof as !== 'string' || !/^[A-Za-z][\w-]*$/.test(as))) {
    throw badInput('as', 'must be a name of letters, digits, hyphens and underscores')
  }
  if (at !== undefined && typeof at !== 'string') throw badInput('at', 'must be an instant')
  return {
    call,
    input,
    ...(as === undefined ? {} : { as }),
    ...(at === undefined ? {} : { at }),
  }
}

/** Puts earlier results in the place of `"$name.path"` strings. */
export function fillIn(value: unknown, named: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') return value.startsWith('$') ? lookUp(value, named) : value
  if (Array.isArray(value)) return value.map((element) => fillIn(element, named))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, fillIn(element, named)]))
  }
  return value
}

/** Follows `$name.path`; a text that only looks like one ("$100") is left as it is. */
function lookUp(reference: string, named: ReadonlyMap<string, unknown>): unknown {
  const [name = '', ...path] = reference.slice(1).split('.')
  if (!/^[A-Za-z][\w-]*$/.test(name)) return reference
  if (!named.has(name)) throw badInput(reference, 'no earlier line was kept under that name')
  let value = named.get(name)
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) {
      throw badInput(reference, `the earlier result has no "${step}"`)
    }
    value = (value as Record<string, unknown>)[step]
  }
  return value
}
