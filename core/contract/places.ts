/**
 * The places that a snippet, and the chair’s script, may hold: what is known at an item is filled in. Constants and pure
 * functions only, so that a form and the core speak of the same places.
 */
export const itemPlaces = {
  reference: 'Reference of the proposal',
  title: 'Title of the proposal, or of the item where it has none',
  proposer: 'Who raised the proposal',
  workgroup: 'Workgroup that has the proposal',
  'decision-maker': 'Who takes the final decision',
  presenter: 'Who presents the item',
  chair: 'Who is in the chair',
  body: 'Name of the body',
  meeting: 'Number of the meeting',
  date: 'Date of the meeting',
  'next-meeting': 'Date of the next meeting',
} as const
export type ItemPlace = keyof typeof itemPlaces
export const itemPlaceNames = Object.keys(itemPlaces) as ItemPlace[]

/** A place in a text: `{reference}`. */
const placePattern = /\{([^{}]*)\}/g

/** The names of the places that a text holds, in their order; one that is held twice is named twice. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(placePattern)].map(([, name = '']) => name)
}

/** The text with each place put by `filling`, and what stands around the places put by `around`. */
export function fillPlaces(
  text: string,
  filling: (name: string, from: number) => string,
  around: (words: string) => string = (words) => words,
): string {
  let end = 0
  let filled = ''
  for (const place of text.matchAll(placePattern)) {
    filled += around(text.slice(end, place.index)) + filling(place[1] ?? '', place.index)
    end = place.index + place[0].length
  }
  return filled + around(text.slice(end))
}

/**
 * What is wrong with the places of a text, in words; null for nothing.
 * @param more names that can be filled beside those of an item
 */
export function placeProblem(text: string, more: readonly string[] = []): string | null {
  const known: string[] = [...itemPlaceNames, ...more]
  const unknown = placesIn(text).find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const list = known.map((name) => `{${name}}`).join(', ')
    return `{${unknown}} is not a place that can be filled; use ${list}`
  }
  return /[{}]/.test(text.replace(placePattern, '')) ? 'holds a brace without its partner' : null
}
