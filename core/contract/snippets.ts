import { z } from 'zod'
import { command, query } from './define.ts'
import { id, placedText } from './fields.ts'
import { itemPlaceNames } from './places.ts'

const key = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,18}[A-Za-z0-9])?$/, 'letters, digits and hyphens, up to 20')
  .describe('By which the note-taker calls it; capitals do not matter.')

const snippetText = placedText(
  `The words, as markup of a note. Filled in at an item: ${itemPlaceNames.map((name) => `{${name}}`).join(', ')}. What stands in square brackets is left to the note-taker: [reason].`,
  5000,
).refine((text) => text.trim() !== '', 'must not be empty')

/** A text module of the note-taker. */
export const snippetWords = z.strictObject({ key, text: snippetText })

export const snippet = z.object({ id, key: z.string(), text: z.string() })
export type Snippet = z.infer<typeof snippet>

const bodySnippets = z.object({ snippets: z.array(snippet).describe('The snippets of the body, in order.') })
const snippetId = id.describe('The snippet.')

export const snippetCalls = {
  'snippet.add': command('Adds a snippet to a body, after those that it has.', {
    input: z.strictObject({ bodyId: id.describe('The body.'), key, text: snippetText }),
    output: bodySnippets,
    topics: ['bodies'],
  }),
  'snippet.change': command('Changes a snippet’s key or its words. Notes already written stay.', {
    input: z.strictObject({ snippetId, key: key.optional(), text: snippetText.optional() }),
    output: bodySnippets,
    topics: ['bodies'],
  }),
  'snippet.move': command('Puts a snippet in another place of the body’s list.', {
    input: z.strictObject({
      snippetId,
      beforeId: id.nullable().describe('The snippet before which it stands; null for the end.'),
    }),
    output: bodySnippets,
    topics: ['bodies'],
  }),
  'snippet.remove': command('Removes a snippet. Notes already written stay.', {
    input: z.strictObject({ snippetId }),
    output: bodySnippets,
    topics: ['bodies'],
  }),
  'snippet.expand': query('The words of a snippet at an item: what is known there is filled in.', {
    input: z.strictObject({
      itemId: id.describe('The agenda item whose note is written.'),
      key: key.describe('Key of the snippet; capitals do not matter.'),
    }),
    output: z.object({
      text: z.string().describe('The words, as markup of a note.'),
      places: z
        .array(z.string())
        .describe('What is left open, as it stands in the words and in their order: [reason], [workgroup].'),
    }),
    topics: ['bodies', 'register', 'meetings', 'agenda', 'room', 'people'],
  }),
}
