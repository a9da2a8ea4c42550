/**
 * References of actions by the body's pattern: "PAN 11/01", "0102", "0005". The places are those of
 * bodies/numbering-pattern.ts. The sequence counts anew in each month where the pattern holds {month}, at each
 * meeting where it holds {meeting}, in each year where it holds {year}, and runs on otherwise.
 */

/** What an action's reference is made of, its sequence apart. */
export interface ReferenceFacts {
  /** Short name of the body. */
  short: string
  /** Number of the meeting at which it was raised; empty where it was raised at none. */
  meeting: string
  /** Day on which it was raised, YYYY-MM-DD. */
  raisedOn: string
}

/** Another action of the same body. */
export interface TakenReference {
  reference: string
  year: number
}

/**
 * The next free reference.
 * @param taken every action of the body, in any order, those with a reference of their own included
 */
export function nextReference(
  pattern: string,
  facts: ReferenceFacts,
  taken: readonly TakenReference[],
): string {
  const ofPattern = referenceMatcher(pattern, facts)
  const year = yearOf(facts.raisedOn)
  const isByDate = /\{(month|year)/.test(pattern)
  const last = taken
    // A month's references come back each year.
    .filter((other) => !isByDate || other.year === year)
    .map((other) => Number(ofPattern.exec(other.reference)?.[1] ?? 0))
    .reduce((most, sequence) => Math.max(most, sequence), 0)
  return formatActionReference(pattern, facts, last + 1)
}

/** The reference with this sequence. {month} has two digits unless told otherwise, so that "0102" can be read. */
export function formatActionReference(pattern: string, facts: ReferenceFacts, sequence: number): string {
  return pattern.replace(place, (_whole, name: string, width: string | undefined) =>
    name === 'sequence' ? String(sequence).padStart(Number(width ?? 1), '0') : fixedPart(name, width, facts),
  )
}

/** Whether the pattern can be filled only for an action that was raised at a meeting. */
export function needsMeeting(pattern: string): boolean {
  return /\{meeting(:[1-9])?\}/.test(pattern)
}

/** The year of a date YYYY-MM-DD. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

const place = /\{(short|month|year|meeting|sequence)(?::([1-9]))?\}/g

function referenceMatcher(pattern: string, facts: ReferenceFacts): RegExp {
  let hasSequence = false
  const parts = pattern.split(/(\{[^{}]*\})/).map((part) => {
    const [, name, width] = new RegExp(`^${place.source}$`).exec(part) ?? []
    if (name === undefined) return escaped(part)
    if (name !== 'sequence') return escaped(fixedPart(name, width, facts))
    if (hasSequence) return '\\d+'
    hasSequence = true
    return '(\\d{1,9})'
  })
  return new RegExp(`^${parts.join('')}$`)
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|\-/]/g, '\\$&')
}

function fixedPart(name: string, width: string | undefined, facts: ReferenceFacts): string {
  switch (name) {
    case 'short':
      return facts.short
    case 'month':
      return String(Number(facts.raisedOn.slice(5, 7))).padStart(Number(width ?? 2), '0')
    case 'year':
      return width === '2' ? facts.raisedOn.slice(2, 4) : facts.raisedOn.slice(0, 4)
    default:
      return facts.meeting.padStart(Number(width ?? 1), '0')
  }
}
