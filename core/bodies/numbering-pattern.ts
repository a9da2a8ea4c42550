import { badInput } from '../contract/errors.ts'

/**
 * The places that a numbering pattern may hold. A number can be given a width, to which it is filled with
 * zeros: `{sequence:2}` prints 03.
 *
 * - items: {meeting} number of the meeting, {section} number of the item in the agenda
 * - sub-items: {letter} a, b, c …, {number} 1, 2, 3 …, and {meeting} and {section} of the item above
 * - actions: {short} short name of the body, {month} 1 to 12, {year}, {sequence}, {meeting}
 */
export const patternPlaces = {
  itemNumbering: ['meeting', 'section'],
  subItemNumbering: ['letter', 'number', 'meeting', 'section'],
  actionReference: ['short', 'month', 'year', 'sequence', 'meeting'],
} as const

/** One of these must be in the pattern: without it everything would be called the same. */
const telling = {
  itemNumbering: ['section'],
  subItemNumbering: ['letter', 'number'],
  actionReference: ['sequence'],
} as const

/** Two numbers side by side, the second as long as it happens to be. */
const touchingNumbers =
  /(\{(?:meeting|section|number|month|year|sequence)(?::[1-9])?\})(\{(?:meeting|section|number|month|year|sequence)\})/

export type PatternField = keyof typeof patternPlaces

/**
 * @throws PanelbookError `bad-input` naming the field: an unknown place, a loose brace, nothing that counts, numbers that
 * run into each other
 */
export function checkPattern(field: PatternField, pattern: string): void {
  const places = patternPlaces[field]
  const held = new Set<string>()
  const rest = pattern.replace(/\{([^{}]*)\}/g, (whole, inside: string) => {
    const [, name = ''] = /^([a-z]+)(?::[1-9])?$/.exec(inside) ?? []
    if (!places.some((place) => place === name)) {
      throw badInput(
        field,
        `${whole} is not a place that can be filled; use ${places.map(braced).join(', ')}`,
      )
    }
    held.add(name)
    return ''
  })
  const touching = touchingNumbers.exec(pattern)
  if (touching !== null) {
    throw badInput(
      field,
      `needs something between ${touching[1] ?? ''} and ${touching[2] ?? ''}, or a width for the second: 1 and 11 would be called like 11 and 1`,
    )
  }
  if (/[{}]/.test(rest)) throw badInput(field, 'holds a brace without its partner')
  if (!telling[field].some((place) => held.has(place))) {
    throw badInput(field, `must hold ${telling[field].map(braced).join(' or ')}`)
  }
}

function braced(place: string): string {
  return `{${place}}`
}
