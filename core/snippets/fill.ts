import { fillPlaces } from '../contract/places.ts'

/** A text with its places filled. */
export interface Filled {
  text: string
  /** What is left open, as it stands in the text and in its order: [reason], [workgroup]. */
  places: string[]
  /** The names of those that nothing filled, each once: reason is none of them, because it was written so. */
  unknown: string[]
}

/**
 * Fills the places of a text. What nothing fills stands in square brackets, so that it is seen, beside what was written
 * in square brackets to be left to the writer.
 * @param value what fills a place; undefined where it is not known
 */
export function fill(text: string, value: (name: string, from: number) => string | undefined): Filled {
  const places: string[] = []
  const unknown = new Set<string>()
  const filled = fillPlaces(
    text,
    (name, from) => {
      const known = value(name, from)
      if (known !== undefined) return known
      unknown.add(name)
      places.push(`[${name}]`)
      return `[${name}]`
    },
    (words) => {
      places.push(...(words.match(/\[[^[\]\n]+\]/g) ?? []))
      return words
    },
  )
  return { text: filled, places, unknown: [...unknown] }
}
