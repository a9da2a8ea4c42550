import { badInput } from './contract/errors.ts'

/**
 * How a line of a batch speaks of an earlier result: `$name`, then steps. `.key` or `.0` goes into an object or a list;
 * `[path=value]` picks the one element of a list in which it is so, as in `$body.seats[name=Shipper 1].id` or
 * `$meeting.agenda[proposal.reference=0621].id`. A text that only looks like one ("$100") is left as it is.
 */
export interface Reference {
  name: string
  steps: Step[]
}
type Step = { key: string } | { path: string[]; value: string }

/** The reference that a text is; undefined for any other text. @throws PanelbookError for one that is misspelt. */
export function readReference(text: string): Reference | undefined {
  const head = /^\$([A-Za-z][\w-]*)(?=$|[.[])/.exec(text)
  if (head?.[1] === undefined) return undefined
  const steps: Step[] = []
  let rest = text.slice(head[0].length)
  while (rest !== '') {
    const step = /^(?:\.([^.[\]]+)|\[([^=[\]]+)=([^\]]*)\])/.exec(rest)
    if (step === null) throw badInput(text, `what follows "${text.slice(0, -rest.length)}" is no path`)
    const [whole, key, path = '', value = ''] = step
    steps.push(key === undefined ? { path: path.split('.'), value } : { key })
    rest = rest.slice(whole.length)
  }
  return { name: head[1], steps }
}

/** Every reference in a value, however deep. @throws PanelbookError for one that is misspelt. */
export function referencesIn(value: unknown): Reference[] {
  if (typeof value === 'string') {
    const reference = readReference(value)
    return reference === undefined ? [] : [reference]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(referencesIn)
}

/** Puts earlier results in the place of the references. @throws PanelbookError where a result has no such value. */
export function fillIn(value: unknown, named: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') {
    const reference = readReference(value)
    return reference === undefined ? value : lookUp(value, reference, named)
  }
  if (Array.isArray(value)) return value.map((element) => fillIn(element, named))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, fillIn(element, named)]))
  }
  return value
}

/** @throws PanelbookError that names the text of the reference. */
export function unknownName(text: string): Error {
  return badInput(text, 'no earlier line was kept under that name')
}

function lookUp(text: string, { name, steps }: Reference, named: ReadonlyMap<string, unknown>): unknown {
  if (!named.has(name)) throw unknownName(text)
  let value = named.get(name)
  for (const step of steps) {
    if ('key' in step) {
      const next = into(value, step.key)
      if (next === undefined) throw badInput(text, `the earlier result has no "${step.key}"`)
      value = next.value
    } else {
      value = theOne(text, value, step)
    }
  }
  return value
}

function theOne(text: string, list: unknown, { path, value }: { path: string[]; value: string }): unknown {
  const where = `${path.join('.')}=${value}`
  if (!Array.isArray(list)) throw badInput(text, `[${where}] stands behind something that is no list`)
  const found = list.filter((element) => {
    const reached = path.reduce<{ value: unknown } | undefined>(
      (at, key) => (at === undefined ? undefined : into(at.value, key)),
      { value: element },
    )
    return ['string', 'number', 'boolean'].includes(typeof reached?.value) && String(reached?.value) === value
  })
  if (found.length === 1) return found[0]
  const problem =
    found.length === 0 ? 'no element of the list has' : `${found.length} elements of the list have`
  throw badInput(text, `${problem} ${where}`)
}

function into(value: unknown, key: string): { value: unknown } | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return { value: (value as Record<string, unknown>)[key] }
}
