import { fillIn, readReference, referencesIn, unknownName } from './batch-references.ts'
import { badFields, fieldProblems, knownCall } from './check-input.ts'
import { calls } from './contract/calls.ts'
import type { CallAnswer, CallRequest } from './contract/envelope.ts'
import { badInput, PanelbookError } from './contract/errors.ts'

/**
 * A batch: one call a line, JSON. `as` keeps the value under a name, by which later lines speak of it
 * (see `Reference`), whatever its kind.
 */
export interface BatchLine {
  call: string
  input?: unknown
  as?: string
  /** The instant to record. Only the sample book is written with it. */
  at?: string
}

export interface BatchOptions {
  /** Whether a line may say at which instant it is recorded. */
  takesTimes?: boolean
  /** Told of each line that was carried out. */
  onStep?: (step: BatchStep) => void
}

export interface BatchStep {
  line: number
  call: string
  as: string | undefined
  value: unknown
}

type NumberedLine = BatchLine & { number: number }

/**
 * Reads all lines, then runs them in order and stops at the first refusal. What can be seen without the book is seen
 * before the first line is carried out: what is no JSON, a call or a field that does not exist, a value that can never
 * be right, a name that no earlier line was kept under. Each line is carried out whole or not at all.
 *
 * @throws PanelbookError the refusal, its message beginning with the line at fault.
 */
export async function runBatch(
  lines: Iterable<string>,
  call: (request: CallRequest, at: string | undefined) => Promise<CallAnswer>,
  { takesTimes = false, onStep }: BatchOptions = {},
): Promise<void> {
  const read = readLines(lines, takesTimes)
  const named = new Map<string, unknown>()
  for (const [index, line] of read.entries()) {
    try {
      const answer = await call({ name: line.call, input: fillIn(line.input ?? {}, named) }, line.at)
      if (!answer.ok) {
        throw new PanelbookError(answer.error.code, `${line.call}: ${answer.error.message}`, answer.error)
      }
      if (line.as !== undefined) named.set(line.as, answer.value)
      onStep?.({ line: line.number, call: line.call, as: line.as, value: answer.value })
    } catch (error) {
      throw refusalAt(
        line.number,
        error,
        index === 0 ? 'Nothing was changed.' : 'The lines before it were carried out.',
      )
    }
  }
}

function readLines(lines: Iterable<string>, takesTimes: boolean): NumberedLine[] {
  const names = new Set<string>()
  const read: NumberedLine[] = []
  let number = 0
  for (const text of lines) {
    number += 1
    if (text.trim() === '') continue
    try {
      const line = parseLine(text)
      if (line.at !== undefined && !takesTimes)
        throw badInput('at', 'only the sample book is written with times of its own')
      check(line, names)
      if (line.as !== undefined) names.add(line.as)
      read.push({ ...line, number })
    } catch (error) {
      throw refusalAt(number, error, 'Nothing was changed.')
    }
  }
  return read
}

/** The refusal with its line before it. Any other fault goes on as it is. */
function refusalAt(number: number, thrown: unknown, safe: string): unknown {
  // The one error that an input brings about before anything has looked at it.
  const error = thrown instanceof RangeError ? badInput('input', 'is nested too deeply') : thrown
  if (!(error instanceof PanelbookError)) return error
  return new PanelbookError(error.code, `line ${number}: ${error.message}`, {
    ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    ...(error.fields === undefined ? {} : { fields: error.fields }),
    safe,
  })
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

/** What of a line can be checked before the results are there of which it speaks. */
function check({ call, input: given }: BatchLine, names: ReadonlySet<string>): void {
  const name = knownCall(call)
  const input = given ?? {}
  checkNames(input, names)
  const parsed = calls[name].input.safeParse(input)
  const issues = parsed.error?.issues ?? []
  // A reference is no identifier yet, and nothing is known of what holds one; an extra field is extra all the same.
  const certain = issues.filter(
    (issue) => issue.code === 'unrecognized_keys' || referencesIn(valueAt(input, issue.path)).length === 0,
  )
  if (certain.length === 0) return
  const { code, message, ...more } = badFields(certain.flatMap(fieldProblems)).toRefusal()
  throw new PanelbookError(code, `${call}: ${message}`, more)
}

function checkNames(value: unknown, names: ReadonlySet<string>): void {
  if (typeof value === 'string') {
    const reference = readReference(value)
    if (reference !== undefined && !names.has(reference.name)) throw unknownName(value)
  } else if (typeof value === 'object' && value !== null) {
    for (const element of Object.values(value)) checkNames(element, names)
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    return (at as Record<PropertyKey, unknown>)[key]
  }, value)
}
