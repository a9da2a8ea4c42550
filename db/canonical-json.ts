/**
 * JSON in one form only: keys sorted by code unit, no white space, numbers as ECMAScript writes them. The same
 * value always gives the same text, so that it can be hashed. Properties that are undefined are left out.
 * @throws TypeError for what JSON cannot hold (NaN, bigint, bytes, functions): that is a fault of the caller.
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold ${value}`)
      return JSON.stringify(value)
    case 'object':
      if (Array.isArray(value)) {
        return `[${value.map((item) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`
      }
      return canonicalObject(value)
    default:
      throw new TypeError(`JSON cannot hold a ${typeof value}`)
  }
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`JSON cannot hold a ${value.constructor.name}`)
  }
  const parts: string[] = []
  for (const [key, item] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(item)}`)
  }
  return `{${parts.join(',')}}`
}
