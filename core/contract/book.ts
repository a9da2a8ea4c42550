import { z } from 'zod'
import { host } from './define.ts'
import { id, isoInstant, line, nothing } from './fields.ts'

const openBook = z.object({
  name: z.string(),
  lineageId: id,
  fileName: z.string(),
  folder: z.string().describe('Where it lies, for the person to read.'),
  isReadOnly: z.boolean(),
  readOnlyReason: z
    .string()
    .describe('Why, in words: a snapshot of somebody else’s, a file that cannot be written.'),
  snapshotId: z.string().nullable().describe('The snapshot that is open read-only; null for a working book.'),
  isSample: z.boolean(),
  isRehearsal: z.boolean().describe('Whether it is a copy to practise in, of which nothing is kept.'),
  rehearses: z.string().nullable().describe('Of a rehearsal: the name of the book that it is of; else null.'),
  revision: z.int(),
  deviceId: z
    .string()
    .max(64)
    .describe(
      'What the history calls this laptop in this book; empty for a snapshot, which nobody writes in.',
    ),
})

export const bookState = z.object({
  book: openBook.nullable().describe('The open book; null before one was chosen.'),
  recent: z.array(
    z.object({ recentId: z.string(), name: z.string(), folder: z.string(), lastOpenedAt: isoInstant }),
  ),
  host: z.enum(['electron', 'loopback', 'cli']),
  version: z.string(),
  person: z.string().describe('The person at this laptop, as the history calls them.'),
})
export type BookState = z.infer<typeof bookState>

export const bookCalls = {
  'book.state': host('Which book is open, and which were open lately.', {
    input: nothing,
    output: bookState,
  }),
  'book.create': host('Makes a new, empty book and opens it.', {
    input: z.strictObject({ name: line('Name of the book.', 80) }),
    output: bookState,
  }),
  'book.open-sample': host('Opens the sample book; makes it where there is none.', {
    input: nothing,
    output: bookState,
  }),
  'book.open': host('Asks which file to open, and opens it.', { input: nothing, output: bookState }),
  'book.open-recent': host('Opens a book that was open lately.', {
    input: z.strictObject({ recentId: z.string().min(1).max(100).describe('From book.state.') }),
    output: bookState,
  }),
  'book.close': host('Closes the open book.', { input: nothing, output: bookState }),
}
