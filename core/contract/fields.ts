import { z } from 'zod'
import { placeProblem } from './places.ts'

/** The fields that every subject shares. Each carries the description that `panelbook calls` prints. */

export const id = z.string().min(1).max(64).describe('Identity of a record: a UUIDv7 given by Panelbook.')
export const isoDate = z.iso.date().describe('A date, YYYY-MM-DD.')
export const isoTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 10:30')
  .describe('A time of day, HH:MM, local time of the meeting.')
export const isoInstant = z.iso.datetime({ offset: true }).describe('An instant, ISO 8601 with its offset.')

/** A line of text: trimmed, not empty, no control characters. */
export function line(description: string, max = 300) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must not be longer than ${max} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'must be one line without control characters')
    .describe(description)
}

/** Longer text: may be empty, may hold line ends. Stored as it is: text is data, never HTML. */
export function text(description: string, max = 200_000) {
  return z.string().max(max, `must not be longer than ${max} characters`).describe(description)
}

/** Text with places, as a snippet has them: one that is not known, or a loose brace, is refused. */
export function placedText(description: string, max: number) {
  return text(description, max).superRefine((words, context) => {
    const problem = placeProblem(words)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })
}

export const initials = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(8, 'must not be longer than 8 characters')
  .regex(/^[\p{L}\p{N}]+$/u, 'letters and digits only')
  .describe('Initials: the note-taker’s name for a person, unique in a meeting.')

export const nothing = z.strictObject({}).describe('Nothing.')
