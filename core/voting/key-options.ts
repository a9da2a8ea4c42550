import { badInput } from '../contract/errors.ts'

interface Labelled {
  key?: string | undefined
  label: string
}

/**
 * Options or objectives with their keys, composed from the labels where none were given: "Alternative A" is
 * alternative-a.
 * @param field the input's field, for a refusal
 * @throws PanelbookError `bad-input` naming a key or label that is given twice
 */
export function keyed<T extends Labelled>(given: readonly T[], field: string): (T & { key: string })[] {
  given.forEach(({ key, label }, index) => {
    const before = given.slice(0, index)
    if (key !== undefined && before.some((each) => each.key === key)) {
      throw twice(`${field}.${index}.key`, key)
    }
    if (before.some((each) => isSame(each.label, label))) throw twice(`${field}.${index}.label`, label)
  })
  const taken = new Set(given.flatMap(({ key }) => (key === undefined ? [] : [key])))
  return given.map((each, index) => {
    const key = each.key ?? freeKey(each.label, index, taken)
    taken.add(key)
    return { ...each, key }
  })
}

function twice(field: string, name: string) {
  const problem = `“${name}” is named twice`
  return badInput(field, problem, `${problem}.`)
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** By what an option is found that is called so, however it is spaced and spelt: "0621 A" and "0621-a" are one. */
export function optionCall(label: string): string {
  const plain = plainKey(label)
  return plain === '' ? label.trim().toLowerCase() : plain
}

function plainKey(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
}

/** A label of which nothing is left, such as one in another script, is called by its number. */
function freeKey(label: string, index: number, taken: ReadonlySet<string>): string {
  const plain = plainKey(label)
  const base = plain === '' ? String(index + 1) : plain
  let key = base
  for (let count = 2; taken.has(key); count += 1) key = `${base}-${count}`
  return key
}
